//! The sum of many findings.

use crate::compare::Finding;
use crate::exception::Exception;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// So many differences are shown.
const SHOWN: usize = 40;

/// How many there were of everything.
#[derive(Default)]
pub(crate) struct Tally {
    sound: usize,
    broken: usize,
    exceptions: BTreeMap<Exception, usize>,
    differences: Vec<String>,
}

impl Tally {
    pub(crate) fn count(&mut self, finding: Finding) {
        if finding.is_sound {
            self.sound += 1;
        } else {
            self.broken += 1;
        }
        for exception in finding.exceptions {
            *self.exceptions.entry(exception).or_default() += 1;
        }
        self.differences.extend(finding.difference);
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.sound += other.sound;
        self.broken += other.broken;
        for (exception, count) in other.exceptions {
            *self.exceptions.entry(exception).or_default() += count;
        }
        self.differences.extend(other.differences);
    }

    /// Says how many schemas of which kind were compared, also when all is well.
    pub(crate) fn tell(&self, of: &str) {
        let (sound, broken, count) = (self.sound, self.broken, self.differences.len());
        let exceptions = &self.exceptions;
        // Whether anybody reads this changes nothing.
        let _ = writeln!(
            io::stderr(),
            "{of}: {} schemas compared, {sound} sound and {broken} broken by their meta-schema; \
             {count} differ without an exception; the exceptions: {exceptions:?}",
            sound + broken,
        );
    }

    pub(crate) fn assert_clean(&self) {
        let count = self.differences.len();
        let shown = &self.differences[..count.min(SHOWN)];
        assert!(count == 0, "{count} schemas:\n{}", shown.join("\n"));
    }

    /// At least one schema in `share` is sound, and as many are broken.
    pub(crate) fn assert_both_verdicts(&self, share: usize) {
        let least = (self.sound + self.broken) / share;
        assert!(self.sound > least, "too few are sound: {}", self.sound);
        assert!(self.broken > least, "too few are broken: {}", self.broken);
    }

    /// One schema was compared, and this explained what was said of it.
    pub(crate) fn assert_only(&self, exception: Exception, schema: &Value) {
        assert_eq!(
            self.exceptions,
            BTreeMap::from([(exception, 1)]),
            "{schema}"
        );
    }
}
