//! Objects of whose members nothing is asked but what the schema of each says, as rows: one for each member.

use super::super::function::Function;
use super::super::pattern::pattern;
use super::super::way::edge;
use super::Walk;
use crate::ir::{Additional, Member, NodeId, Ruled, Way};
use crate::names::{ident, local};
use crate::shape::{Field, Others};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

/// The table that is made of them has no more rows.
const MOST_ROWS: usize = 1_024;

/// What the rows of a struct are for.
pub(in crate::emit) struct Record<'r> {
    /// The name of the struct.
    pub(in crate::emit) name: &'r str,
    pub(in crate::emit) fields: &'r [Field],
    pub(in crate::emit) others: Option<&'r Others>,
    pub(in crate::emit) is_unrolled: bool,
}

/// The rows of a struct, and what they name.
pub(in crate::emit) struct Rows {
    /// Constants, which stand before the rows.
    pub(in crate::emit) vias: TokenStream,
    /// A function, which stands beside the type's.
    pub(in crate::emit) function: Option<TokenStream>,
    pub(in crate::emit) lines: TokenStream,
    /// What judges an object by what was noted on the way.
    pub(in crate::emit) end: Option<TokenStream>,
}

impl Record<'_> {
    /// Whether the struct can be there before its members are.
    pub(in crate::emit) fn is_draft(&self) -> bool {
        let is_empty = self.fields.is_empty() && self.others.is_none();
        !is_empty && self.fields.iter().all(|field| !field.required)
    }

    /// Emits `draft` or `whole`.
    pub(in crate::emit) fn kind(&self) -> TokenStream {
        if self.is_draft() {
            quote!(draft)
        } else {
            quote!(whole)
        }
    }

    /// The variable in which a value waits for the others, where it does.
    fn variable(&self, name: &str) -> Option<TokenStream> {
        let variable = local(name);
        (!self.is_draft()).then(|| quote!([#variable]))
    }
}

impl Walk<'_> {
    /// Emits a walk by rows that builds nothing; `None` where rows do not say it all.
    pub(super) fn judged_by_rows(&self) -> Option<TokenStream> {
        let end = self.target.end?;
        if !self.has_rows() || self.noted.is_some() {
            return None;
        }
        let others = self.others()?.row();
        let members = self.typed.plan.members.iter();
        let rows: Vec<TokenStream> = members
            .map(|member| {
                let (name, read) = (&member.name, self.read_in_row(member));
                quote!(#name: #read;)
            })
            .collect();
        let settling = (self.target.may_end_early && self.ignores_others() && !rows.is_empty())
            .then(|| quote!(settling));
        let (required, vias) = (self.required_rows(), self.bases.definitions());
        let judged = end.after(&quote!(
            v1::judged!(r #settling, required [#(#required),*]; #(#rows)* #others)
        ));
        Some(quote!(#vias #judged))
    }

    /// Emits a walk over an object of which one schema says all there is to say of its members, whatever
    /// they are called or as long as their names match its only pattern; `None` where it is not so simple.
    pub(super) fn map(&self) -> Option<TokenStream> {
        let (_, kept) = self.target.others?;
        let is_more = self.target.is_struct || !self.typed.plan.members.is_empty();
        if is_more || !self.has_rows() || self.noted.is_some() {
            return None;
        }
        let (function, edge) = match self.others() {
            Some(Rest::Ignored) => (self.ctx.reader(None), quote!(Edge::NONE)),
            Some(Rest::Judged(function, edge)) => (function, edge),
            Some(Rest::Forbidden(_)) => return None,
            None => return self.map_of_matching(kept?),
        };
        Some(quote!(r.map(#edge, #function)))
    }

    /// The same where all members are kept as `kept`, and those are forbidden that do not match.
    fn map_of_matching(&self, kept: NodeId) -> Option<TokenStream> {
        let rules = self.typed.object.iter();
        let mut rules = rules.filter(|rule| !rule.rule.ignores_others());
        let (Some(Ruled { way, rule }), None) = (rules.next(), rules.next()) else {
            return None;
        };
        let [only] = rule.patterns.as_slice() else {
            return None;
        };
        let forbids_others = rule.additional == Additional::Forbidden && way.is_here();
        if only.value != kept || !forbids_others {
            return None;
        }
        let pattern = pattern(&only.pattern);
        let edge = edge(&self.ctx.way_to(&Way::to(only.path()), kept));
        let function = self.ctx.reader(Some(kept));
        Some(quote! {
            static PATTERN: Pattern = #pattern;
            r.map_of_matching(&PATTERN, #edge, #function)
        })
    }

    /// Emits the rows of a struct; `None` where they do not say it all.
    pub(super) fn rows(&self, record: &Record<'_>) -> Option<Rows> {
        let members = &self.typed.plan.members;
        if !self.has_rows()
            || members.len() != record.fields.len()
            || !members.iter().all(Member::is_field)
        {
            return None;
        }
        // Steps of their own note nothing, nor do rows leave members to the schemas that ask for them.
        if self.noted.is_some() && (record.is_unrolled || self.leaves_others()) {
            return None;
        }
        let rows = members.iter().zip(record.fields).enumerate();
        let rows: Vec<TokenStream> = rows
            .map(|(index, (member, field))| self.row(record, index, member, field))
            .collect();
        let (others, function) = self.others_row(record);
        let required = self.required_rows();
        let unrolled = record.is_unrolled.then(|| quote!(, unrolled));
        let noted = self.spoken();
        let noted = noted.map(|spoken| quote!(noted [DEMANDS, #spoken, by_members]));
        Some(Rows {
            vias: self.bases.definitions(),
            function,
            lines: quote!(required [#(#required),*] #noted #unrolled; #(#rows)* #others),
            end: self.judge_noted(),
        })
    }

    /// Emits what is done with members that have no row, and the function for that where it is one.
    fn others_row(&self, record: &Record<'_>) -> (TokenStream, Option<TokenStream>) {
        let row = match (record.others, self.others()) {
            (None, Some(rest)) => rest.row(),
            (Some(others), Some(Rest::Ignored)) => {
                self.kept(record, others, &self.ctx.reader(None), &quote!(Edge::NONE))
            }
            (Some(others), Some(Rest::Judged(function, edge))) => {
                self.kept(record, others, &function, &edge)
            }
            (_, Some(Rest::Forbidden(_)) | None) => return self.others_row_by_name(record),
        };
        (row, None)
    }

    /// Emits `others other: kept_by(others_of_Payment)`, and that function, unless another type's does the
    /// same.
    fn others_row_by_name(&self, record: &Record<'_>) -> (TokenStream, Option<TokenStream>) {
        let owner = self.ctx.owner_standing_for(record.name);
        // Types differ by their names, which would not hold for names of functions made of them.
        let function = format_ident!("others_of_{owner}");
        let row = match record.others {
            None => quote!(judged: judged_by(#function)),
            Some(others) => {
                let (name, variable) = (ident(&others.name), record.variable(&others.name));
                let written = self.ctx.node_written(others.value);
                quote!(others #name #variable #written: kept_by(#function))
            }
        };
        let is_own = owner == record.name;
        (row, is_own.then(|| self.others_function(&function, &owner)))
    }

    /// Emits `others other: method(any), via Edge::NONE`.
    fn kept(
        &self,
        record: &Record<'_>,
        others: &Others,
        function: &Function,
        edge: &TokenStream,
    ) -> TokenStream {
        let (name, variable) = (ident(&others.name), record.variable(&others.name));
        let (function, written) = (function.in_row(), self.ctx.node_written(others.value));
        quote!(others #name #variable #written: #function, via #edge)
    }

    /// Whether nothing is asked that rows cannot say.
    fn has_rows(&self) -> bool {
        let is_simple = |member: &Member| member.forbidden.is_empty() && member.also.is_empty();
        let members = &self.typed.plan.members;
        self.unevaluated.is_none()
            && !self.typed.is_asked
            && self.before_each().is_empty()
            && members.len() <= MOST_ROWS
            && members.iter().all(is_simple)
    }

    /// Emits `0 optional "mode" mode: inner(super::Mode);`.
    fn row(
        &self,
        record: &Record<'_>,
        index: usize,
        member: &Member,
        field: &Field,
    ) -> TokenStream {
        let index = Literal::usize_unsuffixed(index);
        let kind = if field.required {
            quote!(member)
        } else {
            quote!(optional)
        };
        let (name, field_name) = (&member.name, ident(&field.name));
        let variable = record.variable(&field.name);
        let written = self.ctx.node_written(field.value);
        let is_boxed = |node: NodeId| self.ctx.is_boxed(self.ctx.shapes.of(self.ctx.ir, node));
        let boxed = field.value.is_some_and(is_boxed).then(|| quote!(boxed));
        let read = self.read_in_row(member);
        quote!(#index #kind #name #field_name #variable #written: #boxed #read;)
    }

    /// Emits what reads a member and the way to that: nothing where it stands in `properties` of the
    /// schema at hand, `to "…"` where a reference stands there, else `via EDGE`.
    fn read_in_row(&self, member: &Member) -> TokenStream {
        let Some((way, node)) = &member.value else {
            let function = self.ctx.reader(None).in_row();
            return quote!(#function via Edge::NONE);
        };
        let function = self.ctx.reader(Some(*node)).in_row();
        let (target, references) = self.ctx.ir.target(*node);
        let target = &self.ctx.node(target).location;
        let way = match (way.to_property(&member.name), references.as_str()) {
            (Some(base), "") if base.is_here() => TokenStream::new(),
            (Some(base), "/$ref") if base.is_here() => quote!(to #target),
            (Some(base), "") => {
                let via = self.bases.name(base, None);
                quote!(via #via)
            }
            (Some(base), "/$ref") => {
                let via = self.bases.name(base, Some(target));
                quote!(via #via)
            }
            _ => {
                let edge = edge(&self.ctx.way_to(way, *node));
                quote!(via #edge)
            }
        };
        quote!(#function #way)
    }

    /// What is done with all members that have no row; `None` where several schemas say something, or it
    /// depends on the name.
    fn others(&self) -> Option<Rest> {
        let rules = self.typed.object.iter();
        let mut rules = rules.filter(|rule| !rule.rule.ignores_others());
        let (only, None) = (rules.next(), rules.next()) else {
            return None;
        };
        let Some(Ruled { way, rule }) = only else {
            return Some(Rest::Ignored);
        };
        if let Some((way, node)) = self.judge_of_others(way, rule) {
            let edge = edge(&self.ctx.way_to(&way, node));
            return Some(Rest::Judged(self.ctx.reader(Some(node)), edge));
        }
        let is_forbidden = rule.patterns.is_empty() && rule.additional == Additional::Forbidden;
        is_forbidden.then(|| {
            let edge = edge(way);
            Rest::Forbidden((!way.is_here()).then(|| quote!(, via #edge)))
        })
    }

    /// The members that have to be there, as rows name them.
    fn required_rows(&self) -> Vec<TokenStream> {
        let ways = self.required_by_way();
        let rows = ways.iter().map(|(way, members)| {
            let indices = members.iter();
            let indices = indices.map(|&(index, _)| Literal::usize_unsuffixed(index));
            if way.is_here() {
                return quote!((None, &[#(#indices),*]));
            }
            let edge = edge(way);
            quote!((Some(#edge), &[#(#indices),*]))
        });
        rows.collect()
    }
}

/// What is done with members that have no row.
enum Rest {
    Ignored,
    /// By which way, if not by the schema at hand.
    Forbidden(Option<TokenStream>),
    /// By what, and the way to that.
    Judged(Function, TokenStream),
}

impl Rest {
    /// Emits `judged: own(read_tag), via Edge::to("/additionalProperties")`: what is done with them where
    /// they are not kept.
    fn row(self) -> TokenStream {
        match self {
            Self::Ignored => quote!(ignored),
            Self::Forbidden(edge) => quote!(forbidden #edge),
            Self::Judged(function, edge) => {
                let function = function.in_row();
                quote!(judged: #function, via #edge)
            }
        }
    }
}
