//! Looks at the nodes as a whole: what leads back to itself, what can be said at once, who judges
//! which member, who may be asked what it evaluated.

mod cycles;
mod evaluated;
mod formula;
mod leaves;
mod merge;
mod plan;
mod tell;
mod texts;
mod types;

pub(crate) use cycles::Cycles;
pub(crate) use formula::Formula;
pub(crate) use leaves::Leaves;
pub(crate) use tell::Tell;
pub(crate) use texts::Texts;

use crate::diagnostic::Diagnostics;
use crate::ir::Ir;

/// Finds out everything that later stages want to know of the nodes.
pub(crate) fn run(ir: &mut Ir, diagnostics: &mut Diagnostics<'_>) {
    cycles::refuse_endless(ir, diagnostics);
    plan::all(ir);
    types::admitted(ir);
    evaluated::find_asked(ir);
}
