//! The member at hand, looked at by schemas beside the one that reads its value.

use super::{Check, Evaluated, Mode, Names, Object, Reader, Sink, Stop};
use crate::keyword::{additional_properties, unevaluated};
use crate::pattern::Pattern;
use crate::report::{Edge, Failure, kept};

impl Object {
    /// Has the value of the member at hand judged by one more schema.
    #[inline]
    pub fn judge<M: Mode>(&self, reader: &mut Reader<'_, M>, check: &Check) -> Result<(), Stop> {
        self.within(reader, Edge::NONE, |reader| reader.judge(check))
    }

    /// Has the name of the member at hand judged, as `propertyNames` does.
    pub fn judge_name<M: Mode>(
        &self,
        reader: &mut Reader<'_, M>,
        check: &Check,
    ) -> Result<(), Stop> {
        let value = std::mem::replace(&mut reader.at, self.name_start);
        let judged = M::ask(reader, check);
        reader.at = value;
        judged
    }

    /// Whether the name of the member at hand matches `pattern`, as `patternProperties` asks.
    pub fn name_matches<S: Sink>(
        &self,
        reader: &mut Reader<'_, S>,
        pattern: &Pattern,
    ) -> Result<bool, Stop> {
        S::name_matches(self, reader, pattern)
    }

    pub(super) fn name_matches_here<S: Sink>(
        &self,
        reader: &mut Reader<'_, S>,
        pattern: &Pattern,
    ) -> Result<bool, Stop> {
        let name = self.name_token(reader);
        reader.matches(&name, pattern)
    }

    /// Whether that is so, where there is a pattern.
    #[inline]
    pub(super) fn has_name_of<S: Sink>(
        &self,
        reader: &mut Reader<'_, S>,
        names: Option<&'static Pattern>,
    ) -> Result<bool, Stop> {
        match names {
            Some(pattern) => self.name_matches(reader, pattern),
            None => Ok(true),
        }
    }

    /// Reports that the schema lets no member of this name stand here. `known` are those that it
    /// knows.
    #[inline]
    pub fn forbid<S: Sink>(
        &self,
        reader: &mut Reader<'_, S>,
        known: &'static Names,
    ) -> Result<(), Stop> {
        S::forbid(self, reader, known)
    }

    pub(super) fn forbid_here<S: Sink>(
        &self,
        reader: &mut Reader<'_, S>,
        known: &'static Names,
    ) -> Result<(), Stop> {
        let (name, span) = self.name(reader);
        reader.sink.fail(|| {
            let name = kept(&name);
            let said = move || additional_properties::said(&name, known.texts());
            Failure::later("additionalProperties", span, said)
        })
    }

    /// Notes that the member at hand is evaluated, for schemas around that ask.
    #[inline]
    pub fn evaluated<S: Sink>(&self, reader: &mut Reader<'_, S>) {
        reader.note_evaluated(self.name_start);
    }

    /// Whether another schema in place evaluated the member at hand.
    pub fn is_in(&self, evaluated: &Evaluated) -> bool {
        evaluated.contains(self.name_start)
    }

    /// Reports the member at hand, which no schema evaluated where none may be left.
    pub fn unevaluated<S: Sink>(&self, reader: &mut Reader<'_, S>) -> Result<(), Stop> {
        let (name, span) = self.name(reader);
        reader.sink.fail(|| unevaluated::member(&name, span))
    }
}
