//! JSON text as a tree in which everything knows its place. For tools that read schemas, and for
//! schemas that are known only at run time; generated code has no use for it.

use crate::canonical::key;
use crate::reader::{Collect, Names, Reader, Settings, Stop};
use crate::report::{Edge, Report, Step};
use crate::write::{JsonWriter, ObjectWriter, ToJson};
use std::borrow::Cow;
use std::ops::Range;

/// A JSON value and where it stands.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    /// Where the value stands, in bytes.
    pub span: Range<usize>,
    /// The value.
    pub value: Value<'a>,
}

/// A JSON value whose parts know where they stand.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// a number, as written
    Number(&'a str),
    /// a string
    String(Cow<'a, str>),
    /// an array
    Array(Vec<Node<'a>>),
    /// an object; no two members have the same name
    Object(Vec<Member<'a>>),
}

/// A member of an object.
#[derive(Debug, Clone)]
pub struct Member<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// Where the name stands, quotes included, in bytes.
    pub name_span: Range<usize>,
    /// Its value.
    pub node: Node<'a>,
}

impl<'a> Node<'a> {
    /// Reads a document.
    ///
    /// ```
    /// use tollgate_core::{reader::Settings, tree::Node};
    ///
    /// let tree = Node::parse(r#"{"a": [1]}"#, Settings::DEFAULT)?;
    /// assert_eq!(tree.member("a").unwrap().node.span, 6..9);
    /// # Ok::<(), tollgate_core::Report>(())
    /// ```
    ///
    /// # Errors
    /// A report of what is wrong with it as JSON: syntax, duplicate members, nesting.
    pub fn parse(text: &'a str, settings: Settings) -> Result<Self, Report> {
        let (tree, collect) = read_document(text, settings, usize::MAX);
        match (tree, collect.into_report(text.as_bytes())) {
            (Some(tree), None) => Ok(tree),
            (_, Some(report)) => Err(report),
            (None, None) => unreachable!("a document without tree has an error"),
        }
    }

    /// The member `name`, if this is an object that has it.
    pub fn member(&self, name: &str) -> Option<&Member<'a>> {
        match &self.value {
            Value::Object(members) => members.iter().find(|member| member.name == name),
            _ => None,
        }
    }

    /// The value as compact JSON, its numbers as written.
    pub fn to_json(&self) -> String {
        let mut json = JsonWriter::new();
        self.write(&mut json);
        String::from_utf8_lossy(&json.into_bytes()).into_owned()
    }

    /// A key that equal values share (Core 2020-12 §4.2.2), and only they.
    ///
    /// ```
    /// use tollgate_core::{reader::Settings, tree::Node};
    ///
    /// let key = |text| Node::parse(text, Settings::DEFAULT).map(|node| node.key());
    /// assert_eq!(key(r#"{"a": 1, "b": []}"#)?, key(r#"{"b": [], "a": 1.0}"#)?);
    /// assert_ne!(key("1")?, key(r#""1""#)?);
    /// # Ok::<(), tollgate_core::Report>(())
    /// ```
    pub fn key(&self) -> Vec<u8> {
        // What has become a tree was not too deep.
        key(&self.to_json(), usize::MAX).map_or_else(Vec::new, Cow::into_owned)
    }

    /// The string, if this is one.
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }
}

impl ToJson for Node<'_> {
    fn write(&self, json: &mut JsonWriter) {
        match &self.value {
            Value::Null => ().write(json),
            Value::Bool(value) => value.write(json),
            Value::Number(text) => json.raw(text.as_bytes()),
            Value::String(text) => text.as_ref().write(json),
            Value::Array(items) => items.write(json),
            Value::Object(members) => {
                let mut object = ObjectWriter::new(json);
                for member in members {
                    object.member(&member.name, &member.node);
                }
                object.end();
            }
        }
    }
}

/// Reads a document into a tree; what is wrong with it as JSON is in the sink. There is a tree
/// beside errors when only members are doubled or containers nest too deep.
pub(crate) fn read_document(
    text: &str,
    settings: Settings,
    limit: usize,
) -> (Option<Node<'_>>, Collect) {
    let (tree, mut reader) = read_reporting(text, settings, limit, Vec::new());
    let doubled = reader.doubled();
    if doubled.is_empty() {
        return (tree, reader.into_sink());
    }
    let (tree, reader) = read_reporting(text, settings, limit, doubled);
    (tree, reader.into_sink())
}

/// The same where it is known which names of objects that have many are doubled.
fn read_reporting(
    text: &str,
    settings: Settings,
    limit: usize,
    doubled: Vec<usize>,
) -> (Option<Node<'_>>, TreeReader<'_>) {
    let mut reader = Reader::new(text, settings, Collect::new("", limit));
    reader.find_shadowed(settings);
    if !doubled.is_empty() {
        reader = reader.with_doubled(doubled);
    }
    let tree = read(&mut reader).and_then(|tree| reader.finish().map(|()| tree));
    (tree.ok(), reader)
}

type TreeReader<'a> = Reader<'a, Collect>;

fn read<'a>(reader: &mut TreeReader<'a>) -> Result<Node<'a>, Stop> {
    let first = reader.peek();
    let start = reader.position();
    let value = match first {
        Some(b'"') => reader.string()?.map(|text| Value::String(text.text())),
        Some(b'{') => Some(read_object(reader)?),
        Some(b'[') => Some(read_array(reader)?),
        Some(b't' | b'f') => reader.boolean()?.map(Value::Bool),
        Some(b'n') => reader.null()?.then_some(Value::Null),
        _ => reader.number()?.map(|number| Value::Number(number.text())),
    };
    let value = value.unwrap_or(Value::Null);
    Ok(Node {
        span: start..reader.position(),
        value,
    })
}

/// A container that nests too deep is reported and stays empty.
fn read_object<'a>(reader: &mut TreeReader<'a>) -> Result<Value<'a>, Stop> {
    let mut members = Vec::new();
    if let Some(mut object) = reader.object()? {
        while object.next(reader, Names::NONE)?.is_some() {
            object.named(reader, |reader, name, name_span| {
                let node = read(reader)?;
                members.push(Member {
                    name,
                    name_span,
                    node,
                });
                Ok(())
            })?;
        }
    }
    Ok(Value::Object(members))
}

fn read_array<'a>(reader: &mut TreeReader<'a>) -> Result<Value<'a>, Stop> {
    let mut items = Vec::new();
    if let Some(mut array) = reader.array()? {
        while array.next(reader)? {
            let index = array.count() - 1;
            items.push(reader.within(|_| Step::item(index, Edge::NONE), read)?);
        }
    }
    Ok(Value::Array(items))
}
