//! Getting behind an array or an object without looking at what it holds, beside the value's own
//! walk, which judges that: whatever is wrong in there ends that walk.

use super::{Reader, Sink, Stop, scan};

impl<S: Sink> Reader<'_, S> {
    /// Goes behind the container that the cursor stands on. Where the text is not JSON that may be
    /// anywhere, or nowhere.
    pub(super) fn hop(&mut self) -> Result<(), Stop> {
        self.at = behind_container(self.bytes(), self.at).ok_or(Stop::Fatal)?;
        Ok(())
    }
}

/// The place behind the array or object that begins at `at`; `None` where it does not end.
pub(super) fn behind_container(bytes: &[u8], mut at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    loop {
        let byte = *bytes.get(at)?;
        at += 1;
        match byte {
            b'"' => at = behind_string(bytes, at)?,
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth <= 1 => return Some(at),
            b'}' | b']' => depth -= 1,
            _ => {
                while let Some(block) = scan::block(bytes, at) {
                    let found = scan::brackets_and_quotes(block);
                    at += block.len().min(found.trailing_zeros() as usize);
                    if found != 0 {
                        break;
                    }
                }
            }
        }
    }
}

/// The place behind the string whose characters begin at `at`; `None` where it does not end.
pub(super) fn behind_string(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at = scan::string_end(bytes, at);
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::reader::{Reader, Settings, Verdict};

    fn hop(text: &str) -> Option<usize> {
        let mut reader = Reader::new(text, Settings::DEFAULT, Vec::new(), Verdict);
        reader.hop().ok().map(|()| reader.position())
    }

    #[test]
    fn a_container_ends_at_its_own_bracket() {
        for text in [
            "[]",
            "{}",
            "[[],[[]]]",
            r#"{"a": {"b": "]}"}, "c": ["\"]", "\\"], "a long name, longer than a block": [1]}"#,
        ] {
            assert_eq!(hop(&format!("{text}, 1]")), Some(text.len()), "{text}");
            for end in 1..text.len() {
                assert_eq!(hop(&text[..end]), None, "{}", &text[..end]);
            }
        }
    }

    #[test]
    fn nesting_has_no_limit() {
        let text = "[".repeat(100_000) + &"]".repeat(100_000);
        assert_eq!(hop(&text), Some(text.len()));
    }
}
