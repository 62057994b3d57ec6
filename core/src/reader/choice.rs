//! Alternatives: which of them may hold of the value at hand, and reading it by the one that does.
//!
//! A walk for a verdict reads the value by the first alternative that may hold as if it were the
//! only one, and is done if it does; only where it does not, the cursor is set back for the next. A
//! walk that builds asks before it does: values that come to nothing cost more than looking at them.
//!
//! An alternative may be nothing but a choice itself. What can be told without reading is told of the
//! alternatives in the end, the leaves: where one alone is left, it is that which the value is read by.

use super::texts::{Told, UNREAD};
use super::{Asks, Build, Check, Collect, Mode, Reader, Sink, Stop, Tell, Texts, Verdict};
use crate::JsonType;
use crate::report::Edge;
use std::ops::Range;

/// The alternatives of `anyOf` or `oneOf`.
pub struct Choice {
    keyword: Keyword,
    checks: &'static [Check],
    /// Where some of them are choices themselves: the checks in the end. Otherwise there are none, and
    /// it is the alternatives themselves that are the leaves.
    leaves: &'static [&'static Check],
    /// For each type that a first byte tells, a bit for each of the first leaves, set where that may
    /// allow it.
    by_type: [u64; JsonType::ALL.len()],
    tell: Option<&'static Tell>,
    texts: Option<&'static Texts>,
    /// The way to the keyword, where it is not one of the schema at hand.
    edge: Option<Edge>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keyword {
    AnyOf,
    OneOf,
}

/// So many alternatives have a bit.
const MOST: usize = u64::BITS as usize;

impl Choice {
    /// The alternatives of `anyOf`.
    pub const fn any_of(checks: &'static [Check]) -> Self {
        Self::new(Keyword::AnyOf, checks)
    }

    /// The alternatives of `oneOf`.
    pub const fn one_of(checks: &'static [Check]) -> Self {
        Self::new(Keyword::OneOf, checks)
    }

    const fn new(keyword: Keyword, checks: &'static [Check]) -> Self {
        let mut by_type = [0; JsonType::ALL.len()];
        let mut at = 0;
        while at < checks.len() && at < MOST {
            enter(&mut by_type, &checks[at], at);
            at += 1;
        }
        Self {
            keyword,
            checks,
            leaves: &[],
            by_type,
            tell: None,
            texts: None,
            edge: None,
        }
    }

    /// The same, where some alternatives are choices themselves, and these are all the leaves.
    ///
    /// # Panics
    /// At compile time, where they are more than have bits.
    #[must_use]
    pub const fn down_to(self, leaves: &'static [&'static Check]) -> Self {
        assert!(leaves.len() <= MOST);
        let mut by_type = [0; JsonType::ALL.len()];
        let mut at = 0;
        while at < leaves.len() {
            enter(&mut by_type, leaves[at], at);
            at += 1;
        }
        Self {
            leaves,
            by_type,
            ..self
        }
    }

    /// The same, where one look at an object tells some of the leaves apart.
    #[must_use]
    pub const fn told_by(self, tell: &'static Tell) -> Self {
        Self {
            tell: Some(tell),
            ..self
        }
    }

    /// The same, where some leaves list strings.
    #[must_use]
    pub const fn told_by_text(self, texts: &'static Texts) -> Self {
        Self {
            texts: Some(texts),
            ..self
        }
    }

    /// The same, where the keyword stands at the end of a way.
    #[must_use]
    pub const fn through(self, edge: Edge) -> Self {
        Self {
            edge: Some(edge),
            ..self
        }
    }

    /// How many leaves some alternatives have, for [`Choice::leaves`].
    pub const fn count_leaves(checks: &[Check]) -> usize {
        let (mut count, mut at) = (0, 0);
        while at < checks.len() {
            count += leaves_of(&checks[at]);
            at += 1;
        }
        count
    }

    /// The leaves of some alternatives, in order.
    ///
    /// # Panics
    /// At compile time, where they are not so many.
    pub const fn leaves<const COUNT: usize>(checks: &'static [Check]) -> [&'static Check; COUNT] {
        let mut leaves = [&checks[0]; COUNT];
        let (mut count, mut at) = (0, 0);
        while at < checks.len() {
            let mut of_this = 0;
            while of_this < leaves_of(&checks[at]) {
                leaves[count] = match checks[at].choice() {
                    Some(choice) => choice.leaf(of_this),
                    None => &checks[at],
                };
                (count, of_this) = (count + 1, of_this + 1);
            }
            at += 1;
        }
        assert!(count == COUNT);
        leaves
    }

    const fn leaf(&self, index: usize) -> &'static Check {
        if self.leaves.is_empty() {
            &self.checks[index]
        } else {
            self.leaves[index]
        }
    }

    pub(crate) fn checks(&self) -> &'static [Check] {
        self.checks
    }

    /// A bit for each of the alternatives of which some leaf is among these.
    #[inline]
    fn with(&self, leaves: u64) -> u64 {
        if self.leaves.is_empty() {
            leaves
        } else {
            self.with_some(leaves)
        }
    }

    fn with_some(&self, mut leaves: u64) -> u64 {
        let mut with = 0;
        for (index, check) in self.checks.iter().enumerate() {
            // At least one, perhaps all of them.
            let count = leaves_of(check);
            let own = u64::MAX >> (MOST - count);
            with |= u64::from(leaves & own != 0) << index;
            leaves = leaves >> (count - 1) >> 1;
        }
        with
    }

    /// The alternatives of which some leaf is among these.
    #[inline]
    fn candidates(&self, leaves: u64) -> Candidates {
        Candidates {
            bits: self.with(leaves),
            others: MOST.min(self.checks.len())..self.checks.len(),
        }
    }

    /// The leaf, where these are one alone. All others are known not to hold then, so that it does not
    /// matter which keyword stands above it.
    #[inline]
    fn only_leaf(&self, leaves: u64) -> Option<&'static Check> {
        if !leaves.is_power_of_two() || self.checks.len() > MOST {
            return None;
        }
        Some(self.leaf(leaves.trailing_zeros() as usize))
    }

    #[inline]
    pub(crate) fn check(&self, index: usize) -> &'static Check {
        &self.checks[index]
    }
}

/// Sets the bit of a leaf for the types that it may allow.
const fn enter(by_type: &mut [u64; JsonType::ALL.len()], check: &Check, index: usize) {
    let mut found = 0;
    while found < JsonType::ALL.len() {
        if check.may_allow(JsonType::ALL[found]) {
            by_type[found] |= 1 << index;
        }
        found += 1;
    }
}

/// How many leaves an alternative has.
const fn leaves_of(check: &Check) -> usize {
    match check.choice() {
        None => 1,
        Some(choice) if choice.leaves.is_empty() => choice.checks.len(),
        Some(choice) => choice.leaves.len(),
    }
}

/// Alternatives that may hold, in order.
#[derive(Debug, Clone)]
pub(crate) struct Candidates {
    /// A bit for each of the first ones.
    bits: u64,
    others: Range<usize>,
}

impl Candidates {
    /// The candidate, if there is one alone.
    #[inline]
    pub(super) fn only(&self) -> Option<usize> {
        (self.bits.is_power_of_two() && self.others.is_empty())
            .then(|| self.bits.trailing_zeros() as usize)
    }
}

impl Iterator for Candidates {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        if self.bits == 0 {
            return self.others.next();
        }
        let next = self.bits.trailing_zeros() as usize;
        self.bits &= self.bits - 1;
        Some(next)
    }
}

impl<S: Sink> Reader<'_, S> {
    /// The alternatives that may hold of the value at hand.
    #[inline]
    pub(crate) fn candidates(&mut self, choice: &Choice) -> Candidates {
        let (leaves, _) = self.told(choice);
        choice.candidates(leaves)
    }

    /// What is known of the value at hand without reading it: the first leaves that may allow it.
    #[inline]
    fn told(&mut self, choice: &Choice) -> Told {
        let found = self.type_at_hand_here();
        let leaves = choice.by_type[found as usize];
        if S::KEEPS_FAILURES || leaves & leaves.wrapping_sub(1) == 0 {
            return (leaves, UNREAD);
        }
        if found == JsonType::Object
            && let Some(tell) = choice.tell
        {
            return (self.told_apart(tell, leaves), UNREAD);
        }
        if found == JsonType::String
            && let Some(texts) = choice.texts
        {
            return self.text_told(texts, leaves);
        }
        (leaves, UNREAD)
    }
}

impl<M: Mode> Reader<'_, M> {
    /// Reads the value at hand by the alternative that holds; `read` reads by one of them.
    #[inline]
    pub fn choose<T>(
        &mut self,
        choice: &Choice,
        read: impl Copy + Fn(&mut Self, usize) -> Result<M::Out<T>, Stop>,
    ) -> Result<M::Out<T>, Stop> {
        M::choose(self, choice, read)
    }

    /// Has the value at hand judged by alternatives beside its own walk; it stays at hand.
    pub fn judge_choice(&mut self, choice: &Choice) -> Result<(), Stop> {
        M::alternative(self, choice).map(drop)
    }

    /// Reads over the value at hand, which must be one of the alternatives.
    #[inline]
    pub fn pass_choice(&mut self, choice: &Choice) -> Result<(), Stop> {
        M::pass_choice(self, choice)
    }

    /// What [`Asks::alternative`](super::Asks::alternative) does.
    pub(super) fn alternative_here(&mut self, choice: &Choice) -> Result<Option<usize>, Stop> {
        let ask = |reader: &mut Self| match choice.keyword {
            Keyword::AnyOf => reader.any_of(choice),
            Keyword::OneOf => reader.one_of(choice),
        };
        match choice.edge {
            Some(edge) => self.refer(edge, ask),
            None => ask(self),
        }
    }
}

impl Reader<'_, Build> {
    /// The alternative to build the value by. The last one that may hold is not asked where no other
    /// holds, because building by it judges too.
    pub(super) fn alternative_to_build(&mut self, choice: &Choice) -> Result<usize, Stop> {
        let mut candidates = self.candidates(choice);
        if let Some(only) = candidates.only() {
            return Ok(only);
        }
        if self.is_asked() {
            return Build::alternative(self, choice)?.ok_or(Stop::Invalid);
        }
        let mut found = None;
        while let Some(index) = candidates.next() {
            if found.is_none() && candidates.clone().next().is_none() {
                return Ok(index);
            }
            if !self.holds(choice.check(index))? {
                continue;
            }
            match choice.keyword {
                Keyword::AnyOf => return Ok(index),
                Keyword::OneOf if found.is_some() => return Err(Stop::Invalid),
                Keyword::OneOf => found = Some(index),
            }
        }
        found.ok_or(Stop::Invalid)
    }
}

impl Reader<'_, Collect> {
    /// Reads the value at hand by the alternative that holds.
    pub(super) fn read_alternative(&mut self, choice: &Choice) -> Result<(), Stop> {
        match Collect::alternative(self, choice)? {
            Some(chosen) => self.report_by(choice.check(chosen)),
            None => self.skip(),
        }
    }
}

impl Reader<'_, Verdict> {
    /// Reads over the value at hand by the alternative that holds.
    pub(super) fn pass_alternative(&mut self, choice: &Choice) -> Result<(), Stop> {
        if self.is_asked() {
            let chosen = Verdict::alternative(self, choice)?.ok_or(Stop::Invalid)?;
            return self.pass_by(choice.check(chosen));
        }
        let (leaves, end) = self.told(choice);
        if end != UNREAD {
            self.at = end;
            return Ok(());
        }
        if let Some(leaf) = choice.only_leaf(leaves) {
            return self.pass_by(leaf);
        }
        let mut candidates = choice.candidates(leaves);
        while let Some(index) = candidates.next() {
            if candidates.clone().next().is_none() {
                return self.pass_by(choice.check(index));
            }
            let start = self.at;
            if self.attempt(|reader| reader.pass_by(choice.check(index)))? {
                if choice.keyword == Keyword::OneOf {
                    let end = std::mem::replace(&mut self.at, start);
                    self.none_holds(choice, candidates)?;
                    self.at = end;
                }
                return Ok(());
            }
        }
        Err(Stop::Invalid)
    }

    /// Checks that none of the other alternatives holds.
    fn none_holds(&mut self, choice: &Choice, others: Candidates) -> Result<(), Stop> {
        for index in others {
            if self.holds(choice.check(index))? {
                return Err(Stop::Invalid);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Check, Choice};
    use crate::TypeSet;
    use crate::report::Edge;

    const CHECK: Check = Check::new(
        TypeSet::ALL,
        Edge::NONE,
        |r| r.boolean().map(drop),
        |r| r.boolean().map(drop),
    );
    const TWO: &Choice = &Choice::any_of(&[CHECK, CHECK]);
    const MOST: &Choice = &Choice::any_of(&[const { CHECK }; 64]);

    #[test]
    fn alternatives_are_those_of_which_a_leaf_is_left() {
        const CHECKS: &[Check] = &[CHECK, CHECK.choosing(TWO), CHECK];
        const CHOICE: &Choice = &Choice::one_of(CHECKS)
            .down_to(const { &Choice::leaves::<{ Choice::count_leaves(CHECKS) }>(CHECKS) });
        let with: Vec<u64> = (0..16).map(|leaves| CHOICE.with(leaves)).collect();
        let expected = [0, 1, 2, 3, 2, 3, 2, 3, 4, 5, 6, 7, 6, 7, 6, 7];
        assert_eq!(with, expected);
        assert!(CHOICE.only_leaf(0b100).is_some() && CHOICE.only_leaf(0b101).is_none());
    }

    #[test]
    fn one_alternative_may_have_all_leaves_that_have_a_bit() {
        const CHECKS: &[Check] = &[CHECK.choosing(MOST)];
        const CHOICE: &Choice = &Choice::one_of(CHECKS)
            .down_to(const { &Choice::leaves::<{ Choice::count_leaves(CHECKS) }>(CHECKS) });
        assert_eq!(CHOICE.with(0), 0);
        assert_eq!(CHOICE.with(1), 1);
        assert_eq!(CHOICE.with(1 << 63), 1);
    }
}
