//! Keywords of other drafts.

use super::Setup;

#[test]
fn keywords_that_came_later() {
    Setup::in_draft("7").says(&[
        (
            r#"{"prefixItems": [{}], "minContains": 1, "unevaluatedProperties": false}"#,
            &[
                "keyword-of-other-draft: order.json:1:2: draft 7 has no keyword `prefixItems`, so it is ignored",
                "  in the schema at /prefixItems",
                "  help: before 2020-12 a list of schemas under `items` says the same",
                "keyword-of-other-draft: order.json:1:23: draft 7 has no keyword `minContains`, so it is ignored",
                "  in the schema at /minContains",
                "keyword-of-other-draft: order.json:1:41: draft 7 has no keyword `unevaluatedProperties`, so it is ignored",
                "  in the schema at /unevaluatedProperties",
            ],
        ),
        (
            r#"{"dependentRequired": {}, "dependentSchemas": {}}"#,
            &[
                "keyword-of-other-draft: order.json:1:2: draft 7 has no keyword `dependentRequired`, so it is ignored",
                "  in the schema at /dependentRequired",
                "  help: before 2019-09 `dependencies` says the same",
                "keyword-of-other-draft: order.json:1:27: draft 7 has no keyword `dependentSchemas`, so it is ignored",
                "  in the schema at /dependentSchemas",
                "  help: before 2019-09 `dependencies` says the same",
            ],
        ),
        (
            r##"{"$anchor": "a", "$dynamicRef": "#a", "id": "b"}"##,
            &[
                "keyword-of-other-draft: order.json:1:2: draft 7 has no keyword `$anchor`, so it is ignored",
                "  in the schema at /$anchor",
                r##"  help: before 2019-09 an `$id` such as "#name" is an anchor"##,
                "keyword-of-other-draft: order.json:1:18: draft 7 has no keyword `$dynamicRef`, so it is ignored",
                "  in the schema at /$dynamicRef",
                "keyword-of-other-draft: order.json:1:39: draft 7 has no keyword `id`, so it is ignored",
                "  in the schema at /id",
                "  help: since draft 6 it is `$id`",
            ],
        ),
    ]);
}

#[test]
fn keywords_that_draft_4_has_not() {
    Setup::in_draft("4").says(&[
        (
            r#"{"const": 1, "contains": {}, "propertyNames": {}, "if": {}, "$id": "a", "$anchor": "b"}"#,
            &[
                "keyword-of-other-draft: order.json:1:2: draft 4 has no keyword `const`, so it is ignored",
                "  in the schema at /const",
                "  help: an `enum` of one value says the same",
                "keyword-of-other-draft: order.json:1:14: draft 4 has no keyword `contains`, so it is ignored",
                "  in the schema at /contains",
                "keyword-of-other-draft: order.json:1:30: draft 4 has no keyword `propertyNames`, so it is ignored",
                "  in the schema at /propertyNames",
                "keyword-of-other-draft: order.json:1:51: draft 4 has no keyword `if`, so it is ignored",
                "  in the schema at /if",
                "keyword-of-other-draft: order.json:1:61: draft 4 has no keyword `$id`, so it is ignored",
                "  in the schema at /$id",
                "  help: in draft 4 it is `id`",
                "keyword-of-other-draft: order.json:1:73: draft 4 has no keyword `$anchor`, so it is ignored",
                "  in the schema at /$anchor",
                r##"  help: in draft 4 an `id` such as "#name" is an anchor"##,
            ],
        ),
    ]);
}

#[test]
fn keywords_that_are_no_more() {
    Setup::in_draft("2020-12").says(&[
        (
            r##"{"dependencies": {"a": ["b"]}, "additionalItems": false, "$recursiveRef": "#", "id": "a"}"##,
            &[
                "keyword-of-other-draft: order.json:1:2: draft 2020-12 has no keyword `dependencies` any more, so others may ignore it",
                "  in the schema at /dependencies",
                "  help: `dependentRequired` and `dependentSchemas` say the same since 2019-09",
                "keyword-of-other-draft: order.json:1:32: draft 2020-12 has no keyword `additionalItems`, so it is ignored",
                "  in the schema at /additionalItems",
                "  help: since 2020-12 `items` says the same beside `prefixItems`",
                "keyword-of-other-draft: order.json:1:58: draft 2020-12 has no keyword `$recursiveRef`, so it is ignored",
                "  in the schema at /$recursiveRef",
                "  help: since 2020-12 it is `$dynamicRef`",
                "keyword-of-other-draft: order.json:1:80: draft 2020-12 has no keyword `id`, so it is ignored",
                "  in the schema at /id",
                "  help: since draft 6 it is `$id`",
            ],
        ),
    ]);
}

#[test]
fn keywords_of_2020_12_in_2019_09() {
    Setup::in_draft("2019-09").says(&[
        (
            r##"{"prefixItems": [{}], "$dynamicRef": "#a", "$dynamicAnchor": "a", "dependencies": {}}"##,
            &[
                "keyword-of-other-draft: order.json:1:2: draft 2019-09 has no keyword `prefixItems`, so it is ignored",
                "  in the schema at /prefixItems",
                "  help: before 2020-12 a list of schemas under `items` says the same",
                "keyword-of-other-draft: order.json:1:23: draft 2019-09 has no keyword `$dynamicRef`, so it is ignored",
                "  in the schema at /$dynamicRef",
                "  help: in 2019-09 it is `$recursiveRef`",
                "keyword-of-other-draft: order.json:1:44: draft 2019-09 has no keyword `$dynamicAnchor`, so it is ignored",
                "  in the schema at /$dynamicAnchor",
                "  help: in 2019-09 it is `$recursiveAnchor`",
                "keyword-of-other-draft: order.json:1:67: draft 2019-09 has no keyword `dependencies` any more, so others may ignore it",
                "  in the schema at /dependencies",
                "  help: `dependentRequired` and `dependentSchemas` say the same since 2019-09",
            ],
        ),
    ]);
}

#[test]
fn near_cases_say_nothing() {
    Setup::in_draft("7").says_nothing_of(&[
        r#"{"$defs": {"a": {}}, "deprecated": true, "contentSchema": {}, "id": 5, "dependencies": {}}"#,
        r#"{"properties": {"prefixItems": {}, "$anchor": {}}}"#,
        r#"{"x-unevaluatedItems": {}, "default": {"prefixItems": 1}}"#,
    ]);
}

#[test]
fn annotations_do_no_harm() {
    Setup::in_draft("4").says_nothing_of(&[
        r#"{"examples": [1], "$comment": "a", "readOnly": true, "contentMediaType": "b", "$defs": {}}"#,
    ]);
}
