//! Schemas that all have to hold for a value, and cannot: what `allOf` brings together, and
//! references beside other keywords.

use super::bounds::contradict;
use super::subject::cut;
use crate::diagnostic::{Code, Diagnostics, Place};
use crate::ir::{
    BoundKeyword, CountRule, Ir, Listed, Node, NumberRule, Ruled, StringRule, Typed, Way,
    intersect, types_of,
};
use crate::source::Library;
use std::collections::BTreeSet;
use tollgate_core::reader::Settings;
use tollgate_core::{JsonType, TypeSet, tree};

pub(super) fn check(library: &Library<'_>, ir: &Ir, diagnostics: &mut Diagnostics<'_>) {
    let mut seen = BTreeSet::new();
    for id in ir.ids() {
        let node = ir.get(id);
        let Some(typed) = ir.typed(id) else { continue };
        // The first node of a place is the schema that stands there; others join it to more.
        let is_first = seen.insert((node.document, &node.location));
        if !is_first || !library.is_compiled(node.document) {
            continue;
        }
        if let Some(message) = contradiction(typed) {
            report(node, &message, diagnostics);
        }
    }
}

fn report(node: &Node, message: &str, diagnostics: &mut Diagnostics<'_>) {
    let place = Place {
        document: node.document,
        span: node.span.clone(),
        location: node.location.clone(),
    };
    diagnostics.lint(Code::Unsatisfiable, &place, message);
}

/// The first contradiction between schemas that this one brings together. Where one of those
/// contradicts itself, it is said there.
fn contradiction(typed: &Typed) -> Option<String> {
    let of_types = || {
        let types = typed.types.iter();
        let types = types.map(|rule| (&rule.way, rule.rule.set));
        let listed = typed.listed.iter();
        let listed = listed.map(|rule| (&rule.way, types_of(&rule.rule.values)));
        disjoint_types(&types.chain(listed).collect::<Vec<_>>())
    };
    of_types()
        .or_else(|| disjoint_values(&typed.listed))
        .or_else(|| bounds_of(typed))
        .or_else(|| forbidden_member(typed))
}

fn disjoint_types(types: &[(&Way, TypeSet)]) -> Option<String> {
    pairs(types).find_map(|(&(one, of_one), &(other, of_other))| {
        let disjoint = intersect(of_one, of_other).is_empty() && are_apart(one, other);
        disjoint.then(|| {
            let (one, other) = (spoken(one), spoken(other));
            format!("nothing passes: {one} allows only {of_one}, {other} only {of_other}")
        })
    })
}

/// Longer lists of values are not compared.
const MOST_VALUES: usize = 1_000;

fn disjoint_values(listed: &[Ruled<Listed>]) -> Option<String> {
    let keys = |listed: &Listed| -> Option<BTreeSet<Vec<u8>>> {
        let texts = listed.values.iter().map(|value| &value.text);
        texts.map(|text| key(text)).collect()
    };
    let is_short = |rule: &&Ruled<Listed>| rule.rule.values.len() <= MOST_VALUES;
    let listed: Vec<_> = listed.iter().filter(is_short).collect();
    if listed.len() < 2 {
        return None;
    }
    let keyed: Vec<_> = listed
        .iter()
        .map(|rule| (*rule, keys(&rule.rule)))
        .collect();
    pairs(&keyed).find_map(|((one, of_one), (other, of_other))| {
        let disjoint = of_one.as_ref()?.is_disjoint(of_other.as_ref()?);
        (disjoint && are_apart(&one.way, &other.way)).then(|| {
            let (of_one, of_other) = (one.rule.keyword, other.rule.keyword);
            let (one, other) = (spoken(&one.way), spoken(&other.way));
            format!(
                "nothing passes: `{of_one}` of {one} and `{of_other}` of {other} have no value in \
                 common"
            )
        })
    })
}

fn key(text: &str) -> Option<Vec<u8>> {
    let node = tree::Node::parse(text, Settings::DEFAULT).ok()?;
    Some(node.key())
}

/// A least or a most: who says so, by which keyword, and how much it is.
struct Bound<'t> {
    way: &'t Way,
    keyword: &'static str,
    number: String,
    is_least: bool,
    is_exclusive: bool,
}

fn bounds_of(typed: &Typed) -> Option<String> {
    let numbers = typed.number.iter();
    let numbers = numbers.filter_map(|rule| number_bound(&rule.way, &rule.rule));
    let lengths = typed.string.iter();
    let lengths = lengths.filter_map(|rule| length_bound(&rule.way, &rule.rule));
    let arrays = typed.array.iter().flat_map(|rule| {
        let counts = rule.rule.counts.iter();
        counts.map(|count| count_bound(&rule.way, *count, "minItems", "maxItems"))
    });
    let objects = typed.object.iter().flat_map(|rule| {
        let counts = rule.rule.counts.iter();
        counts.map(|count| count_bound(&rule.way, *count, "minProperties", "maxProperties"))
    });
    crossed(typed, JsonType::Number, "number", numbers.collect())
        .or_else(|| crossed(typed, JsonType::String, "string", lengths.collect()))
        .or_else(|| crossed(typed, JsonType::Array, "array", arrays.collect()))
        .or_else(|| crossed(typed, JsonType::Object, "object", objects.collect()))
}

fn number_bound<'t>(way: &'t Way, rule: &NumberRule) -> Option<Bound<'t>> {
    let NumberRule::Bound(keyword, number) = rule else {
        return None;
    };
    let (keyword, is_least, is_exclusive) = match keyword {
        BoundKeyword::Minimum => ("minimum", true, false),
        BoundKeyword::Maximum => ("maximum", false, false),
        BoundKeyword::ExclusiveMinimum => ("exclusiveMinimum", true, true),
        BoundKeyword::ExclusiveMaximum => ("exclusiveMaximum", false, true),
    };
    Some(Bound {
        way,
        keyword,
        number: number.clone(),
        is_least,
        is_exclusive,
    })
}

fn length_bound<'t>(way: &'t Way, rule: &StringRule) -> Option<Bound<'t>> {
    match rule {
        StringRule::MinLength(least) => {
            Some(count_bound(way, CountRule::Min(*least), "minLength", ""))
        }
        StringRule::MaxLength(most) => {
            Some(count_bound(way, CountRule::Max(*most), "", "maxLength"))
        }
        StringRule::Pattern(_) | StringRule::Format(_) => None,
    }
}

fn count_bound<'t>(
    way: &'t Way,
    count: CountRule,
    least: &'static str,
    most: &'static str,
) -> Bound<'t> {
    let (keyword, number, is_least) = match count {
        CountRule::Min(number) => (least, number, true),
        CountRule::Max(number) => (most, number, false),
    };
    Bound {
        way,
        keyword,
        number: number.to_string(),
        is_least,
        is_exclusive: false,
    }
}

fn crossed(
    typed: &Typed,
    json_type: JsonType,
    what: &str,
    bounds: Vec<Bound<'_>>,
) -> Option<String> {
    if !typed.admitted.may_hold(json_type) {
        return None;
    }
    let (least, most): (Vec<_>, Vec<_>) = bounds.into_iter().partition(|bound| bound.is_least);
    let both = least
        .iter()
        .flat_map(|least| most.iter().map(move |most| (least, most)));
    let mut crossed = both.filter(|(least, most)| {
        let exclusive = least.is_exclusive || most.is_exclusive;
        are_apart(least.way, most.way) && contradict(&least.number, &most.number, exclusive)
    });
    let (least, most) = crossed.next()?;
    Some(format!(
        "no {what} passes: `{}` of {} is {}, but `{}` of {} is {}",
        least.keyword,
        spoken(least.way),
        cut(&least.number),
        most.keyword,
        spoken(most.way),
        cut(&most.number),
    ))
}

fn forbidden_member(typed: &Typed) -> Option<String> {
    if !typed.admitted.may_hold(JsonType::Object) {
        return None;
    }
    typed.plan.members.iter().find_map(|member| {
        let required = member.required.iter();
        let mut both = required.flat_map(|required| {
            member
                .forbidden
                .iter()
                .map(move |forbidden| (required, forbidden))
        });
        let (required, forbidden) = both.find(|(one, other)| are_apart(one, other))?;
        let (name, required, forbidden) = (&member.name, spoken(required), spoken(forbidden));
        Some(format!(
            "no object passes: {required} requires {name:?}, but {forbidden} does not name it and \
             has `additionalProperties: false`"
        ))
    })
}

/// All pairs, each once.
fn pairs<T>(all: &[T]) -> impl Iterator<Item = (&T, &T)> {
    let firsts = all.iter().enumerate();
    firsts.flat_map(move |(index, one)| all[index + 1..].iter().map(move |other| (one, other)))
}

/// Whether it is at this schema that two ways part.
fn are_apart(one: &Way, other: &Way) -> bool {
    match (first_step(one), first_step(other)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    }
}

/// The first step of a way to a schema about the same value, empty for none; `None` for any other
/// way.
fn first_step(way: &Way) -> Option<&str> {
    let path = way.path.as_str();
    // Where that leads depends on where the schema is reached from.
    if path.contains("/$dynamicRef") || path.contains("/$recursiveRef") {
        return None;
    }
    let mut steps = path.match_indices('/').map(|(at, _)| at).skip(1);
    let next = steps.next();
    match path.split('/').nth(1) {
        None => Some(""),
        Some("$ref") => Some(&path[..next.unwrap_or(path.len())]),
        Some("allOf") => {
            next?;
            Some(&path[..steps.next().unwrap_or(path.len())])
        }
        Some(_) => None,
    }
}

/// A way in a sentence.
fn spoken(way: &Way) -> &str {
    match way.path.as_str() {
        "" => "this schema",
        path => path,
    }
}
