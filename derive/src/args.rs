//! The arguments of the macro: `name = value`, divided by commas or semicolons.

use crate::refs::{self, Ref};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Lit, LitInt, LitStr, Path, Token, Type, Visibility, braced};
use tollgate_codegen::{
    Duplicates, Formats, IntegerType, NumberType, Options, StringType, UnknownMembers,
};

/// What the macro was called with.
pub(crate) struct Args {
    pub(crate) sources: Vec<Source>,
    pub(crate) refs: Vec<Ref>,
    pub(crate) options: Options,
}

/// Where the text of a schema is.
pub(crate) struct Source {
    pub(crate) name: Option<Ident>,
    pub(crate) text: LitStr,
    pub(crate) is_inline: bool,
}

impl Parse for Args {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut args = Self {
            sources: Vec::new(),
            refs: Vec::new(),
            options: Options {
                backtracking: cfg!(feature = "backtracking"),
                has_formats: cfg!(feature = "formats"),
                ..Options::default()
            },
        };
        let mut name = None;
        while !input.is_empty() {
            if input.peek(LitStr) {
                let file: LitStr = input.parse()?;
                let message = format!("expected a setting: write `path = {:?}`", file.value());
                return Err(syn::Error::new(file.span(), message));
            }
            let setting = input.call(Ident::parse_any)?;
            input.parse::<Token![=]>()?;
            match setting.to_string().as_str() {
                "name" => name = Some(input.parse::<Ident>()?),
                "crate" => args.options.runtime = Path::parse_mod_style(input)?.into_token_stream(),
                "path" => args.sources.push(Source::parse(None, input, false)?),
                "inline" => args.sources.push(Source::parse(None, input, true)?),
                "paths" => args.sources.extend(paths(input)?),
                "refs" => args.refs.extend(refs::parse(input)?),
                _ => args.setting(&setting, input)?,
            }
            if !input.is_empty() && !input.peek(Token![,]) && !input.peek(Token![;]) {
                return Err(input.error("expected `,` before the next setting"));
            }
            let _ = input.parse::<Option<Token![,]>>()?;
            let _ = input.parse::<Option<Token![;]>>()?;
        }
        args.named(name)
    }
}

impl Args {
    fn named(mut self, name: Option<Ident>) -> syn::Result<Self> {
        match (self.sources.as_mut_slice(), name) {
            ([], _) => Err(syn::Error::new(
                proc_macro2::Span::call_site(),
                "expected a schema: `path = \"schemas/order.schema.json\"`, `inline = r#\"…\"#` or \
                 `paths = { Order = \"order.json\", … }`",
            )),
            ([source], Some(name)) => {
                source.name = Some(name);
                Ok(self)
            }
            (_, Some(name)) => Err(syn::Error::new(
                name.span(),
                "`paths` names each of its schemas itself",
            )),
            (_, None) => Ok(self),
        }
    }

    fn setting(&mut self, setting: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
        let options = &mut self.options;
        match setting.to_string().as_str() {
            "draft" => options.draft = draft(&input.parse()?)?,
            "number" => options.number = number(input)?,
            "integer" => options.integer = integer(input)?,
            "unknown" => {
                options.unknown = choice(
                    input,
                    &[
                        ("keep", UnknownMembers::Keep),
                        ("ignore", UnknownMembers::Ignore),
                    ],
                )?;
            }
            "duplicates" => {
                options.duplicates = choice(
                    input,
                    &[("reject", Duplicates::Reject), ("last", Duplicates::Last)],
                )?;
            }
            "max_depth" => options.max_depth = input.parse::<LitInt>()?.base10_parse()?,
            "vis" => options.visibility = input.parse::<Visibility>()?.into_token_stream(),
            "string" => options.string = string(input)?,
            "formats" => {
                options.formats = choice(
                    input,
                    &[("annotate", Formats::Annotate), ("assert", Formats::Assert)],
                )?;
            }
            _ => return Err(unknown_setting(setting)),
        }
        Ok(())
    }
}

impl Source {
    fn parse(name: Option<Ident>, input: ParseStream<'_>, is_inline: bool) -> syn::Result<Self> {
        Ok(Self {
            name,
            text: input.parse()?,
            is_inline,
        })
    }
}

fn paths(input: ParseStream<'_>) -> syn::Result<Vec<Source>> {
    let content;
    braced!(content in input);
    let mut sources = Vec::new();
    while !content.is_empty() {
        let name: Ident = content.parse()?;
        content.parse::<Token![=]>()?;
        sources.push(Source::parse(Some(name), &content, false)?);
        let _ = content.parse::<Option<Token![,]>>()?;
    }
    Ok(sources)
}

fn draft(name: &LitStr) -> syn::Result<String> {
    match name.value().as_str() {
        "4" | "6" | "7" | "2019-09" | "2020-12" => Ok(name.value()),
        _ => Err(syn::Error::new(
            name.span(),
            "expected one of \"4\", \"6\", \"7\", \"2019-09\", \"2020-12\"",
        )),
    }
}

fn number(input: ParseStream<'_>) -> syn::Result<NumberType> {
    let path: Type = input.parse()?;
    let path = quote!(#path);
    Ok(if path.to_string() == "exact" {
        NumberType::Exact
    } else {
        NumberType::Path(path)
    })
}

fn integer(input: ParseStream<'_>) -> syn::Result<IntegerType> {
    let path: Type = input.parse()?;
    let path: TokenStream = quote!(#path);
    Ok(match path.to_string().as_str() {
        "exact" => IntegerType::Exact,
        "i64" => IntegerType::I64,
        _ => IntegerType::Path(path),
    })
}

fn string(input: ParseStream<'_>) -> syn::Result<StringType> {
    if input.peek(Lit) {
        return Err(input.error("expected `String`, `borrowed` or a type"));
    }
    let path: Type = input.parse()?;
    let path: TokenStream = quote!(#path);
    Ok(match path.to_string().as_str() {
        "String" => StringType::Owned,
        "borrowed" => StringType::Borrowed,
        _ => StringType::Path(path),
    })
}

/// One of several words.
fn choice<T: Clone>(input: ParseStream<'_>, choices: &[(&str, T)]) -> syn::Result<T> {
    let word = input.call(Ident::parse_any)?;
    if let Some((_, value)) = choices.iter().find(|(name, _)| word == name) {
        return Ok(value.clone());
    }
    let names: Vec<String> = choices
        .iter()
        .map(|(name, _)| format!("`{name}`"))
        .collect();
    let message = format!("expected {}", names.join(" or "));
    Err(syn::Error::new(word.span(), message))
}

fn unknown_setting(setting: &Ident) -> syn::Error {
    let message = format!(
        "there is no setting `{setting}`; there are: path, inline, paths, name, draft, refs, unknown, \
         number, integer, string, duplicates, max_depth, formats, vis"
    );
    syn::Error::new(setting.span(), message)
}
