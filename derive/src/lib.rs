//! The macro behind `tollgate::schema!`: reads its arguments and the schema files, and hands both to
//! the compiler. What it means is documented there.

mod args;
mod documents;

use proc_macro2::TokenStream;
use syn::parse_macro_input;

/// Compiles JSON Schemas into types. Called by `tollgate::schema!`, which says under which path
/// the run time is found.
#[proc_macro]
pub fn schema(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let args = parse_macro_input!(input as args::Args);
    expand(&args).into()
}

fn expand(args: &args::Args) -> TokenStream {
    match documents::load(&args.sources) {
        Ok(documents) => {
            let (output, _) = tollgate_codegen::compile(&documents, &args.options);
            output.into_tokens()
        }
        Err(unreadable) => {
            // The name goes on existing, so that this stays the only error.
            let visibility = &args.options.visibility;
            tollgate_codegen::error_type(visibility, &unreadable.name, &unreadable.message)
        }
    }
}
