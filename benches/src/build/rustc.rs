//! What the Rust compiler takes for the code of real schemas: ours with types, readers and reports, and
//! that of the peers.

use super::cpu::{measured, printed};
use super::peers;
use crate::datasets::crates;
use crate::datasets::folder::Dataset;
use tollgate_scratch::Scratch;

/// CPU seconds for one schema, beyond those for a crate with nothing in it. What is not only checked is
/// built as a release.
pub(super) struct Time {
    pub(super) name: String,
    /// Lines of generated code.
    pub(super) lines: usize,
    pub(super) ours: Seconds,
    /// The macro's `is_valid` alone, and what it makes where nobody asks for less.
    pub(super) verdict: Seconds,
    pub(super) all: Seconds,
    /// The same code of ours, and what typify makes of the schema, checked only.
    pub(super) checked: Seconds,
    pub(super) typify: Seconds,
}

type Seconds = Result<f64, String>;

/// Takes the times for all schemas.
pub(super) fn times(datasets: &[Dataset]) -> Result<Vec<Time>, String> {
    let scratch = Scratch::empty("benchmark-rustc");
    let mut members = vec![EMPTY.to_owned(), peers::TYPIFY.to_owned()];
    scratch.write("empty/Cargo.toml", &peers::manifest(EMPTY, &[]));
    scratch.write("empty/src/lib.rs", NOTHING);
    peers::write_typify(&scratch);
    for dataset in datasets {
        crates::write(&scratch, dataset)?;
        let program = crates::program(dataset);
        scratch.write(&format!("{program}/ours/src/lib.rs"), OURS);
        peers::write(&scratch, &program, dataset);
        members.extend(PARTS.map(|(part, _)| format!("{program}/{part}")));
    }
    // Else nothing but the file that was written anew would be compiled anew.
    let profile = "[profile.dev]\nincremental = false\n\n[profile.release]\nincremental = false\n";
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n{profile}");
    scratch.write("Cargo.toml", &manifest);
    let empty = Crate {
        scratch: &scratch,
        package: EMPTY.to_owned(),
        path: "empty/src/lib.rs".to_owned(),
        source: NOTHING,
    };
    let base = (empty.time(&BUILD)?, empty.time(&CHECK)?);
    datasets
        .iter()
        .map(|dataset| time(&scratch, dataset, &base))
        .collect()
}

const EMPTY: &str = "empty";
const NOTHING: &str = "//! Nothing.\n";

/// The crates of a dataset, each with its library.
const PARTS: [(&str, &str); 4] = [
    ("ours", OURS),
    ("macro", crates::MACRO),
    ("macro-all", peers::MACRO_ALL),
    ("typify", peers::TYPIFIED),
];

fn time(scratch: &Scratch, dataset: &Dataset, base: &(Seconds, Seconds)) -> Result<Time, String> {
    crate::note(&dataset.name);
    let program = crates::program(dataset);
    let code = crates::generate(&dataset.name, &dataset.schema)?;
    let [ours, verdict, all, typify] = PARTS.map(|(part, source)| Crate {
        scratch,
        package: format!("{program}-{part}"),
        path: format!("{program}/{part}/src/lib.rs"),
        source,
    });
    let typified = peers::typify(scratch, &program, dataset);
    Ok(Time {
        name: dataset.name.clone(),
        lines: code.lines().count(),
        ours: beyond(ours.time(&BUILD)?, &base.0),
        verdict: beyond(verdict.time(&BUILD)?, &base.0),
        all: beyond(all.time(&BUILD)?, &base.0),
        checked: beyond(ours.time(&CHECK)?, &base.1),
        typify: match typified {
            Ok(()) => beyond(typify.time(&CHECK)?, &base.1),
            Err(error) => Err(error),
        },
    })
}

/// What is left of the time without that for a crate with nothing in it; the clock ticks in
/// hundredths.
fn beyond(time: Seconds, base: &Seconds) -> Seconds {
    let base = base.as_ref().map_err(String::clone)?;
    time.map(|time| (time - base).max(0.01))
}

struct Crate<'s> {
    scratch: &'s Scratch,
    package: String,
    path: String,
    source: &'static str,
}

impl Crate<'_> {
    /// Builds what the crate needs, and then the crate on the clock: once where it takes long, else the
    /// least of a few times.
    fn time(&self, command: &[&str]) -> Result<Seconds, String> {
        if let Err(error) = printed(&self.cargo(command)) {
            return Ok(Err(error));
        }
        let mut least = f64::INFINITY;
        for turn in 1..=TURNS {
            let lines = "\n".repeat(turn);
            let source = format!("{}{lines}", self.source);
            self.scratch.write(&self.path, &source);
            let (built, seconds) = measured(|| self.cargo(command))?;
            if let Err(error) = printed(&built) {
                return Ok(Err(error));
            }
            least = least.min(seconds);
            if seconds > LONG {
                break;
            }
        }
        self.scratch.write(&self.path, self.source);
        Ok(Ok(least))
    }

    fn cargo(&self, command: &[&str]) -> std::process::Output {
        let package = ["--quiet", "-p", &self.package];
        let arguments = [command, &package].concat();
        self.scratch.cargo_into("rustc-target", &arguments)
    }
}

const BUILD: [&str; 2] = ["build", "--release"];
const CHECK: [&str; 1] = ["check"];

const TURNS: usize = 3;
const LONG: f64 = 12.0;

/// All that a user can ask for is made here, so that nothing is left to who links it.
const OURS: &str = "//! What Tollgate generates.

#[allow(missing_docs)]
pub mod generated;

use tollgate_core::{Report, Schema};

pub fn is_valid_json(json: &[u8]) -> bool {
    <generated::Root as Schema<'_>>::is_valid_json(json)
}

pub fn validate_json(json: &[u8]) -> Result<(), Report> {
    <generated::Root as Schema<'_>>::validate_json(json)
}

pub fn from_json(json: &[u8]) -> Result<generated::Root, Report> {
    <generated::Root as Schema<'_>>::from_json(json)
}

pub fn to_json(value: &generated::Root) -> Vec<u8> {
    <generated::Root as Schema<'_>>::to_json(value)
}
";
