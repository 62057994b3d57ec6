//! What the tests share: the example payloads, mutants of documents, scratch crates.

pub mod examples;
pub mod mutants;
pub mod scratch;
