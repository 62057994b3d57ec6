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
        if let Some(sibling) = assertion_beside(keywords) {
            let place = Place {
                span: reference.uri.span.clone(),
                ..place.clone()
            };
            let message = format!("`{sibling}` beside `$ref` is not built yet");
            let help = format!("move `{sibling}` to the schema that the reference leads to");
            self.diagnostics.error(&place, message).with_help(help);
        }
        match reference.target {
            Some(target) => Kind::Refer(self.node(target)),
            // Reported where it was resolved.
            None => Kind::Any,
        }
    }
}

/// A keyword beside a `$ref` that would have to hold as well.
fn assertion_beside(keywords: &Keywords) -> Option<&'static str> {
    let Keywords {
        title: _,
        description: _,
        default: _,
        examples: _,
        deprecated: _,
        ref_: _,
        defs: _,
        type_,
        enum_,
        const_,
        pattern,
        min_length,
        max_length,
        minimum,
        maximum,
        exclusive_minimum,
        exclusive_maximum,
        items,
        min_items,
        max_items,
        properties,
        required,
        additional_properties,
    } = keywords;
    let present = [
        ("type", type_.is_some()),
        ("enum", enum_.is_some()),
        ("const", const_.is_some()),
        ("pattern", pattern.is_some()),
        ("minLength", min_length.is_some()),
        ("maxLength", max_length.is_some()),
        ("minimum", minimum.is_some()),
        ("maximum", maximum.is_some()),
        ("exclusiveMinimum", exclusive_minimum.is_some()),
        ("exclusiveMaximum", exclusive_maximum.is_some()),
        ("items", items.is_some()),
        ("minItems", min_items.is_some()),
        ("maxItems", max_items.is_some()),
        ("properties", !properties.is_empty()),
        ("required", !required.is_empty()),
        ("additionalProperties", additional_properties.is_some()),
    ];
    present
        .into_iter()
        .find_map(|(name, is_present)| is_present.then_some(name))
}
