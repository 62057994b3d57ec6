//! Where the values of an object go.

use super::super::demands::Who;
use super::super::judge::End;
use crate::ir::{NodeId, Typed};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use std::collections::BTreeMap;

/// Where the values of an object go.
pub(in crate::emit) struct Target<'t> {
    /// The variable for each of the planned members.
    pub(in crate::emit) slots: Vec<Ident>,
    /// The variable for members without a name of their own, and what judges all of them alike.
    pub(in crate::emit) others: Option<(&'t Ident, Option<NodeId>)>,
    /// What is given in the end.
    pub(in crate::emit) finish: TokenStream,
    /// The same where values go nowhere.
    pub(in crate::emit) end: Option<End>,
    /// Whether that is a type with a field for each planned member.
    pub(in crate::emit) is_struct: bool,
    /// Where values go at once because the struct is there before its members are: from the
    /// variables to the fields.
    pub(in crate::emit) draft: BTreeMap<Ident, Ident>,
    /// Whether a walk beside the value's own may end where all planned members were met.
    pub(in crate::emit) may_end_early: bool,
    /// Who finds out where the members stand that other schemas speak of.
    pub(in crate::emit) who: Who,
}

impl Target<'_> {
    /// Values go nowhere: they are only judged.
    pub(in crate::emit) fn nowhere(typed: &Typed, end: End, may_end_early: bool, who: Who) -> Self {
        let members = typed.plan.members.iter().enumerate();
        Self {
            slots: members
                .map(|(index, _)| format_ident!("member_{index}"))
                .collect(),
            others: None,
            finish: end.given(),
            end: Some(end),
            is_struct: false,
            draft: BTreeMap::new(),
            may_end_early,
            who,
        }
    }

    /// Emits the place for the value of a member, by its index in the plan.
    pub(super) fn slot(&self, index: usize) -> TokenStream {
        let seen = self.seen(index);
        let field = self.slots.get(index).and_then(|slot| self.draft.get(slot));
        field.map_or_else(
            || quote!(&mut #seen),
            |field| quote!(M::slot(&mut draft, &mut #seen, |draft: &mut Self| &mut draft.#field)),
        )
    }

    /// Emits what tells whether a member was met: its variable, or where the values are in a draft,
    /// its place in an array, because that many variables would take the compiler long.
    pub(super) fn seen(&self, index: usize) -> TokenStream {
        match self.slots.get(index) {
            Some(slot) if !self.draft.contains_key(slot) => quote!(#slot),
            _ => {
                let index = Literal::usize_unsuffixed(index);
                quote!(seen[#index])
            }
        }
    }

    /// Emits the variables for members that were not met yet.
    pub(super) fn unseen(&self) -> TokenStream {
        let (drafted, others): (Vec<&Ident>, _) =
            (self.slots.iter()).partition(|slot| self.draft.contains_key(slot));
        let seen = (!drafted.is_empty()).then(|| {
            let length = Literal::usize_unsuffixed(self.slots.len());
            quote!(let mut seen = [M::UNSEEN; #length];)
        });
        quote!(#seen #(let mut #others = None;)*)
    }

    /// Emits the place for members without a name of their own.
    pub(super) fn others(&self, others: &Ident) -> TokenStream {
        self.draft.get(others).map_or_else(
            || quote!(&mut #others),
            |field| quote!(M::part(&mut draft, &mut #others, |draft: &mut Self| &mut draft.#field)),
        )
    }
}
