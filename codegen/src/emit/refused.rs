//! What is emitted for a schema with errors: the errors, and the names of the types. Every name is
//! an alias of a type that the compiler knows to be wrong, so whatever is done with it brings about
//! no further error.

use super::{Context, hidden_module};
use crate::diagnostic::Diagnostic;
use crate::names::{ident, type_case};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// Emits the error as a type, and an alias of it for each other name.
///
/// An array whose length is an error is known to be wrong, and so is whatever is looked up in it:
/// the projection is the type that the compiler has for expressions that it gave up on.
pub fn error_type(visibility: &TokenStream, name: &Ident, message: &str) -> TokenStream {
    quote! {
        #visibility type #name =
            <[(); ::std::compile_error!(#message)] as ::std::iter::Iterator>::Item;
    }
}

/// Emits the error type of the first error, aliases of it, and the other errors.
pub(super) fn emit(ctx: &Context<'_>, errors: &[&Diagnostic]) -> TokenStream {
    let visibility = &ctx.options.visibility;
    let messages: Vec<String> = errors.iter().map(ToString::to_string).collect();
    let (first, rest) = match messages.split_first() {
        Some((first, rest)) => (first.as_str(), rest),
        None => ("the schema has errors", [].as_slice()),
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
    let (root, others) = (ident(root), others.iter().map(|name| ident(name)));
    let embedded = ctx
        .documents
        .iter()
        .filter_map(|document| document.embedding());
    let module = hidden_module(ctx);
    let error_type = error_type(visibility, &root, first);
    quote! {
        #error_type
        #(#visibility type #others = #root;)*
        #(::std::compile_error!(#rest);)*
        #[doc(hidden)]
        mod #module {
            #(const _: &str = #embedded;)*
        }
    }
}
