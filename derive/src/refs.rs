//! The documents that schemas may refer to: the setting `refs`.

use proc_macro2::TokenStream;
use quote::quote;
use std::io;
use std::path::{Path, PathBuf};
use syn::parse::ParseStream;
use syn::{LitStr, Token, braced};
use tollgate_codegen::Remote;

/// `"https://example.com/a.json" = "schemas/a.json"`, or a folder for all URIs below one.
pub(crate) struct Ref {
    uri: LitStr,
    path: LitStr,
}

/// What `refs` names, read.
pub(crate) struct Refs {
    pub(crate) remotes: Vec<Remote>,
    /// Items by which the build notices when one of the files changes.
    pub(crate) tracking: TokenStream,
}

pub(crate) fn parse(input: ParseStream<'_>) -> syn::Result<Vec<Ref>> {
    let content;
    braced!(content in input);
    let mut refs = Vec::new();
    while !content.is_empty() {
        let uri: LitStr = content.parse()?;
        content.parse::<Token![=]>()?;
        let path: LitStr = content.parse()?;
        if uri.value().is_empty() {
            return Err(syn::Error::new(uri.span(), "expected a URI"));
        }
        refs.push(Ref { uri, path });
        if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
    }
    Ok(refs)
}

/// Reads all files; the error says which one cannot be read.
pub(crate) fn load(refs: &[Ref]) -> Result<Refs, String> {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut remotes = Vec::new();
    for Ref { uri, path } in refs {
        let (uri, path) = (uri.value(), path.value());
        if uri.ends_with('/') {
            let folder = path.trim_end_matches('/');
            let files =
                json_files(&root.join(folder)).map_err(|error| unreadable(&path, &error))?;
            for file in files {
                let uri = format!("{uri}{file}");
                remotes.push(remote(&root, uri, &format!("{folder}/{file}"))?);
            }
        } else {
            remotes.push(remote(&root, uri, &path)?);
        }
    }
    let from_root = remotes.iter().map(|remote| format!("/{}", remote.file));
    let tracking = quote! {
        #(
            const _: &str =
                ::std::include_str!(::std::concat!(::std::env!("CARGO_MANIFEST_DIR"), #from_root));
        )*
    };
    Ok(Refs { remotes, tracking })
}

fn remote(root: &Path, uri: String, path: &str) -> Result<Remote, String> {
    let text =
        std::fs::read_to_string(root.join(path)).map_err(|error| unreadable(path, &error))?;
    Ok(Remote {
        uri,
        file: path.to_owned(),
        text,
    })
}

fn unreadable(path: &str, error: &io::Error) -> String {
    format!(
        "{path}, which `refs` names, cannot be read: {error}\n  help: the path is relative to the \
         folder of the crate's Cargo.toml"
    )
}

/// The paths of all JSON files in a folder and the folders in it, in one order on all machines.
fn json_files(folder: &Path) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    let mut open = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = open.pop() {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            // What has no Unicode name can be in no URI.
            let Ok(name) = entry.file_name().into_string() else {
                continue;
            };
            let path = format!("{prefix}{name}");
            // A link to a folder could lead back to it.
            if entry.file_type()?.is_dir() {
                open.push((entry.path(), format!("{path}/")));
            } else if Path::new(&name)
                .extension()
                .is_some_and(|end| end == "json")
            {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}
