//! What is asked of strings and numbers besides their type, as lists that a function of the run time goes
//! through: code for each would be compiled for each kind of walk.

use super::pattern::pattern;
use crate::ir::{BoundKeyword, NumberRule, StringRule, Typed};
use crate::names::{ident, type_case};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// Emits `const { &[NumberRule::Minimum(Bound::new("1"))] }`; `None` where a rule stands elsewhere in the
/// schema than the number's own rules, or there is none.
pub(super) fn number_rules(typed: &Typed) -> Option<TokenStream> {
    if typed.number.is_empty() || !typed.number.iter().all(|rule| rule.way.is_here()) {
        return None;
    }
    let rules = typed.number.iter().map(|rule| number_rule(&rule.rule));
    Some(quote!(const { &[#(#rules),*] }))
}

fn number_rule(rule: &NumberRule) -> TokenStream {
    match rule {
        NumberRule::Bound(keyword, text) => {
            let variant = ident(&type_case(keyword.method()));
            quote!(NumberRule::#variant(Bound::new(#text)))
        }
        NumberRule::MultipleOf(text) => quote!(NumberRule::MultipleOf(Divisor::new(#text))),
    }
}

/// Emits `const { &[TextRule::MinLength(1)] }`, and the patterns that it names before it; `None` as for
/// `number_rules`, and for formats, so that what has none does not link what judges them.
pub(super) fn text_rules(typed: &Typed) -> Option<(TokenStream, TokenStream)> {
    if typed.string.is_empty() || !typed.string.iter().all(|rule| rule.way.is_here()) {
        return None;
    }
    let mut patterns = TokenStream::new();
    let mut rules = Vec::new();
    for (index, rule) in typed.string.iter().enumerate() {
        rules.push(match &rule.rule {
            StringRule::MinLength(least) => quote!(TextRule::MinLength(#least)),
            StringRule::MaxLength(most) => quote!(TextRule::MaxLength(#most)),
            StringRule::Pattern(source) => {
                let name = format_ident!("PATTERN_{index}");
                let pattern = pattern(source);
                patterns.extend(quote!(static #name: Pattern = #pattern;));
                quote!(TextRule::Pattern(&#name))
            }
            StringRule::Format(_) => return None,
        });
    }
    Some((patterns, quote!(const { &[#(#rules),*] })))
}

impl BoundKeyword {
    /// The reader's method that checks it.
    pub(super) fn method(self) -> &'static str {
        match self {
            Self::Minimum => "minimum",
            Self::Maximum => "maximum",
            Self::ExclusiveMinimum => "exclusive_minimum",
            Self::ExclusiveMaximum => "exclusive_maximum",
        }
    }
}
