//! URIs as documents use them. Fragments are cut off first: what is in them is for whoever looks
//! into the document.

use oxiri::{Iri, IriRef};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// Stands before the names of files, which are no URIs: what has no URI of its own gets one, so that
/// references between files can be resolved like all others. Files outside the current folder
/// stay apart from those in it, up to so many folders above.
const FILES: &str = "files:///-/-/-/-/-/-/-/-/";
const SCHEME: &str = "files:///";

/// What must not stand in a URI as it is, but is often written (RFC 3986 §2).
const ILLEGAL: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// What has a meaning in a URI that it has not in the name of a file.
const ILLEGAL_IN_FILES: &AsciiSet = &ILLEGAL.add(b'%').add(b'?').add(b'#').add(b'[').add(b']');

/// A reference without its fragment, and the fragment.
pub(crate) fn split(reference: &str) -> (&str, &str) {
    reference.split_once('#').unwrap_or((reference, ""))
}

/// The URI that a reference without fragment means (RFC 3986 §5.2).
pub(crate) fn resolve(base: &str, reference: &str) -> Option<String> {
    if reference.is_empty() {
        return Some(base.to_owned());
    }
    let reference = utf8_percent_encode(reference, ILLEGAL).to_string();
    let reference = IriRef::parse(reference).ok()?;
    let resolved = Iri::parse(base).ok()?.resolve(&reference).ok()?;
    Some(resolved.into_inner())
}

/// The URI of a file that has no other.
pub(crate) fn of_file(file: &str) -> String {
    let path = file.replace('\\', "/");
    let path = utf8_percent_encode(path.trim_start_matches('/'), ILLEGAL_IN_FILES).to_string();
    // A colon in the first part would make a scheme of it.
    resolve(FILES, &format!("./{path}")).unwrap_or_else(|| FILES.to_owned())
}

/// The URI that a caller gives, which may be the name of a file.
pub(crate) fn given(uri: &str) -> String {
    let (uri, _) = split(uri);
    resolve(FILES, uri).unwrap_or_else(|| uri.to_owned())
}

/// Whether nobody but us has given this URI.
pub(crate) fn is_of_file(uri: &str) -> bool {
    uri.starts_with(SCHEME)
}

/// A URI as people know it.
pub(crate) fn shown(uri: &str) -> String {
    let Some(path) = uri.strip_prefix(SCHEME) else {
        return uri.to_owned();
    };
    let file = path.trim_start_matches("-/");
    let above = FILES.len().saturating_sub(uri.len() - file.len()) / 2;
    "../".repeat(above) + file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved_against_uris() {
        let check = |base, reference, expected: &str| {
            assert_eq!(resolve(base, reference).as_deref(), Some(expected));
        };
        check(
            "https://example.com/a/b.json",
            "c.json",
            "https://example.com/a/c.json",
        );
        check(
            "https://example.com/a/b.json",
            "",
            "https://example.com/a/b.json",
        );
        check(
            "https://example.com/a/b.json",
            "/c",
            "https://example.com/c",
        );
        check("urn:example:a", "urn:example:b", "urn:example:b");
        check(
            "https://example.com/",
            "a b.json",
            "https://example.com/a%20b.json",
        );
        assert_eq!(resolve("https://example.com/", "http://[x"), None);
    }

    #[test]
    fn files_refer_to_each_other_by_name() {
        let check = |from: &str, reference, to: &str| {
            assert_eq!(
                resolve(&of_file(from), reference),
                Some(of_file(to)),
                "{from}"
            );
        };
        check("schemas/a.json", "b.json", "schemas/b.json");
        check("schemas/a.json", "../common/b%20c.json", "common/b c.json");
        check("../schemas/a.json", "../b.json", "../b.json");
        check("a:b.json", "c.json", "c.json");
        check("schemas\\a.json", "./b.json", "schemas/b.json");
        assert_ne!(of_file("a.json"), of_file("../a.json"));
        for file in ["schemas/a.json", "../a.json", "../../b/a.json"] {
            assert_eq!(shown(&of_file(file)), file);
        }
        assert_eq!(given("other.json#"), of_file("other.json"));
    }
}
