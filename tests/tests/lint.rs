//! Lints of schemas that others wrote: nothing panics, and what lints claim is true as far as others
//! can tell.

use serde_json::{Value, json};
use std::fs;
use tollgate_codegen::{Code, Diagnostic, Document, Options, lint};
use tollgate_tests::examples::root;
use tollgate_tests::suite::{DRAFTS, Draft, Suite};

/// The keywords that decide whether a schema refuses a value that it holds itself.
const JUDGING: [&str; 13] = [
    "$schema",
    "type",
    "enum",
    "const",
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "format",
];

/// Asserts that another validator refuses the values that a schema is said to refuse. Says how many
/// there were.
fn refused_values(
    name: &str,
    schema: &str,
    draft: jsonschema::Draft,
    found: &[Diagnostic],
) -> usize {
    let schema: Value = serde_json::from_str(schema).expect("the schema was read");
    let mut refused = 0;
    for found in found {
        let steps = match found.code() {
            Code::RefusedDefault => 1,
            Code::RefusedValue if found.location().ends_with("/const") => 1,
            Code::RefusedExample | Code::RefusedValue => 2,
            _ => continue,
        };
        let value = schema.pointer(found.location()).expect("there is a value");
        let mut holder = found.location();
        for _ in 0..steps {
            holder = &holder[..holder.rfind('/').expect("a step")];
        }
        let holder = schema.pointer(holder).expect("a schema holds the value");
        let mut judging = holder.clone();
        let members = judging.as_object_mut().expect("it is an object");
        members.retain(|name, _| JUDGING.contains(&name.as_str()));
        let validator = jsonschema::options().with_draft(draft).build(&judging);
        let validator = validator.expect("the other validator takes the keywords");
        assert!(!validator.is_valid(value), "{name}: {found}");
        refused += 1;
    }
    refused
}

/// Schemas that cannot all hold together.
const SCHEMAS: [&str; 26] = [
    r#"{"type": "string"}"#,
    r#"{"type": ["string", "null"]}"#,
    r#"{"type": "integer"}"#,
    r#"{"type": "number"}"#,
    r#"{"type": ["object", "array"]}"#,
    r#"{"enum": ["a", "abc", 3]}"#,
    r#"{"enum": [2.5, 3.0, null]}"#,
    r#"{"const": "a"}"#,
    r#"{"const": {"a": 1}}"#,
    r#"{"minimum": 3}"#,
    r#"{"exclusiveMinimum": 3}"#,
    r#"{"maximum": 3}"#,
    r#"{"exclusiveMaximum": 3}"#,
    r#"{"minLength": 2}"#,
    r#"{"maxLength": 1}"#,
    r#"{"minItems": 2}"#,
    r#"{"maxItems": 1}"#,
    r#"{"minProperties": 2}"#,
    r#"{"maxProperties": 1}"#,
    r#"{"required": ["a"]}"#,
    r#"{"required": ["b"], "type": "object"}"#,
    r#"{"properties": {"a": false}}"#,
    r#"{"additionalProperties": false, "properties": {"a": true}}"#,
    r#"{"additionalProperties": false, "patternProperties": {"^b": true}}"#,
    r#"{"allOf": [{"type": ["string", "number"]}, {"maximum": 2}]}"#,
    r#"{"not": {"type": "string"}}"#,
];

const INSTANCES: &str = r#"[null, true, 2, 2.5, 3, 3.0, 4, "", "a", "abc", [], [1], [1, 2], {},
    {"a": 1}, {"b": 1}, {"a": 1, "b": 1}, {"c": 1}]"#;

/// Whether a lint says that a value like this never passes; all schemas are about the whole value.
fn excludes(lint: &Diagnostic, value: &Value) -> bool {
    let message = lint.message();
    message.starts_with("nothing passes")
        || message.starts_with("no number passes") && value.is_number()
        || message.starts_with("no string passes") && value.is_string()
        || message.starts_with("no array passes") && value.is_array()
        || message.starts_with("no object passes") && value.is_object()
}

#[test]
fn what_is_said_not_to_pass_does_not_pass() {
    let instances: Vec<Value> = serde_json::from_str(INSTANCES).expect("JSON");
    let mut excluded = 0;
    for one in SCHEMAS {
        for other in SCHEMAS {
            let together = format!(r#"{{"allOf": [{one}, {other}]}}"#);
            let rest = &one[1..];
            let beside = format!(r##"{{"$ref": "#/$defs/a", "$defs": {{"a": {other}}}, {rest}"##);
            for schema in [together, beside] {
                let document = Document::from_file("order.json", &schema);
                let found = lint(&[document], &Options::default());
                let parsed = serde_json::from_str(&schema).expect("JSON");
                let validator = jsonschema::validator_for(&parsed).expect("a schema");
                for lint in &found {
                    for value in instances.iter().filter(|value| excludes(lint, value)) {
                        assert!(!validator.is_valid(value), "{schema}: {value}: {lint}");
                        excluded += 1;
                    }
                }
            }
        }
    }
    assert!(excluded > 2_000, "{excluded}");
}

#[test]
fn what_is_said_of_the_suite_is_true() {
    let suite = Suite::find().expect("the suite is found");
    let mut refused = 0;
    for draft in DRAFTS {
        let options = options(&suite, draft);
        for group in suite.groups(draft).expect("the suite is read") {
            let file = format!("{}/{}", draft.folder, group.file);
            let found = lint(&[Document::from_file(&file, &group.schema)], &options);
            refused += refused_values(&file, &group.schema, draft.oracle, &found);
        }
    }
    // Mostly those of `default.json`, whose defaults are wrong on purpose.
    assert!(refused >= 15, "{refused}");
}

fn options(suite: &Suite, draft: &Draft) -> Options {
    Options {
        draft: draft.name.to_owned(),
        remotes: suite.remotes().expect("the suite is read"),
        backtracking: true,
        has_formats: true,
        ..Options::default()
    }
}

/// Where the schemas of the store are at hand.
#[test]
fn what_is_said_of_real_schemas_is_true() {
    let folder = root().join("../shared/corpora/schemastore/schemas");
    let Ok(files) = fs::read_dir(&folder) else {
        return;
    };
    let options = Options {
        backtracking: true,
        has_formats: true,
        ..Options::default()
    };
    let mut refused = 0;
    let mut all = Vec::new();
    for file in files {
        let path = file.expect("the folder is read").path();
        let text = fs::read_to_string(&path).expect("the schema is read");
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let found = lint(&[Document::from_file(&name, &text)], &options);
        let draft = jsonschema::Draft::Draft202012;
        let own = serde_json::from_str(&text).unwrap_or(json!({}));
        let draft = draft.detect(&own);
        refused += refused_values(&name, &text, draft, &found);
        let told = found
            .iter()
            .map(|found| (found.code(), found.location().to_owned()));
        all.extend(told.map(|(code, location)| (name.clone(), code, location)));
    }
    assert!(refused > 100, "{refused}");
    let has = |file: &str, code, location: &str| {
        let lint = (file.to_owned(), code, location.to_owned());
        assert!(all.contains(&lint), "{lint:?}");
    };
    // Seen to be mistakes.
    has(
        "web-manifest.json",
        Code::KeywordOfOtherDraft,
        "/properties/orientation/oneOf/0/const",
    );
    has(
        "web-manifest.json",
        Code::EqualBranches,
        "/properties/orientation/oneOf/1",
    );
    has(
        "prometheus.json",
        Code::RefusedValue,
        "/definitions/azuread/properties/cloud/const",
    );
    has(
        "ninjs-2.0.json",
        Code::KeywordOfOtherType,
        "/properties/places/additionalProperties",
    );
    has(
        "prettierrc.json",
        Code::IgnoredBesideRef,
        "/definitions/overridesDefinition/properties/overrides/items/properties/options/type",
    );
    // A file of definitions for others.
    let of_definitions = "azure-deviceupdate-manifest-definitions-5.0.json";
    assert!(
        !all.iter()
            .any(|(file, code, _)| file == of_definitions && *code == Code::UnusedDefinition)
    );
}
