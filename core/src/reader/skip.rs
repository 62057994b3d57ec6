//! Reading over values that nobody needs, with the same scrutiny as those that are kept; but beside
//! the value's own walk, which judges them, without any.

use super::scan::{self, Start};
use super::{Names, Reader, Sink, Stop};
use crate::report::{Edge, Step};

impl<S: Sink> Reader<'_, S> {
    /// Reads over any value. Recursion ends at the nesting limit.
    #[inline]
    pub fn skip(&mut self) -> Result<(), Stop> {
        S::skip(self)
    }

    pub(super) fn skip_here(&mut self) -> Result<(), Stop> {
        match self.peek() {
            Some(b'"') => self.quoted().map(drop),
            Some(b'-' | b'0'..=b'9') => self.pass_number(),
            Some(b'{' | b'[') if !S::KEEPS_FAILURES && self.is_beside() => self.hop(),
            Some(b'{') => S::skip_object(self),
            Some(b'[') => self.skip_array(),
            Some(b't') => self.literal("true"),
            Some(b'f') => self.literal("false"),
            Some(b'n') => self.literal("null"),
            _ => self.malformed("a value"),
        }
    }

    pub(super) fn skip_object_here(&mut self) -> Result<(), Stop> {
        let Some(mut object) = self.object_here()? else {
            return Ok(());
        };
        if S::KEEPS_FAILURES {
            while object.next(self, Names::NONE)?.is_some() {
                object.ignore(self)?;
            }
            return Ok(());
        }
        // As `Object::ignore_quickly`, whose result would have to be asked for once more.
        while object.next_unnamed(self)? {
            if !object.is_new(self) {
                S::duplicate(&mut object, self)?;
                continue;
            }
            match self.value_start() {
                Start::Short(end) => self.at = end,
                Start::Long => self.at = S::pass_long_text(self, self.at)?,
                // Beside the value's own walk this is not reached: the outer one is hopped over.
                Start::Other if scan::byte(self.bytes(), self.at) == b'{' => S::skip_object(self)?,
                Start::Other => self.skip()?,
            }
        }
        Ok(())
    }

    /// The same as [`Reader::skip`], without a call for values that are short and simple.
    #[cfg_attr(
        not(debug_assertions),
        expect(
            clippy::inline_always,
            reason = "what is skipped in a loop is mostly shorter than a call \
                      (`cargo run --release -p tollgate-benches -- datasets --only deno`)"
        ),
        inline(always)
    )]
    pub(super) fn skip_quickly(&mut self) -> Result<(), Stop> {
        match self.value_start() {
            Start::Short(end) => self.at = end,
            Start::Long => self.at = S::pass_long_text(self, self.at)?,
            Start::Other => self.skip()?,
        }
        Ok(())
    }

    /// How the value at the cursor begins: where it ends, if it is short and simple.
    #[cfg_attr(
        not(debug_assertions),
        expect(clippy::inline_always, reason = "as for `skip_quickly`"),
        inline(always)
    )]
    fn value_start(&self) -> Start {
        let end = match scan::byte(self.bytes(), self.at) {
            b'"' => return self.string_in_window(),
            b'0'..=b'9' => self.short_number_end(),
            b't' | b'f' => self.short_boolean_here().map(|(_, end)| end),
            _ => None,
        };
        end.map_or(Start::Other, Start::Short)
    }

    fn skip_array(&mut self) -> Result<(), Stop> {
        if let Some(mut array) = self.array_here()? {
            while array.next(self)? {
                let index = array.count() - 1;
                self.within(|_| Step::item(index, Edge::NONE), Self::skip_quickly)?;
            }
        }
        Ok(())
    }

    /// Reads over a container that nests too deep, without recursion: what follows must still be
    /// found, and a malformed document must still be told from a deep one. Names are not compared
    /// any more, since the document is rejected already.
    #[inline]
    pub(super) fn skip_unnested(&mut self) -> Result<(), Stop> {
        S::skip_unnested(self)
    }

    pub(super) fn skip_unnested_here(&mut self) -> Result<(), Stop> {
        let mut open: Vec<u8> = Vec::new();
        loop {
            self.open_run(&mut open);
            match self.peek() {
                Some(byte @ (b'{' | b'[')) => {
                    self.at += 1;
                    open.push(byte);
                    if self.opens_with_content(byte)? {
                        continue;
                    }
                }
                // Scalars do not nest.
                _ => self.skip()?,
            }
            if self.closes(&mut open)? {
                return Ok(());
            }
        }
    }

    /// Goes to the last of the brackets of arrays that come now, one behind the other: each of those before
    /// is followed by an item.
    fn open_run(&mut self, open: &mut Vec<u8>) {
        let rest = self.bytes()[self.at..].iter();
        let run = rest.take_while(|&&byte| byte == b'[').count();
        let followed = run.saturating_sub(1);
        open.resize(open.len() + followed, b'[');
        self.at += followed;
    }

    /// Behind an opening bracket: whether a value follows (after its name, in an object).
    fn opens_with_content(&mut self, bracket: u8) -> Result<bool, Stop> {
        match (bracket, self.peek()) {
            (b'{', Some(b'}')) | (b'[', Some(b']')) => Ok(false),
            (b'{', _) => self.skip_name().map(|()| true),
            _ => Ok(true),
        }
    }

    fn skip_name(&mut self) -> Result<(), Stop> {
        if self.peek() != Some(b'"') {
            return self.malformed("a member name in double quotes");
        }
        self.quoted()?;
        if self.eat(b':') {
            Ok(())
        } else {
            self.malformed("`:`")
        }
    }

    /// Behind a value: closes what ends here; `true` when nothing is open any more.
    fn closes(&mut self, open: &mut Vec<u8>) -> Result<bool, Stop> {
        loop {
            let Some(&bracket) = open.last() else {
                return Ok(true);
            };
            let close = if bracket == b'{' { b'}' } else { b']' };
            if self.eat(close) {
                open.pop();
                continue;
            }
            if !self.eat(b',') {
                return self.malformed("`,` or the closing bracket");
            }
            if bracket == b'{' {
                self.skip_name()?;
            } else if self.peek() == Some(b']') {
                return self.malformed("an item after `,`");
            }
            return Ok(false);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::reader::{Reader, Settings, Verdict};

    /// Where a walk ends that recurses, and one that does not.
    fn ends(text: &str) -> [Option<usize>; 2] {
        let padded = format!("{text}{}", " ".repeat(64));
        [Reader::skip_here, Reader::skip_unnested_here].map(|skip| {
            let mut reader = Reader::new(&padded, Settings::DEFAULT, Verdict);
            skip(&mut reader).is_ok().then(|| reader.position())
        })
    }

    #[test]
    fn without_recursion_the_same_is_json() {
        for text in [
            "[]",
            "[[[]]]",
            "[[[[1], 2], [[]]], {}]",
            "[ [[ [\"[[\" ]]]]",
            r#"[[{"[[": [[[], {"a": [[{}]]}]]}]]"#,
        ] {
            assert_eq!(ends(text), [Some(text.len()); 2], "{text}");
        }
        for text in [
            "[",
            "[[[",
            "[[[]]",
            "[[,]]",
            "[[[}]]",
            "[[[1 2]]]",
            "[[{[]}]]",
            "[[[],]]",
        ] {
            assert_eq!(ends(text), [None; 2], "{text}");
        }
    }
}
