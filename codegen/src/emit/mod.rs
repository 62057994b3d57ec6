//! Nodes and their types to Rust: the types where the caller stands, everything that reads and
//! writes them in one hidden module.

mod arm;
mod array;
mod by_type;
mod choice;
mod default;
mod demands;
mod docs;
mod enum_;
mod function;
mod in_place;
mod judge;
mod list;
mod object;
mod output;
mod owned;
mod pattern;
mod read;
mod record;
mod refused;
#[cfg(feature = "format")]
mod row_lines;
mod rules;
mod shared;
mod struct_;
mod text;
mod tuple;
mod types;
mod union_;
mod way;

pub use output::Output;
pub use refused::{error_alias, error_type};

use crate::diagnostic::Diagnostics;
use crate::ir::{Ir, Node, NodeId};
use crate::names::{constant_case, field_case, ident};
use crate::options::{Duplicates, IntegerType, NumberType, Options, StringType};
use crate::pass::{Cycles, Leaves};
use crate::shape::{Item, ItemId, ItemKind, Shapes};
use crate::source::Document;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// What the emitters look things up in.
struct Context<'e> {
    ir: &'e Ir,
    shapes: &'e Shapes,
    documents: &'e [Document],
    options: &'e Options,
    cycles: Cycles,
    /// Objects whose rows are unrolled.
    unrolled: BTreeSet<NodeId>,
    judges: RefCell<judge::Judges>,
    /// Functions that may be like others,
    emissions: RefCell<Vec<shared::Emission>>,
    /// and which of them others stand for.
    shared: shared::Shared,
    leaves: Leaves,
    /// The constants that hold the choices which are alternatives of others.
    choices: BTreeMap<NodeId, String>,
}

/// A named type: its definition, and what belongs into the hidden module.
struct Emitted {
    definition: TokenStream,
    hidden: TokenStream,
}

/// Emits all types; after an error, only their names.
pub(crate) fn emit(
    ir: &Ir,
    shapes: &Shapes,
    documents: &[Document],
    options: &Options,
    diagnostics: &Diagnostics<'_>,
) -> Output {
    let cycles = Cycles::find(ir);
    let leaves = Leaves::find(ir, |node| shapes.is_read_by_choice(node));
    let mut ctx = Context {
        ir,
        shapes,
        documents,
        options,
        unrolled: record::unrolled(ir, shapes, options, &cycles),
        cycles,
        judges: RefCell::default(),
        emissions: RefCell::default(),
        shared: shared::Shared::default(),
        choices: choice::constants(ir, shapes, &leaves),
        leaves,
    };
    if diagnostics.has_errors() {
        return Output::new(refused::emit(&ctx, &diagnostics.errors()));
    }
    let emitted = code(&ctx);
    ctx.shared = shared::find(&ctx.emissions.take());
    if ctx.shared.is_empty() {
        return Output::new(emitted);
    }
    ctx.judges.take();
    Output::new(code(&ctx))
}

/// Emits all types, and the hidden module.
fn code(ctx: &Context<'_>) -> TokenStream {
    let items: Vec<Emitted> = (0..ctx.shapes.items.len())
        .map(|id| item(ctx, ItemId(id)))
        .collect();
    let definitions = items.iter().map(|item| &item.definition);
    let hidden = items.iter().map(|item| &item.hidden);
    let module = hidden_module(ctx);
    let runtime = &ctx.options.runtime;
    let settings = settings(ctx);
    let documents = used_documents(ctx).into_iter();
    let documents = documents.map(|document| schema_constant(ctx, document));
    let functions = list::functions(ctx);
    let judges = ctx.judges();
    let aliases = aliases(ctx);
    quote! {
        #(#definitions)*
        #aliases

        #[doc(hidden)]
        #[allow(
            clippy::all, clippy::pedantic, deprecated, elided_lifetimes_in_paths,
            non_camel_case_types, non_snake_case, unused
        )]
        mod #module {
            use #runtime::generated::v1;
            use #runtime::generated::v1::*;
            #(#documents)*
            #settings
            #functions
            #(#hidden)*
            #judges
        }
    }
}

/// The module named after the first root.
fn hidden_module(ctx: &Context<'_>) -> Ident {
    let root = ctx.shapes.roots.iter().flatten().next();
    let name = root.map_or("schema", |&root| ctx.shapes.item(root).name.as_str());
    format_ident!("__{}", field_case(name))
}

/// The name under which the hidden module finds a type that the caller chose.
fn alias(ctx: &Context<'_>, setting: &str) -> Ident {
    format_ident!("{}_{setting}", hidden_module(ctx))
}

/// Whether a path means the same in the hidden module as where the caller stands.
fn is_same_everywhere(path: &TokenStream) -> bool {
    const PRIMITIVES: [&str; 14] = [
        "f32", "f64", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64",
        "i128", "isize",
    ];
    let path = path.to_string();
    path.starts_with("::") || PRIMITIVES.contains(&path.as_str())
}

fn aliases(ctx: &Context<'_>) -> TokenStream {
    let number = match &ctx.options.number {
        NumberType::Path(path) => Some(("number", path)),
        NumberType::Exact => None,
    };
    let integer = match &ctx.options.integer {
        IntegerType::Path(path) => Some(("integer", path)),
        IntegerType::I64 | IntegerType::Exact => None,
    };
    let string = match &ctx.options.string {
        StringType::Path(path) => Some(("string", path)),
        StringType::Owned | StringType::Borrowed => None,
    };
    let chosen = [number, integer, string].into_iter().flatten();
    let aliased = chosen.filter(|(_, path)| !is_same_everywhere(path));
    let aliases = aliased.map(|(setting, path)| {
        let alias = alias(ctx, setting);
        quote! {
            #[doc(hidden)]
            #[allow(dead_code, non_camel_case_types)]
            type #alias = #path;
        }
    });
    quote!(#(#aliases)*)
}

fn settings(ctx: &Context<'_>) -> TokenStream {
    let max_depth = ctx.options.max_depth;
    let last = ctx.options.duplicates == Duplicates::Last;
    quote! {
        const SETTINGS: Settings =
            Settings { max_depth: #max_depth, last_duplicate_counts: #last };
    }
}

/// The documents whose text the generated code holds.
fn used_documents(ctx: &Context<'_>) -> BTreeSet<usize> {
    let items = ctx.shapes.items.iter();
    items.map(|item| ctx.ir.get(item.node).document).collect()
}

/// The name of the constant that holds a document's text.
fn schema_name(ctx: &Context<'_>, document: usize) -> Ident {
    let root = ctx.shapes.roots.get(document).copied().flatten();
    match root {
        Some(root) => {
            let name = ctx.shapes.item(root).name.as_str();
            format_ident!("{}_SCHEMA", constant_case(name))
        }
        None => format_ident!("SCHEMA_{document}"),
    }
}

fn schema_constant(ctx: &Context<'_>, document: usize) -> TokenStream {
    let name = schema_name(ctx, document);
    let source = &ctx.documents[document];
    let text = if let Some(expression) = source.embedding() {
        expression.clone()
    } else {
        let text = source.text();
        quote!(#text)
    };
    quote!(const #name: &str = #text;)
}

fn item(ctx: &Context<'_>, id: ItemId) -> Emitted {
    let item = ctx.shapes.item(id);
    let emitted = match &item.kind {
        ItemKind::Text => text::emit(ctx, item),
        ItemKind::Enum(variants) => enum_::emit(ctx, item, variants),
        ItemKind::Struct { fields, others } => struct_::emit(ctx, item, fields, others.as_ref()),
        ItemKind::Tuple { slots, rest } => tuple::emit(ctx, item, slots, *rest),
        ItemKind::Union(variants) => union_::emit(ctx, item, variants),
        ItemKind::Choice(variants) => choice::emit(ctx, item, variants),
        ItemKind::Root => union_::emit_root(ctx, item),
    };
    let node = ctx.node(item.node);
    let schema = schema_name(ctx, node.document);
    let location = &node.location;
    let name = ident(&item.name);
    let hidden = emitted.hidden;
    let into_owned = owned::into_owned(ctx, item);
    let borrowing = item.borrows.then(|| quote!(['a 'static into_owned]));
    Emitted {
        definition: emitted.definition,
        hidden: quote! {
            #hidden
            #into_owned
            v1::schema_type!(#borrowing super::#name, #schema, #location);
        },
    }
}

/// Emits `impl Read for …` around the body of its reading function.
fn read_impl(ctx: &Context<'_>, item: &Item, body: &TokenStream) -> TokenStream {
    let (name, lifetime) = (ident(&item.name), item.lifetime());
    let body = ctx.remembered(item.node, body);
    quote! {
        impl<'a> Read<'a> for super::#name #lifetime {
            fn read<M: Mode>(r: &mut Reader<'a, M>) -> Result<M::Out<Self>, Stop> {
                #body
            }
        }
    }
}

/// Emits what an enum writes: the value of its variant.
fn write_variants(item: &Item, variants: &[TokenStream]) -> TokenStream {
    let name = item.path();
    quote!(v1::variants_type!(#name { #(#variants),* });)
}

/// Emits `impl ToJson for …` around the body of its writing function.
fn write_impl(item: &Item, body: &TokenStream) -> TokenStream {
    let name = item.path();
    quote! {
        impl ToJson for #name {
            fn write(&self, json: &mut JsonWriter) {
                #body
            }
        }
    }
}

impl Item {
    /// `<'a>` where values of the type borrow, for its definition and where `'a` is declared.
    fn lifetime(&self) -> Option<TokenStream> {
        self.borrows.then(|| quote!(<'a>))
    }

    /// The type as the hidden module spells it where lifetimes need no name.
    fn path(&self) -> TokenStream {
        let name = ident(&self.name);
        let lifetime = self.borrows.then(|| quote!(<'_>));
        quote!(super::#name #lifetime)
    }
}

impl Context<'_> {
    /// Emits the body of a function for a node: what it finds is remembered, if the node is in a
    /// cycle in which values are looked at more than once.
    fn remembered(&self, node: NodeId, body: &TokenStream) -> TokenStream {
        if !self.cycles.contain(node) {
            return body.clone();
        }
        let number = Literal::usize_unsuffixed(node.0);
        quote!(r.remember(#number, |r| { #body }))
    }

    fn node(&self, id: NodeId) -> &Node {
        self.ir.get(id)
    }
}
