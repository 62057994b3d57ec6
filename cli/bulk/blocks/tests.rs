use super::{BLOCK, Block, Blocks, Event, LONGEST_LINE, Lines};
use crate::bulk::turns::Source as _;
use crate::input::Input;
use std::io::{self, Read};
use std::path::PathBuf;

/// A stream that hands out its bytes in pieces of these sizes, again and again.
struct Trickle {
    bytes: Vec<u8>,
    at: usize,
    sizes: Vec<usize>,
}

impl Read for Trickle {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.sizes.rotate_left(1);
        let left = self.bytes.len() - self.at;
        let count = self.sizes[0].min(buffer.len()).min(left);
        buffer[..count].copy_from_slice(&self.bytes[self.at..self.at + count]);
        self.at += count;
        Ok(count)
    }
}

/// The blocks of a stream: the number of the first line, the text, and whether a line was too long.
fn blocks(bytes: &[u8], sizes: &[usize]) -> Vec<(usize, String, bool)> {
    let stream = Trickle {
        bytes: bytes.to_vec(),
        at: 0,
        sizes: sizes.to_vec(),
    };
    let lines = Lines {
        stream: Some(Box::new(stream)),
        ..Lines::new(Input::Stdin)
    };
    let mut source = Blocks {
        files: [].iter(),
        open: Some(lines),
    };
    let (mut block, mut blocks, mut length) = (Block::default(), Vec::new(), 0);
    while source.next(&mut block) {
        length += block.length;
        let text = String::from_utf8(block.text().to_vec()).expect("text");
        let is_too_long = matches!(block.event, Some(Event::TooLong));
        blocks.push((block.first_line, text, is_too_long));
    }
    assert!(matches!(block.event, Some(Event::End)));
    assert_eq!(length, bytes.len());
    blocks
}

#[test]
fn blocks_are_whole_lines_and_know_their_numbers() {
    let lines: Vec<String> = (0..3_000)
        .map(|number| "x".repeat(number * 7_919 % 1_009))
        .collect();
    for end in ["", "\n"] {
        let text = lines.join("\n") + end;
        for sizes in [&[1, 2, 5_000][..], &[BLOCK], &[BLOCK * 3], &[65_536, 1]] {
            let blocks = blocks(text.as_bytes(), sizes);
            let all: String = blocks.iter().map(|block| block.1.as_str()).collect();
            assert_eq!(all, text);
            let mut number = 1;
            for (first, text, _) in &blocks {
                assert_eq!(*first, number);
                number += text.matches('\n').count();
            }
            let (_, whole) = blocks.split_last().expect("at least one");
            assert!(whole.iter().all(|block| block.1.ends_with('\n')));
        }
    }
}

#[test]
fn a_line_that_is_too_long_is_passed_over() {
    let (long, limit) = ("x".repeat(LONGEST_LINE * 3), "y".repeat(LONGEST_LINE));
    let text = format!("a\n{limit}\n{long}\nb\nc\n{long}");
    for sizes in [&[65_536, 3][..], &[BLOCK], &[LONGEST_LINE * 9]] {
        let blocks = blocks(text.as_bytes(), sizes);
        let too_long = blocks.iter().filter(|block| block.2);
        assert!(too_long.map(|block| block.0).eq([3, 6]));
        let kept: String = blocks.iter().map(|block| block.1.as_str()).collect();
        assert_eq!(kept, format!("a\n{limit}\nb\nc\n"));
        let after = blocks.iter().find(|block| block.1.starts_with('b'));
        assert_eq!(after.map(|block| block.0), Some(4));
    }
}

#[test]
fn memory_for_a_long_line_is_given_back() {
    let text = format!("{}\n{}", "x".repeat(BLOCK * 3), "y\n".repeat(BLOCK));
    let stream = Trickle {
        bytes: text.into_bytes(),
        at: 0,
        sizes: vec![BLOCK],
    };
    let mut lines = Lines::new(Input::Stdin);
    lines.stream = Some(Box::new(stream));
    let mut source = Blocks {
        files: [].iter(),
        open: Some(lines),
    };
    let mut block = Block::default();
    assert!(source.next(&mut block) && block.buffer.len() > BLOCK);
    while source.next(&mut block) {}
    assert_eq!(block.buffer.capacity(), BLOCK);
}

#[test]
fn files_follow_each_other_also_those_that_cannot_be_read() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let file = |name: &str, text: &str| -> PathBuf {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("the scratch folder can be written");
        path
    };
    let files = [
        file("a", "1\n2"),
        folder.path().join("none"),
        file("empty", ""),
        file("b", "3\n"),
    ];
    let (mut source, mut block) = (Blocks::new(&files), Block::default());
    let mut seen = Vec::new();
    while source.next(&mut block) {
        let name = PathBuf::from(block.input.name());
        let name = name
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let event = match &block.event {
            None => "goes on",
            Some(Event::End) => "ends",
            Some(Event::Unreadable(_)) => "unreadable",
            Some(Event::TooLong) => "too long",
        };
        let text = String::from_utf8_lossy(block.text()).into_owned();
        seen.push((name.unwrap_or_default(), block.first_line, text, event));
    }
    let expected = [
        ("a", 1, "1\n", "goes on"),
        ("a", 2, "2", "ends"),
        ("none", 1, "", "unreadable"),
        ("empty", 1, "", "ends"),
        ("b", 1, "3\n", "goes on"),
        ("b", 2, "", "ends"),
    ];
    let seen = seen
        .iter()
        .map(|(name, line, text, event)| (name.as_str(), *line, text.as_str(), *event));
    assert!(seen.eq(expected));
}
