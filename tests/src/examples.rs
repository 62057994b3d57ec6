//! The example payloads of the req-pay message.

pub use tollgate_scratch::root;

/// The examples of requests.
pub const REQUESTS: [&str; 4] = [
    "documented.json",
    "one-invoice.json",
    "hundred-invoices.json",
    "five-mistakes.json",
];

/// The bytes of a file of the schema package.
///
/// # Panics
/// When the file is not there.
pub fn schema_file(name: &str) -> Vec<u8> {
    let path = root().join("schema").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The bytes of an example.
///
/// # Panics
/// When there is none of this name.
pub fn example(name: &str) -> Vec<u8> {
    schema_file(&format!("examples/{name}"))
}
