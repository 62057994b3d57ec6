//! Schemas that are in cycles: a walk that may yet be set back may be asked again about the same place. Then
//! it gives the verdict it gave, so that the work stays at most schemas times bytes.

use super::in_place::{NOWHERE, State};
use super::{Mode, Reader, Stop, Verdict, memory};
use std::num::NonZeroUsize;

/// What is known of a schema and the value at hand.
enum Recalled {
    Allowed,
    /// Nothing, and nothing need be kept.
    Nothing,
    NotYet(Question),
}

/// A verdict that is to be kept, and what was the case before it was asked for.
struct Question {
    key: memory::Key,
    mark: usize,
    is_asked: bool,
    out_of_range: Option<bool>,
}

impl<M: Mode> Reader<'_, M> {
    /// Reads the value at hand by a schema that is in a cycle.
    ///
    /// # Errors
    /// Why the walk ended early.
    #[inline]
    pub fn remember<T>(
        &mut self,
        schema: u32,
        walk: impl FnOnce(&mut Self) -> Result<M::Out<T>, Stop>,
    ) -> Result<M::Out<T>, Stop> {
        M::remember(self, schema, walk)
    }
}

/// A walk for a verdict. As [`Fill`](super::Fill), no `dyn FnMut`.
pub(super) trait Walk<'a> {
    fn walk(&mut self, reader: &mut Reader<'a, Verdict>) -> Result<(), Stop>;
}

/// One that is taken when it is made.
impl<'a, F> Walk<'a> for Option<F>
where
    F: FnOnce(&mut Reader<'a, Verdict>) -> Result<(), Stop>,
{
    #[inline]
    fn walk(&mut self, reader: &mut Reader<'a, Verdict>) -> Result<(), Stop> {
        match self.take() {
            Some(walk) => walk(reader),
            None => Err(Stop::Invalid),
        }
    }
}

impl<'a> Reader<'a, Verdict> {
    /// The same for a verdict: one function for all schemas.
    pub(super) fn remembered(&mut self, schema: u32, walk: &mut dyn Walk<'a>) -> Result<(), Stop> {
        let question = match self.recall(schema)? {
            Recalled::Allowed => return Ok(()),
            Recalled::Nothing => None,
            Recalled::NotYet(question) => Some(question),
        };
        // Where the value ends is remembered too.
        let start = std::mem::replace(&mut self.aside.state.start, NOWHERE);
        let result = walk.walk(self);
        self.aside.state.start = start;
        if let Some(question) = question {
            self.keep(&question, result.err());
        }
        result
    }

    /// Looks for a verdict of a schema on the value at hand. Where it is known that the value is
    /// allowed, the cursor goes behind it.
    fn recall(&mut self, schema: u32) -> Result<Recalled, Stop> {
        let State {
            tentative, asked, ..
        } = self.aside.state;
        if !tentative {
            self.aside.memory.forget_before(self.at);
            if self.aside.memory.is_empty() {
                return Ok(Recalled::Nothing);
            }
        }
        // What does not nest is judged again sooner than remembered.
        let Some(b'{' | b'[') = self.peek() else {
            return Ok(Recalled::Nothing);
        };
        let key = (schema, self.at);
        let is_beside = self.is_beside();
        if let Some((known, evaluated)) = self.aside.memory.recall(key, asked > 0) {
            let end = known.end.ok_or(Stop::Invalid)?.get();
            self.aside.evaluated.extend(evaluated);
            if known.out_of_range {
                let noted = self.aside.state.out_of_range.as_mut();
                *noted.ok_or(Stop::Invalid)? = true;
            }
            if !is_beside && !std::mem::replace(&mut known.is_own, true) {
                // Nothing has looked for doubled members yet.
                self.skip()?;
            }
            self.aside.passed = (key.1, end);
            self.at = end;
            return Ok(Recalled::Allowed);
        }
        if !tentative {
            return Ok(Recalled::Nothing);
        }
        Ok(Recalled::NotYet(Question {
            key,
            mark: self.aside.evaluated.len(),
            is_asked: asked > 0,
            out_of_range: self.aside.state.out_of_range.replace(false),
        }))
    }

    /// Keeps the verdict that was asked for.
    fn keep(&mut self, question: &Question, stop: Option<Stop>) {
        let state = &mut self.aside.state;
        let out_of_range = state.out_of_range == Some(true);
        if !out_of_range {
            state.out_of_range = question.out_of_range;
        }
        let end = match stop {
            None => {
                self.aside.passed = (question.key.1, self.at);
                NonZeroUsize::new(self.at)
            }
            Some(Stop::Invalid) => None,
            Some(Stop::Fatal) => return,
        };
        let verdict = memory::Verdict {
            end,
            out_of_range,
            is_own: !self.is_beside(),
        };
        let evaluated = &self.aside.evaluated;
        let evaluated =
            (question.is_asked).then(|| evaluated.get(question.mark..).unwrap_or_default());
        self.aside.memory.insert(question.key, verdict, evaluated);
    }
}
