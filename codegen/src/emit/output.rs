//! What the compiler gives.

use proc_macro2::TokenStream;

/// Generated Rust.
#[derive(Debug, Clone)]
pub struct Output {
    tokens: TokenStream,
}

impl Output {
    pub(super) fn new(tokens: TokenStream) -> Self {
        Self { tokens }
    }

    /// The items as tokens.
    pub fn tokens(&self) -> &TokenStream {
        &self.tokens
    }

    /// The items as tokens.
    pub fn into_tokens(self) -> TokenStream {
        self.tokens
    }

    /// The items as formatted text.
    ///
    /// # Errors
    /// Why the items are no Rust: a mistake of the compiler.
    #[cfg(feature = "format")]
    pub fn to_source(&self) -> Result<String, String> {
        let file = syn::parse2(self.tokens.clone()).map_err(|error| error.to_string())?;
        Ok(super::row_lines::on_lines(&prettyplease::unparse(&file)))
    }
}
