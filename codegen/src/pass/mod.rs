//! Looks at the nodes as a whole.

use crate::diagnostic::{Diagnostics, Place};
use crate::ir::{Ir, Kind, NodeId};

/// Reports references that lead only to themselves: no value could ever be judged by them.
/// They are cut, so that later stages need not mind.
pub(crate) fn check_cycles(ir: &mut Ir, diagnostics: &mut Diagnostics<'_>) {
    for id in ir.ids() {
        if leads_back(ir, id) {
            report_cycle(ir, id, diagnostics);
            ir.nodes[id.0].kind = Kind::Any;
        }
    }
}

/// Whether the references from a node on come back to it.
fn leads_back(ir: &Ir, id: NodeId) -> bool {
    let mut at = id;
    // A chain that is longer than all nodes goes round without ever coming back to this one.
    for _ in 0..=ir.nodes.len() {
        match ir.get(at).kind {
            Kind::Refer(next) if next == id => return true,
            Kind::Refer(next) => at = next,
            Kind::Any | Kind::Never | Kind::Typed(_) => return false,
        }
    }
    false
}

fn report_cycle(ir: &Ir, id: NodeId, diagnostics: &mut Diagnostics<'_>) {
    let node = ir.get(id);
    let place = Place {
        document: node.document,
        span: node.span.clone(),
        location: format!("{}/$ref", node.location),
    };
    diagnostics
        .error(
            &place,
            "this reference leads back to itself and to nothing else",
        )
        .with_help("a recursive schema refers to itself from inside `properties` or `items`");
}
