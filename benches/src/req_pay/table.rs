//! The figures as one table for people, or as JSON.

use super::engines::Job;
use super::measure::{Row, Section};
use serde_json::json;
use std::fmt::Write;

/// Width of the engines' names.
const NAME: usize = 52;

/// All sections in columns.
pub(crate) fn text(sections: &[Section]) -> String {
    let mut text = format!(
        "{:NAME$} {:>12} {:>10} {:>11}\n",
        "", "ns/document", "MB/s", "times as"
    );
    let _ = writeln!(text, "{:NAME$} {:>12} {:>10} {:>11}", "", "", "", "fast");
    for section in sections {
        push_section(&mut text, section);
    }
    text
}

fn push_section(text: &mut String, section: &Section) {
    // Writing to a `String` cannot fail.
    let _ = writeln!(text, "\n{} ({} bytes)", section.title, section.bytes);
    for row in &section.rows {
        let Row {
            engine,
            nanoseconds,
            megabytes_per_second,
            times,
        } = row;
        let mark = if *engine == section.baseline {
            " = baseline"
        } else {
            ""
        };
        let _ = writeln!(
            text,
            "  {engine:width$} {nanoseconds:>12.0} {megabytes_per_second:>10.1} {times:>10.2}x{mark}",
            width = NAME - 2
        );
    }
}

/// All sections as one JSON document.
pub(crate) fn json(sections: &[Section]) -> String {
    let sections: Vec<_> = sections.iter().map(section_json).collect();
    format!("{:#}\n", json!({ "sections": sections }))
}

fn section_json(section: &Section) -> serde_json::Value {
    let job = match section.job {
        Job::Verdict => "verdict",
        Job::Value => "value",
        Job::Errors => "errors",
    };
    let rows: Vec<_> = section
        .rows
        .iter()
        .map(|row| {
            json!({
                "engine": row.engine,
                "nanosecondsPerDocument": row.nanoseconds,
                "megabytesPerSecond": row.megabytes_per_second,
                "timesAsFastAsBaseline": row.times,
            })
        })
        .collect();
    json!({
        "job": job,
        "title": section.title,
        "bytes": section.bytes,
        "baseline": section.baseline,
        "rows": rows,
    })
}
