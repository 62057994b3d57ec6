//! The README is true: its commands print what it shows, its program is the one in `examples/`.

use std::process::Command;

const README: &str = include_str!("../../README.md");

/// The fenced blocks of a language.
fn blocks(language: &str) -> Vec<String> {
    let opening = format!("```{language}\n");
    let blocks = README.split(&opening).skip(1);
    blocks
        .filter_map(|block| Some(block.split_once("\n```")?.0.to_owned()))
        .collect()
}

#[test]
fn the_commands_print_what_the_readme_shows() {
    let mut run = 0;
    for block in blocks("console") {
        let Some((command, shown)) = block.split_once('\n') else {
            continue;
        };
        let Some(arguments) = command.strip_prefix("$ cargo run --release -- ") else {
            continue;
        };
        let output = Command::new(env!("CARGO_BIN_EXE_tollgate"))
            .args(arguments.split(' '))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        assert_eq!(printed.trim_end(), shown.trim_end(), "{command}");
        let mistakes = shown.lines().any(|line| line.starts_with("error"));
        assert_eq!(output.status.code(), Some(i32::from(mistakes)), "{command}");
        run += 1;
    }
    assert_eq!(run, 3, "the README has three commands with their output");
}

#[test]
fn the_program_is_the_example() {
    let example = include_str!("../../examples/service.rs");
    let program = blocks("rust")
        .into_iter()
        .find(|block| block.contains("fn handle"))
        .unwrap();
    assert!(
        example.contains(&program),
        "examples/service.rs is not the README's program"
    );
}
