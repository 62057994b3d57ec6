//! Tollgate compiles JSON Schema into Rust: types, and a parser that reads bytes once and lets
//! through exactly what the schema allows, or reports every error with line, column and help.
//!
//! ```
//! tollgate::schema! {
//!     inline = r##"{
//!         "type": "object",
//!         "required": ["id", "currency"],
//!         "properties": {
//!             "id": { "type": "string", "pattern": "^[A-Z]{2}[0-9]{4}$" },
//!             "currency": { "enum": ["EUR", "INR"] },
//!             "parts": { "type": "array", "items": { "$ref": "#" } }
//!         }
//!     }"##,
//!     name = Order,
//! }
//!
//! # fn main() -> Result<(), tollgate::Report> {
//! let order = Order::from_json(br#"{"id": "AB1234", "currency": "INR", "note": "hi"}"#)?;
//! assert_eq!(order.currency, Currency::Inr);
//! assert_eq!(order.to_json_string(), r#"{"id":"AB1234","currency":"INR","note":"hi"}"#);
//!
//! let report = Order::from_json(br#"{"id": "AB12", "currency": "IRN"}"#).unwrap_err();
//! assert_eq!(report.len(), 2);
//! assert_eq!(report[1].instance_location(), "/currency");
//! assert_eq!(report[1].help(), Some("did you mean \"INR\"? Allowed: \"EUR\", \"INR\""));
//! # Ok(())
//! # }
//! ```

pub use tollgate_core::*;

#[doc(hidden)]
pub use tollgate_derive::schema as __schema;

/// Compiles JSON Schemas into types, where it stands.
///
/// | setting | meaning | default |
/// |---|---|---|
/// | `path = "…"` | a schema file, relative to the folder of the crate's `Cargo.toml` | |
/// | `inline = r#"…"#` | or the schema itself | |
/// | `paths = { Order = "…", … }` | or several files, each with the name of its root type | |
/// | `name = Order` | the root type's name | the schema's `title`, else the file's name |
/// | `draft = "…"` | the draft of a schema without `$schema`: `"4"`, `"6"`, `"7"`, `"2019-09"`, `"2020-12"` | `"2020-12"` |
/// | `refs = { "https://…" = "…", … }` | files that schemas may refer to, by URI; with a `/` at its end, a folder for all URIs below; nothing is ever downloaded | |
/// | `formats = …` | what `format` is: a note (`annotate`), or it has to hold (`assert`) | `annotate` |
/// | `number = …` | the type for numbers: `exact` ([`Number`]) or a type that is [`FromNumber`] | `exact` |
/// | `integer = …` | the type for integers without bounds: `i64`, `exact` (also with one bound) or a type | `i64` |
/// | `string = …` | the type for strings: `String`, `borrowed` (`Cow<'a, str>`) or a type that is made from a `&str` and gives one | `String` |
/// | `unknown = …` | members that the schema does not name: `keep` or `ignore` | `keep` |
/// | `duplicates = …` | a member given twice: `reject`, or the `last` one counts | `reject` |
/// | `max_depth = …` | how deep a document may nest | `128` |
/// | `vis = …` | the visibility of the types | `pub` |
///
/// Each type has the functions of [`Schema`] and [`OwnedSchema`] as its own. A schema with mistakes
/// is a compile error for each of them, at the schema's file, line and column; a file that changes
/// is compiled again.
///
/// The crate's documentation has an example.
///
/// # Strings
///
/// With `string = borrowed`, a string that is written without escapes is not copied out of the
/// document. Types that hold strings, in whatever depth, have the lifetime of the document; others
/// have none. `into_owned` makes a value that outlives the document, and so do `from_reader`,
/// `from_value` and serde's `Deserialize`, which all copy. Members that no field is for are copied
/// too, with their names.
///
/// ```
/// use std::borrow::Cow;
///
/// tollgate::schema! {
///     inline = r#"{
///         "type": "object",
///         "required": ["text"],
///         "properties": {
///             "text": { "type": "string" },
///             "size": { "type": "object", "properties": { "width": { "type": "integer" } } }
///         }
///     }"#,
///     name = Note,
///     string = borrowed,
/// }
///
/// # fn main() -> Result<(), tollgate::Report> {
/// let document = String::from(r#"{"text": "hi", "size": {"width": 3}}"#);
/// let note = Note::from_json(document.as_bytes())?;
/// assert!(matches!(note.text, Cow::Borrowed("hi")));
/// let size: Option<Size> = note.size.clone();
///
/// let kept: Note<'static> = note.into_owned();
/// drop(document);
/// assert_eq!((kept.text, kept.size), (Cow::from("hi"), size));
/// # Ok(())
/// # }
/// ```
///
/// Any other type has to be `From<&str>`, `AsRef<str>`, `Clone`, `PartialEq` and `Debug`, as
/// `Arc<str>`, `Box<str>` and `compact_str::CompactString` are. `From` and not `FromStr`, because every
/// string has to fit: what a type refused would be refused by no schema.
///
/// ```
/// use std::sync::Arc;
///
/// tollgate::schema! {
///     inline = r#"{ "type": "array", "items": { "type": "string" } }"#,
///     name = Tags,
///     string = Arc<str>,
/// }
///
/// # fn main() -> Result<(), tollgate::Report> {
/// let tags: Vec<Arc<str>> = Tags::from_json(br#"["a", "b"]"#)?.0;
/// assert_eq!(&*tags[1], "b");
/// # Ok(())
/// # }
/// ```
#[macro_export]
macro_rules! schema {
    ($($settings:tt)*) => {
        $crate::__schema! { crate = $crate; $($settings)* }
    };
}
