//! Misspelt keywords.

use super::Setup;

#[test]
fn one_letter_away() {
    Setup::in_draft("2020-12").says(&[
        (
            r#"{"requried": ["a"]}"#,
            &[
                "misspelt-keyword: order.json:1:2: `requried` is no keyword",
                "  in the schema at /requried",
                "  help: is `required` meant?",
            ],
        ),
        (
            r#"{"addtionalProperties": false, "propertes": {}}"#,
            &[
                "misspelt-keyword: order.json:1:2: `addtionalProperties` is no keyword",
                "  in the schema at /addtionalProperties",
                "  help: is `additionalProperties` meant?",
                "misspelt-keyword: order.json:1:32: `propertes` is no keyword",
                "  in the schema at /propertes",
                "  help: is `properties` meant?",
            ],
        ),
        (
            r#"{"Required": ["a"], "maxLenght": 1, "enums": [1]}"#,
            &[
                "misspelt-keyword: order.json:1:2: `Required` is no keyword",
                "  in the schema at /Required",
                "  help: is `required` meant?",
                "misspelt-keyword: order.json:1:21: `maxLenght` is no keyword",
                "  in the schema at /maxLenght",
                "  help: is `maxLength` meant?",
            ],
        ),
        (
            r#"{"anyOff": [{}], "descripton": "a", "$def": {}}"#,
            &[
                "misspelt-keyword: order.json:1:2: `anyOff` is no keyword",
                "  in the schema at /anyOff",
                "  help: is `anyOf` meant?",
                "misspelt-keyword: order.json:1:18: `descripton` is no keyword",
                "  in the schema at /descripton",
                "  help: is `description` meant?",
            ],
        ),
        (
            r#"{"items": {"minumum": 1}}"#,
            &[
                "misspelt-keyword: order.json:1:12: `minumum` is no keyword",
                "  in the schema at /items/minumum",
                "  help: is `minimum` meant?",
            ],
        ),
    ]);
}

#[test]
fn beside_a_reference_too() {
    Setup::in_draft("7").says(&[(
        r##"{"$ref": "#/definitions/a", "definitons": {}, "definitions": {"a": {}}}"##,
        &[
            "misspelt-keyword: order.json:1:29: `definitons` is no keyword",
            "  in the schema at /definitons",
            "  help: is `definitions` meant?",
        ],
    )]);
}

#[test]
fn near_cases_say_nothing() {
    Setup::in_draft("2020-12").says_nothing_of(&[
        r#"{"example": 1, "defaults": 1, "definition": {}, "schema": "a"}"#,
        r##"{"typ": "a", "ref": "#", "nots": {}, "xml": {}, "id": 1}"##,
        r#"{"title": "a", "titles": ["a"], "formats": ["a"], "item": "a", "minItem": {}}"#,
        r#"{"properties": {"requried": {}, "propertes": {}}, "default": {"requried": 1}}"#,
        r#"{"x-required": [], "enumNames": [], "markdownDescription": "a", "errorMessage": "b", "deprecationMessage": "c"}"#,
    ]);
}
