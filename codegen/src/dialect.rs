//! Dialects: which keywords there are and what they mean in each draft.

use crate::schema::Keyword;

/// A draft of JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Draft {
    Draft6,
    Draft7,
    Draft201909,
    Draft202012,
}

impl Draft {
    /// The draft that a `$schema` names.
    pub(crate) fn from_uri(uri: &str) -> Option<Self> {
        match uri
            .trim_end_matches('#')
            .trim_start_matches("http://")
            .trim_start_matches("https://")
        {
            "json-schema.org/draft-06/schema" => Some(Self::Draft6),
            "json-schema.org/draft-07/schema" => Some(Self::Draft7),
            "json-schema.org/draft/2019-09/schema" => Some(Self::Draft201909),
            "json-schema.org/draft/2020-12/schema" => Some(Self::Draft202012),
            _ => None,
        }
    }

    /// The draft that the setting `draft` names.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        match name {
            "6" => Some(Self::Draft6),
            "7" => Some(Self::Draft7),
            "2019-09" => Some(Self::Draft201909),
            "2020-12" => Some(Self::Draft202012),
            _ => None,
        }
    }

    /// Whether the keywords beside a `$ref` count (Core 2019-09 §8.2.4.1; before, §8.3 of draft 7).
    pub(crate) fn has_siblings_of_ref(self) -> bool {
        self >= Self::Draft201909
    }
}

/// What a member of a schema object is, by its name.
pub(crate) fn keyword(name: &str) -> Keyword {
    match name {
        "$schema" | "$comment" | "format" | "readOnly" | "writeOnly" | "contentEncoding"
        | "contentMediaType" | "contentSchema" => Keyword::Annotation,
        "allOf"
        | "anyOf"
        | "oneOf"
        | "not"
        | "if"
        | "then"
        | "else"
        | "dependentSchemas"
        | "dependentRequired"
        | "dependencies"
        | "patternProperties"
        | "propertyNames"
        | "prefixItems"
        | "additionalItems"
        | "contains"
        | "minContains"
        | "maxContains"
        | "unevaluatedProperties"
        | "unevaluatedItems"
        | "multipleOf"
        | "uniqueItems"
        | "minProperties"
        | "maxProperties"
        | "$anchor"
        | "$dynamicRef"
        | "$dynamicAnchor"
        | "$recursiveRef"
        | "$recursiveAnchor"
        | "$vocabulary" => Keyword::NotBuilt,
        "$id" => Keyword::Id,
        "$ref" => Keyword::Ref,
        "$defs" | "definitions" => Keyword::Defs,
        "title" => Keyword::Title,
        "description" => Keyword::Description,
        "default" => Keyword::Default,
        "examples" => Keyword::Examples,
        "deprecated" => Keyword::Deprecated,
        "type" => Keyword::Type,
        "enum" => Keyword::Enum,
        "const" => Keyword::Const,
        "pattern" => Keyword::Pattern,
        "minLength" => Keyword::MinLength,
        "maxLength" => Keyword::MaxLength,
        "minimum" => Keyword::Minimum,
        "maximum" => Keyword::Maximum,
        "exclusiveMinimum" => Keyword::ExclusiveMinimum,
        "exclusiveMaximum" => Keyword::ExclusiveMaximum,
        "items" => Keyword::Items,
        "minItems" => Keyword::MinItems,
        "maxItems" => Keyword::MaxItems,
        "properties" => Keyword::Properties,
        "required" => Keyword::Required,
        "additionalProperties" => Keyword::AdditionalProperties,
        _ => Keyword::Unknown,
    }
}
