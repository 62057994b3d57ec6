//! Smaller schemas and instances that still disagree: what can be left out is.

use super::Drawn;
use super::compare::compare;
use super::disagreement::Disagreement;
use serde_json::Value;

/// So often a smaller one is looked for; each time costs a build.
const ROUNDS: usize = 24;

/// So many smaller ones are tried at once.
const TRIED: usize = 16;

/// A smaller disagreement of the same schema, as far as is cheap.
pub(super) fn minimise(program: &str, drawn: &Drawn, mut best: Disagreement) -> Disagreement {
    let program = format!("{program}-minimise");
    for _ in 0..ROUNDS {
        let tried = candidates(drawn, &best);
        let results = compare(&program, &tried);
        let found = results.into_iter().flat_map(|result| result.disagreements);
        let alike = found.filter(|found| found.kind == best.kind);
        let smallest = alike.min_by_key(size);
        match smallest.filter(|found| size(found) < size(&best)) {
            Some(smaller) => best = smaller,
            None => break,
        }
    }
    best
}

fn size(disagreement: &Disagreement) -> usize {
    let instance = disagreement.instance.as_ref().map_or(0, String::len);
    disagreement.schema.to_string().len() + instance
}

/// The same schema with smaller instances, and smaller schemas with the same one.
fn candidates(drawn: &Drawn, best: &Disagreement) -> Vec<Drawn> {
    let with = |schema: Value, instances: Vec<String>| Drawn {
        schema,
        instances,
        ..drawn.clone()
    };
    let same: Vec<String> = best.instance.iter().cloned().collect();
    let value = same
        .first()
        .and_then(|text| serde_json::from_str(text).ok());
    let instances = smaller(&value.unwrap_or_default());
    let instances = instances.iter().map(Value::to_string).collect();
    let mut schemas = smaller(&best.schema);
    schemas.retain(Value::is_object);
    schemas.sort_by_key(|schema| schema.to_string().len());
    // Some of every size: the smallest seldom disagree, the largest save little.
    let step = schemas.len().div_ceil(TRIED).max(1);
    let schemas: Vec<Value> = schemas.into_iter().step_by(step).collect();
    let schemas = schemas.into_iter().map(|schema| with(schema, same.clone()));
    let mut all = vec![with(best.schema.clone(), instances)];
    all.extend(schemas);
    all
}

/// The value with one of its parts left out, or in the place of the whole.
fn smaller(value: &Value) -> Vec<Value> {
    let mut all = Vec::new();
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let mut less = members.clone();
                less.remove(name);
                all.push(less.into());
                for inner in smaller(member) {
                    let mut less = members.clone();
                    less.insert(name.clone(), inner);
                    all.push(less.into());
                }
            }
            all.extend(members.values().cloned());
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let mut less = items.clone();
                less.remove(index);
                all.push(less.into());
                for inner in smaller(item) {
                    let mut less = items.clone();
                    less[index] = inner;
                    all.push(less.into());
                }
            }
            all.extend(items.iter().cloned());
        }
        _ => {}
    }
    all
}
