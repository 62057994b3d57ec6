//! What the tests share: the example payloads, mutants of documents, scratch crates, the official
//! suite and programs of generated types.

pub mod conformance;
pub mod examples;
pub mod generate;
pub mod mutants;
pub mod oracle;
pub mod program;
pub mod scratch;
pub mod suite;
