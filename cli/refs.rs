//! The documents that schemas may refer to: `--ref`.

use crate::args::RefFile;
use crate::input::{portable, shown};
use crate::report::explain;
use std::path::{Path, PathBuf};
use std::{fs, io};
use tollgate_codegen::Remote;

/// A document cannot be read. That has been said.
pub(crate) struct Unreadable;

/// Reads all files.
pub(crate) fn read(refs: &[RefFile]) -> Result<Vec<Remote>, Unreadable> {
    let mut remotes = Vec::new();
    for RefFile { uri, path } in refs {
        if uri.ends_with('/') {
            for (name, file) in json_files(path).map_err(|error| unreadable(path, &error))? {
                remotes.push(remote(format!("{uri}{name}"), &file)?);
            }
        } else {
            remotes.push(remote(uri.clone(), path)?);
        }
    }
    Ok(remotes)
}

fn remote(uri: String, path: &Path) -> Result<Remote, Unreadable> {
    let text = fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
    Ok(Remote {
        uri,
        file: portable(path),
        text,
    })
}

fn unreadable(path: &Path, error: &io::Error) -> Unreadable {
    explain::unreadable(&shown(&path.to_string_lossy()), error).say();
    Unreadable
}

/// All JSON files in a folder and the folders in it, each with what its URI ends with, in one order
/// on all machines.
fn json_files(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    let mut open = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = open.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            // What has no Unicode name can be in no URI.
            let Ok(name) = entry.file_name().into_string() else {
                continue;
            };
            let path = entry.path();
            let name = format!("{prefix}{name}");
            // A link to a folder could lead back to it.
            if entry.file_type()?.is_dir() {
                open.push((path, format!("{name}/")));
            } else if path.extension().is_some_and(|end| end == "json") {
                files.push((name, path));
            }
        }
    }
    files.sort();
    Ok(files)
}
