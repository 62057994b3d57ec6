//! `uniqueItems` (Validation 2020-12 §6.4.3).

use crate::canonical::equal_items;
use crate::reader::{Array, Reader, Sink, Stop};
use crate::report::Failure;
use std::ops::Range;

/// The items at the indexes `one` and `other` are equal.
#[cold]
pub(crate) fn failure(one: usize, other: usize, span: Range<usize>) -> Failure {
    let message = format!("items {} and {} are equal", one + 1, other + 1);
    Failure::new("uniqueItems", span, message).with_help("remove one of them")
}

impl<S: Sink> Reader<'_, S> {
    /// Checks that no two items of an array, all of which was read, are equal. The items are read
    /// a second time for that.
    pub fn unique_items(&mut self, array: &Array) -> Result<(), Stop> {
        if array.count() < 2 {
            return Ok(());
        }
        let span = array.span(self);
        match equal_items(self.text_of(span.clone()), self.depth_left()) {
            Some((one, other)) => self.sink().fail(|| failure(one, other, span)),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::reader::{Collect, Reader, Settings, Stop};
    use crate::report::Edge;

    fn read(reader: &mut Reader<'_, Collect>) -> Result<(), Stop> {
        if reader.peek() != Some(b'[') {
            return reader.skip();
        }
        let Some(mut array) = reader.array()? else {
            return Ok(());
        };
        array.items::<Collect, ()>(reader, &mut (), Edge::NONE, read)?;
        reader.unique_items(&array)
    }

    /// Each error as `keyword instance-location: message`.
    fn errors(text: &str) -> Vec<String> {
        let mut reader = Reader::new(text, Settings::DEFAULT, Vec::new(), Collect::new("", 9));
        let _ = read(&mut reader);
        let report = reader.into_sink().into_report(text.as_bytes());
        let errors = report.iter().flat_map(|report| report.iter());
        errors
            .map(|error| {
                format!(
                    "{} {}: {}",
                    error.keyword(),
                    error.instance_location(),
                    error.message()
                )
            })
            .collect()
    }

    #[test]
    fn equal_items_are_told_at_their_array() {
        assert_eq!(
            errors("[[], [[1], [2]], [[2], [1], [2.0]], []]"),
            [
                "uniqueItems : items 1 and 4 are equal",
                "uniqueItems /2: items 1 and 3 are equal"
            ]
        );
    }

    #[test]
    fn what_nests_too_deep_is_told_once() {
        let deep = "[".repeat(500) + &"]".repeat(500);
        let errors = errors(&format!("[{deep}, {deep}]"));
        assert_eq!(errors.len(), 2, "{errors:?}");
        assert!(errors.iter().all(|error| error.starts_with("depth ")));
    }
}
