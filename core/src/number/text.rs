//! The text of a number that is kept: of a short one where it stands, since asking for memory takes longer
//! than to read it.

/// As much text as there is room for beside the pointer that a long one needs.
const SHORT: usize = 7;

/// The characters of a number. As large as a pointer to them with their length.
#[derive(Clone)]
pub(super) enum Text {
    Long(Box<str>),
    Short { length: u8, bytes: [u8; SHORT] },
}

impl Text {
    /// Keeps the text, which is that of a number.
    #[inline]
    pub(super) fn of(text: &str) -> Self {
        match u8::try_from(text.len()) {
            Ok(length) if text.len() <= SHORT => {
                let mut bytes = [0; SHORT];
                bytes[..text.len()].copy_from_slice(text.as_bytes());
                Self::Short { length, bytes }
            }
            _ => Self::Long(text.into()),
        }
    }

    /// The characters.
    #[inline]
    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Long(text) => text,
            Self::Short { length, bytes } => {
                let text = bytes.get(..usize::from(*length)).unwrap_or_default();
                // Numbers are ASCII, so this is never refused.
                str::from_utf8(text).unwrap_or_default()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SHORT, Text};

    #[test]
    fn texts_of_any_length_come_back() {
        for length in 1..=2 * SHORT {
            let text = "1234567890123456"[..length].to_owned();
            let kept = Text::of(&text);
            assert_eq!(kept.as_str(), text);
            assert_eq!(kept.clone().as_str(), text);
            assert_eq!(
                matches!(kept, Text::Short { .. }),
                length <= SHORT,
                "{text}"
            );
        }
    }

    #[test]
    fn a_short_text_takes_no_room_of_its_own() {
        assert_eq!(size_of::<Text>(), size_of::<Box<str>>());
    }
}
