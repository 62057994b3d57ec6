//! Which schemas may be asked what they evaluate: those that look at a value together with one that
//! says `unevaluatedProperties` or `unevaluatedItems`. No other need note anything.

use crate::ir::{InPlace, Ir, Kind, NodeId, Typed};

pub(super) fn find_asked(ir: &mut Ir) {
    let asks = |id: &NodeId| ir.typed(*id).is_some_and(Typed::asks_what_is_evaluated);
    let mut open: Vec<NodeId> = ir.ids().filter(asks).collect();
    open = open.into_iter().flat_map(|id| in_place(ir, id)).collect();
    while let Some(id) = open.pop() {
        let (target, _) = ir.target(id);
        let next = in_place(ir, target);
        if let Kind::Typed(typed) = &mut ir.nodes[target.0].kind
            && !typed.is_asked
        {
            typed.is_asked = true;
            open.extend(next);
        }
    }
}

/// The schemas whose notes count for a node: nothing is evaluated by what must not hold.
fn in_place(ir: &Ir, id: NodeId) -> Vec<NodeId> {
    let rules = ir.typed(id).map(|typed| typed.in_place.iter());
    let rules = rules.into_iter().flatten();
    let counts = rules.filter(|rule| !matches!(rule.rule, InPlace::Not(_)));
    let schemas = counts.flat_map(|rule| rule.rule.schemas());
    schemas.map(|(_, node)| node).collect()
}

impl Typed {
    /// Whether the schema says what becomes of members or items that nothing evaluates.
    pub(crate) fn asks_what_is_evaluated(&self) -> bool {
        self.array
            .iter()
            .any(|rule| rule.rule.unevaluated.is_some())
            || self
                .object
                .iter()
                .any(|rule| rule.rule.unevaluated.is_some())
    }
}
