//! Places: in the document, in the schema, and the way that was taken through the schema. Pointers
//! are written when somebody reads them.

use std::fmt::Write as _;

/// How a walk gets from one schema location to the next.
#[derive(Debug, Clone, Copy)]
pub struct Edge {
    /// JSON Pointer from the schema location at hand, `$ref` included.
    path: &'static str,
    /// Where the reference at the end of `path` leads: a JSON Pointer into the schema document.
    target: Option<&'static str>,
    property: Property,
}

/// Whether a way goes on to what `properties` says of the member that the step goes into.
#[derive(Debug, Clone, Copy)]
enum Property {
    No,
    Yes,
    /// And on through the reference that stands there; where that leads.
    Reference(&'static str),
}

impl Edge {
    /// On to a value that no schema judges.
    pub const NONE: Self = Self::to("");

    /// To a subschema, for example `/properties/amount`.
    pub const fn to(path: &'static str) -> Self {
        Self {
            path,
            target: None,
            property: Property::No,
        }
    }

    /// Through a reference: `path` ends with `/$ref`, `target` is where that leads.
    pub const fn through(path: &'static str, target: &'static str) -> Self {
        Self {
            target: Some(target),
            ..Self::to(path)
        }
    }

    /// The same way, and on to what `properties` says of the member that the step goes into.
    #[must_use]
    pub const fn to_property(self) -> Self {
        Self {
            property: Property::Yes,
            ..self
        }
    }

    /// The same, and through the reference that stands there: `target` is where that leads.
    #[must_use]
    pub const fn to_reference(self, target: &'static str) -> Self {
        Self {
            property: Property::Reference(target),
            ..self
        }
    }
}

/// To a subschema, by its path.
impl From<&'static str> for Edge {
    #[inline]
    fn from(path: &'static str) -> Self {
        Self::to(path)
    }
}

/// One step of a walk: into a part of the instance, and along the schema.
#[derive(Debug, Clone)]
pub struct Step {
    segment: Segment,
    edge: Edge,
}

#[derive(Debug, Clone)]
enum Segment {
    /// The same value, looked at by another schema.
    InPlace,
    /// A member that the schema names.
    Known(&'static str),
    /// A member that only the document names.
    Member(String),
    Item(usize),
}

impl Step {
    pub(crate) fn root(location: &'static str) -> Self {
        Self {
            segment: Segment::InPlace,
            edge: Edge::through("", location),
        }
    }
    pub(crate) fn in_place(edge: Edge) -> Self {
        Self {
            segment: Segment::InPlace,
            edge,
        }
    }
    pub(crate) fn known_member(name: &'static str, edge: Edge) -> Self {
        Self {
            segment: Segment::Known(name),
            edge,
        }
    }
    pub(crate) fn member(name: String, edge: Edge) -> Self {
        Self {
            segment: Segment::Member(name),
            edge,
        }
    }
    pub(crate) fn item(index: usize, edge: Edge) -> Self {
        Self {
            segment: Segment::Item(index),
            edge,
        }
    }
}

impl Step {
    /// Whether the step goes deeper into the document.
    pub(super) fn goes_in(&self) -> bool {
        !matches!(self.segment, Segment::InPlace)
    }

    /// Appends the way to the property that the step goes into.
    fn push_property(&self, pointer: &mut String) {
        if let Segment::Known(name) = self.segment {
            pointer.push_str("/properties");
            push_segment(pointer, name);
        }
    }
}

/// Appends the JSON Pointer to where a walk stands in the instance.
pub(super) fn push_instance_location(pointer: &mut String, path: &[&Step]) {
    for step in path {
        match &step.segment {
            Segment::InPlace => {}
            Segment::Known(name) => push_segment(pointer, name),
            Segment::Member(name) => push_segment(pointer, name),
            Segment::Item(index) => push_index(pointer, *index),
        }
    }
}

/// The same with `*` for names that only the document has; `None` when it has none of those.
pub(super) fn redacted_location(path: &[&Step]) -> Option<String> {
    let is_foreign = |step: &&Step| matches!(step.segment, Segment::Member(_));
    if !path.iter().any(is_foreign) {
        return None;
    }
    let mut pointer = String::new();
    for step in path {
        match &step.segment {
            Segment::InPlace => {}
            Segment::Known(name) => push_segment(&mut pointer, name),
            Segment::Member(_) => pointer.push_str("/*"),
            Segment::Item(index) => push_index(&mut pointer, *index),
        }
    }
    Some(pointer)
}

/// Appends the JSON Pointer to the schema location at hand: from the last reference's target on.
pub(super) fn push_schema_location(pointer: &mut String, path: &[&Step]) {
    let start = pointer.len();
    for step in path {
        match step.edge.target {
            Some(target) => {
                pointer.truncate(start);
                pointer.push_str(target);
            }
            None => pointer.push_str(step.edge.path),
        }
        match step.edge.property {
            Property::No => {}
            Property::Yes => step.push_property(pointer),
            Property::Reference(target) => {
                pointer.truncate(start);
                pointer.push_str(target);
            }
        }
    }
}

/// Appends the way taken through the schema, references included (Core 2020-12 §12.3.1).
pub(super) fn push_evaluation_path(pointer: &mut String, path: &[&Step]) {
    for step in path {
        pointer.push_str(step.edge.path);
        match step.edge.property {
            Property::No => {}
            Property::Yes => step.push_property(pointer),
            Property::Reference(_) => {
                step.push_property(pointer);
                pointer.push_str("/$ref");
            }
        }
    }
}

fn push_segment(pointer: &mut String, name: &str) {
    pointer.push('/');
    // In a form that compilers test all at once.
    let special = |byte| u8::from(byte == b'~') | u8::from(byte == b'/');
    if name.bytes().fold(0, |found, byte| found | special(byte)) != 0 {
        pointer.push_str(&escape_pointer(name));
    } else {
        pointer.push_str(name);
    }
}

fn push_index(pointer: &mut String, index: usize) {
    let _ = write!(pointer, "/{index}"); // writing to a `String` can't fail
}

/// A member name as a segment of a JSON Pointer (RFC 6901 §3).
///
/// ```
/// assert_eq!(tollgate_core::report::escape_pointer("a/b~c"), "a~1b~0c");
/// ```
pub fn escape_pointer(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
