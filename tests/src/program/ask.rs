//! Running a program: an instance that ends the process, or never ends, costs its own answer and no
//! other.

use crate::scratch::Scratch;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;
use tollgate_judge::{Answer, Question};

/// How long one answer may take. The longest honest one takes a small part of it.
const PATIENCE: Duration = Duration::from_mins(1);

/// A program of generated types.
#[derive(Debug)]
pub struct Program {
    path: PathBuf,
    scratch: Scratch,
}

impl Program {
    pub(super) fn new(path: PathBuf, scratch: Scratch) -> Self {
        Self { path, scratch }
    }

    /// Asks all questions. The answer to one that ends the process is how it ends.
    ///
    /// # Panics
    /// When the program cannot be run.
    pub fn ask(&self, questions: &[Question]) -> Vec<Result<Answer, String>> {
        let line = |question| serde_json::to_string(question).expect("strings are JSON") + "\n";
        let lines: String = questions.iter().map(line).collect();
        self.scratch.write("questions.jsonl", &lines);
        let mut answers = Vec::new();
        while answers.len() < questions.len() {
            let end = self.run(&mut answers);
            if answers.len() < questions.len() {
                answers.push(Err(end));
            }
        }
        answers
    }

    /// Runs the program from the first question without answer on; returns how the process ended.
    fn run(&self, answers: &mut Vec<Result<Answer, String>>) -> String {
        let mut process = Command::new(&self.path)
            .arg(self.scratch.folder().join("questions.jsonl"))
            .arg(answers.len().to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let lines = lines(&mut process);
        let patience_ended = loop {
            match lines.recv_timeout(PATIENCE) {
                Ok(line) => {
                    let answer = serde_json::from_str(&line);
                    answers.push(answer.map_err(|error| error.to_string()));
                }
                Err(error) => break error == RecvTimeoutError::Timeout,
            }
        };
        if patience_ended {
            let _ = process.kill(); // it may have ended by itself just now
        }
        let output = process.wait_with_output().expect("the program ends");
        if patience_ended {
            return format!("no answer in {} seconds", PATIENCE.as_secs());
        }
        let stderr = String::from_utf8_lossy(&output.stderr);
        format!(
            "the process ended with {}: {}",
            output.status,
            stderr.trim()
        )
    }
}

/// The lines of a process's output as they come.
fn lines(process: &mut Child) -> Receiver<String> {
    let (sender, receiver) = channel();
    if let Some(stdout) = process.stdout.take() {
        std::thread::spawn(move || {
            let lines = BufReader::new(stdout).lines().map_while(Result::ok);
            // After the last patience nobody listens any more.
            lines
                .map_while(|line| sender.send(line).ok())
                .for_each(drop);
        });
    }
    receiver
}
