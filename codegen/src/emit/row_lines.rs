//! Rows of objects, each on a line of its own: the formatter does not know what is in macros.

/// The macros whose arguments are rows.
const MACROS: [&str; 3] = ["v1::record_type! {", "v1::record!(", "v1::judged!("];

/// Breaks the lines of formatted code anew where they are rows.
pub(super) fn on_lines(source: &str) -> String {
    let mut text = String::with_capacity(source.len());
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        push_line(&mut text, line);
        if !MACROS.iter().any(|name| line.ends_with(name)) {
            continue;
        }
        let indentation = &line[..line.len() - line.trim_start().len()];
        let is_end = |line: &str| {
            let rest = line.strip_prefix(indentation);
            rest.is_some_and(|rest| rest.starts_with(['}', ')']))
        };
        let mut rows = String::new();
        let mut end = "";
        for line in lines.by_ref() {
            if is_end(line) {
                end = line;
                break;
            }
            rows.push_str(line.trim());
            rows.push(' ');
        }
        for row in divided(&rows) {
            push_line(&mut text, &format!("{indentation}    {}", tidied(row)));
        }
        push_line(&mut text, end);
    }
    text
}

fn push_line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// A row without the blanks that stand between any two tokens in macros; strings stay as they are.
fn tidied(row: &str) -> String {
    const TIDY: [(&str, &str); 5] = [
        (":: < ", "::<"),
        (" >)", ">)"),
        ("& [", "&["),
        ("required[", "required ["),
        (" : ", ": "),
    ];
    let mut tidied = String::with_capacity(row.len());
    for (part, is_string) in parts(row) {
        if is_string {
            tidied.push_str(part);
            continue;
        }
        let plain = TIDY.iter();
        let plain = plain.fold(part.to_owned(), |text, (from, to)| text.replace(from, to));
        tidied.push_str(&plain);
    }
    tidied
}

/// The parts of a text that are strings, and those between them.
fn parts(text: &str) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    let (mut start, mut in_string, mut is_escaped) = (0, false, false);
    for (at, character) in text.char_indices() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' if in_string => is_escaped = true,
            '"' => {
                let end = at + usize::from(in_string);
                parts.push((&text[start..end], in_string));
                (start, in_string) = (end, !in_string);
            }
            _ => {}
        }
    }
    parts.push((&text[start..], in_string));
    parts
}

/// The rows, which end with semicolons; those in strings end none.
fn divided(rows: &str) -> Vec<&str> {
    let mut divided = Vec::new();
    let (mut start, mut at) = (0, 0);
    for (part, is_string) in parts(rows) {
        let ends = part.match_indices(';').filter(|_| !is_string);
        for (end, _) in ends {
            divided.push(rows[start..=at + end].trim());
            start = at + end + 1;
        }
        at += part.len();
    }
    let rest = rows[start..].trim();
    divided.extend((!rest.is_empty()).then_some(rest));
    divided
}

#[cfg(test)]
mod tests {
    use super::on_lines;

    #[test]
    fn each_row_has_a_line() {
        let formatted = "mod m {\n    v1::record_type! {\n        draft super::A, required[(None, & [0])]; 0 optional\n        \"a; : \\\"b\" a_b : method(number_as:: < f64 >); others\n        other : method(any), via Edge::NONE\n    }\n    x;\n}\n";
        let expected = "mod m {\n    v1::record_type! {\n        draft super::A, required [(None, &[0])];\n        0 optional \"a; : \\\"b\" a_b: method(number_as::<f64>);\n        others other: method(any), via Edge::NONE\n    }\n    x;\n}\n";
        assert_eq!(on_lines(formatted), expected);
    }

    #[test]
    fn what_is_no_row_stays() {
        let formatted =
            "fn f() {\n    v1::judged!(r, required[]; ignored)?;\n    g(\n        1,\n    );\n}\n";
        assert_eq!(on_lines(formatted), formatted);
    }
}
