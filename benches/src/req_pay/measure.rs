//! Time per document: the median over many short rounds, in each of which every engine of a group has
//! its turn, so that whatever disturbs the machine disturbs all of them alike. An engine is compared
//! with the baseline round by round, because two turns of one round are closest in time.

use super::engines::{Engine, Group, Job};
use super::payload::Payload;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How long is measured.
#[derive(Clone, Copy)]
pub(crate) struct Effort {
    /// How often each engine has its turn.
    rounds: usize,
    /// How long a turn takes, roughly.
    turn: Duration,
}

impl Effort {
    /// For figures to rely on.
    pub(crate) const FULL: Self = Self {
        rounds: 301,
        turn: Duration::from_millis(2),
    };
    /// To see that everything runs.
    pub(crate) const QUICK: Self = Self {
        rounds: 5,
        turn: Duration::from_millis(1),
    };
}

/// The figures of one group on one document.
pub(crate) struct Section {
    pub(crate) job: Job,
    pub(crate) title: String,
    /// The document's length.
    pub(crate) bytes: usize,
    pub(crate) baseline: &'static str,
    pub(crate) rows: Vec<Row>,
}

/// The figures of one engine.
pub(crate) struct Row {
    pub(crate) engine: &'static str,
    pub(crate) nanoseconds: f64,
    pub(crate) megabytes_per_second: f64,
    /// How many times as fast as the baseline.
    pub(crate) times: f64,
}

/// Measures all engines of a group on one document.
pub(crate) fn section(group: &Group, payload: &Payload, effort: Effort) -> Section {
    let document = group.job.document(payload);
    let samples = samples(&group.engines, document, effort);
    let baseline = &samples[group.baseline];
    let rows = group.engines.iter().zip(&samples);
    let rows = rows.map(|(engine, samples)| {
        let nanoseconds = median(samples.clone());
        let times = baseline.iter().zip(samples).map(|(other, own)| other / own);
        Row {
            engine: engine.name,
            nanoseconds,
            megabytes_per_second: count(document.len()) * 1_000.0 / nanoseconds,
            times: median(times.collect()),
        }
    });
    Section {
        job: group.job,
        title: group.job.title(payload),
        bytes: document.len(),
        baseline: group.engines[group.baseline].name,
        rows: rows.collect(),
    }
}

/// Nanoseconds per document for each engine, round by round.
fn samples(engines: &[Engine], document: &[u8], effort: Effort) -> Vec<Vec<f64>> {
    let turns: Vec<usize> = engines
        .iter()
        .map(|engine| documents_per_turn(engine, document, effort.turn))
        .collect();
    let mut samples = vec![Vec::with_capacity(effort.rounds); engines.len()];
    for round in 0..effort.rounds {
        for turn in 0..engines.len() {
            // Each round begins with another engine, else a disturbance that comes at regular
            // intervals could always meet the same one.
            let index = (round + turn) % engines.len();
            let elapsed = time(&engines[index], document, turns[index]);
            samples[index].push(elapsed.as_secs_f64() * 1e9 / count(turns[index]));
        }
    }
    samples
}

/// Doubles the number of documents until a turn takes long enough. This also warms up.
fn documents_per_turn(engine: &Engine, document: &[u8], turn: Duration) -> usize {
    let mut documents = 1;
    while time(engine, document, documents) < turn {
        documents *= 2;
    }
    documents
}

fn time(engine: &Engine, document: &[u8], documents: usize) -> Duration {
    let start = Instant::now();
    for _ in 0..documents {
        black_box((engine.mistakes)(black_box(document)));
    }
    start.elapsed()
}

fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples[samples.len() / 2]
}

/// A number of bytes or documents, which never comes near the limit of what `f64` counts exactly.
#[allow(clippy::cast_precision_loss)] // see above
fn count(number: usize) -> f64 {
    number as f64
}
