//! The macro behind `tollgate::schema!`: reads its arguments and the schema files, and hands both to
//! the compiler. What it means is documented there.

mod args;
mod documents;
mod refs;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::parse_macro_input;
use tollgate_codegen::Options;

/// Compiles JSON Schemas into types. Called by `tollgate::schema!`, which says under which path
/// the run time is found.
#[proc_macro]
pub fn schema(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let args = parse_macro_input!(input as args::Args);
    expand(&args).into()
}

fn expand(args: &args::Args) -> TokenStream {
    let documents = match documents::load(&args.sources) {
        Ok(documents) => documents,
        Err(unreadable) => return refused(args, &unreadable.name, &unreadable.message),
    };
    match refs::load(&args.refs) {
        Ok(refs) => {
            let options = Options {
                remotes: refs.remotes,
                ..args.options.clone()
            };
            let (output, _) = tollgate_codegen::compile(&documents, &options);
            let mut tokens = output.into_tokens();
            tokens.extend(refs.tracking);
            tokens
        }
        Err(message) => {
            let names = args.sources.iter().zip(&documents);
            let mut names = names.map(|(source, document)| match &source.name {
                Some(name) => name.clone(),
                None => Ident::new(&document.type_name(), source.text.span()),
            });
            let Some(first) = names.next() else {
                return quote!(::std::compile_error!(#message););
            };
            let first_type = refused(args, &first, &message);
            let options = &args.options;
            let others = names.map(|name| tollgate_codegen::error_alias(options, &name, &first));
            quote!(#first_type #(#others)*)
        }
    }
}

/// The name goes on existing, so that what is said is the only error.
fn refused(args: &args::Args, name: &Ident, message: &str) -> TokenStream {
    tollgate_codegen::error_type(&args.options, name, message)
}
