//! What schemas beside a value's own walk ask of an object's members: that walk notes where they
//! stand, or a look finds them.

use super::Context;
use crate::ir::{NodeId, Typed, Way};
use crate::pass::Formula;
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use std::collections::BTreeSet;
use tollgate_core::JsonType;

impl Context<'_> {
    /// Emits rules; those that speak of single members of objects only where members have not told
    /// that they hold.
    pub(super) fn unless_by_members(
        &self,
        typed: &Typed,
        rules: &[(Option<Formula>, TokenStream)],
        who: Who,
    ) -> TokenStream {
        let formulas = || rules.iter().filter_map(|(formula, _)| formula.as_ref());
        let Some(names) = spoken_of(typed, formulas()) else {
            let rules = rules.iter().map(|(_, rule)| rule);
            return quote!(#(#rules)*);
        };
        let names: Vec<&str> = names.into_iter().collect();
        let demands = formulas().map(|formula| self.demand(formula, &names));
        let demands = quote! {
            const DEMANDS: &Demands = &Demands::new(v1::words![#(#names),*], &[#(#demands),*]);
        };
        let (begin, unasked) = match who {
            Who::Look => (
                quote!(let by_members = { #demands r.judge_members(DEMANDS)? };),
                quote!(!by_members),
            ),
            Who::Walk => (
                quote!(#demands let mut by_members = r.note_members(DEMANDS)?;),
                quote!(by_members.is_unasked()),
            ),
        };
        let rules = rules.iter().map(|(formula, rule)| match formula {
            Some(_) => quote!(if #unasked { #rule }),
            None => rule.clone(),
        });
        quote!(#begin #(#rules)*)
    }

    /// The members to note for the rules of a value's own walk.
    pub(super) fn noted_members(&self, typed: &Typed) -> Option<Noted> {
        let rules = self.rules_beside(typed, false);
        let formulas = || rules.iter().filter_map(|(formula, _)| formula.as_ref());
        let owned = |names: BTreeSet<&str>| names.into_iter().map(str::to_owned).collect();
        let reads = |node| {
            let types = self.ir.possible_types(self.ir.target(node).0);
            types.contains(JsonType::Object)
        };
        let walked = Formula::leaves(formulas()).filter(|(_, node)| node.is_some_and(reads));
        Some(Noted {
            names: owned(spoken_of(typed, formulas())?),
            walked: owned(walked.map(|(name, _)| name).collect()),
        })
    }

    /// Emits `Demand::Has(0)`.
    fn demand(&self, formula: &Formula, names: &[&str]) -> TokenStream {
        let index = |name: &str| {
            let index = names.binary_search(&name).unwrap_or(names.len());
            Literal::usize_unsuffixed(index)
        };
        let each = |formulas: &[Formula]| -> Vec<TokenStream> {
            let each = formulas.iter();
            each.map(|formula| self.demand(formula, names)).collect()
        };
        match formula {
            Formula::Has(name) => {
                let index = index(name);
                quote!(Demand::Has(#index))
            }
            Formula::Value(name, node) => self.value_demand(&index(name), *node),
            Formula::Not(inner) => {
                let inner = self.demand(inner, names);
                quote!(Demand::Not(&#inner))
            }
            Formula::All(formulas) => {
                let each = each(formulas);
                quote!(Demand::All(&[#(#each),*]))
            }
            Formula::Any(formulas) => {
                let each = each(formulas);
                quote!(Demand::Any(&[#(#each),*]))
            }
            Formula::One(formulas) => {
                let each = each(formulas);
                quote!(Demand::One(&[#(#each),*]))
            }
            Formula::If(formulas) => {
                let each = each(formulas.as_slice());
                quote!(Demand::If(&[#(#each),*]))
            }
        }
    }

    fn value_demand(&self, index: &Literal, node: NodeId) -> TokenStream {
        match self.listed_texts(node) {
            Some(Texts::Strings(texts)) => {
                let check = self.check(&Way::here(), node);
                quote!(Demand::Text(#index, &[#(#texts),*], #check))
            }
            Some(Texts::Literals(texts)) => quote!(Demand::Literal(#index, &[#(#texts),*])),
            None => {
                let check = self.check(&Way::here(), node);
                quote!(Demand::Value(#index, #check))
            }
        }
    }

    /// The values that a node allows, if it lists them and asks for nothing else.
    fn listed_texts(&self, node: NodeId) -> Option<Texts> {
        let typed = self.ir.typed(self.ir.target(node).0)?;
        let [listed] = typed.listed.as_slice() else {
            return None;
        };
        if !typed.in_place.is_empty() || !typed.string.is_empty() {
            return None;
        }
        let owned = |texts: Vec<&str>| texts.into_iter().map(str::to_owned).collect();
        let mut types = typed.types.iter();
        match (listed.rule.strings(), listed.rule.literals()) {
            (Some(texts), _) if types.all(|rule| rule.rule.set.contains(JsonType::String)) => {
                Some(Texts::Strings(owned(texts)))
            }
            (_, Some(texts)) if typed.types.is_empty() => Some(Texts::Literals(owned(texts))),
            _ => None,
        }
    }
}

/// Members that are noted for the schemas that ask for them.
pub(super) struct Noted {
    /// In the order of their demands' names.
    pub(super) names: Vec<String>,
    /// Those of which a schema may be asked that reads objects. Where there is none, what reads the others
    /// need not ask which member it has at hand.
    pub(super) walked: Vec<String>,
}

/// Who finds out where members stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// A look at the object before it is read.
    Look,
    /// The walk over the object, which follows.
    Walk,
}

/// The names that formulas about a value speak of, if it pays to know their members' places.
fn spoken_of<'f>(
    typed: &Typed,
    formulas: impl Iterator<Item = &'f Formula>,
) -> Option<BTreeSet<&'f str>> {
    let names = Formula::names(formulas)?;
    (!names.is_empty() && typed.admitted.contains(JsonType::Object)).then_some(names)
}

/// Listed values whose texts in a document are compared as they stand there.
enum Texts {
    Strings(Vec<String>),
    Literals(Vec<String>),
}
