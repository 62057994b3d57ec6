//! The `jsonschema` crate as an independent judge, its errors in the terms of our reports.

mod terms;

use jsonschema::{Draft, Registry, Retrieve, Uri, Validator};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tollgate_codegen::Remote;

/// Instance location and keyword of each error.
pub type Errors = BTreeSet<(String, String)>;

/// How schemas are to be read.
#[derive(Debug, Clone, Copy)]
pub struct Settings<'a> {
    /// The draft of a schema that does not say its own.
    pub draft: Draft,
    /// Whether formats are asserted; `None` leaves that to the schema's vocabularies.
    pub formats: Option<bool>,
    /// What schemas may refer to.
    pub remotes: &'a [Remote],
}

/// A judge of instances by one schema. What can be prepared is prepared once.
#[derive(Debug)]
pub struct Oracle {
    registry: Registry<'static>,
    draft: Draft,
    formats: Option<bool>,
    whole: Validator,
    /// Judges of parts of instances, by the locations of their schemas.
    parts: Mutex<BTreeMap<String, Arc<Validator>>>,
}

/// The errors of an instance.
#[derive(Debug, Default)]
pub struct Judged {
    /// Those that every judge must find.
    pub certain: Errors,
    /// Those of an `unevaluated…` beside which a schema for the same value fails. A schema that
    /// fails evaluates nothing, so these say no more than that it fails.
    pub following: Errors,
}

/// Documents that a validator may refer to.
#[derive(Debug)]
pub struct Remotes(HashMap<String, String>);

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// The address of a schema that does not say its own. Errors have whole locations only with one.
const BASE: &str = "https://schema.example/";
/// Another one, for a schema that only refers.
const PART: &str = "https://schema.example/part";

impl Oracle {
    /// A judge by the schema of this text.
    ///
    /// # Errors
    /// Why the crate takes no such schema.
    pub fn new(schema: &str, settings: &Settings<'_>) -> Result<Self> {
        let &Settings {
            draft,
            formats,
            remotes,
        } = settings;
        let schema: Value = serde_json::from_str(schema)?;
        let uri = schema[draft.id_keyword()].as_str().unwrap_or(BASE);
        let registry = Registry::new()
            .retriever(Remotes::new(remotes))
            .draft(draft)
            .add(uri, schema.clone())?
            .prepare()?;
        Ok(Self {
            whole: validator(&registry, draft, formats, uri, &schema)?,
            registry,
            draft,
            formats,
            parts: Mutex::default(),
        })
    }

    /// The errors that the crate finds in the instance of this text.
    ///
    /// # Errors
    /// Why it cannot judge.
    pub fn errors(&self, instance: &str) -> Result<Errors> {
        Ok(self.judged(instance)?.all())
    }

    /// The same, as far as they follow from others apart.
    ///
    /// # Errors
    /// Why the crate cannot judge.
    pub fn judged(&self, instance: &str) -> Result<Judged> {
        self.judge(&self.whole, &serde_json::from_str(instance)?)
    }

    /// The errors of a part of an instance by the schema at `location`.
    fn judge_part(&self, location: &str, part: &Value) -> Result<Judged> {
        let known = self.parts().get(location).cloned();
        if let Some(validator) = known {
            return self.judge(&validator, part);
        }
        let schema = json!({ "$ref": location });
        let validator = validator(&self.registry, self.draft, self.formats, PART, &schema)?;
        let validator = Arc::new(validator);
        let errors = self.judge(&validator, part);
        self.parts().insert(location.to_owned(), validator);
        errors
    }

    fn parts(&self) -> MutexGuard<'_, BTreeMap<String, Arc<Validator>>> {
        self.parts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Judged {
    /// All of them.
    pub fn all(mut self) -> Errors {
        self.certain.append(&mut self.following);
        self.certain
    }

    /// Whether another judge's errors are these, whatever it says of those that follow.
    pub fn allows(&self, others: &Errors) -> bool {
        let is_known = |error| self.certain.contains(error) || self.following.contains(error);
        self.certain.is_subset(others) && others.iter().all(is_known)
    }
}

fn validator(
    registry: &Registry<'_>,
    draft: Draft,
    formats: Option<bool>,
    uri: &str,
    schema: &Value,
) -> Result<Validator> {
    let mut options = jsonschema::options()
        .with_draft(draft)
        .with_base_uri(uri)
        .with_registry(registry);
    if let Some(formats) = formats {
        options = options.should_validate_formats(formats);
    }
    Ok(options.build(schema)?)
}

impl Remotes {
    /// Finds each by its address.
    pub fn new(remotes: &[Remote]) -> Self {
        let known = remotes
            .iter()
            .map(|remote| (remote.uri.clone(), remote.text.clone()));
        Self(known.collect())
    }
}

impl Retrieve for Remotes {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Value> {
        match self.0.get(uri.as_str()) {
            Some(text) => Ok(serde_json::from_str(text)?),
            None => Err(format!("{uri} is no document that is known").into()),
        }
    }
}
