//! The text of a number that is kept: of a short one where it stands, since asking for memory takes longer
//! than to read it.

/// As much text as there is room for beside the pointer that a long one needs.
const SHORT: usize = 8;

/// The characters of a number. As large as a pointer to them with their length; what tells both forms apart
/// leaves no value for `None`, so where one may be absent it takes a word more.
#[derive(Clone)]
pub(super) enum Text {
    Long(Box<str>),
    /// Filled up with zeros, which no number has.
    Short([u8; SHORT]),
}

impl Text {
    /// Keeps the text, which is that of a number.
    #[inline]
    pub(super) fn of(text: &str) -> Self {
        let mut bytes = [0; SHORT];
        match bytes.get_mut(..text.len()) {
            Some(place) => {
                place.copy_from_slice(text.as_bytes());
                Self::Short(bytes)
            }
            None => Self::Long(text.into()),
        }
    }

    /// The characters.
    #[inline]
    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Long(text) => text,
            Self::Short(bytes) => {
                let text = bytes.split(|&byte| byte == 0).next();
                // Numbers are ASCII, so this is never refused.
                str::from_utf8(text.unwrap_or_default()).unwrap_or_default()
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
            let text = &"1234567890123456"[..length];
            let kept = Text::of(text);
            assert_eq!(kept.as_str(), text);
            assert_eq!(kept.clone().as_str(), text);
            assert_eq!(matches!(kept, Text::Short(_)), length <= SHORT, "{text}");
        }
    }

    #[test]
    fn a_short_text_takes_no_room_of_its_own() {
        assert_eq!(size_of::<Text>(), size_of::<Box<str>>());
    }
}
