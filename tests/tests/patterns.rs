//! The documented spelling of the patterns and the portable one accept the same strings.

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
