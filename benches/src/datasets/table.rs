//! The figures of all datasets as one table.

use super::folder::Dataset;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use tollgate_measure::{Figures, geometric_mean, id};

/// What became of a dataset.
pub(super) struct Row {
    name: String,
    figures: Result<Figures, String>,
}

/// The columns: the engine, and what stands above its times.
const ENGINES: [(&str, &str); 12] = [
    (id::OURS, "ours"),
    (id::REPORT, "report"),
    (id::BASELINE, "macro"),
    (id::RUN_TIME, "runtime"),
    (id::SONIC_RUN_TIME, "s+rt"),
    (id::BOON, "boon"),
    (id::READY, "ready"),
    (id::SONIC, "sonic"),
    (id::SONIC_SKIP, "sskip"),
    (id::SONIC_LAZY, "slazy"),
    (id::SERDE_SKIP, "jskip"),
    (id::SCAN, "scan"),
];

/// What is compared: what stands above it, the engine, what it is compared with, and the least that it
/// should be as a geometric mean and on each dataset.
const COMPARISONS: [Comparison; 3] = [
    Comparison {
        title: "x macro",
        engine: id::OURS,
        others: &[id::BASELINE],
        mean: Some(6.5),
        each: Some(2.5),
    },
    Comparison {
        title: "x s+rdy",
        engine: id::OURS,
        others: &[id::SONIC, id::READY],
        mean: Some(1.8),
        each: None,
    },
    Comparison {
        title: "x sonic",
        engine: id::OURS,
        others: &[id::SONIC],
        mean: None,
        each: None,
    },
];

struct Comparison {
    title: &'static str,
    engine: &'static str,
    others: &'static [&'static str],
    mean: Option<f64>,
    each: Option<f64>,
}

const LEGEND: &str = "\
ns per byte, medians; all documents of a dataset one after the other, from bytes to verdict
  ours     tollgate is_valid_json               report   tollgate validate_json
  macro    serde_json Value + #[jsonschema::validator]
  runtime  serde_json Value + jsonschema        boon     serde_json Value + boon
  s+rt     sonic-rs Value + jsonschema
  ready    #[jsonschema::validator] on trees that are there already
  sonic    sonic-rs Value, nothing validated    sskip    sonic-rs skipping (IgnoredAny)
  slazy    sonic-rs skipping (LazyValue)        jskip    serde_json skipping (IgnoredAny)
  scan     memchr for a byte that never comes
how many times as fast as others `ours` is, medians of the ratios of each round
  x macro  than macro      x s+rdy  than sonic and then ready      x sonic  than sonic
";

impl Row {
    pub(super) fn new(dataset: &Dataset, figures: Result<Figures, String>) -> Self {
        Self {
            name: dataset.name.clone(),
            figures,
        }
    }
}

/// The table for people.
pub(super) fn text(rows: &[Row]) -> String {
    let mut text = format!("{LEGEND}\n{:16}{:>6}{:>9}", "dataset", "docs", "bytes");
    for (_, title) in ENGINES {
        let _ = write!(text, "{title:>8}"); // to a `String`
    }
    for comparison in &COMPARISONS {
        let _ = write!(text, "{:>9}", comparison.title);
    }
    text.push('\n');
    for row in rows {
        push_row(&mut text, row);
    }
    push_means(&mut text, rows);
    for row in rows {
        push_problems(&mut text, row);
    }
    text
}

fn push_row(text: &mut String, row: &Row) {
    let Ok(figures) = &row.figures else {
        let _ = writeln!(text, "{:16}FAILED", row.name);
        return;
    };
    let Figures {
        documents, bytes, ..
    } = figures;
    let _ = write!(text, "{:16}{documents:>6}{bytes:>9}", row.name);
    for (engine, _) in ENGINES {
        let _ = write!(text, "{:>8}", shown(figures.time(engine), 3));
    }
    for comparison in &COMPARISONS {
        let times = comparison.times(figures);
        let is_short = times
            .zip(comparison.each)
            .is_some_and(|(times, least)| times < least);
        let mark = if is_short { "!" } else { " " };
        let _ = write!(text, "{:>8}{mark}", shown(times, 2));
    }
    text.push('\n');
}

fn push_means(text: &mut String, rows: &[Row]) {
    let _ = write!(text, "{:31}", "geometric mean");
    for (engine, _) in ENGINES {
        let times = figures(rows).filter_map(|figures| figures.time(engine));
        let mean = geometric_mean(&times.collect::<Vec<f64>>());
        let _ = write!(text, "{:>8}", shown(mean, 3));
    }
    for comparison in &COMPARISONS {
        let _ = write!(text, "{:>8} ", shown(comparison.mean(rows), 2));
    }
    text.push_str("\n\n");
    for comparison in &COMPARISONS {
        push_targets(text, comparison, rows);
    }
}

/// The targets beside what was reached.
fn push_targets(text: &mut String, comparison: &Comparison, rows: &[Row]) {
    let title = comparison.title;
    if let Some((least, mean)) = comparison.mean.zip(comparison.mean(rows)) {
        let verdict = verdict(mean >= least);
        let _ = writeln!(
            text,
            "{title}: geometric mean {mean:.2}, target {least}: {verdict}"
        );
    }
    let times = figures(rows).filter_map(|figures| comparison.times(figures));
    if let Some((least, worst)) = comparison.each.zip(times.reduce(f64::min)) {
        let verdict = verdict(worst >= least);
        let _ = writeln!(
            text,
            "{title}: at worst {worst:.2}, target {least}: {verdict}"
        );
    }
}

fn push_problems(text: &mut String, row: &Row) {
    match &row.figures {
        Err(error) => {
            let _ = writeln!(text, "{} FAILED: {error}", row.name);
        }
        Ok(figures) => {
            for reason in &figures.absent {
                let reason = reason.replace('\n', " ");
                let _ = writeln!(text, "{}: absent: {reason:.120}", row.name);
            }
            for disagreement in &figures.disagreements {
                let _ = writeln!(
                    text,
                    "DISAGREEMENT on {} line {}: accepted by {}, refused by {}",
                    row.name,
                    disagreement.line,
                    disagreement.accepting.join(" "),
                    disagreement.refusing.join(" ")
                );
            }
        }
    }
}

fn verdict(is_reached: bool) -> &'static str {
    if is_reached { "reached" } else { "MISSED" }
}

fn shown(figure: Option<f64>, digits: usize) -> String {
    figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.digits$}"))
}

fn figures(rows: &[Row]) -> impl Iterator<Item = &Figures> {
    rows.iter().filter_map(|row| row.figures.as_ref().ok())
}

impl Comparison {
    fn times(&self, figures: &Figures) -> Option<f64> {
        figures.times(self.engine, self.others)
    }

    fn mean(&self, rows: &[Row]) -> Option<f64> {
        let times = figures(rows).filter_map(|figures| self.times(figures));
        geometric_mean(&times.collect::<Vec<f64>>())
    }
}

/// The figures as one JSON document.
pub(super) fn json(rows: &[Row]) -> String {
    let rows: Vec<Value> = rows.iter().map(row_json).collect();
    format!("{:#}\n", json!({ "datasets": rows }))
}

fn row_json(row: &Row) -> Value {
    let figures = match &row.figures {
        Err(error) => return json!({ "name": row.name, "error": error }),
        Ok(figures) => figures,
    };
    let nanoseconds = ENGINES.iter();
    let nanoseconds = nanoseconds.map(|(engine, _)| (*engine, figures.time(engine)));
    let ratios = COMPARISONS.iter();
    let ratios = ratios.map(|comparison| (comparison.others.join("+"), comparison.times(figures)));
    json!({
        "name": row.name,
        "documents": figures.documents,
        "validDocuments": figures.valid,
        "bytes": figures.bytes,
        "nanosecondsPerByte": nanoseconds.collect::<BTreeMap<_, _>>(),
        "timesAsFastAs": ratios.collect::<BTreeMap<_, _>>(),
        "disagreements": figures.disagreements,
    })
}

/// Why the run as a whole has failed, if it has.
pub(super) fn failure(rows: &[Row]) -> Option<String> {
    let is_sound = |row: &&Row| {
        let figures = row.figures.as_ref();
        figures.is_ok_and(|figures| figures.disagreements.is_empty())
    };
    let broken = rows.iter().filter(|row| !is_sound(row)).count();
    (broken > 0).then(|| {
        format!(
            "{broken} of {} datasets failed or found engines that disagree",
            rows.len()
        )
    })
}
