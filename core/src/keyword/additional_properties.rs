//! `additionalProperties: false` (Core 2020-12 §10.3.2.3).

use super::nearest::nearest;
use crate::report::{Said, Text, excerpt};

/// The member `name` is none of the `allowed` ones.
#[cold]
pub(crate) fn said<'n>(name: &str, allowed: impl IntoIterator<Item = &'n str>) -> Said {
    let message = Text::quoting(
        format!("the member {} is not allowed here", excerpt(name)),
        "a member is not allowed here",
    );
    let said = Said::new(message);
    match nearest(name, allowed) {
        Some(meant) => said.with_help(format!("did you mean \"{meant}\"?")),
        None => said.with_help("remove it"),
    }
}
