//! Keywords of other drafts: those that the dialect does not know, and those that it knows only
//! from before.

use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostics};
use crate::dialect::{Applicator, Core, Dialect, Draft, Keyword, Vocabularies};
use tollgate_core::tree::Member;

pub(super) fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics<'_>) {
    // Who has a meta-schema of his own may have keywords of his own.
    if subject.dialect.vocabularies != Vocabularies::STANDARD {
        return;
    }
    let draft = subject.dialect.draft;
    for member in subject.members {
        let (name, of) = (member.name.as_ref(), draft.name());
        let message = if is_of_other(draft, member) || is_void(subject.dialect.keyword(name)) {
            format!("draft {of} has no keyword `{name}`, so it is ignored")
        } else if is_former(draft, subject.dialect.keyword(name)) {
            format!("draft {of} has no keyword `{name}` any more, so others may ignore it")
        } else {
            continue;
        };
        let place = subject.at_name(member);
        let found = diagnostics.lint(Code::KeywordOfOtherDraft, &place, message);
        if let Some(help) = instead(draft, name) {
            found.with_help(help);
        }
    }
}

/// Whether another draft than this has the keyword, and values depend on it there.
fn is_of_other(draft: Draft, member: &Member<'_>) -> bool {
    if Dialect::of(draft).keyword(&member.name) != Keyword::Unknown {
        return false;
    }
    // These are good for much else.
    if matches!(&*member.name, "id" | "$id") && member.node.as_str().is_none() {
        return false;
    }
    Draft::ALL.into_iter().any(|other| {
        match Dialect::of(other).keyword(&member.name) {
            Keyword::Applicator(_) | Keyword::Unevaluated(_) | Keyword::Validation(_) => true,
            Keyword::Core(keyword) => match keyword {
                Core::Id
                | Core::Anchor
                | Core::DynamicRef
                | Core::DynamicAnchor
                | Core::RecursiveRef
                | Core::RecursiveAnchor => true,
                // `$defs` is where it is in every draft: references find it.
                Core::Schema
                | Core::Ref
                | Core::FormerRecursiveRef
                | Core::FormerRecursiveAnchor
                | Core::Vocabulary
                | Core::Comment
                | Core::Defs => false,
            },
            Keyword::Unknown | Keyword::MetaData(_) | Keyword::Format | Keyword::Content(_) => {
                false
            }
        }
    })
}

/// Whether the meta-schema still describes it, but it means nothing any more.
fn is_void(keyword: Keyword) -> bool {
    matches!(
        keyword,
        Keyword::Core(Core::FormerRecursiveRef | Core::FormerRecursiveAnchor)
    )
}

/// Whether the meta-schema still describes it, and it counts here as it did before.
fn is_former(draft: Draft, keyword: Keyword) -> bool {
    draft >= Draft::Draft201909 && keyword == Keyword::Applicator(Applicator::Dependencies)
}

/// What says the same in this draft.
fn instead(draft: Draft, keyword: &str) -> Option<&'static str> {
    Some(match keyword {
        "id" => "since draft 6 it is `$id`",
        "$id" => "in draft 4 it is `id`",
        "const" => "an `enum` of one value says the same",
        "prefixItems" => "before 2020-12 a list of schemas under `items` says the same",
        "additionalItems" => "since 2020-12 `items` says the same beside `prefixItems`",
        "dependencies" => "`dependentRequired` and `dependentSchemas` say the same since 2019-09",
        "dependentRequired" | "dependentSchemas" => "before 2019-09 `dependencies` says the same",
        "$anchor" if draft == Draft::Draft4 => "in draft 4 an `id` such as \"#name\" is an anchor",
        "$anchor" => "before 2019-09 an `$id` such as \"#name\" is an anchor",
        "$recursiveRef" if draft == Draft::Draft202012 => "since 2020-12 it is `$dynamicRef`",
        "$recursiveAnchor" if draft == Draft::Draft202012 => "since 2020-12 it is `$dynamicAnchor`",
        "$dynamicRef" if draft == Draft::Draft201909 => "in 2019-09 it is `$recursiveRef`",
        "$dynamicAnchor" if draft == Draft::Draft201909 => "in 2019-09 it is `$recursiveAnchor`",
        _ => return None,
    })
}
