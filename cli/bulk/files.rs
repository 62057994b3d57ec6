//! Files that are one document each.

use super::progress::Progress;
use super::turns::{self, Source, Turn};
use crate::args::Check;
use crate::input::Input;
use crate::judge::{Judge, Obstacle, Verdict};
use crate::report::files::{Files, Part};
use crate::report::{Checked, Output, Printer, Tally};
use std::path::PathBuf;
use std::process::ExitCode;
use std::slice;

/// The next file is the next piece.
struct Next<'f>(slice::Iter<'f, PathBuf>);

impl<'f> Source for Next<'f> {
    type Piece = Input<'f>;

    fn next(&mut self, piece: &mut Input<'f>) -> bool {
        self.0
            .next()
            .map(|file| *piece = Input::new(file))
            .is_some()
    }
}

pub(crate) fn check(args: &Check, judge: &Judge, schema: Option<String>) -> ExitCode {
    let progress = Progress::of_files(args.files.len());
    let output = Output::new(args.format, schema, progress);
    let printer = output.printer();
    let threads = super::threads(args.jobs, args.files.len());
    let files = Next(args.files.iter());
    let work = |input: &mut Input<'_>, _: &Turn<'_, Files>| look_at(*input, judge, &printer);
    turns::run(threads, files, Files::new(output), work).close()
}

fn look_at(input: Input<'_>, judge: &Judge, printer: &Printer) -> Part {
    let name = input.name();
    let (source, verdict) = match input.read() {
        Ok(source) => {
            let verdict = judge.judge(&name, input.folder(), &source);
            (source, verdict)
        }
        Err(error) => {
            let obstacle = Obstacle::unreadable(&name, &error);
            (Vec::new(), Verdict::Unusable(obstacle))
        }
    };
    let mut tally = Tally::default();
    tally.add(&verdict);
    let text = printer.file(&Checked {
        name: &name,
        line: None,
        source: &source,
        verdict: &verdict,
    });
    let message = verdict.into_message();
    Part {
        text,
        message,
        tally,
    }
}
