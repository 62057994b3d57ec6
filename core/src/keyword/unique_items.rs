//! `uniqueItems` (Validation 2020-12 §6.4.3).

use crate::canonical::equal_items;
use crate::reader::{Array, Reader, Sink, Stop, Untold};
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
    #[inline]
    pub fn unique_items(&mut self, array: &Array) -> Result<(), Stop> {
        S::unique_items(self, array)
    }

    pub(crate) fn unique_items_here(&mut self, array: &Array) -> Result<(), Stop> {
        if array.count() < 2 {
            return Ok(());
        }
        let span = array.span(self);
        let twins = match self.plain_twins(array) {
            Ok(twins) => twins,
            Err(Untold) if self.differ_by_imprint(array) => None,
            Err(Untold) => equal_items(self.text_of(span.clone()), self.depth_left()),
        };
        match twins {
            Some((one, other)) => self.sink().fail(|| failure(one, other, span)),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::canonical::equal_items;
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
        errors_with(text, Settings::DEFAULT)
    }

    fn errors_with(text: &str, settings: Settings) -> Vec<String> {
        let mut reader = Reader::new(text, settings, Collect::new("", 9));
        reader.find_shadowed(settings);
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

    /// The values as keys see them are the oracle for those whose texts tell.
    #[test]
    fn items_are_equal_however_they_are_written() {
        let values = [
            "0",
            "-0",
            "0.0",
            "1",
            "1e0",
            "-1",
            "10",
            "\"1\"",
            "\"\\u0031\"",
            "\"é\"",
            "true",
            "null",
            "[]",
            "[1]",
            "[1.0]",
            "[1,2]",
            "[ 2 , 1 ]",
            "{}",
            r#"{"a":1}"#,
            r#"{"\u0061":1}"#,
            r#"{"a":"1"}"#,
            r#"{"b":1}"#,
            r#"{"a":0}"#,
            r#"{ "a" :-0}"#,
            r#"{"a" : 2, "b":1}"#,
            r#"{"b":1,"a":2}"#,
            r#"{"a": "1", "b": "}"}"#,
            r#"{"a":{}}"#,
            r#"{"a":[],"b":{"c":null,"d":true}}"#,
            r#"{ "b" : { "d" : true , "c" : null } , "a" : [ ] }"#,
            r#"{"b":[],"a":{"c":null,"d":true}}"#,
        ];
        for one in values {
            for other in values {
                let array = format!("[ {one} ,2, {other}]");
                let expected = equal_items(&array, 9);
                let equal = "uniqueItems : items 1 and 3 are equal";
                let expected: Vec<&str> = expected.map(|_| equal).into_iter().collect();
                assert_eq!(errors(&array), expected, "{array}");
            }
        }
        for count in [15, 16, 17] {
            let items: Vec<String> = (0..count).map(|item| item.to_string()).collect();
            let array = items.join(", ");
            assert_eq!(errors(&format!("[{array}]")), [""; 0]);
            let last = format!("uniqueItems : items {count} and {} are equal", count + 1);
            assert_eq!(errors(&format!("[{array}, {}]", count - 1)), [last]);
        }
    }

    #[test]
    fn members_that_count_tell_objects_apart() {
        let last = Settings {
            last_duplicate_counts: true,
            ..Settings::DEFAULT
        };
        let equal = r#"[{"a": 1, "b": 0, "a": 3}, {"a": 2, "a": 3, "b": 0}]"#;
        assert_eq!(
            errors_with(equal, last),
            ["uniqueItems : items 1 and 2 are equal"]
        );
        let other = r#"[{"a": 1, "a": 3}, {"a": 1, "a": 2}, {"b": 1}, 1, "a", {}]"#;
        assert_eq!(errors_with(other, last), [""; 0]);
    }

    #[test]
    fn what_nests_too_deep_is_told_once() {
        let deep = "[".repeat(500) + &"]".repeat(500);
        let errors = errors(&format!("[{deep}, {deep}]"));
        assert_eq!(errors.len(), 2, "{errors:?}");
        assert!(errors.iter().all(|error| error.starts_with("depth ")));
    }
}
