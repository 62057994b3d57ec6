//! The mapping table: where that crate's names and places are other than those of our reports.

use super::{Errors, Judged, Oracle, Result};
use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{Uri, ValidationError, Validator};
use serde_json::Value;
use tollgate::report::escape_pointer;

/// The keywords of schemas that speak of the same value and have annotations only when they hold.
const IN_PLACE: [&str; 7] = [
    "allOf",
    "$ref",
    "$dynamicRef",
    "$recursiveRef",
    "then",
    "else",
    "dependentSchemas",
];

impl Oracle {
    pub(super) fn judge(&self, validator: &Validator, instance: &Value) -> Result<Judged> {
        let found: Vec<_> = validator.iter_errors(instance).collect();
        let mut judged = Judged::default();
        for error in &found {
            let Judged { certain, following } = self.in_our_terms(error)?;
            if follows(error, &found) {
                judged.following.extend(certain);
            } else {
                judged.certain.extend(certain);
            }
            judged.following.extend(following);
        }
        Ok(judged)
    }

    fn in_our_terms(&self, error: &ValidationError<'_>) -> Result<Judged> {
        let path = error.schema_path().as_str();
        let place = error.instance_path().as_str();
        let keyword = match error.kind() {
            // Told at the object, not at the member.
            Kind::FalseSchema if is_of_others(path) => "additionalProperties",
            Kind::FalseSchema => "false",
            // Told at the object, with the keyword that refuses the name.
            Kind::PropertyNames { error: inner } => {
                let at_object = |(_, keyword): (String, String)| (place.to_owned(), keyword);
                return Ok(self.in_our_terms(inner)?.map(at_object));
            }
            Kind::Required { .. } => last(path, &["required", "dependentRequired", "dependencies"]),
            // Told at `maxContains` also where nothing matches.
            Kind::Contains if path.ends_with("/maxContains") && !self.contains_any(error)? => {
                "contains"
            }
            Kind::Contains => last(path, &["contains", "minContains", "maxContains"]),
            Kind::UnevaluatedProperties { unexpected } => {
                let parts = parts(error.instance()).into_iter();
                let refused = parts.filter(|(name, _)| unexpected.contains(name));
                return self.unevaluated(error, refused.collect());
            }
            Kind::UnevaluatedItems { unexpected } => {
                let mut unexpected = unexpected.clone();
                // Items that are equal are told apart by how many come before them, if at all: the
                // last of them are meant.
                let mut is_refused = |item: &Value| {
                    let item = item.to_string();
                    let place = unexpected.iter().position(|other| *other == item);
                    place.map(|place| unexpected.swap_remove(place)).is_some()
                };
                let parts = parts(error.instance()).into_iter().rev();
                let refused = parts.filter(|(_, item)| is_refused(item));
                return self.unevaluated(error, refused.collect());
            }
            kind => kind.keyword(),
        };
        Ok(Judged::certain(place, keyword))
    }

    /// What is unevaluated is told at the container where nothing may be; where a schema says what
    /// may be, that schema's own errors are told at the part.
    fn unevaluated(
        &self,
        error: &ValidationError<'_>,
        refused: Vec<(String, &Value)>,
    ) -> Result<Judged> {
        let place = error.instance_path().as_str();
        let location = location(error)?;
        let resolver = self.registry.resolver(location.clone());
        if resolver.lookup(location.as_str())?.contents() == &Value::Bool(false) {
            return Ok(Judged::certain(place, error.kind().keyword()));
        }
        let mut judged = Judged::default();
        for (name, part) in refused {
            let prefix = format!("{place}/{}", escape_pointer(&name));
            let inner = self.judge_part(location.as_str(), part)?;
            let inner = inner.map(|(place, keyword)| (format!("{prefix}{place}"), keyword));
            judged.certain.extend(inner.certain);
            judged.following.extend(inner.following);
        }
        Ok(judged)
    }

    /// Whether some item matches the `contains` beside the failed keyword.
    fn contains_any(&self, error: &ValidationError<'_>) -> Result<bool> {
        let location = location(error)?.as_str();
        let schema = location.strip_suffix("maxContains");
        let location = format!("{}contains", schema.unwrap_or(location));
        for (_, item) in parts(error.instance()) {
            if self.judge_part(&location, item)?.all().is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

impl Judged {
    fn certain(place: &str, keyword: &str) -> Self {
        Self {
            certain: Errors::from([(place.to_owned(), keyword.to_owned())]),
            following: Errors::new(),
        }
    }

    fn map(self, change: impl Fn((String, String)) -> (String, String)) -> Self {
        Self {
            certain: self.certain.into_iter().map(&change).collect(),
            following: self.following.into_iter().map(&change).collect(),
        }
    }
}

/// Whether the error is one of an `unevaluated…` beside which a schema of the same value fails.
fn follows(error: &ValidationError<'_>, found: &[ValidationError<'_>]) -> bool {
    let path = error.evaluation_path().as_str();
    let Some((beside, "unevaluatedItems" | "unevaluatedProperties")) = path.rsplit_once('/') else {
        return false;
    };
    let is_unevaluated = matches!(
        error.kind(),
        Kind::UnevaluatedItems { .. } | Kind::UnevaluatedProperties { .. }
    );
    let place = error.instance_path().as_str();
    let fails = |other: &ValidationError<'_>| {
        let path = other.evaluation_path().as_str().strip_prefix(beside);
        let keyword = path.and_then(|path| path.split('/').nth(1));
        keyword.is_some_and(|keyword| IN_PLACE.contains(&keyword))
            && other.instance_path().as_str().starts_with(place)
    };
    is_unevaluated && found.iter().any(fails)
}

/// Whether the path leads to `additionalProperties` as a keyword.
fn is_of_others(path: &str) -> bool {
    path.strip_suffix("/additionalProperties")
        .is_some_and(|schema| !schema.ends_with("/properties"))
}

/// Where the failed keyword stands.
fn location<'e>(error: &'e ValidationError<'_>) -> Result<&'e Uri<String>> {
    let location = error.absolute_keyword_location();
    Ok(location.ok_or("an error without location")?)
}

/// The parts of a container, each with its segment of a pointer.
fn parts(container: &Value) -> Vec<(String, &Value)> {
    let members = container.as_object().into_iter().flatten();
    let items = container.as_array().into_iter().flatten().enumerate();
    let members = members.map(|(name, value)| (name.clone(), value));
    members
        .chain(items.map(|(index, item)| (index.to_string(), item)))
        .collect()
}

/// The last of the keywords that a schema location has.
fn last(location: &str, keywords: &[&'static str]) -> &'static str {
    let segments = location.rsplit('/');
    let mut found =
        segments.filter_map(|segment| keywords.iter().find(|keyword| **keyword == segment));
    found.next().copied().unwrap_or_default()
}
