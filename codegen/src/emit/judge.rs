//! Functions for schemas whose values are judged and never built: what stands under `not` and `if`,
//! alternatives that no type is made of, and the like.

use super::demands::Who;
use super::function::Function;
use super::rules::{number_rules, text_rules};
use super::shared::Task;
use super::{Context, array, docs, in_place, object};
use crate::ir::{Kind, NodeId, Typed};
use crate::names::{field_case, ident, last_words, unused};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};
use tollgate_core::{JsonType, TypeSet};

/// The functions that were asked for.
#[derive(Debug, Default)]
pub(super) struct Judges {
    names: BTreeMap<NodeId, String>,
    taken: BTreeSet<String>,
    /// Those that are not yet emitted.
    pending: Vec<NodeId>,
}

/// What is given for a value that was judged, and of which nothing is built.
#[derive(Debug, Clone, Copy)]
pub(super) enum End {
    /// That it may be there.
    Judged,
    /// That it may not, whatever it is.
    Refused,
}

impl End {
    pub(super) fn given(self) -> TokenStream {
        match self {
            Self::Judged => quote!(Ok(M::build(|| ()))),
            Self::Refused => quote!(M::absent()),
        }
    }

    /// The same after a call that judges the value.
    pub(super) fn after(self, call: &TokenStream) -> TokenStream {
        match self {
            Self::Judged => quote!(M::done(#call)),
            Self::Refused => quote!(#call?; M::absent()),
        }
    }
}

impl Context<'_> {
    /// A function that judges a value of the node, which is no reference.
    pub(super) fn judging_reader(&self, node: NodeId) -> Function {
        match &self.node(node).kind {
            Kind::Any | Kind::Refer { .. } => Function::method(quote!(skip)),
            Kind::Never => Function::method(quote!(nothing)),
            Kind::Typed(_) if self.shapes.is_built(node) => self.reader(Some(node)),
            Kind::Typed(typed) => {
                plain_judge(typed).unwrap_or_else(|| Function::own(&self.judge_name(node)))
            }
        }
    }

    fn judge_name(&self, node: NodeId) -> String {
        let node = self.judge_standing_for(node);
        let mut judges = self.judges.borrow_mut();
        if let Some(name) = judges.names.get(&node) {
            return name.clone();
        }
        let words = last_words(&self.node(node).location);
        let name = format!("judge_{}", field_case(&words));
        let name = unused(&mut judges.taken, &[name]);
        judges.names.insert(node, name.clone());
        judges.pending.push(node);
        name
    }

    /// Emits all functions that were asked for, and those that they ask for.
    pub(super) fn judges(&self) -> TokenStream {
        let mut functions = TokenStream::new();
        loop {
            let next = self.judges.borrow_mut().pending.pop();
            let Some(node) = next else {
                return functions;
            };
            functions.extend(self.judge_function(node));
        }
    }

    fn judge_function(&self, node: NodeId) -> TokenStream {
        let Some(typed) = self.ir.typed(node) else {
            return TokenStream::new();
        };
        let own = |json_type| typed.rules(json_type);
        // What is remembered is also where the value ends.
        let may_end_early = !self.cycles.contain(node);
        let choice = typed.only_choice();
        let who = if choice.is_none() && own(JsonType::Object) {
            Who::Walk
        } else {
            Who::Look
        };
        let parts: Vec<(JsonType, TokenStream)> = JsonType::ALL
            .into_iter()
            .filter(|&json_type| json_type != JsonType::Integer && own(json_type))
            .map(|json_type| {
                (
                    json_type,
                    self.judging_part(typed, json_type, End::Judged, may_end_early, who),
                )
            })
            .collect();
        let listed = in_place::listed(typed, false);
        let types = Self::types(typed);
        let beside = self.beside(typed, choice.is_some(), who);
        let arms = parts.iter().map(|(json_type, part)| {
            let json_type = super::by_type::json_type(*json_type);
            quote!(#json_type => { #part })
        });
        let skipped = End::Judged.after(&quote!(r.skip()));
        let walk = if let Some(rule) = choice {
            let choice = self.choice_here(node, rule);
            End::Judged.after(&quote!(r.pass_choice(#choice)))
        } else if parts.is_empty() {
            skipped
        } else if let [(json_type, part)] = parts.as_slice()
            && is_asked_by_walk(*json_type)
            && typed.declared() == Some(TypeSet::from(*json_type))
            && listed.is_empty()
            && beside.is_empty()
        {
            // The walk itself asks for the type.
            let body = self.asking(typed, part);
            return self.judge_with(node, &self.remembered(node, &body));
        } else {
            quote! {
                match r.type_at_hand() {
                    #(#arms)*
                    _ => #skipped,
                }
            }
        };
        let body = self.asking(typed, &quote!(#types #listed #beside #walk));
        self.judge_with(node, &self.remembered(node, &body))
    }

    fn judge_with(&self, node: NodeId, body: &TokenStream) -> TokenStream {
        let name = ident(&self.judge_name(node));
        let constant = self.choice_definition(node);
        let task = Task::Judge(node);
        let location = docs::code(&self.node(node).location);
        let more = docs::and_more(self.others_like(&task), "place");
        let docs = docs::line(&format!("{location}{more}"));
        let code = quote! {
            <'a, M: Mode>(r: &mut Reader<'a, M>) -> Result<M::Out<()>, Stop> {
                #body
            }
        };
        if constant.is_none() {
            self.note(task, &name, &code);
        }
        quote! {
            #constant
            #docs
            #[inline]
            fn #name #code
        }
    }

    /// Emits a walk over a value of one type that builds nothing.
    pub(super) fn judging_part(
        &self,
        typed: &Typed,
        json_type: JsonType,
        end: End,
        may_end_early: bool,
        who: Who,
    ) -> TokenStream {
        match json_type {
            JsonType::Null | JsonType::Boolean => end.after(&quote!(r.skip())),
            JsonType::Number | JsonType::Integer => {
                if let Some(rules) = number_rules(typed) {
                    return end.after(&quote!(r.pass_number_within(#rules)));
                }
                let (rules, given) = (self.number_rules(typed), end.given());
                quote! {
                    let Some(mut number) = r.number()? else { return M::absent() };
                    #rules
                    #given
                }
            }
            JsonType::String => {
                if let Some((patterns, rules)) = text_rules(typed) {
                    let judged = end.after(&quote!(r.pass_text_within(#rules)));
                    return quote!(#patterns #judged);
                }
                let (rules, given) = (self.string_rules(typed), end.given());
                quote! {
                    let Some(text) = r.string()? else { return M::absent() };
                    #rules
                    #given
                }
            }
            JsonType::Array => self.array(typed, &array::Target::nowhere(&end.given())),
            JsonType::Object => self.object(
                typed,
                &object::Target::nowhere(typed, end, may_end_early, who),
            ),
        }
    }

    /// Emits the walk with notes of what is evaluated, where the schema asks for them.
    pub(super) fn asking(&self, typed: &Typed, body: &TokenStream) -> TokenStream {
        if typed.asks_what_is_evaluated() {
            quote!(r.asking(|r, mark| { #body }))
        } else {
            body.clone()
        }
    }
}

/// Whether the walk over values of a type reports values of others by itself.
fn is_asked_by_walk(json_type: JsonType) -> bool {
    matches!(
        json_type,
        JsonType::Object | JsonType::Array | JsonType::String
    )
}

/// The run time's function for a schema that asks for one type and nothing else.
fn plain_judge(typed: &Typed) -> Option<Function> {
    let asks_more = JsonType::ALL
        .into_iter()
        .any(|json_type| typed.rules(json_type));
    if asks_more || !typed.listed.is_empty() || !typed.in_place.is_empty() {
        return None;
    }
    let mut types = typed.declared()?.iter();
    let (Some(only), None) = (types.next(), types.next()) else {
        return None;
    };
    let method = match only {
        JsonType::Null => quote!(unit),
        JsonType::Boolean => quote!(flag),
        JsonType::String => quote!(text),
        JsonType::Number => quote!(number_as::<Number>),
        JsonType::Integer => quote!(integer_as::<Number>),
        JsonType::Array | JsonType::Object => return None,
    };
    Some(Function::method(method))
}
