//! `$ref`.

use super::Lowering;
use crate::diagnostic::Place;
use crate::ir::Kind;
use crate::schema::{Keywords, Reference};

impl Lowering<'_, '_> {
    pub(super) fn ref_(
        &mut self,
        reference: &Reference,
        keywords: &Keywords,
        place: &Place,
    ) -> Kind {
        match reference.target {
            Some(target) => Kind::Refer(self.node(target)),
            // Reported where it was resolved.
            None => Kind::Any,
        }
    }
}
