use super::DynamicSchema;
use super::budget::{Question, steps};
use super::node::{Index, TreeNode};
use crate::Report;
use crate::reader::Settings;
use crate::tree::Node;

fn schema(text: &str) -> DynamicSchema {
    DynamicSchema::compile(text).unwrap_or_else(|problems| panic!("{problems}"))
}

/// Each error as `keyword instance-location schema-location`.
fn places(report: &Report) -> Vec<String> {
    let place = |error: &crate::ValidationError| {
        format!(
            "{} {} {}",
            error.keyword(),
            error.instance_location(),
            error.schema_location()
        )
    };
    report.iter().map(place).collect()
}

#[track_caller]
fn refused(schema_text: &str, document: impl AsRef<[u8]>) -> Report {
    let schema = schema(schema_text);
    assert!(!schema.is_valid_json(document.as_ref()));
    schema
        .validate_json(document.as_ref())
        .expect_err("the document is invalid")
}

#[track_caller]
fn check(schema_text: &str, document: impl AsRef<[u8]>, expected: &[&str]) {
    assert_eq!(places(&refused(schema_text, document)), expected);
}

#[track_caller]
fn accepts(schema_text: &str, document: impl AsRef<[u8]>) {
    let schema = schema(schema_text);
    assert_eq!(schema.validate_json(document.as_ref()), Ok(()));
    assert!(schema.is_valid_json(document.as_ref()));
}

#[track_caller]
fn broken(schema_text: &str) -> Report {
    DynamicSchema::compile(schema_text).expect_err("the schema is broken")
}

#[test]
fn an_enum_names_the_nearest_value() {
    let report = refused(
        r#"{"properties": {"mode": {"enum": ["IMPS", "NEFT"]}}}"#,
        "{\n  \"mode\": \"NETFT\"}",
    );
    assert_eq!(places(&report), ["enum /mode /properties/mode/enum"]);
    assert_eq!((report[0].line(), report[0].column()), (Some(2), Some(11)));
    assert_eq!(
        report[0].message(),
        "\"NETFT\" is not one of the allowed values"
    );
    assert_eq!(
        report[0].help(),
        Some("did you mean \"NEFT\"? Allowed: \"IMPS\", \"NEFT\"")
    );
    assert!(!report.redacted().to_string().contains("NETFT"));
}

#[test]
fn a_missing_member_may_be_there_misspelt() {
    let schema = r#"{"required": ["supplierId", "b"], "properties": {"x": {}, "supplierId": {}}}"#;
    let report = refused(schema, r#"{"supplierID": 1, "x": 2}"#);
    assert_eq!(
        places(&report),
        ["required  /required", "required  /required"]
    );
    assert_eq!(
        report[0].help(),
        Some("there is \"supplierID\": is it \"supplierId\" misspelt?")
    );
    assert_eq!(report[1].help(), Some("add \"b\" to this object"));
}

#[test]
fn a_member_that_is_not_allowed_is_marked_at_its_name() {
    let schema = r#"{"properties": {"amount": true}, "additionalProperties": false}"#;
    let report = refused(schema, r#"{"amuont": 1, "amount": 2, "c": 3}"#);
    let location = "additionalProperties  /additionalProperties";
    assert_eq!(places(&report), [location, location]);
    assert_eq!(report[0].span(), Some(1..9));
    assert_eq!(report[0].help(), Some("did you mean \"amount\"?"));
    assert_eq!(report[1].span(), Some(27..30));
}

#[test]
fn locations_leave_references_out_and_evaluation_paths_keep_them() {
    let schema = r##"{"properties": {"a": {"$ref": "#/$defs/A"}},
        "$defs": {"A": {"properties": {"due": {"type": "number"}}}}}"##;
    let report = refused(schema, r#"{"a": {"due": "1"}}"#);
    assert_eq!(
        places(&report),
        ["type /a/due /$defs/A/properties/due/type"]
    );
    assert_eq!(
        report[0].evaluation_path(),
        "/properties/a/$ref/properties/due/type"
    );
    assert_eq!(report[0].message(), "expected a number, found a string");
}

#[test]
fn an_embedded_schema_is_located_in_its_document() {
    let schema = r#"{"$id": "https://example.com/root", "$ref": "inner",
        "$defs": {"q": {"$id": "inner", "type": "string"}}}"#;
    check(schema, "1", &["type  /$defs/q/type"]);
}

#[test]
fn what_the_reader_finds_is_reported_with_what_the_schema_finds() {
    let schema = r#"{"properties": {"a": {"type": "string"}}}"#;
    check(
        schema,
        r#"{"a": 1, "b": 2, "b": 3}"#,
        &["type /a /properties/a/type", "duplicate /b "],
    );
    check(schema, r#"{"a": 1, "b"}"#, &["syntax  "]);
    check(schema, "", &["syntax  "]);
    check(schema, b"{\"a\": \"\xff\"}", &["syntax  "]);
}

#[test]
fn nesting_ends_at_128() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let schema = r##"{"items": {"$ref": "#"}, "maxItems": 1}"##;
    accepts(schema, nested(128));
    let report = refused(schema, nested(129));
    assert_eq!(report.len(), 1);
    assert_eq!(
        (report[0].keyword(), report[0].column()),
        ("depth", Some(129))
    );

    let empty = r##"{"items": {"$ref": "#"}, "minItems": 1, "type": "array"}"##;
    assert!(
        refused(empty, nested(129))
            .iter()
            .all(|error| error.keyword() == "depth")
    );
}

#[test]
fn integers_are_told_by_value() {
    for number in ["1.0", "1e2", "-0.0", "123456789012345678901234567890"] {
        accepts(r#"{"type": "integer"}"#, number);
    }
    check(r#"{"type": "integer"}"#, "1.5", &["type  /type"]);
}

#[test]
fn numbers_are_compared_digit_by_digit() {
    let schema = r#"{"minimum": 12345678901234567890.5}"#;
    accepts(schema, "12345678901234567890.5");
    accepts(schema, "12345678901234567891");
    let report = refused(schema, "12345678901234567890.4");
    assert_eq!(
        report[0].message(),
        "12345678901234567890.4 is not at least 12345678901234567890.5"
    );

    check(
        r#"{"maximum": 0.1}"#,
        "0.10000000000000000000001",
        &["maximum  /maximum"],
    );
    accepts(r#"{"exclusiveMaximum": 1e400}"#, "1e399");
    check(
        r#"{"exclusiveMaximum": 1e400}"#,
        "1e400",
        &["exclusiveMaximum  /exclusiveMaximum"],
    );
    check(
        r#"{"exclusiveMinimum": 1}"#,
        "1.0",
        &["exclusiveMinimum  /exclusiveMinimum"],
    );
    accepts(
        r#"{"enum": [0.1, 0.10000000000000000000001]}"#,
        "0.10000000000000000000001",
    );
    check(
        r#"{"const": [9007199254740993.0]}"#,
        "[9007199254740992]",
        &["const  /const"],
    );
    accepts(r#"{"const": [9007199254740993.0]}"#, "[9007199254740993]");
    let flagged = r#"{"$schema": "http://json-schema.org/draft-04/schema#",
        "minimum": 0.10000000000000000000001, "exclusiveMinimum": true}"#;
    check(
        flagged,
        "0.10000000000000000000001",
        &["exclusiveMinimum  /exclusiveMinimum"],
    );
    accepts(flagged, "0.10000000000000000000002");
}

#[test]
fn values_are_equal_as_json_schema_has_it() {
    accepts(
        r#"{"const": {"a": 1, "b": [0.5]}}"#,
        r#"{"b": [5e-1], "a": 1.0}"#,
    );
    accepts(
        r#"{"uniqueItems": true}"#,
        r#"[1, "1", true, [1], {"a": 1}]"#,
    );
    let report = refused(
        r#"{"uniqueItems": true}"#,
        r#"[{"a": 1, "b": 2}, 3, {"b": 2.0, "a": 1}]"#,
    );
    assert_eq!(report[0].message(), "items 1 and 3 are equal");
}

#[test]
fn the_end_of_a_pattern_is_the_end_of_the_text() {
    let schema = r#"{"pattern": "^[a-z]+$"}"#;
    accepts(schema, r#""abc""#);
    let report = refused(schema, r#""abc\n""#);
    assert_eq!(
        report[0].message(),
        "\"abc␊\" does not match the pattern ^[a-z]+$"
    );
}

#[test]
fn every_keyword_keeps_to_the_places_of_the_contract() {
    check(
        r#"{"properties": {"a": false}}"#,
        r#"{"a": 1}"#,
        &["false /a /properties/a"],
    );
    check(
        r#"{"prefixItems": [{}], "items": false}"#,
        "[1, 2]",
        &["false /1 /items"],
    );
    check(
        r#"{"dependentRequired": {"a": ["b"]}}"#,
        r#"{"a": 1}"#,
        &["dependentRequired  /dependentRequired"],
    );
    check(
        r#"{"contains": {"type": "string"}, "minContains": 2}"#,
        r#"["a"]"#,
        &["minContains  /minContains"],
    );
    let report = refused(
        r#"{"propertyNames": {"maxLength": 2}}"#,
        r#"{"ab": 1, "abc": 2}"#,
    );
    assert_eq!(places(&report), ["maxLength  /propertyNames/maxLength"]);
    assert_eq!(report[0].span(), Some(10..15));

    let report = refused(
        r#"{"prefixItems": [{}], "unevaluatedItems": false}"#,
        "[1, 22, 3]",
    );
    assert_eq!(places(&report), ["unevaluatedItems  /unevaluatedItems"; 2]);
    assert_eq!(report[0].span(), Some(4..6));

    let tuple = r#"{"$schema": "http://json-schema.org/draft-07/schema#",
        "items": [{}], "additionalItems": false}"#;
    check(
        tuple,
        "[1, 2, 3]",
        &["additionalItems  /additionalItems"; 2],
    );
    check(
        r#"{"if": true, "then": {"minimum": 5}}"#,
        "1",
        &["minimum  /then/minimum"],
    );
    check(r#"{"not": {"type": "integer"}}"#, "1", &["not  /not"]);
}

#[test]
fn branches_are_inside_one_error() {
    let report = refused(r#"{"anyOf": [{"type": "string"}, {"minimum": 5}]}"#, " 1");
    assert_eq!(places(&report), ["anyOf  /anyOf"]);
    assert_eq!(
        report[0].message(),
        "the value fits none of the 2 alternatives"
    );
    let branches: Vec<_> = report[0]
        .branches()
        .iter()
        .map(crate::ValidationError::keyword)
        .collect();
    assert_eq!(branches, ["type", "minimum"]);
    assert_eq!(report[0].branches()[1].column(), Some(2));

    let report = refused(
        r#"{"oneOf": [true, {"type": "string"}, {"minimum": 0}]}"#,
        "1",
    );
    assert_eq!(
        report[0].message(),
        "the value fits alternatives 1 and 3, exactly one is allowed"
    );
}

#[test]
fn messages_quote_little_and_nothing_invisible() {
    let long = format!("\"\\u001b[31m{}\"", "x".repeat(10_000));
    let schemas = [
        r#"{"enum": ["a"]}"#,
        r#"{"pattern": "^a$"}"#,
        r#"{"const": 1}"#,
        r#"{"not": {}}"#,
    ];
    for schema in schemas {
        let text = refused(schema, &long).to_string();
        assert!(text.chars().count() < 200, "{text}");
        assert!(!text.contains(char::is_control), "{text}");
    }
}

#[test]
fn many_errors_are_counted() {
    let items = vec!["1"; 1_500].join(",");
    let report = refused(r#"{"items": {"type": "string"}}"#, format!("[{items}]"));
    assert_eq!((report.len(), report.more()), (1_000, 500));
}

#[test]
fn large_objects_are_searched_fast() {
    let members: Vec<String> = (0..50_000).map(|at| format!("\"m{at}\": {at}")).collect();
    let names: Vec<String> = (0..50_000).map(|at| format!("\"m{at}\": {{}}")).collect();
    let schema = format!(
        r#"{{"properties": {{{}}}, "required": ["m49999"]}}"#,
        names.join(",")
    );
    accepts(&schema, format!("{{{}}}", members.join(",")));
}

#[test]
fn a_location_is_redacted_where_the_schema_does_not_know_the_name() {
    let schema =
        r#"{"properties": {"list": {"items": {"additionalProperties": {"type": "null"}}}}}"#;
    let report = refused(schema, r#"{"list": [{"secret": 1}]}"#);
    assert_eq!(report[0].instance_location(), "/list/0/secret");
    assert_eq!(report.redacted()[0].instance_location(), "/list/0/*");
}

#[test]
fn formats_are_annotations() {
    accepts(r#"{"format": "date"}"#, r#""tomorrow""#);
    let draft_7 = r#"{"$schema": "http://json-schema.org/draft-07/schema#", "format": "date",
        "contentMediaType": "application/json"}"#;
    accepts(draft_7, r#""{""#);
}

#[test]
fn a_broken_schema_has_every_problem_listed_at_its_place() {
    let report = broken("{\"type\": \"strng\",\n \"properties\": {\"a\": 5},\n \"minLength\": -1}");
    assert_eq!(
        places(&report),
        ["enum /type ", "type /properties/a ", "minimum /minLength "]
    );
    assert!(
        report[0]
            .help()
            .is_some_and(|help| help.starts_with("did you mean \"string\"?"))
    );
    assert_eq!((report[1].line(), report[1].column()), (Some(2), Some(22)));
    assert_eq!(
        report[1].message(),
        "expected a boolean or an object, found a number"
    );

    let report = broken(r#"{"type": "string", "type": "number"}"#);
    assert_eq!(places(&report), ["duplicate /type "]);
    assert_eq!(places(&broken("{")), ["syntax  "]);
}

#[test]
fn references_and_patterns_that_lead_nowhere_are_listed() {
    let report = broken(
        r##"{"properties": {
            "a": {"$ref": "#/$defs/missing"},
            "b": {"$ref": "https://example.com/other.json"},
            "c": {"$ref": "#anchor"},
            "d": {"pattern": "[a"},
            "e": {"patternProperties": {"(": {}}}
        }}"##,
    );
    let expected = [
        "$ref /properties/a/$ref ",
        "$ref /properties/b/$ref ",
        "$ref /properties/c/$ref ",
        "pattern /properties/d/pattern ",
        "pattern /properties/e/patternProperties/( ",
    ];
    assert_eq!(places(&report), expected);
    assert_eq!(
        report[0].message(),
        "the reference \"#/$defs/missing\" leads nowhere"
    );
    assert!(
        report[1]
            .help()
            .is_some_and(|help| help.starts_with("nothing is downloaded"))
    );
    assert_eq!(report[4].line(), Some(6));
}

#[test]
fn files_are_never_read_for_a_reference() {
    let report = broken(r#"{"$ref": "file:///etc/passwd"}"#);
    assert_eq!(places(&report), ["$ref /$ref "]);
}

#[test]
fn an_unknown_dialect_is_a_problem_of_the_schema() {
    let report = broken(r#"{"$schema": "https://json-schema.org/draft/2020-21/schema"}"#);
    assert_eq!(places(&report), ["$schema /$schema "]);
    let help = "did you mean \"https://json-schema.org/draft/2020-12/schema\"?";
    assert_eq!(report[0].help(), Some(help));
}

#[test]
fn branches_and_references_at_every_level_do_not_exhaust_the_stack() {
    let schema = r##"{"allOf": [{"$ref": "#/$defs/a"}], "$defs": {
        "a": {"anyOf": [{"$ref": "#/$defs/b"}]},
        "b": {"not": {"not": {"$ref": "#/$defs/c"}}},
        "c": {"type": "array", "items": {"$ref": "#"}}}}"##;
    accepts(schema, format!("{}{}", "[".repeat(128), "]".repeat(128)));
    let deep = format!("{}1{}", "[".repeat(128), "]".repeat(128));
    assert!(!self::schema(schema).is_valid_json(deep.as_bytes()));
}

const OVERLAPPING: &str = r##"{"anyOf": [
    {"type": "array", "items": {"$ref": "#"}},
    {"type": "array", "items": {"$ref": "#"}, "minItems": 1}
]}"##;

fn nested(depth: usize, inside: &str) -> String {
    format!("{}{inside}{}", "[".repeat(depth), "]".repeat(depth))
}

#[test]
fn branches_that_overlap_at_every_level_are_given_up_in_time() {
    accepts(OVERLAPPING, nested(60, ""));
    let report = refused(OVERLAPPING, nested(60, "1"));
    assert_eq!(places(&report), ["limit  "]);
    assert_eq!((report[0].line(), report[0].column()), (Some(1), Some(1)));
    // A document that is refused in time need not have all its reasons in time.
    for depth in [1, 5, 10, 20] {
        let report = refused(OVERLAPPING, nested(depth, "1"));
        assert_eq!(report.len(), 1, "{depth}");
        assert!(["anyOf", "limit"].contains(&report[0].keyword()), "{depth}");
    }
}

#[test]
fn a_question_that_is_given_up_is_not_answered_with_valid() {
    let (schema, document) = (schema(r#"{"not": {"items": {"type": "null"}}}"#), "[1, 2]");
    let tree = Node::parse(document, Settings::DEFAULT).expect("JSON");
    let index = Index::of(&tree);
    for (allowed, is_shown) in [(3, true), (2, false)] {
        index.budget.allow(allowed);
        let validator = schema.validator(&tree);
        let verdict = validator.is_valid(TreeNode::Value(&tree, &index));
        // Without its items, the array would be what `not` excludes.
        assert_eq!(
            (verdict, !index.budget.is_exhausted()),
            (is_shown, is_shown)
        );
    }
}

/// The part of its budget that a document takes, in thousandths.
#[track_caller]
fn taken(schema_text: &str, document: &str) -> u64 {
    let schema = schema(schema_text);
    let tree = Node::parse(document, Settings::DEFAULT).expect("JSON");
    let index = Index::of(&tree);
    assert!(schema.verdict(&tree, &index).is_ok_and(|valid| valid));
    let allowed = steps(Question::Verdict, index.values(), schema.compiled.locations);
    let left = u64::try_from(index.budget.left()).expect("something is left");
    (allowed - left) * 1_000 / allowed
}

#[test]
fn ordinary_documents_are_far_from_the_limit() {
    let schema = r##"{"type": "object", "required": ["name"], "additionalProperties": false,
        "properties": {"name": {"type": "string"}, "parts": {"type": "array", "items": {"oneOf": [
            {"type": "null"}, {"$ref": "#"}, {"type": "integer", "minimum": 1}]}}}}"##;
    let part = r#"{"name": "a", "parts": [null, {"name": "b"}, 7]}"#;
    let wide = format!(
        r#"{{"name": "x", "parts": [{}]}}"#,
        vec![part; 1_000].join(",")
    );
    assert!(taken(schema, &wide) < 10);
    let (open, close) = (r#"{"name": "x", "parts": ["#, "]}");
    let deep = format!("{}{}", open.repeat(60), close.repeat(60));
    assert!(taken(schema, &deep) < 10);
    let meta = r#"{"$ref": "https://json-schema.org/draft/2020-12/schema"}"#;
    assert!(taken(meta, schema) < 50);
}
