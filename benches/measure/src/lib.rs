//! Engines side by side: work that is timed in turns, and the program that a crate with a schema's
//! generated code becomes. Nothing here depends on Tollgate, so that a change of Tollgate leaves it
//! built.

mod agree;
mod boon_;
mod contest;
mod dataset;
mod documents;
mod engine;
mod figures;
mod floors;
pub mod id;
mod sonic;
mod turns;
mod verdict;

pub use contest::measure;
pub use dataset::{Dataset, main};
pub use documents::Documents;
pub use engine::Engine;
pub use figures::{Disagreement, Figures, Samples, geometric_mean, median};
pub use floors::is_built;
pub use turns::{Effort, Work, count, take_turns};
pub use verdict::{Field, Generated, tree};
