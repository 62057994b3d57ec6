//! Walks over arrays: who judges which item, and where it goes.

use super::Context;
use super::arm::Arm;
use super::function::Function;
use super::way::along;
use crate::ir::{ArrayRule, CountRule, Kind, NodeId, Position, Ruled, Typed, Way};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

/// Where the items of an array go.
pub(super) struct Target {
    /// The variable for each of the first items.
    pub(super) slots: Vec<Ident>,
    /// The variable for the items behind those.
    pub(super) rest: Option<Ident>,
    /// Whether all items are one list, and nothing else is given in the end.
    pub(super) is_list: bool,
    /// What is given in the end.
    pub(super) finish: TokenStream,
}

impl Target {
    /// Items go nowhere: they are only judged.
    pub(super) fn nowhere(finish: &TokenStream) -> Self {
        Self {
            slots: Vec::new(),
            rest: None,
            is_list: false,
            finish: finish.clone(),
        }
    }
}

impl Context<'_> {
    /// The type of the items where nothing is asked of an array but that the schema of `items` says what
    /// each of them is.
    pub(super) fn plain_item(&self, typed: &Typed) -> Option<TokenStream> {
        let nowhere = Target::nowhere(&TokenStream::new());
        let walk = self.walk(typed, &nowhere);
        let (way, node) = typed.plan.rest.value.as_ref()?;
        let way = self.way_to(way, *node);
        let is_usual = walk.is_all() && way.target.is_none() && way.path == "/items";
        walk.item_type().filter(|_| is_usual)
    }

    fn walk<'w>(&'w self, typed: &'w Typed, target: &'w Target) -> Walk<'w> {
        Walk {
            ctx: self,
            typed,
            target,
            unevaluated: typed.array.iter().find_map(|rule| rule.rule.unevaluated),
        }
    }

    /// Emits a walk over an array.
    pub(super) fn array(&self, typed: &Typed, target: &Target) -> TokenStream {
        let walk = self.walk(typed, target);
        if let Some(list) = walk.list() {
            return list;
        }
        let (slots, finish) = (&target.slots, &target.finish);
        let rest = target.rest.iter();
        let (counters, contains) = walk.contains();
        let items = walk.items(&contains);
        let end = walk.end();
        let seen = walk
            .unevaluated
            .map(|_| quote!(let evaluated = r.evaluated(mark);));
        quote! {
            #(let mut #slots = None;)*
            #(let mut #rest = M::build(Vec::new);)*
            #counters
            #seen
            let Some(mut arr) = r.array()? else { return M::absent() };
            #items
            #end
            #finish
        }
    }
}

struct Walk<'w> {
    ctx: &'w Context<'w>,
    typed: &'w Typed,
    target: &'w Target,
    /// What judges items that nothing else does.
    unevaluated: Option<NodeId>,
}

impl Walk<'_> {
    /// The counters of `contains`, and what counts.
    fn contains(&self) -> (TokenStream, TokenStream) {
        let mut counters = TokenStream::new();
        let mut counts = TokenStream::new();
        for (index, Ruled { way, rule }) in self.typed.array.iter().enumerate() {
            let Some(contains) = &rule.contains else {
                continue;
            };
            let check = self
                .ctx
                .check(&way.then(&Way::to("/contains")), contains.node);
            let (matched, counter) = (matched(index), counter(index));
            counters.extend(quote!(let mut #counter = 0u64;));
            counts.extend(quote! {
                let #matched = arr.holds(r, const { &#check })?;
                #counter += u64::from(#matched);
            });
        }
        (counters, counts)
    }

    /// Whether one schema says all of each item.
    fn is_plain(&self) -> bool {
        let plan = &self.typed.plan;
        plan.prefix.is_empty()
            && plan.rest.forbidden.is_empty()
            && plan.rest.also.is_empty()
            && self.unevaluated.is_none()
            && !self.typed.is_asked
            && self
                .typed
                .array
                .iter()
                .all(|rule| rule.rule.contains.is_none())
    }

    /// The type whose own function reads the items.
    fn item_type(&self) -> Option<TokenStream> {
        let (_, node) = self.typed.plan.rest.value.as_ref()?;
        let item = self.ctx.named(self.ctx.ir.target(*node).0)?;
        Some(item.path())
    }

    /// Whether one schema says all of each item, and nothing is asked of the array itself.
    fn is_all(&self) -> bool {
        let asks = |rule: &ArrayRule| rule.unique || !rule.counts.is_empty();
        self.is_plain() && !self.typed.array.iter().any(|rule| asks(&rule.rule))
    }

    /// The whole walk, where that is so.
    fn list(&self) -> Option<TokenStream> {
        if !self.target.is_list || !self.is_all() {
            return None;
        }
        let rest = &self.typed.plan.rest;
        let edge = self.ctx.edge_to(rest.value.as_ref());
        Some(if let Some(item) = self.item_type() {
            quote!(r.list_of::<#item>(#edge))
        } else {
            self.reader(rest).list(&edge)
        })
    }

    fn items(&self, contains: &TokenStream) -> TokenStream {
        let plan = &self.typed.plan;
        if self.is_plain()
            && let Some(rest) = &self.target.rest
        {
            let edge = self.ctx.edge_to(plan.rest.value.as_ref());
            if self.item_type().is_some() {
                return quote!(arr.inner(r, &mut #rest, #edge)?;);
            }
            let reader = self.reader(&plan.rest);
            return quote!(arr.items(r, &mut #rest, #edge, #reader)?;);
        }
        if self.is_plain()
            && let Some(judge) = self.judge(&plan.rest)
        {
            let edge = self.ctx.edge_to(plan.rest.value.as_ref());
            return quote!(arr.each(r, #edge, #judge)?;);
        }
        let arms = plan.prefix.iter().enumerate().map(|(index, position)| {
            let index_pattern = Literal::usize_unsuffixed(index);
            self.item(position, self.target.slots.get(index))
                .of(&quote!(#index_pattern))
        });
        let rest = self.rest_item();
        let items = if plan.prefix.is_empty() {
            rest.statements()
        } else {
            let rest = rest.of(&quote!(_));
            quote!(match arr.index() { #(#arms)* #rest }?;)
        };
        quote!(while arr.next(r)? { #contains #items })
    }

    fn reader(&self, position: &Position) -> Function {
        let value = position.value.as_ref().map(|(_, node)| *node);
        self.ctx.reader(value)
    }

    /// The function that judges items, where that is a generated one and nothing is built of them.
    fn judge(&self, position: &Position) -> Option<Function> {
        let (_, node) = position.value.as_ref()?;
        if self.ctx.shapes.is_built(self.ctx.ir.target(*node).0) {
            return None;
        }
        let reader = self.reader(position);
        matches!(reader, Function::Own(_)).then_some(reader)
    }

    fn item(&self, position: &Position, slot: Option<&Ident>) -> Arm {
        let edge = self.ctx.edge_to(position.value.as_ref());
        let value = position.value.as_ref().map(|(_, node)| *node);
        let read = if let Some(slot) = slot {
            let reader = self.ctx.inferred_reader(value);
            quote!(arr.slot(r, &mut #slot, #edge, #reader))
        } else {
            let reader = self.ctx.reader(value);
            quote!(arr.pass(r, #edge, #reader))
        };
        Arm {
            before: self.before(position),
            read,
        }
    }

    fn rest_item(&self) -> Arm {
        let position = &self.typed.plan.rest;
        let Some(rest) = &self.target.rest else {
            return self.item(position, None);
        };
        let edge = self.ctx.edge_to(position.value.as_ref());
        let reader = self.reader(position);
        Arm {
            before: self.before(position),
            read: quote!(arr.push(r, &mut #rest, #edge, #reader)),
        }
    }

    /// What is judged of an item before it is read.
    fn before(&self, position: &Position) -> TokenStream {
        let forbidden = position.forbidden.iter();
        let forbidden =
            forbidden.map(|(way, keyword)| along(way, &quote!(arr.forbid(r, #keyword))));
        let also = position.also.iter().map(|(way, node)| {
            let check = self.ctx.check(way, *node);
            quote!(arr.judge(r, const { &#check })?;)
        });
        let evaluated = self.evaluated(position.is_evaluated);
        quote!(#(#forbidden)* #(#also)* #evaluated)
    }

    /// What is done about items that nothing evaluated, and for schemas that want to know.
    fn evaluated(&self, always: bool) -> TokenStream {
        let note = self.typed.is_asked.then(|| quote!(arr.evaluated(r);));
        if always {
            return quote!(#note);
        }
        let rules = self.typed.array.iter().enumerate();
        let evaluates = |rule: &ArrayRule| {
            let contains = rule.contains.as_ref();
            contains.is_some_and(|contains| contains.evaluates)
        };
        let matched: Vec<Ident> = rules
            .filter(|(_, rule)| evaluates(&rule.rule))
            .map(|(index, _)| matched(index))
            .collect();
        let Some(node) = self.unevaluated else {
            return match note {
                Some(note) if !matched.is_empty() => quote!(if #(#matched)||* { #note }),
                Some(_) | None => TokenStream::new(),
            };
        };
        let judge = match self.ctx.node(node).kind {
            Kind::Any => TokenStream::new(),
            Kind::Never => quote!(arr.forbid(r, "unevaluatedItems")?;),
            Kind::Refer { .. } | Kind::Typed(_) => {
                let check = self.ctx.check(&Way::to("/unevaluatedItems"), node);
                quote!(arr.judge(r, const { &#check })?;)
            }
        };
        quote! {
            if #(!#matched &&)* !arr.is_in(r, &evaluated) { #judge }
            #note
        }
    }

    /// What is judged once the array has been read.
    fn end(&self) -> TokenStream {
        let rules = self.typed.array.iter().enumerate();
        let rules = rules.map(|(index, Ruled { way, rule })| {
            let counts = rule.counts.iter().map(|count| {
                let call = match count {
                    CountRule::Min(least) => quote!(r.min_items(&arr, #least)),
                    CountRule::Max(most) => quote!(r.max_items(&arr, #most)),
                };
                along(way, &call)
            });
            let unique = rule
                .unique
                .then(|| along(way, &quote!(r.unique_items(&arr))));
            let contains = contained(rule, index, way);
            quote!(#(#counts)* #unique #contains)
        });
        quote!(#(#rules)*)
    }
}

/// How many items may match `contains`.
fn contained(rule: &ArrayRule, index: usize, way: &Way) -> TokenStream {
    let Some(contains) = &rule.contains else {
        return TokenStream::new();
    };
    let counter = counter(index);
    let (keyword, least) = match contains.least {
        Some(least) => ("minContains", least),
        None => ("contains", 1),
    };
    let least = (least > 0).then(|| {
        along(
            way,
            &quote!(r.min_contains(&arr, #keyword, #counter, #least)),
        )
    });
    let most = contains
        .most
        .map(|most| along(way, &quote!(r.max_contains(&arr, #counter, #most))));
    quote!(#least #most)
}

/// The variable that says whether `contains` of one of the rules matches the item at hand.
fn matched(rule: usize) -> Ident {
    format_ident!("matched_{rule}")
}

/// The variable that counts those items.
fn counter(rule: usize) -> Ident {
    format_ident!("count_{rule}")
}
