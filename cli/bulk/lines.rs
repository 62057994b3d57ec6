//! Files that have a document on each line.

use super::blocks::{BLOCK, Block, Blocks, LONGEST_LINE, Problem};
use super::numbers::{Numbering, Numbers};
use super::progress::Progress;
use super::turns::{self, Turn};
use crate::args::Check;
use crate::input::Input;
use crate::judge::{Judge, Obstacle, Verdict};
use crate::report::explain;
use crate::report::lines::{Lines, Part};
use crate::report::{Checked, Output, Printer};
use memchr::{memchr, memchr_iter};
use std::mem;
use std::process::ExitCode;

/// So much text of a block waits for its turn.
const MOST_TEXT: usize = 256 << 10;

pub(crate) fn check(args: &Check, judge: &Judge, schema: Option<String>) -> ExitCode {
    let sizes = args.files.iter().map(|file| Input::new(file).size());
    let size: Option<u64> = sizes.sum();
    let output = Output::new(args.format, schema, Progress::of_bytes(size));
    let printer = output.printer();
    let blocks = size.map_or(u64::MAX, |size| size / BLOCK as u64 + 1);
    let blocks = usize::try_from(blocks).unwrap_or(usize::MAX);
    let numbers = Numbers::default();
    let work = |block: &mut Block<'_>, turn: &Turn<'_, Lines>| {
        block.load();
        let job = Job {
            judge,
            printer: &printer,
            input: block.input,
            text: block.text(),
            turn,
            part: Part::default(),
            numbering: numbers.of_block(turn.number(), block.is_last),
        };
        let mut part = job.look_at(block.problem.as_ref());
        part.length = block.length;
        if block.is_last {
            part.is_last = true;
            part.name = block.input.name();
        }
        part
    };
    let threads = super::threads(args.jobs, blocks);
    let source = Blocks::new(&args.files);
    turns::run(threads, source, Lines::new(output), work).close()
}

/// The work on one block.
struct Job<'j, 't> {
    judge: &'j Judge,
    printer: &'j Printer,
    input: Input<'j>,
    text: &'j [u8],
    turn: &'j Turn<'t, Lines>,
    part: Part,
    numbering: Numbering<'j>,
}

impl Job<'_, '_> {
    fn look_at(mut self, problem: Option<&Problem>) -> Part {
        let mut index = 0;
        let mut rest = self.text;
        while !rest.is_empty() {
            let (line, after) = split_line(rest);
            if !is_blank(line) {
                if self.judge.passes(line) {
                    self.part.tally.checked += 1;
                } else {
                    self.judge_closely(index, line);
                }
            }
            index += 1;
            rest = after;
        }
        match problem {
            None => {}
            Some(Problem::Unreadable(error)) => {
                let obstacle = Obstacle::unreadable(&self.input.name(), error);
                self.say(None, b"", Verdict::Unusable(obstacle));
            }
            Some(Problem::TooLong) => {
                self.refuse_long();
                index += 1;
            }
        }
        self.numbering.finish(index);
        self.part
    }

    #[cold]
    fn judge_closely(&mut self, index: usize, line: &[u8]) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let text = self.text;
        let before = self.numbering.before(|| memchr_iter(b'\n', text).count());
        let number = before + index + 1;
        let place = format!("{}:{number}", self.input.name());
        let verdict = match self.judge.judge(&place, self.input.folder(), line) {
            Verdict::Invalid(report) => Verdict::Invalid(report.at_line(number)),
            verdict => verdict,
        };
        self.say(Some(number), line, verdict);
    }

    /// Of a line that is too long nothing is in the block.
    #[cold]
    fn refuse_long(&mut self) {
        let number = self.numbering.before(|| 1) + 1;
        let summary = format!("it is longer than {} MiB", LONGEST_LINE >> 20);
        let place = format!("{}:{number}", self.input.name());
        let help = "check a large document as a file of its own, without `--lines`";
        let obstacle = Obstacle {
            keyword: "limit",
            message: explain::not_checked(&place, &summary, help),
            summary,
        };
        self.say(Some(number), b"", Verdict::Unusable(obstacle));
    }

    /// Adds what is said of a line, or of the file.
    fn say(&mut self, line: Option<usize>, source: &[u8], verdict: Verdict) {
        self.part.tally.add(&verdict);
        if matches!(verdict, Verdict::Valid) {
            return;
        }
        self.part.name = self.input.name();
        let checked = Checked {
            name: &self.part.name,
            line,
            source,
            verdict: &verdict,
        };
        self.part.text = self.printer.line(&checked, mem::take(&mut self.part.text));
        self.part.messages.extend(verdict.into_message());
        if self.part.weight() > MOST_TEXT {
            self.turn.hand_over(mem::take(&mut self.part));
        }
    }
}

/// The first line without its line break, and what comes after it.
fn split_line(text: &[u8]) -> (&[u8], &[u8]) {
    match memchr(b'\n', text) {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, b""),
    }
}

/// Whether there is nothing but white space of JSON. Of other lines the first byte tells mostly.
fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\r'))
}
