//! Which draft a schema is written for.

use crate::keyword::nearest::nearest;
use crate::report::{Failure, excerpt};
use crate::tree::Node;
use jsonschema::Draft;

/// What `$schema` may say; draft 2020-12, which is taken without it, comes first.
const DIALECTS: [(&str, Draft); 5] = [
    (
        "https://json-schema.org/draft/2020-12/schema",
        Draft::Draft202012,
    ),
    (
        "https://json-schema.org/draft/2019-09/schema",
        Draft::Draft201909,
    ),
    ("http://json-schema.org/draft-07/schema", Draft::Draft7),
    ("http://json-schema.org/draft-06/schema", Draft::Draft6),
    ("http://json-schema.org/draft-04/schema", Draft::Draft4),
];

/// The draft that `$schema` names.
pub(super) fn draft_of(schema: &Node<'_>) -> Result<Draft, Box<Failure>> {
    let Some(member) = schema.member("$schema") else {
        return Ok(Draft::Draft202012);
    };
    let Some(uri) = member.node.as_str() else {
        let message = "`$schema` is not a string";
        return Err(Box::new(Failure::new(
            "$schema",
            member.node.span.clone(),
            message,
        )));
    };
    let plain = uri.trim_end_matches('#');
    let known = DIALECTS.into_iter().find(|(known, _)| *known == plain);
    known.map(|(_, draft)| draft).ok_or_else(|| {
        let message = format!("{} is not a dialect known here", excerpt(uri));
        let help = match nearest(uri, DIALECTS.into_iter().map(|(known, _)| known)) {
            Some(known) => format!("did you mean \"{known}\"?"),
            None => format!("the newest known one is \"{}\"", DIALECTS[0].0),
        };
        Box::new(Failure::new("$schema", member.node.span.clone(), message).with_help(help))
    })
}
