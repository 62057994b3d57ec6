//! The report for programs: one JSON object, written piece by piece.

use super::listing::Listing;
use super::{Checked, Tally};
use crate::judge::{Obstacle, Verdict};
use serde::Serialize;
use std::io::{self, Write};
use tollgate_core::Report;

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
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    message: &'c str,
}

#[derive(Serialize)]
struct Summary {
    checked: usize,
    invalid: usize,
    errors: usize,
}

/// The entry of a file that is one document.
pub(super) fn file(checked: &Checked<'_>, out: &mut impl Write) -> io::Result<()> {
    let entry = Entry {
        file: checked.name,
        valid: matches!(checked.verdict, Verdict::Valid),
        errors: errors(checked),
    };
    serde_json::to_writer(out, &entry).map_err(io::Error::from)
}

/// Adds the errors of a line to those of other lines.
pub(super) fn errors_of_line(checked: &Checked<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    let start = out.len();
    serde_json::to_writer(&mut *out, &errors(checked))?;
    // Of the list only the items are wanted.
    out.pop();
    if start == 0 {
        out.remove(start);
    } else {
        out[start] = b',';
    }
    Ok(())
}

/// The beginning of the entry of a file with a document on each line. Whether all of them are valid
/// is known when the first error is, or at the end.
pub(super) fn open_lines(name: &str, is_valid: bool, out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"{\"file\":")?;
    serde_json::to_writer(&mut *out, name)?;
    write!(out, ",\"valid\":{is_valid},\"errors\":[")
}

pub(super) fn close_lines(tally: &Tally, out: &mut impl Write) -> io::Result<()> {
    let (checked, invalid) = (tally.checked, tally.invalid + tally.unusable);
    write!(out, "],\"checked\":{checked},\"invalid\":{invalid}}}")
}

pub(super) fn close(tally: &Tally, out: &mut impl Write) -> io::Result<()> {
    let summary = Summary {
        checked: tally.checked,
        invalid: tally.invalid + tally.unusable,
        errors: tally.errors + tally.unusable,
    };
    Listing::close(&summary, out)
}

fn errors<'c>(checked: &'c Checked<'_>) -> Errors<'c> {
    match checked.verdict {
        Verdict::Valid => Errors::None([]),
        Verdict::Invalid(report) => Errors::Report(report),
        Verdict::Unusable(Obstacle {
            keyword, summary, ..
        }) => Errors::Problem([Problem {
            keyword,
            instance_location: "",
            schema_location: "",
            line: checked.line,
            column: checked.line.map(|_| 1),
            message: summary,
        }]),
    }
}
