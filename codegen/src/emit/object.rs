//! Walks over objects: who judges which member, and where its value goes.

use super::Context;
use super::arm::Arm;
use super::demands::Who;
use super::way::{along, edge};
use crate::ir::{Additional, CountRule, Kind, Member, NodeId, ObjectRule, Ruled, Typed, Way};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Where the values of an object go.
pub(super) struct Target<'t> {
    /// The variable for each of the planned members.
    pub(super) slots: Vec<Ident>,
    /// The variable for members without a name of their own, and what judges all of them alike.
    pub(super) others: Option<(&'t Ident, Option<NodeId>)>,
    /// What is given in the end.
    pub(super) finish: TokenStream,
    /// Whether that is a type with a field for each planned member.
    pub(super) is_struct: bool,
    /// Where values go at once because the struct is there before its members are: from the
    /// variables to the fields.
    pub(super) draft: BTreeMap<Ident, Ident>,
    /// Whether a walk beside the value's own may end where all planned members were met.
    pub(super) may_end_early: bool,
    /// Who finds out where the members stand that other schemas speak of.
    pub(super) who: Who,
}

impl Target<'_> {
    /// Values go nowhere: they are only judged.
    pub(super) fn nowhere(
        typed: &Typed,
        finish: &TokenStream,
        may_end_early: bool,
        who: Who,
    ) -> Self {
        let members = typed.plan.members.iter().enumerate();
        Self {
            slots: members
                .map(|(index, _)| format_ident!("member_{index}"))
                .collect(),
            others: None,
            finish: finish.clone(),
            is_struct: false,
            draft: BTreeMap::new(),
            may_end_early,
            who,
        }
    }

    /// Emits the place for the value of a member, by its index in the plan.
    fn slot(&self, index: usize) -> TokenStream {
        let seen = self.seen(index);
        let field = self.slots.get(index).and_then(|slot| self.draft.get(slot));
        field.map_or_else(
            || quote!(&mut #seen),
            |field| quote!(M::slot(&mut draft, &mut #seen, |draft: &mut Self| &mut draft.#field)),
        )
    }

    /// Emits what tells whether a member was met: its variable, or where the values are in a draft,
    /// its place in an array, because that many variables would take the compiler long.
    fn seen(&self, index: usize) -> TokenStream {
        match self.slots.get(index) {
            Some(slot) if !self.draft.contains_key(slot) => quote!(#slot),
            _ => {
                let index = Literal::usize_unsuffixed(index);
                quote!(seen[#index])
            }
        }
    }

    /// Emits the variables for members that were not met yet.
    fn unseen(&self) -> TokenStream {
        let (drafted, others): (Vec<&Ident>, _) =
            (self.slots.iter()).partition(|slot| self.draft.contains_key(slot));
        let seen = (!drafted.is_empty()).then(|| {
            let length = Literal::usize_unsuffixed(self.slots.len());
            quote!(let mut seen = [M::UNSEEN; #length];)
        });
        quote!(#seen #(let mut #others = None;)*)
    }

    /// Emits the place for members without a name of their own.
    fn others(&self, others: &Ident) -> TokenStream {
        self.draft.get(others).map_or_else(
            || quote!(&mut #others),
            |field| quote!(M::part(&mut draft, &mut #others, |draft: &mut Self| &mut draft.#field)),
        )
    }
}

impl Context<'_> {
    /// Emits a walk over an object.
    pub(super) fn object(&self, typed: &Typed, target: &Target<'_>) -> TokenStream {
        let walk = Walk {
            ctx: self,
            typed,
            target,
            unevaluated: typed.object.iter().find_map(|rule| rule.rule.unevaluated),
            notes: target.who == Who::Walk && self.notes_members(typed),
            bases: Bases::default(),
        };
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

/// Of more members than these, hardly any document has all in order, and the code would be long.
const MOST_IN_ORDER: usize = 8;

/// Members mostly come in the order of the schema, so behind each the next one is looked for before
/// anything else; the loop is for those that come in another.
fn in_order(arms: &[Arm], other: &Arm) -> TokenStream {
    let known = arms.iter().enumerate().map(|(index, arm)| {
        let read = &arm.read;
        let [index, next] = [index, index + 1].map(Literal::usize_unsuffixed);
        quote! {
            if next == Some(#index) {
                #read?;
                next = obj.next_of(r, NAMES, #next)?;
            }
        }
    });
    let other = other.statements();
    quote! {
        let mut next = obj.next_of(r, NAMES, 0)?;
        while next.is_some() {
            #(#known)*
            if next == Some(NAMES.others()) {
                #other
                next = obj.next(r, NAMES)?;
            }
        }
    }
}

struct Walk<'w> {
    ctx: &'w Context<'w>,
    typed: &'w Typed,
    target: &'w Target<'w>,
    /// What judges members that nothing else does.
    unevaluated: Option<NodeId>,
    /// Whether places of members are noted for other schemas.
    notes: bool,
    bases: Bases,
}

/// The ways to `properties` in other schemas than the one at hand: each has a name, since there may
/// be many members.
#[derive(Default)]
struct Bases(RefCell<Vec<(Way, Option<String>)>>);

impl Bases {
    /// The constant for what `properties` says in the schema that `way` leads to, or for what a
    /// reference there leads to.
    fn name(&self, way: Way, target: Option<&String>) -> Ident {
        let mut ways = self.0.borrow_mut();
        let known = ways
            .iter()
            .position(|(other, to)| *other == way && to.as_ref() == target);
        let index = known.unwrap_or(ways.len());
        if known.is_none() {
            ways.push((way, target.cloned()));
        }
        format_ident!("VIA_{index}")
    }

    /// The definitions of all constants that were named.
    fn definitions(&self) -> TokenStream {
        let ways = self.0.borrow();
        let definitions = ways.iter().enumerate().map(|(index, (way, target))| {
            let (name, edge) = (format_ident!("VIA_{index}"), edge(way));
            let end = match target {
                None => quote!(to_property()),
                Some(target) => quote!(to_reference(#target)),
            };
            quote!(const #name: Edge = #edge.#end;)
        });
        quote!(#(#definitions)*)
    }
}

impl Walk<'_> {
    fn names(&self) -> TokenStream {
        let names = self.typed.plan.members.iter().map(|member| &member.name);
        quote!(
            const NAMES: &Names = names![#(#names),*];
        )
    }

    fn members(&self) -> TokenStream {
        let members = self.typed.plan.members.iter();
        let arms: Vec<Arm> = members
            .enumerate()
            .map(|(index, member)| self.member(member, index))
            .collect();
        let other = self.other();
        let (note, before) = (self.note(), self.before_each());
        let is_plain = before.is_empty() && arms.iter().all(|arm| arm.before.is_empty());
        if arms.is_empty() {
            let next = quote!(obj.next(r, NAMES)?.is_some());
            let other = other.statements();
            return quote!(while #next { #note #before #other });
        }
        if is_plain && self.target.may_end_early && self.ignores_others() {
            return self.members_until_settled(&arms, &note);
        }
        if is_plain && !self.notes && arms.len() <= MOST_IN_ORDER {
            return in_order(&arms, &other);
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
        let says_nothing = |rule: &Ruled<ObjectRule>| {
            let additional = rule.rule.additional;
            rule.rule.patterns.is_empty()
                && matches!(additional, Additional::Absent | Additional::Any)
        };
        !self.typed.is_asked
            && self.unevaluated.is_none()
            && self.typed.object.iter().all(says_nothing)
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

    /// Where a member stands is noted for other schemas.
    fn note(&self) -> TokenStream {
        let note = || quote!(obj.note(r, DEMANDS, &mut by_members););
        self.notes.then(note).unwrap_or_default()
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

    /// What is done with a member that has none.
    fn other(&self) -> Arm {
        if let Some(read) = self.simple_other() {
            let before = TokenStream::new();
            return Arm { before, read };
        }
        let mut evaluated = Evaluated::of(false);
        let rules = self.typed.object.iter().enumerate();
        let rules: Vec<TokenStream> = rules
            .map(|(index, rule)| self.other_by(rule, index, &mut evaluated))
            .collect();
        let evaluated = self.evaluated(&evaluated);
        let read = self.read_other();
        Arm {
            before: quote!(#(#rules)* #evaluated),
            read,
        }
    }

    /// One call, where one schema says all there is to say.
    fn simple_other(&self) -> Option<TokenStream> {
        if self.unevaluated.is_some() || self.typed.is_asked {
            return None;
        }
        let says_something = |rule: &&Ruled<ObjectRule>| {
            !rule.rule.patterns.is_empty()
                || matches!(
                    rule.rule.additional,
                    Additional::Schema(_) | Additional::Forbidden
                )
        };
        let mut rules = self.typed.object.iter().filter(says_something);
        let (only, None) = (rules.next(), rules.next()) else {
            return None;
        };
        let Some(rule) = only else {
            return Some(self.read_other());
        };
        if !rule.rule.patterns.is_empty() {
            return None;
        }
        match rule.rule.additional {
            Additional::Forbidden if rule.way.is_here() => Some(quote!(obj.forbidden(r, NAMES))),
            Additional::Schema(node) => {
                let way = rule.way.then(&Way::to("/additionalProperties"));
                Some(self.read_by(&way, node))
            }
            Additional::Forbidden | Additional::Any | Additional::Absent => None,
        }
    }

    /// Reads the member at hand by a schema.
    fn read_by(&self, way: &Way, node: NodeId) -> TokenStream {
        let (edge, reader) = (
            self.ctx.edge_to(Some(&(way.clone(), node))),
            self.ctx.reader(Some(node)),
        );
        self.target.others.map_or_else(
            || quote!(obj.pass(r, #edge, #reader)),
            |(others, _)| {
                let others = self.target.others(others);
                quote!(obj.other(r, #others, #edge, #reader))
            },
        )
    }

    /// Reads the member at hand: by the schema that judges all of its kind, or whatever it is.
    fn read_other(&self) -> TokenStream {
        let Some((others, value)) = self.target.others else {
            return quote!(obj.ignore(r));
        };
        let Some(value) = value else {
            let others = self.target.others(others);
            return quote!(obj.other(r, #others, Edge::NONE, Reader::any));
        };
        for (index, Ruled { way, rule }) in self.typed.object.iter().enumerate() {
            if rule.additional == Additional::Schema(value) {
                return self.read_by(&way.then(&Way::to("/additionalProperties")), value);
            }
            let mut patterns = rule.patterns.iter();
            if let Some(pattern) = patterns.find(|pattern| pattern.value == value) {
                let read = self.read_by(&way.then(&Way::to(pattern.path())), value);
                let matched = matched(index);
                return quote!(if #matched { #read } else { obj.ignore(r) });
            }
        }
        quote!(obj.ignore(r))
    }

    /// What one schema says of a member that it does not name.
    fn other_by(
        &self,
        rule: &Ruled<ObjectRule>,
        index: usize,
        evaluated: &mut Evaluated,
    ) -> TokenStream {
        let Ruled { way, rule } = rule;
        // What reads the value judges it too.
        let reads = |node: NodeId| matches!(self.target.others, Some((_, Some(by))) if by == node);
        let rest = match rule.additional {
            Additional::Absent | Additional::Any => None,
            Additional::Schema(node) if reads(node) => None,
            Additional::Forbidden => Some(along(way, &quote!(obj.forbid(r, NAMES)))),
            Additional::Schema(node) => {
                Some(self.judge(&way.then(&Way::to("/additionalProperties")), node))
            }
        };
        evaluated.always |= rule.additional != Additional::Absent;
        if rule.patterns.is_empty() {
            return rest.unwrap_or_default();
        }
        let matched = matched(index);
        let patterns = rule.patterns.iter().map(|rule| {
            let judge = (!reads(rule.value))
                .then(|| self.judge(&way.then(&Way::to(rule.path())), rule.value));
            let pattern = super::pattern::pattern(&rule.pattern);
            quote! {
                {
                    static PATTERN: Pattern = #pattern;
                    if obj.name_matches(r, &PATTERN)? {
                        #matched = true;
                        #judge
                    }
                }
            }
        });
        let rest = rest.map(|rest| quote!(if !#matched { #rest }));
        evaluated.sometimes.push(matched.clone());
        quote!(let mut #matched = false; #(#patterns)* #rest)
    }

    /// What is done about members that nothing evaluated, and for schemas that want to know.
    fn evaluated(&self, evaluated: &Evaluated) -> TokenStream {
        let note = self.typed.is_asked.then(|| quote!(obj.evaluated(r);));
        let Some(node) = self.unevaluated else {
            return match evaluated.condition() {
                None => note.unwrap_or_default(),
                Some([]) => TokenStream::new(),
                Some(conditions) => note.map_or_else(
                    TokenStream::new,
                    |note| quote!(if #(#conditions)||* { #note }),
                ),
            };
        };
        let judge = match self.ctx.node(node).kind {
            Kind::Any => TokenStream::new(),
            Kind::Never => quote!(obj.unevaluated(r)?;),
            Kind::Refer { .. } | Kind::Typed(_) => {
                self.judge(&Way::to("/unevaluatedProperties"), node)
            }
        };
        match evaluated.condition() {
            None => quote!(#note),
            Some(conditions) => quote! {
                if #(!#conditions &&)* !obj.is_in(&evaluated) { #judge }
                #note
            },
        }
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
        let noted = self
            .notes
            .then(|| quote!(obj.judge_noted(r, DEMANDS, &by_members)?;));
        quote!(#required #(#counts)* #noted)
    }

    fn required(&self) -> TokenStream {
        let mut ways: Vec<(&Way, Vec<TokenStream>)> = Vec::new();
        for (index, member) in self.typed.plan.members.iter().enumerate() {
            let seen = self.target.seen(index);
            let name = &member.name;
            for way in &member.required {
                let entry = quote!((#name, #seen.is_some()));
                match ways.iter_mut().find(|(other, _)| *other == way) {
                    Some((_, entries)) => entries.push(entry),
                    None => ways.push((way, vec![entry])),
                }
            }
        }
        let calls = ways
            .iter()
            .map(|(way, entries)| along(way, &quote!(obj.required(r, &[#(#entries),*]))));
        quote!(#(#calls)*)
    }
}

/// The variable that says whether a pattern of one of the rules matched a name.
fn matched(rule: usize) -> Ident {
    format_ident!("matched_{rule}")
}

/// Whether the schema itself evaluates a member: always, or where one of some variables is set.
struct Evaluated {
    always: bool,
    sometimes: Vec<Ident>,
}

impl Evaluated {
    fn of(always: bool) -> Self {
        Self {
            always,
            sometimes: Vec::new(),
        }
    }

    /// The variables on which it depends; `None` where it depends on nothing.
    fn condition(&self) -> Option<&[Ident]> {
        (!self.always).then_some(self.sometimes.as_slice())
    }
}
