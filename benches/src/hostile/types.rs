//! The types that hostile documents are read as.

use tollgate::Json;
use tollgate_measure::is_built;

/// A way of treating a document, and what it is called. It says whether the document is valid.
pub(super) type Way = (&'static str, fn(&[u8]) -> bool);

/// All ways of one type.
pub(super) type Ways = [Way; 3];

macro_rules! ways {
    ($type:ty) => {
        [
            ("is_valid_json", |json| {
                <$type as tollgate::Schema<'_>>::is_valid_json(json)
            }),
            ("validate_json", |json| {
                <$type as tollgate::Schema<'_>>::validate_json(json).is_ok()
            }),
            ("from_json", |json| {
                is_built(<$type as tollgate::Schema<'_>>::from_json(json))
            }),
        ]
    };
}

/// Any document.
pub(super) const ANY: Ways = ways!(Json);
/// A payment.
pub(super) const PAYMENT: Ways = ways!(req_pay::ReqPayRequest);
/// A list of numbers that have to be converted.
pub(super) const NUMBERS: Ways = ways!(numbers::Numbers);
/// A list of strings that have to be matched and counted.
pub(super) const STRINGS: Ways = ways!(strings::Strings);
/// A list whose items have to differ.
pub(super) const UNIQUE: Ways = ways!(unique::Unique);
/// Names that have to be matched.
pub(super) const PATTERNS: Ways = ways!(patterns::Patterns);
/// A list of trees, each of whose levels may be read in several ways.
pub(super) const TREES: Ways = ways!(trees::Trees);

mod numbers {
    tollgate::schema! {
        inline = r#"{"type": "array", "items": {"type": "number", "multipleOf": 0.01, "minimum": -5}}"#,
        name = Numbers,
    }
}

mod strings {
    tollgate::schema! {
        inline = r#"{"type": "array", "items": {"type": "string", "pattern": "^(a|b|ab)*$", "minLength": 2}}"#,
        name = Strings,
    }
}

mod unique {
    tollgate::schema! {
        inline = r#"{"type": "array", "uniqueItems": true}"#,
        name = Unique,
    }
}

mod patterns {
    tollgate::schema! {
        inline = r#"{"patternProperties": {
            "^(a+)+$": {"type": "integer"}, "^.*x.*y.*z$": {"type": "string"}, "a{10}b": {"minimum": 0}
        }}"#,
        name = Patterns,
    }
}

mod trees {
    tollgate::schema! {
        inline = r##"{"type": "array", "items": {"$ref": "#/$defs/tree"}, "$defs": {"tree": {"anyOf": [
            {"properties": {"a": {"$ref": "#/$defs/tree"}}, "required": ["x"]},
            {"properties": {"a": {"$ref": "#/$defs/tree"}}, "required": ["y"]},
            {"properties": {"a": {"$ref": "#/$defs/tree"}}}
        ]}}}"##,
        name = Trees,
    }
}
