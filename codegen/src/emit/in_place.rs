//! What is said of a value before it is read: lists of values, types where several schemas speak
//! of them, and other schemas in place.

use super::Context;
use super::by_type::type_set;
use super::demands::Who;
use super::way::{along, edge};
use crate::ir::{InPlace, Listed, NodeId, Ruled, Typed, Way};
use crate::names::ident;
use crate::pass::{Formula, Tell, Texts};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

impl Context<'_> {
    /// Emits everything that judges the value at hand and leaves it there. A choice is made by
    /// whoever builds the value.
    pub(super) fn beside(&self, typed: &Typed, is_choice: bool, who: Who) -> TokenStream {
        self.unless_by_members(typed, &self.rules_beside(typed, is_choice), who)
    }

    /// Each rule beside the value's own, and what it asks of an object's members, if that is all.
    pub(super) fn rules_beside(
        &self,
        typed: &Typed,
        is_choice: bool,
    ) -> Vec<(Option<Formula>, TokenStream)> {
        let rules = typed.in_place.iter();
        let rules = rules.filter(|rule| !is_choice || rule.rule.branches().is_none());
        let rules = rules.map(|rule| {
            let formula = Formula::of_rule(self.ir, &rule.rule);
            (formula, self.in_place(rule))
        });
        let dependent = typed.object.iter().flat_map(|rule| {
            rule.rule.dependent.iter().map(|dependent| {
                let (keyword, name) = (dependent.keyword, &dependent.name);
                let needed = &dependent.needed;
                let call = quote!(r.dependent_required(#keyword, #name, [#(#needed),*]));
                let formula = Formula::of_dependent(name, needed);
                (Some(formula), along(&rule.way, &call))
            })
        });
        rules.chain(dependent).collect()
    }

    fn in_place(&self, rule: &Ruled<InPlace>) -> TokenStream {
        let way = &rule.way;
        let check = |(path, node): &(String, NodeId)| self.check(&way.then(&Way::to(path)), *node);
        let schemas = rule.rule.schemas();
        let checks: Vec<TokenStream> = schemas.iter().map(check).collect();
        match &rule.rule {
            InPlace::All(_) => quote!(#(r.judge(const { &#checks })?;)*),
            InPlace::AnyOf(_) | InPlace::OneOf(_) => {
                let choice = self.choice(rule);
                quote!(r.judge_choice(const { &#choice })?;)
            }
            InPlace::Not(node) => {
                let check = self.check(&Way::to("/not"), *node);
                along(way, &quote!(r.not(const { &#check })))
            }
            InPlace::If {
                then, otherwise, ..
            } => {
                let mut checks = checks.into_iter();
                let condition = checks.next();
                let then = then.and_then(|_| checks.next());
                let then = then.map(|check| quote!(r.judge(const { &#check })?;));
                let otherwise = otherwise.and_then(|_| checks.next());
                let otherwise =
                    otherwise.map(|check| quote!(else { r.judge(const { &#check })?; }));
                quote!(if r.holds(const { &#condition })? { #then } #otherwise)
            }
            InPlace::Dependent { name, .. } => {
                quote!(if r.has([#name])? == [true] { #(r.judge(const { &#checks })?;)* })
            }
        }
    }

    /// Emits `{ const CHECKS: &[Check] = &[check!(…), …]; Choice::any_of(CHECKS) }`: the alternatives of `anyOf` or `oneOf`.
    pub(super) fn choice(&self, rule: &Ruled<InPlace>) -> TokenStream {
        let constructor = ident(match rule.rule {
            InPlace::OneOf(_) => "one_of",
            _ => "any_of",
        });
        let schemas = rule.rule.schemas();
        let checks = schemas.iter();
        // Seen from the rule: the walk has gone there.
        let nodes = rule.rule.branches().unwrap_or_default();
        let leaves = self.leaves.of(self.ir, nodes);
        let checks = checks.map(|(path, node)| {
            let check = self.check(&Way::to(path), *node);
            match leaves.as_ref().and_then(|_| self.choice_name(*node)) {
                Some(name) => quote!(#check.choosing(#name)),
                None => check,
            }
        });
        let down = leaves.as_ref().map(|_| {
            quote!(.down_to(const { &Choice::leaves::<{ Choice::count_leaves(CHECKS) }>(CHECKS) }))
        });
        let through = (!rule.way.is_here()).then(|| {
            let edge = edge(&rule.way);
            quote!(.through(#edge))
        });
        let leaves = leaves.as_deref().unwrap_or(nodes);
        let tell = Tell::of(self.ir, leaves).map(|tell| {
            let tell = told(&tell, leaves.len());
            quote!(.told_by(const { &#tell }))
        });
        let one_is_enough = down.is_none() && matches!(rule.rule, InPlace::AnyOf(_));
        let texts = Texts::of(self.ir, leaves, one_is_enough).map(|texts| {
            let texts = told_by_text(&texts);
            quote!(.told_by_text(const { &#texts }))
        });
        quote! {{
            const CHECKS: &[Check] = &[#(#checks),*];
            Choice::#constructor(CHECKS)#down #tell #texts #through
        }}
    }

    /// The constant that holds the node's alternatives, where these are all that it asks for and it is
    /// an alternative itself.
    pub(super) fn choice_name(&self, node: NodeId) -> Option<Ident> {
        let (target, _) = self.ir.target(node);
        self.choices.get(&target).map(|name| ident(name))
    }

    /// Emits `Check::at::<super::Card>(TypeSet::OBJECT, "/not")`: a schema to be asked about the value
    /// at hand. What has no type of its own is `check!(…, read_name)`.
    pub(super) fn check(&self, way: &Way, node: NodeId) -> TokenStream {
        let (target, _) = self.ir.target(node);
        let way = self.way_to(way, node);
        let (path, edge) = (&way.path, edge(&way));
        let types = type_set(self.ir.possible_types(target));
        let Some(item) = self.named(target) else {
            let reader = self.judging_reader(target);
            return quote!(v1::check!(#types, #edge, #reader));
        };
        let name = ident(&item.name);
        if item.borrows {
            // No type of its own goes with every lifetime.
            let reader = self.judging_reader(target);
            return quote!(v1::check!(#types, #edge, #reader));
        }
        match &way.target {
            None => quote!(Check::at::<super::#name>(#types, #path)),
            Some(location) if *location == self.node(item.node).location => {
                quote!(Check::through::<super::#name>(#types, #path))
            }
            Some(_) => quote!(Check::of::<super::#name>(#types, #edge)),
        }
    }

    /// Emits the types, where it is not the reading itself that asks for the only one.
    pub(super) fn types(typed: &Typed) -> TokenStream {
        let rules = typed.types.iter().map(|rule| {
            let types = type_set(rule.rule.set);
            let typed = if rule.way.is_here() {
                quote!(r.typed(#types)?;)
            } else {
                let edge = edge(&rule.way);
                quote!(r.typed_through(#edge, #types)?;)
            };
            let by_form = rule
                .rule
                .integer_by_form
                .then(|| along(&rule.way, &quote!(r.integer_by_form())));
            quote!(#typed #by_form)
        });
        quote!(#(#rules)*)
    }
}

/// Emits `Tell::new(words!["kind"], &[0b11])`: what tells so many leaves apart.
fn told(tell: &Tell, leaves: usize) -> TokenStream {
    let all = u64::MAX >> (u64::BITS as usize - leaves.clamp(1, u64::BITS as usize));
    let set = |bits: &u64| set(bits & all);
    let (names, values) = (&tell.names, &tell.values);
    let needed = tell.needed_by.iter().map(set);
    let members = quote!(Tell::new(v1::words![#(#names),*], &[#(#needed),*]));
    if values.is_empty() {
        return members;
    }
    let allowed = tell.allowed_by.iter().map(set);
    let others = set(&tell.others_allowed_by);
    quote!(#members.by_value(v1::words![#(#values),*], &[#(#allowed),*], #others))
}

/// Emits `Texts::new(words!["none"], &[0b1], &[true], 0b10)`: what listed strings tell.
fn told_by_text(texts: &Texts) -> TokenStream {
    let (words, are_allowed) = (&texts.words, &texts.are_allowed);
    let allowed_by = texts.allowed_by.iter().map(|&leaves| set(leaves));
    let others = set(texts.others_allowed_by);
    quote!(Texts::new(v1::words![#(#words),*], &[#(#allowed_by),*], &[#(#are_allowed),*], #others))
}

/// Emits a set as `0b101`.
fn set(bits: u64) -> TokenStream {
    let literal = format!("{bits:#b}").parse::<Literal>();
    literal.map_or_else(|_| quote!(0), |literal| quote!(#literal))
}

/// Checks against lists of values, before the value is read. Strings out of a list become an enum,
/// whose own function judges them.
pub(super) fn listed(typed: &Typed, is_built: bool) -> TokenStream {
    let method = ident(if is_built && typed.names_strings() {
        "listed_unless_string"
    } else {
        "listed"
    });
    let checks = typed.listed.iter().map(|listed| {
        let allowed = allowed(&listed.rule);
        let check = along(&listed.way, &quote!(r.#method(&ALLOWED)));
        quote!({ static ALLOWED: Allowed = #allowed; #check })
    });
    quote!(#(#checks)*)
}

fn allowed(listed: &Listed) -> TokenStream {
    let texts = listed.values.iter().map(|value| &value.text);
    let constructor = ident(if listed.keyword == "const" {
        "only"
    } else {
        "any_of"
    });
    quote!(Allowed::#constructor(v1::words![#(#texts),*]))
}
