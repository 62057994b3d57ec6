//! What it costs to build the code of a schema, and what comes of it.

mod cost;
mod cpu;
mod peers;
mod rustc;
mod service;

use crate::{Build, Options, datasets::folder, note, print};
use cost::Cost;
use rustc::Time;
use serde_json::json;
use service::Service;
use std::fmt::Write;

/// Builds services and the datasets' code, and prints what that took. Briefly: only Tollgate's services,
/// and no datasets.
pub(crate) fn run(arguments: &Build, options: Options) -> Result<(), String> {
    let Build {
        selection,
        no_services,
    } = arguments;
    let mut services = service::services()?;
    if *no_services {
        services.clear();
    }
    if options.quick {
        services.retain(|service| ["nothing", "small", "file"].contains(&service.name));
    }
    let costs = services.into_iter().map(|service| {
        note(service.title);
        let cost = Cost::of(&service);
        (service, cost)
    });
    let costs: Vec<(Service, Result<Cost, String>)> = costs.collect();
    let times = if options.quick {
        Vec::new()
    } else {
        let folder = folder::find(selection.folder.as_deref())?;
        rustc::times(&folder::read(&folder, &selection.only)?)?
    };
    let text = if options.json {
        json(&costs, &times)
    } else {
        format!("{}{}", services_text(&costs), times_text(&times))
    };
    print(&text)
}

fn services_text(costs: &[(Service, Result<Cost, String>)]) -> String {
    if costs.is_empty() {
        return String::new();
    }
    let mut text = format!(
        "{:40}{:>8}{:>10}{:>10}{:>9}{:>9}{:>9}\n{:40}{:>8}{:>10}{:>10}{:>9}{:>9}{:>9}\n",
        "a service that reads req-pay",
        "crates",
        "clean",
        "touched",
        "binary",
        "start",
        "code",
        "",
        "linked",
        "CPU s",
        "CPU s",
        "kB",
        "ms",
        "lines"
    );
    for (service, cost) in costs {
        // Writing to a `String` cannot fail.
        let _ = match cost {
            Err(error) => writeln!(text, "{:40}FAILED: {error}", service.title),
            Ok(cost) => writeln!(
                text,
                "{:40}{:>8}{:>10.1}{:>10.1}{:>9}{:>9.2}{:>9}",
                service.title,
                cost.crates,
                cost.clean,
                cost.touched,
                cost.binary / 1_000,
                cost.start,
                service
                    .lines()
                    .map_or(String::new(), |lines| lines.to_string()),
            ),
        };
    }
    push_targets(&mut text, costs);
    text
}

fn push_targets(text: &mut String, costs: &[(Service, Result<Cost, String>)]) {
    let of = |name: &str| {
        let found = costs.iter().find(|(service, _)| service.name == name);
        found.and_then(|(_, cost)| cost.as_ref().ok())
    };
    let mut push = |what: &str, figure: f64, most: f64| {
        let verdict = if figure <= most { "reached" } else { "MISSED" };
        let _ = writeln!(text, "  -> {what}: {figure:.2}, at most {most}: {verdict}");
    };
    if let Some(file) = of("file") {
        push(
            "crates linked",
            f64::from(u32::try_from(file.crates).unwrap_or(u32::MAX)),
            15.0,
        );
    }
    if let Some((file, small)) = of("file").zip(of("small")) {
        push(
            "generated code in the binary, kB beyond a small schema",
            kilobytes(file, small),
            100.0,
        );
    }
    if let Some((file, nothing)) = of("file").zip(of("nothing")) {
        push(
            "the same with the run time, kB beyond no JSON",
            kilobytes(file, nothing),
            100.0,
        );
    }
    if let Some((file, hand)) = of("file").zip(of("hand")) {
        push(
            "generated file, clean, times hand-written",
            file.clean / hand.clean,
            1.5,
        );
    }
    if let Some((macro_, typify)) = of("macro").zip(of("typify")) {
        push(
            "tollgate::schema!, clean, times typify",
            macro_.clean / typify.clean,
            1.0,
        );
    }
}

fn kilobytes(with: &Cost, without: &Cost) -> f64 {
    let bytes = with.binary.saturating_sub(without.binary);
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1_000.0
}

fn times_text(times: &[Time]) -> String {
    if times.is_empty() {
        return String::new();
    }
    let mut text = format!(
        "\n{:16}{:>8}{:>8}{:>9}{:>9}{:>7}{:>9}{:>8}{:>7}\n{:16}{:>8}{:>8}{:>9}{:>9}{:>7}{:>9}{:>8}{:>7}\n",
        "rustc, CPU s",
        "ours",
        "ours",
        "macro",
        "macro",
        "",
        "ours",
        "typify",
        "",
        "",
        "lines",
        "all",
        "is_valid",
        "all",
        "times",
        "checked",
        "checked",
        "times"
    );
    for time in times {
        let shown = |time: &Result<f64, String>| match time {
            Ok(seconds) => format!("{seconds:.2}"),
            Err(_) => "FAILED".to_owned(),
        };
        let built = times_of(&time.ours, &time.all);
        let checked = times_of(&time.checked, &time.typify);
        let _ = writeln!(
            text,
            "{:16}{:>8}{:>8}{:>9}{:>9}{:>7.2}{:>9}{:>8}{:>7.2} at most 0.5: {}, at most 1: {}",
            time.name,
            time.lines,
            shown(&time.ours),
            shown(&time.verdict),
            shown(&time.all),
            built.unwrap_or(f64::NAN),
            shown(&time.checked),
            shown(&time.typify),
            checked.unwrap_or(f64::NAN),
            verdict(built, 0.5),
            verdict(checked, 1.0),
        );
        let all = [
            &time.ours,
            &time.verdict,
            &time.all,
            &time.checked,
            &time.typify,
        ];
        for error in all.into_iter().filter_map(|time| time.as_ref().err()) {
            let _ = writeln!(text, "    {error}");
        }
    }
    text
}

/// One time as a multiple of another, where both are known.
fn times_of(ours: &Result<f64, String>, theirs: &Result<f64, String>) -> Option<f64> {
    let both = ours.as_ref().ok().zip(theirs.as_ref().ok());
    both.map(|(ours, theirs)| ours / theirs)
}

fn verdict(figure: Option<f64>, most: f64) -> &'static str {
    match figure {
        None => "-",
        Some(figure) if figure <= most => "reached",
        Some(_) => "MISSED",
    }
}

fn json(costs: &[(Service, Result<Cost, String>)], times: &[Time]) -> String {
    let services = costs.iter().map(|(service, cost)| match cost {
        Err(error) => json!({ "service": service.name, "error": error }),
        Ok(cost) => json!({
            "service": service.name,
            "cratesLinked": cost.crates,
            "cleanSeconds": cost.clean,
            "touchedSeconds": cost.touched,
            "binaryBytes": cost.binary,
            "startMilliseconds": cost.start,
            "lines": service.lines(),
        }),
    });
    let times = times.iter().map(|time| {
        json!({
            "dataset": time.name,
            "lines": time.lines,
            "oursSeconds": time.ours,
            "macroIsValidSeconds": time.verdict,
            "macroSeconds": time.all,
            "checkedSeconds": time.checked,
            "typifyCheckedSeconds": time.typify,
        })
    });
    let services: Vec<_> = services.collect();
    let times: Vec<_> = times.collect();
    format!("{:#}\n", json!({ "services": services, "rustc": times }))
}
