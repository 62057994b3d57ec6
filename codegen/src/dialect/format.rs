//! The formats that the drafts describe.

use super::Draft;

/// The first draft that describes a format.
pub(super) fn since(format: &str) -> Option<Draft> {
    Some(match format {
        "date-time" | "email" | "hostname" | "ipv4" | "ipv6" | "uri" => Draft::Draft4,
        "uri-reference" | "uri-template" | "json-pointer" => Draft::Draft6,
        "date"
        | "time"
        | "idn-email"
        | "idn-hostname"
        | "iri"
        | "iri-reference"
        | "relative-json-pointer"
        | "regex" => Draft::Draft7,
        "duration" | "uuid" => Draft::Draft201909,
        _ => return None,
    })
}
