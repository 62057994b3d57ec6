//! The mapping table: where that crate's names and places are other than those of our reports.

use super::{Errors, Oracle, Result};
use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{Uri, ValidationError, Validator};
use serde_json::Value;
use tollgate::report::escape_pointer;

impl Oracle {
    pub(super) fn judge(&self, validator: &Validator, instance: &Value) -> Result<Errors> {
        let mut errors = Errors::new();
        for error in validator.iter_errors(instance) {
            errors.extend(self.in_our_terms(&error)?);
        }
        Ok(errors)
    }

    fn in_our_terms(&self, error: &ValidationError<'_>) -> Result<Errors> {
        let path = error.schema_path().as_str();
        let keyword = match error.kind() {
            Kind::FalseSchema => "false",
            // Told at the object, with the keyword that refuses the name.
            Kind::PropertyNames { error: inner } => {
                let place = error.instance_path().as_str();
                let errors = self.in_our_terms(inner)?.into_iter();
                return Ok(errors
                    .map(|(_, keyword)| (place.to_owned(), keyword))
                    .collect());
            }
            Kind::Required { .. } => last(path, &["required", "dependentRequired", "dependencies"]),
            // Told at `maxContains` also where nothing matches.
            Kind::Contains if path.ends_with("/maxContains") && !self.contains_any(error)? => {
                "contains"
            }
            Kind::Contains => last(path, &["contains", "minContains", "maxContains"]),
            Kind::UnevaluatedProperties { unexpected } => {
                let is_refused =
                    |name: &str, _: &Value| unexpected.iter().any(|other| other == name);
                return self.unevaluated(error, is_refused);
            }
            Kind::UnevaluatedItems { unexpected } => {
                let is_refused = |_: &str, item: &Value| unexpected.contains(&item.to_string());
                return self.unevaluated(error, is_refused);
            }
            kind => kind.keyword(),
        };
        Ok(Errors::from([(
            error.instance_path().as_str().to_owned(),
            keyword.to_owned(),
        )]))
    }

    /// What is unevaluated is told at the container where nothing may be; where a schema says what
    /// may be, that schema's own errors are told at the part.
    fn unevaluated(
        &self,
        error: &ValidationError<'_>,
        is_refused: impl Fn(&str, &Value) -> bool,
    ) -> Result<Errors> {
        let place = error.instance_path().as_str();
        let location = location(error)?;
        let resolver = self.registry.resolver(location.clone());
        if resolver.lookup(location.as_str())?.contents() == &Value::Bool(false) {
            return Ok(Errors::from([(
                place.to_owned(),
                error.kind().keyword().to_owned(),
            )]));
        }
        let mut errors = Errors::new();
        for (name, part) in parts(error.instance()) {
            if is_refused(&name, part) {
                let inner = self.judge_part(location.as_str(), part)?;
                let at = |at: String| format!("{place}/{}{at}", escape_pointer(&name));
                errors.extend(
                    inner
                        .into_iter()
                        .map(|(location, keyword)| (at(location), keyword)),
                );
            }
        }
        Ok(errors)
    }

    /// Whether some item matches the `contains` beside the failed keyword.
    fn contains_any(&self, error: &ValidationError<'_>) -> Result<bool> {
        let location = location(error)?.as_str();
        let schema = location.strip_suffix("maxContains");
        let location = format!("{}contains", schema.unwrap_or(location));
        for (_, item) in parts(error.instance()) {
            if self.judge_part(&location, item)?.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }
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
