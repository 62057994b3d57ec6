//! Dialects: which keywords there are and what they mean in each draft.

mod custom;
mod draft2019_09;
mod draft2020_12;
mod draft4;
mod draft6;
mod draft7;
mod keyword;
mod metaschemas;
mod vocabulary;

pub(crate) use custom::{Problem, dialect_of};
pub(crate) use keyword::{Applicator, Content, Core, Keyword, MetaData, Unevaluated, Validation};
pub(crate) use metaschemas::METASCHEMAS;
pub(crate) use vocabulary::Vocabularies;

use tollgate_core::format::Format;

/// A draft of JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Draft {
    Draft4,
    Draft6,
    Draft7,
    Draft201909,
    Draft202012,
}

impl Draft {
    const ALL: [Self; 5] = [
        Self::Draft4,
        Self::Draft6,
        Self::Draft7,
        Self::Draft201909,
        Self::Draft202012,
    ];

    /// The draft whose meta-schema has this URI.
    pub(crate) fn from_uri(uri: &str) -> Option<Self> {
        let uri = uri.strip_suffix('#').unwrap_or(uri);
        let without_scheme = |uri: &'static str| uri.split_once("://").map(|(_, rest)| rest);
        let rest = uri
            .strip_prefix("https://")
            .or_else(|| uri.strip_prefix("http://"))?;
        Self::ALL
            .into_iter()
            .find(|draft| without_scheme(draft.uri()) == Some(rest))
    }

    /// The URI of the draft's meta-schema.
    pub(crate) fn uri(self) -> &'static str {
        match self {
            Self::Draft4 => "http://json-schema.org/draft-04/schema",
            Self::Draft6 => "http://json-schema.org/draft-06/schema",
            Self::Draft7 => "http://json-schema.org/draft-07/schema",
            Self::Draft201909 => "https://json-schema.org/draft/2019-09/schema",
            Self::Draft202012 => "https://json-schema.org/draft/2020-12/schema",
        }
    }

    /// The draft that the setting `draft` names.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|draft| draft.name() == name)
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Draft4 => "4",
            Self::Draft6 => "6",
            Self::Draft7 => "7",
            Self::Draft201909 => "2019-09",
            Self::Draft202012 => "2020-12",
        }
    }

    /// Whether the keywords beside a `$ref` count (Core 2019-09 §8.2.4.1; before, §8.3 of draft 7).
    pub(crate) fn has_siblings_of_ref(self) -> bool {
        self >= Self::Draft201909
    }

    /// Whether `true` and `false` are schemas (Core draft 6 §4.4).
    pub(crate) fn has_boolean_schemas(self) -> bool {
        self >= Self::Draft6
    }

    /// Whether the fragment of an `$id` is an anchor (Core draft 7 §8.2.3); later drafts have
    /// `$anchor`.
    pub(crate) fn has_anchors_in_id(self) -> bool {
        self <= Self::Draft7
    }

    /// The keyword that gives a schema its URI.
    pub(crate) fn id_keyword(self) -> &'static str {
        match self {
            Self::Draft4 => "id",
            _ => "$id",
        }
    }
}

/// A draft, as far as a meta-schema uses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dialect {
    pub(crate) draft: Draft,
    pub(crate) vocabularies: Vocabularies,
}

impl Dialect {
    /// What the draft's own meta-schema describes.
    pub(crate) fn of(draft: Draft) -> Self {
        Self {
            draft,
            vocabularies: Vocabularies::STANDARD,
        }
    }

    /// What a member of a schema object is, by its name.
    pub(crate) fn keyword(self, name: &str) -> Keyword {
        let keyword = match self.draft {
            Draft::Draft4 => draft4::keyword(name),
            Draft::Draft6 => draft6::keyword(name),
            Draft::Draft7 => draft7::keyword(name),
            Draft::Draft201909 => draft2019_09::keyword(name),
            Draft::Draft202012 => draft2020_12::keyword(name),
        };
        // Keywords of a vocabulary that the meta-schema does not use are unknown ones
        // (Core 2020-12 §8.1.2).
        if self.vocabularies.have(keyword) {
            keyword
        } else {
            Keyword::Unknown
        }
    }

    /// Whether the draft describes the format; any other is a note for people.
    pub(crate) fn knows_format(self, format: &str) -> bool {
        let since = Format::from_name(format).map(Format::first_draft);
        let since = since.and_then(Draft::from_name);
        since.is_some_and(|since| self.draft >= since)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drafts_are_known_by_their_uri() {
        for draft in Draft::ALL {
            let uri = draft.uri();
            let other = if let Some(rest) = uri.strip_prefix("http:") {
                format!("https:{rest}#")
            } else {
                uri.replace("https:", "http:")
            };
            assert_eq!(Draft::from_uri(uri), Some(draft));
            assert_eq!(Draft::from_uri(&other), Some(draft), "{other}");
        }
        assert_eq!(
            Draft::from_uri("http://json-schema.org/draft-05/schema#"),
            None
        );
        assert_eq!(Draft::from_uri("json-schema.org/draft-07/schema"), None);
    }

    #[test]
    fn keywords_come_and_go_with_the_drafts() {
        let drafts = |name: &str| -> Vec<&str> {
            let knows = |draft: &Draft| Dialect::of(*draft).keyword(name) != Keyword::Unknown;
            let known = Draft::ALL.into_iter().filter(knows);
            known.map(Draft::name).collect()
        };
        let all = ["4", "6", "7", "2019-09", "2020-12"];
        assert_eq!(drafts("id"), ["4"]);
        assert_eq!(drafts("$id"), all[1..]);
        assert_eq!(drafts("dependencies"), all);
        assert_eq!(drafts("definitions"), all);
        for name in ["const", "contains", "propertyNames", "examples"] {
            assert_eq!(drafts(name), all[1..], "{name}");
        }
        for name in [
            "if",
            "then",
            "else",
            "$comment",
            "readOnly",
            "contentEncoding",
        ] {
            assert_eq!(drafts(name), all[2..], "{name}");
        }
        for name in [
            "$defs",
            "$anchor",
            "dependentRequired",
            "dependentSchemas",
            "minContains",
            "unevaluatedItems",
            "contentSchema",
            "deprecated",
            "$vocabulary",
        ] {
            assert_eq!(drafts(name), all[3..], "{name}");
        }
        assert_eq!(drafts("additionalItems"), all[..4]);
        for name in ["prefixItems", "$dynamicRef", "$dynamicAnchor"] {
            assert_eq!(drafts(name), all[4..], "{name}");
        }
        assert_eq!(drafts("minimal"), [""; 0]);
    }
}
