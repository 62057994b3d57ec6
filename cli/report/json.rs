//! The report for programs: one JSON object, written file by file.

use super::listing::Listing;
use super::{Checked, Tally, Verdict};
use serde::Serialize;
use std::io::{self, Write};
use tollgate_core::Report;

#[derive(Debug, Default)]
pub(crate) struct Json(Listing);

#[derive(Serialize)]
struct Entry<'c> {
    file: &'c str,
    valid: bool,
    errors: Errors<'c>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Errors<'c> {
    None([(); 0]),
    Report(&'c Report),
    Problem([Problem<'c>; 1]),
}

/// Why a document could not be judged, in the form of an error in it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Problem<'c> {
    keyword: &'static str,
    instance_location: &'static str,
    schema_location: &'static str,
    message: &'c str,
}

#[derive(Serialize)]
struct Summary {
    checked: usize,
    invalid: usize,
    errors: usize,
}

impl Json {
    pub(super) fn file(&mut self, checked: &Checked, out: &mut impl Write) -> io::Result<()> {
        self.0.file(&entry(checked), out)
    }

    pub(super) fn close(tally: &Tally, out: &mut impl Write) -> io::Result<()> {
        let summary = Summary {
            checked: tally.checked,
            invalid: tally.invalid + tally.unusable,
            errors: tally.errors + tally.unusable,
        };
        Listing::close(&summary, out)
    }
}

fn entry(checked: &Checked) -> Entry<'_> {
    let (valid, errors) = match &checked.verdict {
        Verdict::Valid => (true, Errors::None([])),
        Verdict::Invalid { report, .. } => (false, Errors::Report(report)),
        Verdict::Unusable { keyword, message } => {
            let (instance_location, schema_location) = ("", "");
            let problem = Problem {
                keyword,
                instance_location,
                schema_location,
                message,
            };
            (false, Errors::Problem([problem]))
        }
    };
    Entry {
        file: &checked.name,
        valid,
        errors,
    }
}
