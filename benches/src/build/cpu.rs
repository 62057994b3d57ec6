//! CPU time of child processes, and of theirs, as Linux counts it.

use std::fs;
use std::process::Output;

/// Runs something that waits for child processes: what it returns, and the CPU time that they took, in
/// seconds.
pub(super) fn measured<T>(run: impl FnOnce() -> T) -> Result<(T, f64), String> {
    let before = of_children()?;
    let result = run();
    Ok((result, of_children()? - before))
}

/// What a successful command printed, else its words.
pub(super) fn printed(output: &Output) -> Result<String, String> {
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let words = String::from_utf8_lossy(&output.stderr);
        let (errors, others): (Vec<&str>, Vec<&str>) = words
            .lines()
            .filter(|line| !line.is_empty())
            .partition(|line| line.contains("error"));
        // Who is ended from outside says nothing of errors, and perhaps nothing at all.
        let lines = if errors.is_empty() { others } else { errors };
        let status = output.status;
        Err(format!(
            "{status}; {}",
            lines[..lines.len().min(3)].join("; ")
        ))
    }
}

/// The kernel counts in hundredths of a second wherever Rust's programs run.
const TICKS: f64 = 100.0;

fn of_children() -> Result<f64, String> {
    let stat = fs::read_to_string("/proc/self/stat");
    let stat = stat.map_err(|error| format!("CPU time is only known on Linux: {error}"))?;
    // The name of the program stands in brackets and may hold anything. After it, cutime and cstime
    // are the fields 16 and 17 of all, 14 and 15 from there.
    let fields = stat.rsplit(')').next().unwrap_or_default();
    let ticks = fields.split_whitespace().skip(13).take(2);
    let ticks: f64 = ticks.filter_map(|field| field.parse::<f64>().ok()).sum();
    Ok(ticks / TICKS)
}
