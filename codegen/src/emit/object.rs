//! Walks over objects: who judges which member, and where its value goes.

mod bases;
mod others;
mod rows;
mod target;

pub(super) use rows::{Record, Rows};
pub(super) use target::Target;

use self::bases::Bases;
use self::others::Evaluated;
use super::Context;
use super::arm::Arm;
use super::demands::{Noted, Who};
use super::way::along;
use crate::ir::{CountRule, Member, NodeId, Typed, Way};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use tollgate_core::generated::v1::Demands;

impl Context<'_> {
    /// Emits the rows of a struct; `None` where rows do not say all that is asked.
    pub(super) fn rows(
        &self,
        typed: &Typed,
        target: &Target<'_>,
        record: &Record<'_>,
    ) -> Option<Rows> {
        Walk::new(self, typed, target).rows(record)
    }

    /// Emits a walk over an object.
    pub(super) fn object(&self, typed: &Typed, target: &Target<'_>) -> TokenStream {
        let walk = Walk::new(self, typed, target);
        if let Some(simple) = walk.map().or_else(|| walk.judged_by_rows()) {
            return simple;
        }
        let slots = target.unseen();
        let others = target.others.map(|(others, _)| {
            let empty = target.draft.get(others);
            let empty = empty.map_or(quote!(M::build(Members::new)), |_| quote!(()));
            quote!(let mut #others = #empty;)
        });
        let names = walk.names();
        let members = walk.members();
        let bases = walk.bases.definitions();
        let count = walk.counts().then(|| quote!(let mut count = 0u64;));
        let end = walk.end();
        let finish = &target.finish;
        let seen = walk
            .unevaluated
            .map(|_| quote!(let evaluated = r.evaluated(mark);));
        quote! {
            #names
            #bases
            #slots
            #others
            #count
            #seen
            let Some(mut obj) = r.object()? else { return M::absent() };
            #members
            #end
            #finish
        }
    }
}

struct Walk<'w> {
    ctx: &'w Context<'w>,
    typed: &'w Typed,
    target: &'w Target<'w>,
    /// What judges members that nothing else does.
    unevaluated: Option<NodeId>,
    /// The members whose places are noted for other schemas.
    noted: Option<Noted>,
    /// Whether what is emitted stands in a function of its own.
    is_apart: bool,
    bases: Bases,
}

impl<'w> Walk<'w> {
    fn new(ctx: &'w Context<'w>, typed: &'w Typed, target: &'w Target<'w>) -> Self {
        Self {
            ctx,
            typed,
            target,
            unevaluated: typed.object.iter().find_map(|rule| rule.rule.unevaluated),
            noted: (target.who == Who::Walk)
                .then(|| ctx.noted_members(typed))
                .flatten(),
            is_apart: false,
            bases: Bases::default(),
        }
    }
}

impl Walk<'_> {
    fn names(&self) -> TokenStream {
        let names = self.typed.plan.members.iter().map(|member| &member.name);
        quote!(
            const NAMES: &Names = v1::names![#(#names),*];
        )
    }

    fn members(&self) -> TokenStream {
        let members = self.typed.plan.members.iter();
        let arms: Vec<Arm> = members
            .enumerate()
            .map(|(index, member)| self.member(member, index))
            .collect();
        let other = self.other();
        let before = self.before_each();
        let is_plain = before.is_empty() && arms.iter().all(|arm| arm.before.is_empty());
        if arms.is_empty() {
            let note = self.note_by_name();
            let next = quote!(obj.next(r, NAMES)?.is_some());
            let other = other.statements();
            return quote!(while #next { #note #before #other });
        }
        let note = self.note();
        if is_plain && self.target.may_end_early && self.ignores_others() {
            return self.members_until_settled(&arms, &note);
        }
        let arms = arms.iter().enumerate().map(|(index, arm)| {
            let index = Literal::usize_unsuffixed(index);
            arm.of(&quote!(#index))
        });
        let other = other.of(&quote!(_));
        quote! {
            while let Some(index) = obj.next(r, NAMES)? {
                #note
                #before
                match index {
                    #(#arms)*
                    #other
                }?;
            }
        }
    }

    /// Whether nothing is asked of members without a name in the plan.
    fn ignores_others(&self) -> bool {
        let mut rules = self.typed.object.iter();
        !self.typed.is_asked
            && self.unevaluated.is_none()
            && rules.all(|rule| rule.rule.ignores_others())
    }

    /// A walk that has no more to ask when it has met all planned members: a second one of the same
    /// name is a matter of the value's own walk.
    fn members_until_settled(&self, arms: &[Arm], note: &TokenStream) -> TokenStream {
        let arms = arms.iter().enumerate().map(|(index, arm)| {
            let index = Literal::usize_unsuffixed(index);
            arm.of(&quote!(#index))
        });
        let seen = (0..self.target.slots.len()).map(|index| self.target.seen(index));
        let finish = &self.target.finish;
        quote! {
            while let Some(index) = obj.next(r, NAMES)? {
                #note
                match index {
                    #(#arms)*
                    _ => {
                        obj.ignore(r)?;
                        continue;
                    }
                }?;
                if obj.is_settled(r, &[#(#seen.is_some()),*]) {
                    return #finish;
                }
            }
        }
    }

    /// Where a member stands is noted for other schemas, by its index.
    fn note(&self) -> TokenStream {
        let note = |spoken| quote!(obj.note_member(r, DEMANDS, #spoken, index, &mut by_members););
        self.spoken().map(note).unwrap_or_default()
    }

    /// Emits `&[0, 255]`: which of the members noted for other schemas each one is, in the order of the plan.
    fn spoken(&self) -> Option<TokenStream> {
        let noted = self.noted.as_ref()?;
        let members = self.typed.plan.members.iter().map(|member| &member.name);
        let unspoken = || Literal::u8_unsuffixed(Demands::UNSPOKEN);
        let demand_of = |name: &String| {
            let index = noted.names.binary_search(name);
            index.map_or_else(|_| unspoken(), Literal::usize_unsuffixed)
        };
        let demands = members.clone().map(demand_of);
        // Of members that have no name here, nothing is asked then.
        let others = self.all_planned(&noted.names).then(unspoken);
        let demands = demands.chain(others);
        Some(quote!(&[#(#demands),*]))
    }

    /// Whether all these names are in the plan.
    fn all_planned<'n>(&self, names: impl IntoIterator<Item = &'n String>) -> bool {
        let members = self.typed.plan.members.iter();
        let is_known = |name: &String| members.clone().any(|member| member.name == *name);
        names.into_iter().all(is_known)
    }

    /// Whether a schema that asks for a member without a name in the plan may read its value.
    fn leaves_others(&self) -> bool {
        let mut noted = self.noted.iter();
        noted.any(|noted| !self.all_planned(&noted.walked))
    }

    /// The same by its name.
    fn note_by_name(&self) -> TokenStream {
        let note = |_: &Noted| quote!(obj.note(r, DEMANDS, &mut by_members););
        self.noted.as_ref().map(note).unwrap_or_default()
    }

    /// What is done with every member, whatever its name is.
    fn before_each(&self) -> TokenStream {
        let names = self.typed.object.iter().filter_map(|rule| {
            let way = rule.way.then(&Way::to("/propertyNames"));
            let check = self.ctx.check(&way, rule.rule.names?);
            Some(quote!(obj.judge_name(r, const { &#check })?;))
        });
        let count = self.counts().then(|| quote!(count += 1;));
        quote!(#count #(#names)*)
    }

    fn counts(&self) -> bool {
        let mut rules = self.typed.object.iter();
        rules.any(|rule| !rule.rule.counts.is_empty())
    }

    /// What is done with a member that has a name in the plan.
    fn member(&self, member: &Member, index: usize) -> Arm {
        let forbidden = member.forbidden.iter();
        let forbidden = forbidden.map(|way| along(way, &quote!(obj.forbid(r, NAMES))));
        let also = member.also.iter().map(|(way, node)| self.judge(way, *node));
        let evaluated = self.evaluated(&Evaluated::of(member.is_evaluated));
        let read = self.read_member(member, &self.target.slot(index));
        Arm {
            before: quote!(#(#forbidden)* #(#also)* #evaluated),
            read,
        }
    }

    fn read_member(&self, member: &Member, slot: &TokenStream) -> TokenStream {
        let Some((way, node)) = &member.value else {
            let reader = self.ctx.field_reader(None);
            return quote!(obj.member(r, #slot, Edge::NONE, #reader));
        };
        let reader = if self.target.is_struct && member.is_field() {
            self.ctx.reader_beside_type(*node)
        } else {
            Some(self.ctx.field_reader(Some(*node)))
        };
        let (target, references) = self.ctx.ir.target(*node);
        let target = match references.as_str() {
            "" => None,
            "/$ref" => Some(&self.ctx.node(target).location),
            _ => return self.read_by_way(member, slot, reader.as_ref()),
        };
        let Some(base) = way.to_property(&member.name) else {
            return self.read_by_way(member, slot, reader.as_ref());
        };
        if !base.is_here() {
            let via = self.bases.name(base, target);
            return self.read_along(slot, &quote!(#via), reader.as_ref());
        }
        match (target, reader) {
            (None, Some(reader)) => quote!(obj.property(r, #slot, #reader)),
            (Some(target), Some(reader)) => quote!(obj.reference(r, #slot, #target, #reader)),
            (None, None) => quote!(obj.inner(r, #slot, Edge::NONE.to_property())),
            (Some(target), None) => {
                quote!(obj.inner(r, #slot, Edge::NONE.to_reference(#target)))
            }
        }
    }

    /// Reads a member by a function, or as the type of its field says.
    fn read_along(
        &self,
        slot: &TokenStream,
        edge: &TokenStream,
        reader: Option<&TokenStream>,
    ) -> TokenStream {
        reader.map_or_else(
            || quote!(obj.inner(r, #slot, #edge)),
            |reader| quote!(obj.member(r, #slot, #edge, #reader)),
        )
    }

    /// Reads a member that is judged by another way than straight through `properties`.
    fn read_by_way(
        &self,
        member: &Member,
        slot: &TokenStream,
        reader: Option<&TokenStream>,
    ) -> TokenStream {
        let edge = self.ctx.edge_to(member.value.as_ref());
        self.read_along(slot, &quote!(#edge), reader)
    }

    fn judge(&self, way: &Way, node: NodeId) -> TokenStream {
        let check = self.ctx.check(way, node);
        quote!(obj.judge(r, const { &#check })?;)
    }

    /// What is judged once the object has been read.
    fn end(&self) -> TokenStream {
        let required = self.required();
        let counts = self.typed.object.iter().flat_map(|rule| {
            rule.rule.counts.iter().map(|count| {
                let call = match count {
                    CountRule::Min(least) => quote!(r.min_properties(&obj, count, #least)),
                    CountRule::Max(most) => quote!(r.max_properties(&obj, count, #most)),
                };
                along(&rule.way, &call)
            })
        });
        let noted = self.judge_noted();
        quote!(#required #(#counts)* #noted)
    }

    /// Emits what judges an object by what was noted, where something was.
    fn judge_noted(&self) -> Option<TokenStream> {
        let judge = |_: &Noted| quote!(r.judge_noted(DEMANDS, &mut by_members)?;);
        self.noted.as_ref().map(judge)
    }

    fn required(&self) -> TokenStream {
        let ways = self.required_by_way();
        let calls = ways.iter().map(|(way, members)| {
            let entries = members.iter().map(|&(index, name)| {
                let seen = self.target.seen(index);
                quote!((#name, #seen.is_some()))
            });
            along(way, &quote!(obj.required(r, &[#(#entries),*])))
        });
        quote!(#(#calls)*)
    }

    /// The members that have to be there, each with its index, by the ways to the schemas that say so.
    fn required_by_way(&self) -> Vec<(&Way, Vec<(usize, &str)>)> {
        let mut ways: Vec<(&Way, Vec<(usize, &str)>)> = Vec::new();
        for (index, member) in self.typed.plan.members.iter().enumerate() {
            let entry = (index, member.name.as_str());
            for way in &member.required {
                match ways.iter_mut().find(|(other, _)| *other == way) {
                    Some((_, members)) => members.push(entry),
                    None => ways.push((way, vec![entry])),
                }
            }
        }
        ways
    }
}
