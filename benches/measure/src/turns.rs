//! Time per run of some work: many short rounds, in each of which every piece of work has its turn, so
//! that whatever disturbs the machine disturbs all of them alike. Two pieces of work are compared round
//! by round, because two turns of one round are closest in time.

use std::time::{Duration, Instant};

/// How long is measured.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// How long a turn takes, at least.
    turn: Duration,
    /// How long all rounds take together, roughly.
    budget: Duration,
    /// The fewest and the most rounds.
    rounds: (usize, usize),
}

impl Effort {
    /// For figures to rely on.
    pub const FULL: Self = Self {
        turn: Duration::from_millis(2),
        budget: Duration::from_secs(4),
        rounds: (15, 301),
    };
    /// To see that everything runs.
    pub const QUICK: Self = Self {
        turn: Duration::from_millis(1),
        budget: Duration::from_millis(200),
        rounds: (3, 15),
    };

    /// How many rounds there are when one takes so long.
    fn rounds(self, round: Duration) -> usize {
        let rounds = self.budget.as_nanos() / round.as_nanos().max(1);
        let (fewest, most) = self.rounds;
        usize::try_from(rounds).unwrap_or(most).clamp(fewest, most)
    }
}

/// Something to be timed.
pub type Work<'w> = Box<dyn Fn() + 'w>;

/// Nanoseconds per run of each piece of work, round by round.
pub fn take_turns(works: &[Work<'_>], effort: Effort) -> Vec<Vec<f64>> {
    let turns: Vec<(usize, Duration)> = works
        .iter()
        .map(|work| runs_per_turn(work, effort.turn))
        .collect();
    let rounds = effort.rounds(turns.iter().map(|(_, time)| *time).sum());
    let mut samples = vec![Vec::with_capacity(rounds); works.len()];
    let mut order: Vec<usize> = (0..works.len()).collect();
    let mut chance = fastrand::Rng::with_seed(1);
    for _ in 0..rounds {
        // Each round in another order: what a piece of work leaves behind in caches, predictors and
        // clocks would otherwise always be left to the same one.
        chance.shuffle(&mut order);
        for &index in &order {
            let runs = turns[index].0;
            time(&works[index], runs.div_ceil(WARM_UP));
            let elapsed = time(&works[index], runs);
            samples[index].push(elapsed.as_secs_f64() * 1e9 / count(runs));
        }
    }
    samples
}

/// A turn begins with one part in so many of its runs that are not timed, so that it does not pay for
/// what the turn before it has left behind.
const WARM_UP: usize = 4;

/// Doubles the number of runs until a turn takes long enough. This also warms up.
fn runs_per_turn(work: &Work<'_>, turn: Duration) -> (usize, Duration) {
    let mut runs = 1;
    loop {
        let elapsed = time(work, runs);
        if elapsed >= turn {
            return (runs, elapsed);
        }
        runs *= 2;
    }
}

fn time(work: &Work<'_>, runs: usize) -> Duration {
    let start = Instant::now();
    for _ in 0..runs {
        work();
    }
    start.elapsed()
}

/// A number of bytes or runs, which never comes near the limit of what `f64` counts exactly.
#[allow(clippy::cast_precision_loss)] // see above
pub fn count(number: usize) -> f64 {
    number as f64
}
