//! Members that have no name in the plan, and members that nothing evaluated.

use super::super::arm::Arm;
use super::super::docs;
use super::super::pattern::pattern;
use super::super::shared::Task;
use super::super::types::Scope;
use super::super::way::along;
use super::Walk;
use crate::ir::{Additional, Kind, NodeId, ObjectRule, PatternRule, Ruled, Way};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

impl Walk<'_> {
    /// What is done with a member that has none.
    pub(super) fn other(&self) -> Arm {
        if let Some(simple) = self.simple_other() {
            return simple;
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

    /// Emits a function for that, which is generic over what the walk is for.
    pub(super) fn others_function(&self, name: &Ident, owner: &str) -> TokenStream {
        let apart = Self {
            is_apart: true,
            ..Self::new(self.ctx, self.typed, self.target)
        };
        let Arm { before, read } = apart.other();
        let kept = self.target.others.map(|(others, value)| {
            let value = self.ctx.type_of_node(value, Scope::Hidden);
            quote!(#others: &mut M::Out<Members<#value>>,)
        });
        let task = Task::OthersOf(owner.to_owned());
        let owner = docs::code(owner);
        let more = docs::and_more(self.ctx.others_like(&task), "type");
        let docs = docs::line(&format!("Members of {owner}{more} that have no row."));
        let code = quote! {
            <'a, M: Mode>(
                obj: &mut Object,
                r: &mut Reader<'a, M>,
                names: &'static Names,
                #kept
            ) -> Result<(), Stop> {
                #before
                #read
            }
        };
        self.ctx.note(task, name, &code);
        quote! {
            #docs
            #[inline]
            fn #name #code
        }
    }

    /// What names the members that the schema does: a parameter of a function of its own.
    fn names_at_hand(&self) -> TokenStream {
        if self.is_apart {
            quote!(names)
        } else {
            quote!(NAMES)
        }
    }

    fn place_of_others(&self, others: &Ident) -> TokenStream {
        if self.is_apart {
            quote!(#others)
        } else {
            self.target.others(others)
        }
    }

    /// Where one schema says all there is to say.
    fn simple_other(&self) -> Option<Arm> {
        if self.unevaluated.is_some() || self.typed.is_asked {
            return None;
        }
        let rules = self.typed.object.iter();
        let mut rules = rules.filter(|rule| !rule.rule.ignores_others());
        let (only, None) = (rules.next(), rules.next()) else {
            return None;
        };
        let Some(Ruled { way, rule }) = only else {
            return Some(Arm::reading(self.read_other()));
        };
        if let Some((way, node)) = self.judge_of_others(way, rule) {
            return Some(Arm::reading(self.read_by(&way, node)));
        }
        match rule.patterns.as_slice() {
            [] => self.forbidden(way).map(Arm::reading),
            [only] => self.by_pattern(way, rule, only),
            _ => None,
        }
    }

    /// What a rule has every member read by that it does not name, whatever its name is: where they are
    /// kept, what they are kept as.
    pub(super) fn judge_of_others(&self, way: &Way, rule: &ObjectRule) -> Option<(Way, NodeId)> {
        let (path, node) = rule.judge_of_others()?;
        let mut kept = self.target.others.iter();
        kept.all(|(_, value)| *value == Some(node))
            .then(|| (way.then(&Way::to(path)), node))
    }

    /// Where the schema at hand forbids the member.
    fn forbidden(&self, way: &Way) -> Option<TokenStream> {
        way.is_here().then(|| {
            let names = self.names_at_hand();
            quote!(obj.forbidden(r, #names))
        })
    }

    /// Where a pattern tells by which of two ways the member is read, of which one alone is kept at most.
    fn by_pattern(&self, way: &Way, rule: &ObjectRule, only: &PatternRule) -> Option<Arm> {
        let kept = self.target.others.map(|(_, value)| value);
        if kept.is_some_and(|value| value != Some(only.value)) {
            return None;
        }
        let matching = self.read_by(&way.then(&Way::to(only.path())), only.value);
        let rest = match rule.additional {
            Additional::Absent | Additional::Any => quote!(obj.ignore(r)),
            Additional::Forbidden => self.forbidden(way)?,
            Additional::Schema(node) if kept.is_none() || node == only.value => {
                self.read_by(&way.then(&Way::to("/additionalProperties")), node)
            }
            Additional::Schema(_) => return None,
        };
        let pattern = pattern(&only.pattern);
        Some(Arm {
            before: quote!(static PATTERN: Pattern = #pattern;),
            read: quote!(if obj.name_matches(r, &PATTERN)? { #matching } else { #rest }),
        })
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
                let others = self.place_of_others(others);
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
            let others = self.place_of_others(others);
            return if self.leaves_others() {
                quote!(obj.other_noted(r, #others, DEMANDS, &mut by_members))
            } else {
                quote!(obj.other(r, #others, Edge::NONE, Reader::any))
            };
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
            Additional::Forbidden => {
                let names = self.names_at_hand();
                Some(along(way, &quote!(obj.forbid(r, #names))))
            }
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
            let pattern = pattern(&rule.pattern);
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
    pub(super) fn evaluated(&self, evaluated: &Evaluated) -> TokenStream {
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
}

/// The variable that says whether a pattern of one of the rules matched a name.
fn matched(rule: usize) -> Ident {
    format_ident!("matched_{rule}")
}

/// Whether the schema itself evaluates a member: always, or where one of some variables is set.
pub(super) struct Evaluated {
    always: bool,
    sometimes: Vec<Ident>,
}

impl Evaluated {
    pub(super) fn of(always: bool) -> Self {
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
