//! A section of the table: engines that do the same job on the same documents, and what is asked of
//! one of them.

use serde_json::{Value, json};
use std::fmt::Write;
use tollgate_measure::{Figures, Samples, count, median};

/// A section of the table.
pub(crate) struct Section {
    pub(crate) title: String,
    /// The engine that the others are compared with.
    pub(crate) baseline: Option<&'static str>,
    pub(crate) figures: Figures,
    pub(crate) targets: Vec<Target>,
}

/// What is asked, and what was reached.
pub(crate) struct Target {
    pub(crate) what: String,
    pub(crate) bound: Bound,
    pub(crate) reached: f64,
}

/// The least or the most that a figure may be.
#[derive(Clone, Copy)]
pub(crate) enum Bound {
    Least(f64),
    Most(f64),
}

/// Width of the engines' names.
const NAME: usize = 52;

impl Target {
    /// That `engine` be so many times as fast as `other`.
    pub(crate) fn of_speed(
        figures: &Figures,
        engine: &str,
        other: &str,
        least: f64,
    ) -> Option<Self> {
        let title = |id| figures.samples(id).map(|samples| samples.title.as_str());
        Some(Self {
            what: format!("{}: times as fast as {}", title(engine)?, title(other)?),
            bound: Bound::Least(least),
            reached: figures.times(engine, &[other])?,
        })
    }

    pub(crate) fn is_reached(&self) -> bool {
        match self.bound {
            Bound::Least(least) => self.reached >= least,
            Bound::Most(most) => self.reached <= most,
        }
    }

    /// `owned: times as fast as serde: 2.31, at least 2.5: MISSED`.
    pub(crate) fn line(&self) -> String {
        let bound = match self.bound {
            Bound::Least(least) => format!("at least {least}"),
            Bound::Most(most) => format!("at most {most}"),
        };
        let verdict = if self.is_reached() {
            "reached"
        } else {
            "MISSED"
        };
        format!("{}: {:.2}, {bound}: {verdict}", self.what, self.reached)
    }
}

/// All sections in columns, and all targets once more.
pub(crate) fn text(sections: &[Section]) -> String {
    let mut text = format!(
        "{:NAME$} {:>12} {:>9} {:>8} {:>9}\n",
        "", "ns/document", "ns/byte", "GB/s", "times as"
    );
    let _ = writeln!(
        text,
        "{:NAME$} {:>12} {:>9} {:>8} {:>9}",
        "", "", "", "", "fast"
    );
    for section in sections {
        push_section(&mut text, section);
    }
    let targets = sections.iter().flat_map(|section| &section.targets);
    let (reached, missed): (Vec<_>, Vec<_>) = targets.partition(|target| target.is_reached());
    let _ = writeln!(
        text,
        "\n{} targets reached, {} missed",
        reached.len(),
        missed.len()
    );
    text
}

fn push_section(text: &mut String, section: &Section) {
    // Writing to a `String` cannot fail.
    let _ = writeln!(
        text,
        "\n{} ({} bytes)",
        section.title, section.figures.bytes
    );
    for engine in &section.figures.engines {
        push_engine(text, section, engine);
    }
    for target in &section.targets {
        let _ = writeln!(text, "  -> {}", target.line());
    }
    for reason in &section.figures.absent {
        let _ = writeln!(text, "  absent: {reason}");
    }
    for disagreement in &section.figures.disagreements {
        let _ = writeln!(text, "  DISAGREEMENT: {disagreement:?}");
    }
}

fn push_engine(text: &mut String, section: &Section, engine: &Samples) {
    let time = median(engine.nanoseconds_per_byte.clone());
    let document = time * count(engine.bytes) / count(section.figures.documents);
    let mark = if section.baseline == Some(&engine.id) {
        " = baseline"
    } else {
        ""
    };
    let _ = writeln!(
        text,
        "  {:width$} {document:>12.0} {time:>9.3} {:>8.3} {:>8.2}x{mark}",
        engine.title,
        1.0 / time,
        section.times(engine).unwrap_or(f64::NAN),
        width = NAME - 2
    );
}

impl Section {
    fn times(&self, engine: &Samples) -> Option<f64> {
        self.figures.times(&engine.id, &[self.baseline?])
    }

    fn json(&self) -> Value {
        let engines = self.figures.engines.iter().map(|engine| {
            let time = median(engine.nanoseconds_per_byte.clone());
            json!({
                "engine": engine.id,
                "title": engine.title,
                "bytes": engine.bytes,
                "nanosecondsPerByte": time,
                "timesAsFastAsBaseline": self.times(engine),
            })
        });
        let targets = self.targets.iter().map(|target| {
            let (Bound::Least(bound) | Bound::Most(bound)) = target.bound;
            json!({
                "what": target.what,
                "bound": bound,
                "reached": target.reached,
                "isReached": target.is_reached(),
            })
        });
        json!({
            "title": self.title,
            "bytes": self.figures.bytes,
            "baseline": self.baseline,
            "engines": engines.collect::<Vec<_>>(),
            "targets": targets.collect::<Vec<_>>(),
            "disagreements": self.figures.disagreements,
        })
    }
}

/// All sections as one JSON document.
pub(crate) fn json(sections: &[Section]) -> String {
    let sections: Vec<Value> = sections.iter().map(Section::json).collect();
    format!("{:#}\n", json!({ "sections": sections }))
}

/// Why the run as a whole has failed, if it has: engines that disagree.
pub(crate) fn failure(sections: &[Section]) -> Option<String> {
    let broken = sections
        .iter()
        .find(|section| !section.figures.disagreements.is_empty())?;
    Some(format!("engines disagree: {}", broken.title))
}
