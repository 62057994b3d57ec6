//! A generated type as a value.

use crate::answer::{Answer, Verdict};
use crate::panics::catch;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use tollgate_core::{Json, OwnedSchema, Report, Schema};

/// So many characters of a report are passed on.
const SHOWN: usize = 600;

/// A generated type: its name and what of it is asked. Pointers to functions, so that what is
/// compiled for each type is no more than these.
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    name: &'static str,
    is_valid_json: fn(&[u8]) -> bool,
    validate_json: fn(&[u8]) -> Result<(), Report>,
    from_json: fn(&[u8]) -> Result<Value, Report>,
    deserialize: fn(&[u8]) -> Result<Value, serde_json::Error>,
    trees: Option<Trees>,
}

/// Reads an instance as a tree, and writes what was read as one.
type Trees = fn(&serde_json::Value) -> Result<Value, String>;

/// What became of a value that was read.
struct Value {
    json: Vec<u8>,
    validated: Result<(), Report>,
}

impl Subject {
    /// The type `T`, called `name`.
    pub fn of<T: OwnedSchema + DeserializeOwned + Serialize>(name: &'static str) -> Self {
        Self {
            name,
            is_valid_json: |json| T::is_valid_json(json),
            validate_json: |json| T::validate_json(json),
            from_json: |json| {
                let value = T::from_json(json)?;
                Ok(Value::of(&value))
            },
            deserialize: |json| serde_json::from_slice::<T>(json).map(|value| Value::of(&value)),
            #[cfg(feature = "trees")]
            trees: Some(through_trees::<T>),
            #[cfg(not(feature = "trees"))]
            trees: None,
        }
    }

    /// The name.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What the type says of an instance.
    pub fn judge(&self, instance: &[u8]) -> Answer {
        let mut errors = BTreeSet::new();
        Answer {
            is_valid_json: verdict(|| {
                if (self.is_valid_json)(instance) {
                    Verdict::Valid
                } else {
                    Verdict::Invalid(String::new())
                }
            }),
            validate_json: verdict(|| match (self.validate_json)(instance) {
                Ok(()) => Verdict::Valid,
                Err(report) => {
                    errors = places(&report);
                    invalid(&report)
                }
            }),
            from_json: verdict(|| match (self.from_json)(instance) {
                Ok(value) => value.compare(instance),
                Err(report) => invalid(&report),
            }),
            deserialize: verdict(|| match (self.deserialize)(instance) {
                Ok(value) => value.compare(instance),
                Err(error) => invalid(&error),
            }),
            trees: self.trees.map(|trees| {
                verdict(
                    || match serde_json::from_slice(instance).map(|tree| trees(&tree)) {
                        Ok(Ok(value)) => value.compare(instance),
                        Ok(Err(error)) => invalid(&error),
                        Err(error) => invalid(&error),
                    },
                )
            }),
            errors,
        }
    }
}

/// The value that a tree holds, read in both ways that there are, and its own tree. One number
/// that no standard type holds is refused there by design.
#[cfg(feature = "trees")]
fn through_trees<T>(tree: &serde_json::Value) -> Result<Value, String>
where
    T: OwnedSchema + DeserializeOwned + Serialize,
{
    let read = T::from_value(tree).map_err(|report| report.to_string());
    let again = T::deserialize(tree).map_err(|error| error.to_string());
    assert_eq!(read.is_ok(), again.is_ok(), "from_value and Deserialize");
    let value = Value::of(&read?);
    let written = serde_json::to_value(again?).map(|tree| tree.to_string().into_bytes());
    match written {
        Ok(json) => assert_eq!(Json::from_json(&json), Json::from_json(&value.json)),
        Err(error) => assert!(error.to_string().contains("`to_json`"), "{error}"),
    }
    Ok(value)
}

impl Value {
    fn of<'a>(value: &impl Schema<'a>) -> Self {
        Self {
            json: value.to_json(),
            validated: value.validate(),
        }
    }

    /// The value must pass its own judgement and be written as it was read.
    fn compare(&self, instance: &[u8]) -> Verdict {
        if let Err(report) = &self.validated {
            return Verdict::Unfaithful(format!("validate() refuses the value: {report}"));
        }
        if Json::from_json(instance) == Json::from_json(&self.json) {
            return Verdict::Valid;
        }
        let json = String::from_utf8_lossy(&self.json);
        Verdict::Unfaithful(format!("to_json() gives {json}"))
    }
}

fn verdict(judge: impl FnOnce() -> Verdict) -> Verdict {
    catch(judge).unwrap_or_else(Verdict::Panicked)
}

fn invalid(report: &impl ToString) -> Verdict {
    Verdict::Invalid(report.to_string().chars().take(SHOWN).collect())
}

fn places(report: &Report) -> BTreeSet<(String, String)> {
    let place = |error: &tollgate_core::ValidationError| {
        (
            error.instance_location().to_owned(),
            error.keyword().to_owned(),
        )
    };
    report.iter().map(place).collect()
}
