//! `tollgate lint`: is this a sound schema?

use crate::args::Lint;
use crate::input::{Input, portable};
use crate::refs;
use crate::report::explain;
use crate::report::lint::{Findings, Linted, Output, Tally};
use std::path::Path;
use std::process::ExitCode;
use tollgate_codegen::{Document, Options, lint};
use tollgate_core::{Json, Schema as _};

pub(crate) fn run(args: &Lint) -> ExitCode {
    let Ok(options) = options(args) else {
        return ExitCode::from(2);
    };
    let mut output = Output::new(args.format, &options.remotes);
    let mut tally = Tally::default();
    for file in &args.files {
        let linted = look_at(file, args, &options);
        tally.add(&linted);
        output.file(&linted);
    }
    output.close(&tally);
    tally.exit_code(output.is_broken())
}

/// Schemas are taken as they would be with every feature.
fn options(args: &Lint) -> Result<Options, refs::Unreadable> {
    Ok(Options {
        draft: args.meaning.draft.clone(),
        formats: args.meaning.formats.into(),
        remotes: refs::read(&args.meaning.refs)?,
        backtracking: true,
        has_formats: true,
        ..Options::default()
    })
}

fn look_at(path: &Path, args: &Lint, options: &Options) -> Linted {
    let input = Input::new(path);
    let (name, file) = (input.name(), portable(path));
    let findings = match input.read() {
        Ok(bytes) => findings(&file, bytes, args, options),
        Err(error) => {
            explain::unreadable(&name, &error).say();
            Findings::Unreadable(format!("the file cannot be read: {error}"))
        }
    };
    Linted {
        name,
        file,
        findings,
    }
}

fn findings(file: &str, bytes: Vec<u8>, args: &Lint, options: &Options) -> Findings {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        // Whatever reads JSON reports this in the same words.
        Err(error) => match Json::from_json(error.as_bytes()) {
            Err(report) => {
                let source = error.into_bytes();
                return Findings::NoJson { report, source };
            }
            Ok(_) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        },
    };
    let mut found = lint(&[Document::from_file(file, &text)], options);
    found.retain(|found| !args.allow.contains(&found.code()));
    Findings::Diagnostics { text, found }
}
