//! What a service costs: to build, to link, to start.

use super::cpu::{measured, printed};
use super::service::Service;
use crate::req_pay::payment;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;
use tollgate_measure::median;
use tollgate_scratch::{Scratch, target};

/// What a service costs.
pub(super) struct Cost {
    /// Crates linked, its own left out.
    pub(super) crates: usize,
    /// CPU seconds of `cargo build` from clean, and once more after the message has changed.
    pub(super) clean: f64,
    pub(super) touched: f64,
    /// Bytes of the stripped release binary.
    pub(super) binary: u64,
    /// Milliseconds from the start of the process to its end, after one verdict.
    pub(super) start: f64,
}

/// Where the services are built, so that `clean` is about nothing else.
const FOLDER: &str = "service-target";

impl Cost {
    /// Builds and runs the service.
    pub(super) fn of(service: &Service) -> Result<Self, String> {
        let scratch = service.write();
        let cargo = |arguments: &[&str]| printed(&scratch.cargo_into(FOLDER, arguments));
        cargo(&["fetch"])?;
        let crates = crates(&cargo(&TREE)?);
        let folder = target().join(FOLDER);
        let removed = if folder.exists() {
            fs::remove_dir_all(&folder)
        } else {
            Ok(())
        };
        removed.map_err(|error| error.to_string())?;
        let (built, clean) = measured(|| cargo(&["build", "--quiet"]))?;
        built?;
        let (built, touched) = measured(|| {
            touch(&scratch, service);
            cargo(&["build", "--quiet"])
        })?;
        built?;
        cargo(&[
            "build",
            "--release",
            "--quiet",
            "--config",
            "profile.release.strip=true",
        ])?;
        let program = folder
            .join("release")
            .join(format!("service-{}", service.name));
        let binary = fs::metadata(&program).map_err(|error| error.to_string())?;
        Ok(Self {
            crates,
            clean,
            touched,
            binary: binary.len(),
            start: start(&program, &scratch)?,
        })
    }
}

/// Everything that is linked, one a line.
const TREE: [&str; 6] = [
    "tree",
    "-e",
    "normal,no-proc-macro",
    "--prefix",
    "none",
    "--no-dedupe",
];

/// The crates of a tree, without the first, whose tree it is.
fn crates(tree: &str) -> usize {
    let lines: BTreeSet<&str> = tree
        .lines()
        .map(|line| line.trim_end_matches(" (*)"))
        .collect();
    lines.len().saturating_sub(1)
}

fn touch(scratch: &Scratch, service: &Service) {
    let (path, text) = &service.source;
    scratch.write(path, &format!("{text}\n"));
}

/// So often is the program run.
const RUNS: usize = 101;

fn start(program: &Path, scratch: &Scratch) -> Result<f64, String> {
    scratch.write("payment.json", &payment(1));
    let document = scratch.folder().join("payment.json");
    let run = || {
        let started = Instant::now();
        let output = Command::new(program).arg(&document).output();
        let elapsed = started.elapsed().as_secs_f64() * 1e3;
        let output = output.map_err(|error| error.to_string())?;
        if output.stdout == b"true\n" {
            Ok(elapsed)
        } else {
            Err(format!("{} does not accept a payment", program.display()))
        }
    };
    let runs: Result<Vec<f64>, String> = (0..RUNS).map(|_| run()).collect();
    runs.map(median)
}
