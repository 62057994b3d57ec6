//! The documented spelling of the patterns and the portable one accept the same strings; patterns
//! that became tables accept those that another validator accepts.

mod documented {
    tollgate::schema! {
        inline = r#"{"type": "string", "pattern": "^([^\\\\\\\"]){1,100}$"}"#,
        name = Documented,
    }
}

mod portable {
    tollgate::schema! {
        inline = r#"{"type": "string", "pattern": "^[^\\\\\"]{1,100}$"}"#,
        name = Portable,
    }
}

#[test]
fn both_spellings_accept_the_same_strings() {
    assert!(documented::Documented::SCHEMA.contains(r#"^([^\\\\\\\"]){1,100}$"#));
    let schema = tollgate_tests::examples::schema_file("req-pay.request.schema.json");
    let schema = String::from_utf8(schema).unwrap();
    assert!(
        schema.contains(r#""pattern": "^[^\\\\\"]{1,100}$""#),
        "the schema has the portable one"
    );

    let mut texts: Vec<String> = (0..=0x3000u32)
        .filter_map(char::from_u32)
        .map(String::from)
        .collect();
    for unit in ["a", "\u{1f600}", "\n", "é"] {
        for count in [0, 1, 99, 100, 101] {
            texts.push(unit.repeat(count));
            texts.push(format!("{}\"", unit.repeat(count)));
            texts.push(format!("\\{}", unit.repeat(count)));
        }
    }
    let mut accepted = 0;
    for text in &texts {
        let one = text.parse::<documented::Documented>().is_ok();
        let other = text.parse::<portable::Portable>().is_ok();
        assert_eq!(one, other, "{text:?}");
        assert_eq!(one, in_words(text), "{text:?}");
        accepted += usize::from(one);
    }
    assert!(
        accepted > 10_000 && accepted < texts.len(),
        "{accepted} of {}",
        texts.len()
    );
}

/// What the page means: 1 to 100 characters, none a backslash or a double quote.
fn in_words(text: &str) -> bool {
    (1..=100).contains(&text.chars().count()) && !text.contains(['\\', '"'])
}

/// Types of strings that match a pattern, and tests that compare them with another validator on all
/// texts of up to four of some characters.
macro_rules! tables {
    ($($name:ident: $schema:literal, $characters:literal;)*) => {
        mod tables {
            $(pub(crate) mod $name {
                tollgate::schema! { inline = $schema, name = Text, }
            })*
        }
        $(#[test]
        fn $name() {
            let schema = serde_json::from_str(tables::$name::Text::SCHEMA).unwrap();
            let oracle = jsonschema::validator_for(&schema).unwrap();
            let mut verdicts = [0, 0];
            for text in texts($characters) {
                let document = serde_json::Value::from(text);
                let expected = oracle.is_valid(&document);
                let document = document.to_string();
                let found = tables::$name::Text::is_valid_json(document.as_bytes());
                assert_eq!(found, expected, "{document}");
                verdicts[usize::from(expected)] += 1;
            }
            assert!(verdicts.iter().all(|&count| count > 0), "{verdicts:?}");
        })*
    };
}

tables! {
    prefix: r#"{"type": "string", "pattern": "^a-"}"#, "a-é\"";
    words: r#"{"type": "string", "pattern": "^[a-y]+(-[a-y]+)*$"}"#, "ayz-é";
    alternatives: r#"{"type": "string", "pattern": "^(ab|ba|a)$|é.$"}"#, "abé\n\u{2028}";
    anywhere: r#"{"type": "string", "pattern": "b[^a]"}"#, "ab\u{1f600}\n";
    spaces: r#"{"type": "string", "pattern": "\\s(?:a|$)"}"#, "a \u{a0}\u{feff}é";
    boundary: r#"{"type": "string", "pattern": "\\bab\\b"}"#, "ab 1-";
    looks: r#"{"type": "string", "pattern": "^(?!.*--)(?=.*a)[^ ]+(?<!-)$"}"#, "a-é ";
}

/// All texts of up to four out of `characters`.
fn texts(characters: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut longest = 0..1;
    for _ in 0..4 {
        for at in longest.clone() {
            let longer = |next| format!("{}{next}", texts[at]);
            let longer: Vec<String> = characters.chars().map(longer).collect();
            texts.extend(longer);
        }
        longest = longest.end..texts.len();
    }
    texts
}
