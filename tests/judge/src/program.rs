//! The program that a generated crate is.

use crate::answer::Question;
use crate::subject::Subject;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::process::ExitCode;

/// Answers the questions of a file, a line for a line, from a given line on:
/// `PROGRAM QUESTIONS FIRST`. Each answer is out before the next question is looked at, so when an
/// instance ends the process, it is known which.
pub fn run(subjects: &[Subject]) -> ExitCode {
    match answer_all(subjects) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // A failure to write the message leaves nothing to write the next one to.
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::from(2)
        }
    }
}

fn answer_all(subjects: &[Subject]) -> Result<(), Box<dyn Error>> {
    let subjects: BTreeMap<&str, &Subject> = subjects
        .iter()
        .map(|subject| (subject.name(), subject))
        .collect();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [questions, first] = arguments.as_slice() else {
        return Err("usage: QUESTIONS FIRST".into());
    };
    let mut stdout = io::stdout().lock();
    for line in BufReader::new(File::open(questions)?)
        .lines()
        .skip(first.parse()?)
    {
        let question: Question = serde_json::from_str(&line?)?;
        let name = question.subject.as_str();
        let subject = subjects.get(name).ok_or_else(|| format!("no {name}"))?;
        let answer = subject.judge(question.instance.as_bytes());
        serde_json::to_writer(&mut stdout, &answer)?;
        stdout.write_all(b"\n")?;
        stdout.flush()?;
    }
    Ok(())
}
