//! What is emitted for a schema with errors: the errors, and the names of the types. Every name is
//! an alias of a type that the compiler knows to be wrong, so whatever is done with it brings about
//! no further error.

use super::{Context, hidden_module};
use crate::diagnostic::Diagnostic;
use crate::names::{ident, type_case};
use crate::options::{Options, StringType};
use crate::shape::ItemKind;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// Emits the error as a type, and an alias of it for each other name.
///
/// An array whose length is an error is known to be wrong, and so is whatever is looked up in it:
/// the projection is the type that the compiler has for expressions that it gave up on. Where strings
/// are borrowed, nearly all types have a lifetime, and so has this one.
pub fn error_type(options: &Options, name: &Ident, message: &str) -> TokenStream {
    let visibility = &options.visibility;
    let (lifetime, item) = match options.string {
        StringType::Borrowed => (Some(quote!(<'a>)), quote!(&'a ())),
        StringType::Owned | StringType::Path(_) => (None, quote!(())),
    };
    quote! {
        #visibility type #name #lifetime =
            <[#item; ::std::compile_error!(#message)] as ::std::iter::Iterator>::Item;
    }
}

/// Emits another name of an error type.
pub fn error_alias(options: &Options, name: &Ident, error: &Ident) -> TokenStream {
    let visibility = &options.visibility;
    let lifetime = match options.string {
        StringType::Borrowed => Some(quote!(<'a>)),
        StringType::Owned | StringType::Path(_) => None,
    };
    quote!(#visibility type #name #lifetime = #error #lifetime;)
}

/// Emits the error type of the first error, aliases of it, and the other errors.
pub(super) fn emit(ctx: &Context<'_>, errors: &[&Diagnostic]) -> TokenStream {
    let messages: Vec<String> = errors.iter().map(ToString::to_string).collect();
    let (first, rest) = match messages.split_first() {
        Some((first, rest)) => (first.as_str(), rest),
        None => ("the schema has errors", [].as_slice()),
    };
    // Strings out of a list are never borrowed.
    let is_enum = |name: &&String| {
        let mut items = ctx.shapes.items.iter();
        items.any(|item| item.name == **name && matches!(item.kind, ItemKind::Enum(_)))
    };
    // A document that is no JSON has no types, but its root has a name all the same.
    let mut names: Vec<String> = ctx
        .shapes
        .items
        .iter()
        .map(|item| item.name.clone())
        .collect();
    for (root, document) in ctx.shapes.roots.iter().zip(ctx.documents) {
        if root.is_none() {
            names.push(type_case(document.name()));
        }
    }
    names.dedup();
    let Some((root, others)) = names.split_first() else {
        return quote!(::std::compile_error!(#first););
    };
    let root = ident(root);
    let others = others.iter().map(|name| match ctx.options.string {
        StringType::Borrowed if is_enum(&name) => {
            let (name, visibility) = (ident(name), &ctx.options.visibility);
            quote!(#visibility type #name = #root<'static>;)
        }
        _ => error_alias(ctx.options, &ident(name), &root),
    });
    let embedded = ctx
        .documents
        .iter()
        .filter_map(|document| document.embedding());
    let module = hidden_module(ctx);
    let error_type = error_type(ctx.options, &root, first);
    quote! {
        #error_type
        #(#others)*
        #(::std::compile_error!(#rest);)*
        #[doc(hidden)]
        mod #module {
            #(const _: &str = #embedded;)*
        }
    }
}
