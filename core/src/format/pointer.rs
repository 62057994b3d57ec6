//! `json-pointer` (RFC 6901 §3) and `relative-json-pointer`.

use super::Wrong;

pub(super) fn json_pointer(text: &str) -> Result<(), Wrong> {
    if !text.is_empty() && !text.starts_with('/') {
        return Err("it begins with `/`, or is empty");
    }
    let mut escapes = text.split('~').skip(1);
    if escapes.all(|rest| rest.starts_with(['0', '1'])) {
        Ok(())
    } else {
        Err("behind a `~` comes 0 or 1")
    }
}

/// Section 3 of the draft: levels up, an optional step aside, and a pointer or `#`.
pub(super) fn relative(text: &str) -> Result<(), Wrong> {
    let rest = number(text).ok_or("it begins with a number without leading zeros")?;
    let rest = match rest.strip_prefix(['+', '-']) {
        Some(aside) => number(aside)
            .filter(|_| !aside.starts_with('0'))
            .ok_or("behind the sign comes a number without leading zeros")?,
        None => rest,
    };
    if rest == "#" {
        Ok(())
    } else {
        json_pointer(rest)
    }
}

/// What follows a number without leading zeros.
fn number(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix('0') {
        return (!rest.starts_with(|next: char| next.is_ascii_digit())).then_some(rest);
    }
    let rest = text.trim_start_matches(|digit: char| digit.is_ascii_digit());
    (rest.len() < text.len()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use crate::format::{Format, examples};

    #[test]
    fn pointers_have_slashes_and_two_escapes() {
        examples(
            Format::JsonPointer,
            &["", "/", "/a/0", "/~0~1", "/é//"],
            &["a", "#", "#/a", "/~", "/~2", "/~~0"],
        );
        examples(
            Format::RelativeJsonPointer,
            &["0", "1/a", "10#", "0+1/a", "2-3#"],
            &[
                "", "/a", "01", "00", "-1", "+1", "1a", "1##", "0+0", "0+", "１",
            ],
        );
    }
}
