//! The formats of strings that the drafts name (Validation 2020-12 §7.3). The names are always
//! known; judging texts by them needs the feature `formats`.

#[cfg(feature = "formats")]
mod date;
#[cfg(feature = "formats")]
mod duration;
#[cfg(feature = "formats")]
mod email;
#[cfg(feature = "formats")]
mod grammar;
#[cfg(feature = "formats")]
mod hostname;
#[cfg(feature = "formats")]
mod ip;
#[cfg(feature = "formats")]
mod pointer;
#[cfg(feature = "formats")]
mod regex;
#[cfg(feature = "formats")]
mod uri;
#[cfg(feature = "formats")]
mod uuid;

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// `date-time` (RFC 3339)
    DateTime,
    /// `date` (RFC 3339 `full-date`)
    Date,
    /// `time` (RFC 3339 `full-time`)
    Time,
    /// `duration` (RFC 3339 appendix A)
    Duration,
    /// `email` (RFC 5321 `Mailbox`)
    Email,
    /// `idn-email` (RFC 6531)
    IdnEmail,
    /// `hostname` (RFC 1123, RFC 5891)
    Hostname,
    /// `idn-hostname` (RFC 5890)
    IdnHostname,
    /// `ipv4` (RFC 2673)
    Ipv4,
    /// `ipv6` (RFC 4291)
    Ipv6,
    /// `uri` (RFC 3986)
    Uri,
    /// `uri-reference` (RFC 3986)
    UriReference,
    /// `iri` (RFC 3987)
    Iri,
    /// `iri-reference` (RFC 3987)
    IriReference,
    /// `uri-template` (RFC 6570)
    UriTemplate,
    /// `uuid` (RFC 4122)
    Uuid,
    /// `json-pointer` (RFC 6901)
    JsonPointer,
    /// `relative-json-pointer` (draft-bhutton-relative-json-pointer-00)
    RelativeJsonPointer,
    /// `regex` (ECMA-262)
    Regex,
}

/// What is said of a format: its name, the first draft that has it, what it is in a sentence, and
/// what it looks like.
struct Facts(&'static str, &'static str, &'static str, &'static str);

impl Format {
    /// All formats.
    pub const ALL: [Self; 19] = [
        Self::DateTime,
        Self::Date,
        Self::Time,
        Self::Duration,
        Self::Email,
        Self::IdnEmail,
        Self::Hostname,
        Self::IdnHostname,
        Self::Ipv4,
        Self::Ipv6,
        Self::Uri,
        Self::UriReference,
        Self::Iri,
        Self::IriReference,
        Self::UriTemplate,
        Self::Uuid,
        Self::JsonPointer,
        Self::RelativeJsonPointer,
        Self::Regex,
    ];

    #[rustfmt::skip]
    const fn facts(self) -> Facts {
        match self {
            Self::DateTime => Facts("date-time", "4", "a date with a time", "2026-11-22T19:30:00Z"),
            Self::Date => Facts("date", "7", "a date", "2026-11-22"),
            Self::Time => Facts("time", "7", "a time", "19:30:00+05:30"),
            Self::Duration => Facts("duration", "2019-09", "a duration", "P1Y2M3DT4H5M6S"),
            Self::Email => Facts("email", "4", "an e-mail address", "name@example.com"),
            Self::IdnEmail => Facts("idn-email", "7", "an e-mail address", "name@example.com"),
            Self::Hostname => Facts("hostname", "4", "a host name", "www.example.com"),
            Self::IdnHostname => Facts("idn-hostname", "7", "a host name", "www.example.com"),
            Self::Ipv4 => Facts("ipv4", "4", "an IPv4 address", "192.0.2.1"),
            Self::Ipv6 => Facts("ipv6", "4", "an IPv6 address", "2001:db8::1"),
            Self::Uri => Facts("uri", "4", "a URI", "https://example.com/path"),
            Self::UriReference => Facts("uri-reference", "6", "a URI or a part of one", "../path?query"),
            Self::Iri => Facts("iri", "7", "an IRI", "https://example.com/path"),
            Self::IriReference => Facts("iri-reference", "7", "an IRI or a part of one", "../path?query"),
            Self::UriTemplate => Facts("uri-template", "6", "a URI template", "https://example.com/{id}"),
            Self::Uuid => Facts("uuid", "2019-09", "a UUID", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
            Self::JsonPointer => Facts("json-pointer", "6", "a JSON Pointer", "/items/0"),
            Self::RelativeJsonPointer => Facts("relative-json-pointer", "7", "a relative JSON Pointer", "1/items/0"),
            Self::Regex => Facts("regex", "7", "a regular expression of ECMA-262", "^[a-z]+$"),
        }
    }

    /// What the keyword `format` calls it.
    pub const fn name(self) -> &'static str {
        self.facts().0
    }

    /// The first draft that names it: `4`, `6`, `7` or `2019-09`.
    pub const fn first_draft(self) -> &'static str {
        self.facts().1
    }

    /// What it is, in a sentence: `a date`.
    pub const fn with_article(self) -> &'static str {
        self.facts().2
    }

    /// What it looks like: `2026-11-22`.
    pub const fn example(self) -> &'static str {
        self.facts().3
    }

    /// The format that the keyword `format` calls `name`.
    ///
    /// ```
    /// use tollgate_core::format::Format;
    ///
    /// assert_eq!(Format::from_name("date-time"), Some(Format::DateTime));
    /// assert_eq!(Format::from_name("colour"), None);
    /// ```
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// What is wrong with a text, as a sentence without its end; empty where that cannot be told.
#[cfg(feature = "formats")]
pub(crate) type Wrong = &'static str;

#[cfg(feature = "formats")]
impl Format {
    /// Whether `text` has the format.
    ///
    /// ```
    /// use tollgate_core::format::Format;
    ///
    /// assert!(Format::Date.is_valid("2024-02-29"));
    /// assert!(!Format::Date.is_valid("2026-02-29"));
    /// ```
    pub fn is_valid(self, text: &str) -> bool {
        self.check(text).is_ok()
    }

    /// What keeps `text` from having the format. Takes time linear in the text.
    pub(crate) fn check(self, text: &str) -> Result<(), Wrong> {
        match self {
            Self::DateTime => date::date_time(text),
            Self::Date => date::date(text),
            Self::Time => date::time(text),
            Self::Duration => duration::duration(text),
            Self::Email => email::email(text),
            Self::IdnEmail => email::idn_email(text),
            Self::Hostname => hostname::hostname(text),
            Self::IdnHostname => hostname::idn_hostname(text),
            Self::Ipv4 => ip::v4(text),
            Self::Ipv6 => ip::v6(text),
            Self::Uri => uri::uri(text),
            Self::UriReference => uri::uri_reference(text),
            Self::Iri => uri::iri(text),
            Self::IriReference => uri::iri_reference(text),
            Self::UriTemplate => uri::template(text),
            Self::Uuid => uuid::uuid(text),
            Self::JsonPointer => pointer::json_pointer(text),
            Self::RelativeJsonPointer => pointer::relative(text),
            Self::Regex => regex::regex(text),
        }
    }
}

/// A check of a format, with texts that pass and texts that do not.
#[cfg(all(test, feature = "formats"))]
#[track_caller]
fn examples(format: Format, good: &[&str], bad: &[&str]) {
    for text in good {
        assert_eq!(format.check(text), Ok(()), "{text:?}");
    }
    for text in bad {
        assert!(!format.is_valid(text), "{text:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn every_format_is_found_by_its_name() {
        for format in Format::ALL {
            assert_eq!(Format::from_name(format.name()), Some(format));
        }
        assert_eq!(Format::from_name("Date"), None);
    }

    #[cfg(feature = "formats")]
    #[test]
    fn every_format_is_like_its_example() {
        for format in Format::ALL {
            assert_eq!(format.check(format.example()), Ok(()), "{format:?}");
        }
    }

    /// None of them panics or takes long, whatever it is given.
    #[cfg(feature = "formats")]
    #[test]
    fn long_and_odd_texts_are_only_judged() {
        let texts = [
            "\u{0}".to_owned(),
            "é".repeat(9),
            "1".repeat(1_000_000),
            "xn--".repeat(250_000),
            "(".repeat(1_000_000),
            "a.".repeat(500_000),
            "{".repeat(1_000_000),
            format!("P{}D", "1".repeat(1_000_000)),
            format!("\u{5d0}{}", "a".repeat(1_000_000)),
        ];
        for format in Format::ALL {
            for text in &texts {
                let _ = format.is_valid(text);
            }
        }
    }
}
