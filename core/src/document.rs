//! Walks over whole documents. They know no type, only what reads the value at hand, so that they are
//! compiled with this crate and not once for each type.

use crate::reader::{
    Build, Collect, Document, Reader, Settings, Stop, Verdict, judge_padded, scan,
};
use crate::report::{Failure, Report};
use crate::schema::Read;

/// Whether a document is valid.
pub(crate) fn allows<'a>(
    document: Document<'a>,
    settings: Settings,
    read: fn(&mut Reader<'a, Verdict>) -> Result<(), Stop>,
) -> bool {
    let mut reader = Reader::of_document(document, settings, Verdict);
    reader.find_shadowed(settings);
    read(&mut reader).and_then(|()| reader.finish()).is_ok()
}

/// Judges a document by what its type is read and reported with; the report lists at most `limit` errors.
///
/// # Errors
/// A report of every error in the document.
pub(crate) fn judge<'a>(
    bytes: &'a [u8],
    limit: usize,
    allows: fn(Document<'_>) -> bool,
    report: fn(&'a str, usize) -> Report,
) -> Result<(), Report> {
    if judge_padded(bytes, allows) {
        return Ok(());
    }
    Err(report(utf8(bytes)?, limit))
}

/// The place for the value of a document. As [`Fill`](crate::reader::Fill), no closure, which would be compiled
/// once more for whoever takes it as a whole.
pub(crate) trait Place<'a> {
    /// Reads the value at hand, and puts it there.
    fn read(&mut self, reader: &mut Reader<'a, Build>) -> Result<(), Stop>;
}

impl<'a, T: Read<'a>> Place<'a> for Option<T> {
    fn read(&mut self, reader: &mut Reader<'a, Build>) -> Result<(), Stop> {
        T::read_to(reader, self)
    }
}

/// Builds the value of a document in its place; `false` where it is not valid.
pub(crate) fn build<'a>(text: &'a str, settings: Settings, place: &mut dyn Place<'a>) -> bool {
    let mut reader = Reader::new(text, settings, Build);
    reader.find_shadowed(settings);
    let read = place.read(&mut reader);
    read.and_then(|()| reader.finish()).is_ok()
}

/// Walks a refused document again, now for every error; lists at most `limit` of them. `location` is
/// where in its document the schema stands.
#[cold]
pub(crate) fn report<'a>(
    text: &'a str,
    settings: Settings,
    location: &'static str,
    limit: usize,
    read: fn(&mut Reader<'a, Collect>) -> Result<(), Stop>,
) -> Report {
    let begun = || Collect::new(location, limit).of_length(text.len());
    let (mut collect, doubled) = collected(text, settings, begun(), Vec::new(), read);
    if !doubled.is_empty() {
        (collect, _) = collected(text, settings, begun(), doubled, read);
    }
    collect.into_report(text.as_bytes()).unwrap_or_else(|| {
        // The same functions walk both times, so this is never reached; a refusal stays one.
        let message = "the document was refused for a reason that was not found again";
        Report::of_failure(Failure::new("internal", 0..0, message))
    })
}

/// Gathers every error. Where doubled names were passed by gives where those stand; the walk has to
/// be done again then, and told.
fn collected<'a>(
    text: &'a str,
    settings: Settings,
    collect: Collect,
    doubled: Vec<usize>,
    read: fn(&mut Reader<'a, Collect>) -> Result<(), Stop>,
) -> (Collect, Vec<usize>) {
    let mut reader = Reader::new(text, settings, collect);
    reader.find_shadowed(settings);
    if !doubled.is_empty() {
        reader = reader.with_doubled(doubled);
    }
    // What ends this walk early is in the sink already.
    let _ = read(&mut reader).and_then(|()| reader.finish());
    let doubled = reader.doubled();
    (reader.into_sink(), doubled)
}

/// The document as text.
///
/// # Errors
/// A report of where it is not UTF-8.
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, Report> {
    scan::text(bytes).map_err(|error| not_utf8(bytes, &error))
}

#[cold]
fn not_utf8(bytes: &[u8], error: &std::str::Utf8Error) -> Report {
    let at = error.valid_up_to();
    let end = error.error_len().map_or(bytes.len(), |length| at + length);
    let failure = crate::keyword::syntax::not_utf8(at, at..end);
    let error = crate::ValidationError::of_document(failure);
    Report::new(vec![error], 0, bytes)
}
