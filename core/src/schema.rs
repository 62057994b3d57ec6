//! What every generated type can do.

use crate::document::{self, utf8};
use crate::reader::{
    Build, Document, Enumerated, Fill, Mode, Object, Once, Reader, Rows, Settings, Stop,
    judge_padded,
};
use crate::report::{Failure, Report};
use crate::write::{JsonWriter, ToJson};
use std::{io, iter};

/// How many errors a report lists.
pub(crate) const LISTED_ERRORS: usize = 1_000;

/// A type whose values are read by the rules of a schema. Implemented by generated code, which says one of
/// [`Read::LISTED`], [`Read::read`] and [`Read::read_to`]: the others follow from it.
#[doc(hidden)]
pub trait Read<'a>: Clone + 'a {
    /// The strings that the values are, if they are nothing but listed ones: they are gone through by
    /// functions that know no types.
    const LISTED: Option<&'a Enumerated<'a, Self>> = None;

    /// Reads the value at hand: checks it, and builds it where `M` builds values.
    #[inline]
    fn read<M: Mode>(reader: &mut Reader<'a, M>) -> Result<M::Out<Self>, Stop> {
        M::in_place(reader)
    }

    /// The same, and puts the value in its place. Where that succeeds, it is there.
    #[inline]
    fn read_to<M: Mode>(
        reader: &mut Reader<'a, M>,
        place: M::Place<'_, Self>,
    ) -> Result<M::Out<()>, Stop> {
        // Known before anything is compiled: no type has both this and what follows.
        if const { Self::LISTED.is_none() } {
            return M::put_read(place, Self::read(reader));
        }
        M::put_listed(reader, place, Self::LISTED)
    }

    /// The same where it is built, by a function that is not made part of the caller: one function of all
    /// alternatives of a union takes longer to compile than to run.
    #[inline(never)]
    fn read_apart(reader: &mut Reader<'a, Build>, place: &mut Option<Self>) -> Result<(), Stop> {
        Self::read_to(reader, place)
    }

    /// Builds the value of the member at hand in its slot: one function for all members of the type.
    #[inline(never)]
    fn read_member(
        object: &mut Object,
        reader: &mut Reader<'a, Build>,
        slot: &mut Option<Self>,
    ) -> Result<(), Stop> {
        if slot.is_some() {
            return Build::duplicate(object, reader);
        }
        Self::read_to(reader, slot)
    }

    /// Builds a value, and what `make` makes of it.
    #[inline]
    fn made<U>(
        reader: &mut Reader<'a, Build>,
        make: impl Copy + FnOnce(Self) -> U,
    ) -> Result<U, Stop> {
        Build::made(Self::read(reader), make)
    }

    /// Builds a value, and puts it behind those that are in a list.
    #[inline]
    fn read_item(reader: &mut Reader<'a, Build>, items: &mut Vec<Self>) -> Result<(), Stop> {
        let mut slot = None;
        match Self::read_to(reader, &mut slot) {
            Ok(()) => match slot {
                Some(item) => {
                    items.push(item);
                    Ok(())
                }
                None => Err(Stop::Invalid),
            },
            Err(stop) => Err(stop),
        }
    }
}

/// A type whose values are there before their members are, because none is required: they are read
/// where they stay. Implemented by generated code.
#[doc(hidden)]
pub trait ReadDraft<'a>: Clone + Default + 'a {
    /// Reads the value at hand: checks it, and puts its members into the draft, which has none yet.
    fn read_draft<M: Mode>(
        reader: &mut Reader<'a, M>,
        draft: M::Draft<'_, Self>,
    ) -> Result<M::Out<()>, Stop>;

    /// What is made of the value at hand, by a function that is not made part of the caller, as
    /// [`Read::read_apart`].
    #[inline(never)]
    fn built<U>(
        reader: &mut Reader<'a, Build>,
        make: impl Copy + FnOnce(Self) -> U,
    ) -> Result<U, Stop> {
        let mut draft = Self::default();
        match Self::read_draft(reader, &mut draft) {
            Ok(()) => Ok(make(draft)),
            Err(stop) => Err(stop),
        }
    }
}

// Neither here nor below is what reads a value `#[inline]`: each unit of a crate that names the type would have
// a copy of it, and of all that its table leads to.
impl<'a, T: Rows<'a> + Fill<'a> + Clone + Default + 'a> ReadDraft<'a> for T {
    fn read_draft<M: Mode>(
        reader: &mut Reader<'a, M>,
        draft: M::Draft<'_, Self>,
    ) -> Result<M::Out<()>, Stop> {
        M::by_rows(reader, draft)
    }
}

impl<'a, T: ReadDraft<'a>> Read<'a> for T {
    fn read<M: Mode>(reader: &mut Reader<'a, M>) -> Result<M::Out<Self>, Stop> {
        M::drafted(reader)
    }

    fn read_to<M: Mode>(
        reader: &mut Reader<'a, M>,
        place: M::Place<'_, Self>,
    ) -> Result<M::Out<()>, Stop> {
        T::read_draft(reader, M::draft(place))
    }

    #[inline]
    fn made<U>(
        reader: &mut Reader<'a, Build>,
        make: impl Copy + FnOnce(Self) -> U,
    ) -> Result<U, Stop> {
        T::built(reader, make)
    }

    #[inline]
    fn read_item(reader: &mut Reader<'a, Build>, items: &mut Vec<Self>) -> Result<(), Stop> {
        // Made where it is to stand: what is pushed would be made elsewhere, and copied.
        items.extend(iter::once_with(T::default));
        match items.last_mut() {
            Some(item) => T::read_draft(reader, item),
            None => Err(Stop::Invalid),
        }
    }
}

/// The schema of a type, and how its documents are read.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    /// The text of the schema document.
    pub schema: &'static str,
    /// JSON Pointer to the type's schema in that document.
    pub location: &'static str,
    /// How documents are read.
    pub settings: Settings,
}

/// Where the rules of a type come from. Implemented by generated code.
#[doc(hidden)]
pub trait Origin: ToJson {
    /// The type itself, as it is read from text that lives so long.
    type At<'b>: Read<'b> + Origin;
    /// All that is known of it without reading anything: one constant, since each is compiled by itself.
    const SOURCE: Source;

    /// Judges text that does not outlive the call, also for types that borrow from theirs.
    ///
    /// # Errors
    /// A report of every error in the document.
    #[inline]
    fn judge(json: &[u8]) -> Result<(), Report> {
        judge::<Self::At<'_>>(json)
    }

    /// Whether a document is valid that does not outlive the call either.
    #[inline]
    fn allows(document: Document<'_>) -> bool {
        allows::<Self::At<'_>>(document)
    }
}

/// Reads a value of a generated type.
///
/// # Errors
/// Why the walk ended early.
#[inline]
pub fn read<'a, T: Read<'a>, M: Mode>(reader: &mut Reader<'a, M>) -> Result<M::Out<T>, Stop> {
    T::read(reader)
}

/// Writes a value of a type whose values are nothing but [listed](Read::LISTED) strings: the one with this
/// index.
#[doc(hidden)]
#[inline]
pub fn write_listed<'a, T: Read<'a>>(index: usize, json: &mut JsonWriter) {
    if let Some(values) = T::LISTED {
        values.listed().write(index, json);
    }
}

/// A type generated from a JSON Schema: what can be read into it is what the schema allows.
///
/// Generated types have the same functions of their own; the trait is for code that is generic
/// over them.
///
/// ```
/// use tollgate_core::{Json, Schema};
///
/// fn read_all<'a, T: Schema<'a>>(lines: &'a str) -> Result<Vec<T>, tollgate_core::Report> {
///     lines.lines().map(|line| T::from_json(line.as_bytes())).collect()
/// }
///
/// assert_eq!(read_all::<Json>("1\n[2]\n")?.len(), 2);
/// # Ok::<(), tollgate_core::Report>(())
/// ```
pub trait Schema<'a>: Sized {
    /// The text of the schema document that the type was generated from.
    const SCHEMA: &'static str;
    /// JSON Pointer to the type's schema in that document.
    const SCHEMA_LOCATION: &'static str;

    /// Reads a document: parses, validates and builds in one pass.
    ///
    /// # Errors
    /// A report of every error in the document.
    fn from_json(bytes: &'a [u8]) -> Result<Self, Report>;

    /// Judges a document as [`Schema::from_json`] does, and builds nothing.
    fn validate_json(bytes: &'a [u8]) -> Result<(), Report> {
        Self::validate_json_with(bytes, LISTED_ERRORS)
    }

    /// Judges a document; the report lists at most `limit` errors and counts the rest.
    fn validate_json_with(bytes: &'a [u8], limit: usize) -> Result<(), Report>;

    /// Judges a document as [`Schema::from_json`] does, and stops at the first error.
    fn is_valid_json(bytes: &'a [u8]) -> bool;

    /// Judges a value that was built or changed by hand.
    fn validate(&self) -> Result<(), Report>;

    /// The value as compact JSON: what was read comes back.
    fn to_json(&self) -> Vec<u8>;

    /// The value as compact JSON.
    fn to_json_string(&self) -> String {
        String::from_utf8_lossy(&self.to_json()).into_owned()
    }

    /// Writes the value as compact JSON.
    fn write_json(&self, mut stream: impl io::Write) -> io::Result<()> {
        stream.write_all(&self.to_json())
    }
}

/// A [`Schema`] type that borrows nothing from what it is read from.
pub trait OwnedSchema: for<'a> Schema<'a> {
    /// Reads a document of at most `limit` bytes from a stream.
    ///
    /// # Errors
    /// A report with the keyword `io` where reading failed, `limit` where the stream is longer, or
    /// what [`Schema::from_json`] reports.
    fn from_reader(stream: impl io::Read, limit: u64) -> Result<Self, Report> {
        from_reader(stream, limit, |json| read_owned(json))
    }

    /// Reads a tree. Numbers are taken as the tree holds them.
    #[cfg(feature = "serde_json")]
    fn from_value(value: &serde_json::Value) -> Result<Self, Report> {
        from_value(value, |json| read_owned(json))
    }
}

impl<T: for<'a> Schema<'a>> OwnedSchema for T {}

fn read_owned<T: for<'a> Schema<'a>>(bytes: &[u8]) -> Result<T, Report> {
    T::from_json(bytes)
}

/// Reads a document of at most `limit` bytes from a stream through `read`.
///
/// # Errors
/// Those of `read`, and a report of why there was nothing to read.
pub fn from_reader<T>(
    stream: impl io::Read,
    limit: u64,
    read: impl FnOnce(&[u8]) -> Result<T, Report>,
) -> Result<T, Report> {
    read(&read_stream(stream, limit)?)
}

/// Reads a tree through `read`.
///
/// # Errors
/// Those of `read`, without lines and columns.
#[cfg(feature = "serde_json")]
pub fn from_value<T>(
    value: &serde_json::Value,
    read: impl FnOnce(&[u8]) -> Result<T, Report>,
) -> Result<T, Report> {
    read(value.to_string().as_bytes()).map_err(Report::without_positions)
}

impl<'a, T> Schema<'a> for T
where
    T: Read<'a> + Origin,
{
    const SCHEMA: &'static str = T::SOURCE.schema;
    const SCHEMA_LOCATION: &'static str = T::SOURCE.location;

    fn from_json(bytes: &'a [u8]) -> Result<Self, Report> {
        let text = utf8(bytes)?;
        let mut value = None;
        let built = document::build(text, T::SOURCE.settings, &mut value);
        match value {
            Some(value) if built => Ok(value),
            _ => Err(report::<T>(text, LISTED_ERRORS)),
        }
    }

    fn validate_json_with(bytes: &'a [u8], limit: usize) -> Result<(), Report> {
        document::judge(bytes, limit, T::allows, report::<T>)
    }

    fn is_valid_json(bytes: &'a [u8]) -> bool {
        judge_padded(bytes, T::allows)
    }

    fn validate(&self) -> Result<(), Report> {
        let mut json = JsonWriter::judged();
        self.write(&mut json);
        T::judge(&json.into_bytes()).map_err(Report::without_positions)
    }

    fn to_json(&self) -> Vec<u8> {
        let mut json = JsonWriter::new();
        self.write(&mut json);
        json.into_bytes()
    }
}

fn judge<'a, T: Read<'a> + Origin>(json: &'a [u8]) -> Result<(), Report> {
    document::judge(json, LISTED_ERRORS, T::allows, report::<T>)
}

fn allows<'a, T: Read<'a> + Origin>(document: Document<'a>) -> bool {
    document::allows(document, T::SOURCE.settings, T::read)
}

/// Walks a refused document again, now for every error.
#[cold]
fn report<'a, T: Read<'a> + Origin>(text: &'a str, limit: usize) -> Report {
    document::report(text, T::SOURCE.settings, T::SOURCE.location, limit, T::read)
}

fn read_stream(stream: impl io::Read, limit: u64) -> Result<Vec<u8>, Report> {
    let mut bytes = Vec::new();
    let mut bounded = io::Read::take(stream, limit.saturating_add(1));
    if let Err(error) = io::Read::read_to_end(&mut bounded, &mut bytes) {
        let message = format!("the document could not be read: {error}");
        return Err(Report::of_failure(Failure::new("io", 0..0, message)));
    }
    if bytes.len() as u64 > limit {
        let message = format!("the document is longer than {limit} bytes");
        return Err(Report::of_failure(Failure::new("limit", 0..0, message)));
    }
    Ok(bytes)
}

impl Origin for crate::Json {
    type At<'b> = Self;
    const SOURCE: Source = Source {
        schema: "true",
        location: "",
        settings: Settings::DEFAULT,
    };
}

impl<'a> Read<'a> for crate::Json {
    fn read<M: Mode>(reader: &mut Reader<'a, M>) -> Result<M::Out<Self>, Stop> {
        reader.any()
    }
}

/// Reads a text as the value of a string of the document would be read. For `FromStr` and
/// `TryFrom` of generated enums.
///
/// # Errors
/// What the schema has against the string.
pub fn from_text<T: for<'a> Schema<'a>>(text: &str) -> Result<T, Report> {
    read_owned(&as_json(text)).map_err(Report::without_positions)
}

/// Judges a text as a string of the document would be judged. For `FromStr` and `TryFrom` of
/// generated types that hold the string itself.
///
/// # Errors
/// What the schema has against the string.
pub fn judge_text<T: Origin>(text: &str) -> Result<(), Report> {
    T::judge(&as_json(text)).map_err(Report::without_positions)
}

fn as_json(text: &str) -> Vec<u8> {
    let mut json = JsonWriter::new();
    text.write(&mut json);
    json.into_bytes()
}
