//! Keywords that compare numbers, with exact decimals in place of machine numbers. They take over
//! where a number of the schema or of the document has more digits than a machine number.

use super::canonical::{canonical, canonical_value};
use super::node::{Tree, TreeNode};
use super::numbers::Numbers;
use crate::number::compare;
use jsonschema::json::{JsonNumber as _, Node as _};
use jsonschema::paths::Location;
use jsonschema::{Keyword, ValidationError, ValidationOptions};
use serde_json::{Map, Value};
use std::cmp::Ordering;
use std::collections::HashSet;
use std::sync::Arc;

type Options = ValidationOptions<'static, Arc<dyn jsonschema::Retrieve>, Tree>;
type Made<'s> = Result<Box<dyn for<'i> Keyword<'i, Tree>>, ValidationError<'s>>;

/// `options` with the exact keywords.
pub(super) fn with_exact_keywords(options: Options, numbers: &Arc<Numbers>) -> Options {
    let mut options = options;
    for keyword in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] {
        let numbers = Arc::clone(numbers);
        let make =
            for_schema(move |parent, value| Ok(Box::new(bound(keyword, parent, value, &numbers))));
        options = options.with_keyword(keyword, make);
    }
    for keyword in ["enum", "const"] {
        let numbers = Arc::clone(numbers);
        let make = for_schema(move |_, value| Ok(Box::new(Listed::new(keyword, value, &numbers))));
        options = options.with_keyword(keyword, make);
    }
    options
}

/// Fixes the type of a closure so that it holds for every lifetime.
fn for_schema<F>(
    make: F,
) -> impl for<'s> Fn(&'s Map<String, Value>, &'s Value, Location) -> Made<'s> + Send + Sync
where
    F: for<'s> Fn(&'s Map<String, Value>, &'s Value) -> Made<'s> + Send + Sync,
{
    move |parent, value, _| make(parent, value)
}

/// Draft 4 has the exclusive keywords as flags beside the bounds.
fn bound(keyword: &str, parent: &Map<String, Value>, value: &Value, numbers: &Numbers) -> Bound {
    let (flag, base, wrong) = match keyword {
        "minimum" | "exclusiveMinimum" => ("exclusiveMinimum", "minimum", Ordering::Less),
        _ => ("exclusiveMaximum", "maximum", Ordering::Greater),
    };
    let flagged = parent.get(flag) == Some(&Value::Bool(true));
    let limit = match (keyword == flag, value) {
        (true, Value::Bool(true)) => parent.get(base),
        (false, _) if flagged => None,
        _ => Some(value),
    };
    let limit = match limit {
        Some(Value::Number(number)) => Some(numbers.text(number).into_owned()),
        _ => None,
    };
    Bound {
        limit,
        wrong,
        exclusive: keyword == flag,
    }
}

struct Bound {
    /// Absent where another keyword judges.
    limit: Option<String>,
    wrong: Ordering,
    exclusive: bool,
}

impl<'i> Keyword<'i, Tree> for Bound {
    fn validate(&self, instance: TreeNode<'i>) -> Result<(), ValidationError<'i>> {
        match &self.limit {
            Some(limit) if !self.is_valid(instance) => Err(ValidationError::custom(limit)),
            _ => Ok(()),
        }
    }

    fn is_valid(&self, instance: TreeNode<'i>) -> bool {
        let (Some(limit), Some(number)) = (&self.limit, instance.as_number()) else {
            return true;
        };
        let found = compare(&number.as_str(), limit);
        found != self.wrong && !(self.exclusive && found == Ordering::Equal)
    }
}

/// `enum`, and `const` as an `enum` of one value.
struct Listed {
    allowed: HashSet<String>,
    /// The values as a JSON array of their texts, for whoever words the failure.
    texts: String,
}

impl Listed {
    fn new(keyword: &str, value: &Value, numbers: &Numbers) -> Self {
        let values = match (keyword, value) {
            ("enum", Value::Array(values)) => values.as_slice(),
            _ => std::slice::from_ref(value),
        };
        let allowed = values
            .iter()
            .map(|value| canonical_value(value, numbers))
            .collect();
        let texts: Vec<String> = values.iter().map(|value| numbers.json(value)).collect();
        Self {
            allowed,
            texts: Value::from(texts).to_string(),
        }
    }
}

impl<'i> Keyword<'i, Tree> for Listed {
    fn validate(&self, instance: TreeNode<'i>) -> Result<(), ValidationError<'i>> {
        if self.is_valid(instance) {
            Ok(())
        } else {
            Err(ValidationError::custom(&self.texts))
        }
    }

    fn is_valid(&self, instance: TreeNode<'i>) -> bool {
        match instance {
            TreeNode::Name(name) => self.allowed.contains(&format!("{name:?}")),
            TreeNode::Value(node, _) => self.allowed.contains(&canonical(node)),
        }
    }
}
