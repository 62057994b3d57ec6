//! What is done with one member or item of several that are told apart.

use proc_macro2::TokenStream;
use quote::quote;

pub(super) struct Arm {
    /// What is judged besides: statements.
    pub(super) before: TokenStream,
    /// An expression that reads the value and gives whether the walk goes on.
    pub(super) read: TokenStream,
}

impl Arm {
    /// Judges nothing besides.
    pub(super) fn reading(read: TokenStream) -> Self {
        let before = TokenStream::new();
        Self { before, read }
    }

    /// Emits the arm of a `match` behind which stands one `?` for all arms: it is looked at in one place,
    /// which is less to compile.
    pub(super) fn of(&self, pattern: &TokenStream) -> TokenStream {
        let Self { before, read } = self;
        if before.is_empty() {
            quote!(#pattern => #read,)
        } else {
            quote!(#pattern => { #before #read })
        }
    }

    /// Emits the same as statements.
    pub(super) fn statements(&self) -> TokenStream {
        let Self { before, read } = self;
        quote!(#before #read?;)
    }
}
