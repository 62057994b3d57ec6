//! Functions that read or judge a value, by their names.

use crate::names::ident;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};

/// A function that reads a value, generic over what the walk is for.
pub(super) enum Function {
    /// A method of the reader.
    Method(TokenStream),
    /// The one that a type has.
    OfType(TokenStream),
    /// One that is generated.
    Own(Ident),
}

impl Function {
    /// A method of the reader.
    pub(super) fn method(name: TokenStream) -> Self {
        Self::Method(name)
    }

    /// The one that a type has.
    pub(super) fn of_type(path: TokenStream) -> Self {
        Self::OfType(path)
    }

    /// One that is generated.
    pub(super) fn own(name: &str) -> Self {
        Self::Own(ident(name))
    }

    /// Emits a call of it: `r.flag()`.
    pub(super) fn call(&self) -> TokenStream {
        match self {
            Self::Method(name) => quote!(r.#name()),
            Self::OfType(_) | Self::Own(_) => quote!(#self(r)),
        }
    }

    /// Emits `r.list("/items", …)`. Those that most lists are have functions which `core` has compiled.
    pub(super) fn list(&self, edge: &TokenStream) -> TokenStream {
        let method = match self {
            Self::Method(name) => name.to_string(),
            Self::OfType(_) | Self::Own(_) => String::new(),
        };
        match method.as_str() {
            "text" => quote!(r.list_of_text(#edge)),
            "any" => quote!(r.list_of_any(#edge)),
            _ => quote!(r.list(#edge, #self)),
        }
    }

    /// Emits `method(flag)`: the function as rows of a record name it.
    pub(super) fn in_row(&self) -> TokenStream {
        match self {
            Self::Method(name) => quote!(method(#name)),
            Self::OfType(path) => quote!(inner(#path)),
            Self::Own(name) => quote!(own(#name)),
        }
    }
}

impl ToTokens for Function {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Method(name) => quote!(Reader::#name),
            Self::OfType(path) => quote!(read::<#path, _>),
            Self::Own(name) => quote!(#name),
        });
    }
}
