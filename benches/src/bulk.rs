//! `tollgate check --lines` on a large file in the page cache, beside judging the same lines in memory:
//! what is lost to reading, cutting and ordering.

use crate::req_pay::payment;
use crate::section::{Bound, Section, Target};
use req_pay::ReqPayRequest;
use std::env;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;
use tollgate_measure::{Effort, Figures, Samples, Work, count, take_turns};

const JUDGED: &str = "judged";
const ONE: &str = "one-thread";
const TWO: &str = "two-threads";
const PIPE: &str = "pipe";

/// So many lines are judged in memory, as many as stay in a core's cache with what else is there.
const IN_MEMORY: usize = 200;

/// Measures on a file of so many bytes.
pub(crate) fn run(bytes: usize, effort: Effort) -> Result<Vec<Section>, String> {
    let tollgate = built()?;
    let lines = Lines::write(&tollgate, bytes).map_err(|error| error.to_string())?;
    let check = |jobs: &'static str| -> Work<'_> { Box::new(|| wait(lines.check(jobs))) };
    let ways: [(&str, &str, usize, Work<'_>); 4] = [
        (
            JUDGED,
            "is_valid_json on lines in memory, one thread",
            lines.memory.len(),
            Box::new(|| lines.judge()),
        ),
        (ONE, "check --lines --jobs 1 FILE", lines.bytes, check("1")),
        (TWO, "check --lines --jobs 2 FILE", lines.bytes, check("2")),
        (
            PIPE,
            "cat FILE | check --lines --jobs 2 -",
            lines.bytes,
            Box::new(|| wait(lines.check_pipe())),
        ),
    ];
    let (names, works): (Vec<_>, Vec<_>) = ways
        .into_iter()
        .map(|(id, title, bytes, work)| ((id, title, bytes), work))
        .unzip();
    let samples = names.iter().zip(take_turns(&works, effort));
    let engines =
        samples.map(|((id, title, bytes), times)| Samples::new(id, title, *bytes, &times));
    let figures = Figures::of(engines.collect());
    let targets = targets(&figures, lines.peak_memory());
    Ok(vec![Section {
        title: format!("bulk: {} lines of req-pay in the page cache", lines.count),
        baseline: Some(JUDGED),
        targets,
        figures,
    }])
}

fn targets(figures: &Figures, peak: Option<usize>) -> Vec<Target> {
    let speed = figures.time(TWO).map(|time| Target {
        what: "check --lines on two cores, GB/s".to_owned(),
        bound: Bound::Least(2.5),
        reached: 1.0 / time,
    });
    let share = figures.times(ONE, &[JUDGED]).map(|share| Target {
        what: "part of the time of one thread that is judging".to_owned(),
        bound: Bound::Least(0.7),
        reached: share,
    });
    let memory = peak.map(|peak| Target {
        what: "memory of check --lines, MB".to_owned(),
        bound: Bound::Most(64.0),
        reached: count(peak) / 1e6,
    });
    [speed, share, memory].into_iter().flatten().collect()
}

/// The binary, built from this workspace.
fn built() -> Result<PathBuf, String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["build", "--release", "--quiet", "--package", "tollgate-cli"])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .status()
        .map_err(|error| format!("cargo cannot be run: {error}"))?;
    let own = env::current_exe().map_err(|error| error.to_string())?;
    let binary = own.with_file_name(format!("tollgate{}", env::consts::EXE_SUFFIX));
    if !status.success() || !binary.exists() {
        return Err(format!("{} cannot be built", binary.display()));
    }
    Ok(binary)
}

/// A file of payments, one on each line, which is gone when this is dropped.
struct Lines<'b> {
    tollgate: &'b Path,
    path: PathBuf,
    bytes: usize,
    count: usize,
    /// Some of the same lines.
    memory: Vec<u8>,
}

impl<'b> Lines<'b> {
    fn write(tollgate: &'b Path, bytes: usize) -> std::io::Result<Self> {
        let memory = (payment(1) + "\n").repeat(IN_MEMORY).into_bytes();
        let times = bytes.div_ceil(memory.len());
        let path = tollgate.with_file_name("payments.ndjson");
        let mut file = BufWriter::new(File::create(&path)?);
        for _ in 0..times {
            file.write_all(&memory)?;
        }
        file.flush()?;
        Ok(Self {
            tollgate,
            path,
            bytes: memory.len() * times,
            count: IN_MEMORY * times,
            memory,
        })
    }

    fn judge(&self) {
        for line in self.memory.split_inclusive(|&byte| byte == b'\n') {
            assert!(ReqPayRequest::is_valid_json(line));
        }
    }

    fn command(&self, jobs: &str) -> Command {
        let mut command = Command::new(self.tollgate);
        command.args(["check", "--schema", "req-pay", "--lines", "--jobs", jobs]);
        command.stdout(Stdio::null());
        command
    }

    fn check(&self, jobs: &str) -> Child {
        let child = self.command(jobs).arg(&self.path).spawn();
        child.expect("the binary runs")
    }

    fn check_pipe(&self) -> Child {
        let mut cat = Command::new("cat");
        let cat = cat.arg(&self.path).stdout(Stdio::piped()).spawn();
        let mut cat = cat.expect("there is cat");
        let bytes = cat.stdout.take().expect("a pipe");
        let child = self.command("2").arg("-").stdin(bytes).spawn();
        let child = child.expect("the binary runs");
        wait(cat);
        child
    }

    /// The most memory that a check holds, looked at again and again; `None` where the system does
    /// not tell.
    fn peak_memory(&self) -> Option<usize> {
        let mut child = self.check("2");
        let status = format!("/proc/{}/status", child.id());
        let mut peak = None;
        while child.try_wait().is_ok_and(|code| code.is_none()) {
            let status = fs::read_to_string(&status).unwrap_or_default();
            let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB"));
            let now: Option<usize> = kilobytes.and_then(|number| number.parse().ok());
            peak = peak.max(now.map(|kilobytes| kilobytes << 10));
            thread::sleep(Duration::from_millis(2));
        }
        peak
    }
}

impl Drop for Lines<'_> {
    fn drop(&mut self) {
        // What cannot be removed is overwritten by the next run.
        let _ = fs::remove_file(&self.path);
    }
}

fn wait(mut child: Child) {
    let status = child.wait().expect("it ends");
    assert!(status.success(), "everything is valid");
}
