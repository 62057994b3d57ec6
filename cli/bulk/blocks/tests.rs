use super::stream::Stream;
use super::{BLOCK, Block, Blocks, LONGEST_LINE, Problem, Reading};
use crate::bulk::turns::Source as _;
use crate::input::Input;
use std::fs;
use std::io::{self, Read};
use std::path::PathBuf;
use tempfile::NamedTempFile;

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

fn stream<'f>(bytes: &[u8], sizes: &[usize]) -> Blocks<'f> {
    let stream = Stream::new(Box::new(Trickle {
        bytes: bytes.to_vec(),
        at: 0,
        sizes: sizes.to_vec(),
    }));
    Blocks {
        files: [].iter(),
        open: Some((Input::Stdin, Reading::Stream(stream))),
    }
}

/// The blocks of a file: the number of the first line, the text, and whether a line was too long.
fn blocks(bytes: &[u8], mut source: Blocks<'_>) -> Vec<(usize, String, bool)> {
    let (mut block, mut blocks) = (Block::default(), Vec::new());
    let (mut length, mut number) = (0, 1);
    while source.next(&mut block) {
        block.load();
        length += block.length;
        let text = String::from_utf8(block.text().to_vec()).expect("text");
        let is_too_long = matches!(block.problem, Some(Problem::TooLong));
        let lines = text.matches('\n').count() + usize::from(is_too_long);
        blocks.push((number, text, is_too_long));
        number += lines;
    }
    assert!(block.is_last);
    assert_eq!(length, bytes.len());
    blocks
}

fn scratch_file(bytes: &[u8]) -> NamedTempFile {
    let file = NamedTempFile::new().expect("a scratch file");
    fs::write(file.path(), bytes).expect("the scratch file can be written");
    file
}

/// Does something with the blocks of a stream that comes in pieces of different sizes, and of a file.
fn in_every_way(bytes: &[u8], check: impl Fn(Vec<(usize, String, bool)>)) {
    for sizes in [
        &[1, 2, 5_000][..],
        &[65_536, 3],
        &[BLOCK],
        &[BLOCK * 3],
        &[LONGEST_LINE * 9],
    ] {
        check(blocks(bytes, stream(bytes, sizes)));
    }
    let file = scratch_file(bytes);
    let files = [file.path().to_owned()];
    check(blocks(bytes, Blocks::new(&files)));
}

#[test]
fn blocks_are_whole_lines() {
    let lines: Vec<String> = (0..3_000)
        .map(|number| "x".repeat(number * 7_919 % 1_009))
        .collect();
    let long = "y".repeat(BLOCK);
    for end in ["", "\n"] {
        let text = lines.join("\n") + &format!("\n{long}\n{long}{long}\nz{end}");
        in_every_way(text.as_bytes(), |blocks| {
            let all: String = blocks.iter().map(|block| block.1.as_str()).collect();
            assert_eq!(all, text);
            let (_, whole) = blocks.split_last().expect("at least one");
            assert!(whole.iter().all(|block| block.1.ends_with('\n')));
            assert!(whole.len() > 3);
        });
    }
}

#[test]
fn a_line_that_is_too_long_is_passed_over() {
    let long = "x".repeat(LONGEST_LINE * 3);
    let within = "y".repeat(LONGEST_LINE - BLOCK);
    let text = format!("a\n{within}\n{long}\nb\nc\n{long}");
    in_every_way(text.as_bytes(), |blocks| {
        let too_long = blocks.iter().filter(|block| block.2);
        assert!(too_long.map(|block| block.0).eq([3, 6]));
        let kept: String = blocks.iter().map(|block| block.1.as_str()).collect();
        assert_eq!(kept, format!("a\n{within}\nb\nc\n"));
        let after = blocks.iter().find(|block| block.1.starts_with('b'));
        assert_eq!(after.map(|block| block.0), Some(4));
    });
}

#[test]
fn memory_for_a_long_line_is_given_back() {
    let text = format!("{}\n{}", "x".repeat(BLOCK * 3), "y\n".repeat(BLOCK));
    let file = scratch_file(text.as_bytes());
    let files = [file.path().to_owned()];
    for mut source in [stream(text.as_bytes(), &[BLOCK]), Blocks::new(&files)] {
        let mut block = Block::default();
        assert!(source.next(&mut block) && block.buffer.len() > BLOCK);
        while source.next(&mut block) {}
        assert_eq!(block.buffer.capacity(), BLOCK);
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_is_cut_short_cannot_be_read() {
    let file = scratch_file("1\n".repeat(BLOCK).as_bytes());
    let files = [file.path().to_owned()];
    let (mut source, mut block) = (Blocks::new(&files), Block::default());
    assert!(source.next(&mut block));
    fs::write(file.path(), "1\n").expect("the scratch file can be written");
    block.load();
    assert!(matches!(block.problem, Some(Problem::Unreadable(_))));
    assert_eq!(block.text(), b"");
    assert!(source.next(&mut block) && block.is_last);
    block.load();
    assert!(matches!(block.problem, Some(Problem::Unreadable(_))));
}

#[test]
fn files_follow_each_other_also_those_that_cannot_be_read() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let file = |name: &str, text: &str| -> PathBuf {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("the scratch folder can be written");
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
        block.load();
        let name = PathBuf::from(block.input.name());
        let name = name
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let text = String::from_utf8_lossy(block.text()).into_owned();
        assert_eq!(block.problem.is_some(), block.input.size().is_none());
        seen.push((name.unwrap_or_default(), text, block.is_last));
    }
    let expected = [
        ("a", "1\n2", true),
        ("none", "", true),
        ("empty", "", true),
        ("b", "3\n", true),
    ];
    let seen = seen
        .iter()
        .map(|(name, text, is_last)| (name.as_str(), text.as_str(), *is_last));
    assert!(seen.eq(expected));
}
