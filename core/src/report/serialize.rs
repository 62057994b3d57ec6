//! Reports as JSON: the `errors` array of `tollgate check --format json`.

use super::{Report, ValidationError};
use serde::ser::{Serialize, SerializeMap, Serializer};

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// Members that are not known (`line` and `column` of a value that came from no text, `help`) are
/// left out.
impl Serialize for ValidationError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("keyword", self.keyword())?;
        map.serialize_entry("instanceLocation", self.instance_location())?;
        map.serialize_entry("schemaLocation", self.schema_location())?;
        if let (Some(line), Some(column)) = (self.line(), self.column()) {
            map.serialize_entry("line", &line)?;
            map.serialize_entry("column", &column)?;
        }
        map.serialize_entry("message", self.message())?;
        if let Some(help) = self.help() {
            map.serialize_entry("help", help)?;
        }
        map.end()
    }
}
