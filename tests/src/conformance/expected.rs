//! What is known to differ, and why. Each row is strict: what differs no longer is to be taken off.

use super::cases::Cases;

/// Cases of which it is known that they differ.
#[derive(Debug)]
pub(super) struct Row {
    /// The folders of the drafts that have them.
    pub(super) drafts: &'static [&'static str],
    /// The file, from the draft's folder on.
    pub(super) file: &'static str,
    /// The group.
    pub(super) group: &'static str,
    /// The case; without it, every case of the group.
    pub(super) case: Option<&'static str>,
    /// Why.
    pub(super) reason: &'static str,
}

/// Optional cases in which some verdict is not the suite's.
pub(super) const VERDICTS: &[Row] = &[
    content(
        "validation of string-encoded content based on media type",
        "an invalid JSON document",
    ),
    content(
        "validation of binary string-encoding",
        "an invalid base64 string (% is not a valid character)",
    ),
    content(
        "validation of binary-encoded media type documents",
        "a validly-encoded invalid JSON document",
    ),
    content(
        "validation of binary-encoded media type documents",
        "an invalid base64 string that is valid JSON",
    ),
];

/// What draft 7 lets implementations assert of contents.
const fn content(group: &'static str, case: &'static str) -> Row {
    Row {
        drafts: &["draft7"],
        file: "optional/content.json",
        group,
        case: Some(case),
        reason: "contents are described, not asserted: draft 7 leaves that open (Validation §8.1), \
                 later drafts forbid it (2020-12 §8.1)",
    }
}

/// Cases in which our errors are not those of the `jsonschema` crate.
pub(super) const ERRORS: &[Row] = &[
    Row {
        drafts: &["draft4"],
        file: "multipleOf.json",
        group: "float division = inf",
        case: None,
        reason: "draft 4 has no integers with an exponent (Core §3.5), and that crate no longer sees \
                 how 1e308 is written",
    },
    Row {
        drafts: &["draft2019-09", "draft2020-12"],
        file: "minContains.json",
        group: "maxContains < minContains",
        case: Some("invalid maxContains and minContains"),
        reason: "two items are too few and too many at once, and that crate stops at the first",
    },
];

impl Row {
    fn is_about(&self, cases: &Cases, case: usize) -> bool {
        let (group, case) = (cases.group(case), cases.case(case));
        let is_case = |expected| expected == case.description;
        self.drafts.contains(&cases.draft.folder)
            && self.file == group.file
            && self.group == group.description
            && self.case.is_none_or(is_case)
    }

    /// Whether the suite at hand has no such case.
    pub(super) fn is_lost(&self, cases: &Cases) -> bool {
        let mut all = 0..cases.list.len();
        self.drafts.contains(&cases.draft.folder) && !all.any(|case| self.is_about(cases, case))
    }
}

/// The row that is about a case.
pub(super) fn row(rows: &'static [Row], cases: &Cases, case: usize) -> Option<&'static Row> {
    rows.iter().find(|row| row.is_about(cases, case))
}

/// The result of a trial: with a row, a difference is what is expected, and none is an error.
pub(super) fn judged_by(row: Option<&Row>, result: Result<(), String>) -> Result<(), String> {
    match (row, result) {
        (None, result) => result,
        (Some(_), Err(_)) => Ok(()),
        (Some(row), Ok(())) => Err(format!(
            "this differs no longer; the list says that it does, because {}",
            row.reason
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::{VERDICTS, row};
    use crate::conformance::cases::Cases;
    use crate::suite::{DRAFTS, Suite};

    #[test]
    fn few_optional_cases_are_listed() {
        let suite = Suite::find().unwrap();
        let listed = DRAFTS.map(|draft| {
            let cases = Cases::of(draft, &suite).unwrap();
            let is_listed = |case: &usize| row(VERDICTS, &cases, *case).is_some();
            (0..cases.list.len()).filter(is_listed).count()
        });
        assert!(listed.iter().sum::<usize>() <= 40, "{listed:?}");
    }

    #[test]
    fn the_drafts_have_all_cases_of_the_suite() {
        let required = DRAFTS.map(|draft| draft.counts.0);
        let optional = DRAFTS.map(|draft| draft.counts.1);
        assert_eq!(
            (required.iter().sum(), optional.iter().sum()),
            (4_942, 3_385)
        );
    }
}
