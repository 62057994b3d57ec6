//! What the tests share: the example payloads, mutants of documents, scratch crates, programs of
//! generated types, the official suite, real schemas, drawn schemas, an independent
//! judge, and one check by all functions of a type.

pub mod check;
pub mod conformance;
pub mod corpus;
pub mod examples;
pub mod generate;
pub mod mutants;
pub mod oracle;
pub mod program;
pub mod search;
pub mod suite;

pub use tollgate_scratch as scratch;
