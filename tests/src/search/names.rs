//! What schemas of a document are called, and references to them.

use super::schema::{At, Object, Pen};
use super::values::pick;
use fastrand::Rng;
use jsonschema::Draft;
use serde_json::{Value, json};

/// The schemas of a document that can be referred to: the root and its definitions.
pub(super) struct Names {
    draft: Draft,
    definitions: Vec<Definition>,
    /// Whether the root says its URI; without one, its definitions have none either.
    has_uri: bool,
    /// Whether what a reference leads to may depend on the way to it.
    is_dynamic: bool,
}

/// How a definition may be called, beside its place.
struct Definition {
    has_uri: bool,
    has_anchor: bool,
}

/// The URI of the root. Those of definitions are relative to it, and so are all references.
const ROOT: &str = "https://drawn.example/root";

impl Names {
    pub(super) fn draw(rng: &mut Rng, draft: Draft) -> Self {
        let has_uri = rng.u8(0..3) == 0;
        let count = rng.usize(0..4);
        let definition = |_| Definition {
            has_uri: has_uri && rng.bool(),
            has_anchor: rng.u8(0..4) == 0,
        };
        Self {
            draft,
            definitions: (0..count).map(definition).collect(),
            has_uri,
            is_dynamic: draft >= Draft::Draft201909 && rng.u8(0..3) == 0,
        }
    }

    /// How many definitions there are. The root counts as the one behind the last.
    pub(super) fn count(&self) -> usize {
        self.definitions.len()
    }

    /// The keyword that holds the definitions.
    pub(super) fn keyword(&self) -> &'static str {
        if self.draft < Draft::Draft201909 {
            "definitions"
        } else {
            "$defs"
        }
    }

    /// Adds to a schema what it is called.
    pub(super) fn identify(&self, index: usize, schema: &mut Object) {
        let Some(definition) = self.definitions.get(index) else {
            self.identify_root(schema);
            return;
        };
        let id = self.draft.id_keyword();
        if definition.has_uri {
            schema.insert(id.to_owned(), format!("r{index}").into());
            self.be_dynamic(schema);
        }
        if definition.has_anchor && self.draft >= Draft::Draft201909 {
            schema.insert("$anchor".to_owned(), format!("n{index}").into());
        } else if definition.has_anchor && !definition.has_uri {
            schema.insert(id.to_owned(), format!("#n{index}").into());
        }
        if self.draft < Draft::Draft201909 && schema.contains_key(id) {
            // It would hide the name beside it.
            schema.remove("$ref");
        }
    }

    fn identify_root(&self, schema: &mut Object) {
        if self.draft < Draft::Draft201909 {
            // It would hide the definitions beside it.
            schema.remove("$ref");
        }
        if self.has_uri {
            schema.insert(self.draft.id_keyword().to_owned(), ROOT.into());
        }
        self.be_dynamic(schema);
    }

    /// Each resource of a dynamic document can be where a reference ends.
    fn be_dynamic(&self, schema: &mut Object) {
        match self.draft {
            Draft::Draft201909 if self.is_dynamic => {
                schema.insert("$recursiveAnchor".to_owned(), json!(true));
            }
            Draft::Draft202012 if self.is_dynamic => {
                schema.insert("$dynamicAnchor".to_owned(), json!("node"));
            }
            _ => {}
        }
    }

    /// All that a reference to a schema may say.
    fn targets(&self, index: usize) -> Vec<String> {
        let root = if self.has_uri { "root" } else { "" };
        match self.definitions.get(index) {
            None if self.has_uri => vec![root.to_owned(), format!("{root}#"), ROOT.to_owned()],
            None => vec!["#".to_owned()],
            Some(definition) if definition.has_uri => {
                let mut targets = vec![
                    format!("r{index}"),
                    format!("https://drawn.example/r{index}#"),
                ];
                if definition.has_anchor && self.draft >= Draft::Draft201909 {
                    targets.push(format!("r{index}#n{index}"));
                }
                targets
            }
            Some(definition) => {
                let mut targets = vec![format!("{root}#/{}/d{index}", self.keyword())];
                if definition.has_anchor {
                    targets.push(format!("{root}#n{index}"));
                }
                targets
            }
        }
    }

    /// All that a reference may say that ends in different places.
    fn dynamic_targets(&self) -> Vec<String> {
        let mut targets = vec!["#node".to_owned()];
        for (index, definition) in self.definitions.iter().enumerate() {
            if definition.has_uri {
                targets.push(format!("r{index}#node"));
            }
        }
        targets
    }
}

impl Pen<'_> {
    /// Draws a reference that does not lead back to itself at the same value.
    pub(super) fn reference(&mut self, schema: &mut Object, at: At) {
        let first = at.floor.unwrap_or(0);
        let root = usize::from(at.floor.is_none());
        if root == 1 && self.names.is_dynamic && self.rng.bool() {
            self.dynamic_reference(schema);
            return;
        }
        let end = self.names.count() + root;
        if first < end {
            let index = self.rng.usize(first..end);
            let target = pick(self.rng, &self.names.targets(index)).clone();
            schema.insert("$ref".to_owned(), target.into());
        }
    }

    fn dynamic_reference(&mut self, schema: &mut Object) {
        if self.draft == Draft::Draft201909 {
            schema.insert("$recursiveRef".to_owned(), json!("#"));
        } else {
            let target = pick(self.rng, &self.names.dynamic_targets()).clone();
            schema.insert("$dynamicRef".to_owned(), target.into());
        }
    }
}

/// The schema that a reference leads to, where it is not dynamic; else one that it may lead to.
pub(super) fn target<'s>(root: &'s Value, reference: &str) -> &'s Value {
    let digit = reference.chars().last().filter(char::is_ascii_digit);
    let Some(digit) = digit.or_else(|| reference.strip_suffix('#')?.chars().last()) else {
        return root;
    };
    let definitions = root.get("$defs").or(root.get("definitions"));
    let definition = definitions.and_then(|all| all.get(format!("d{digit}")));
    definition.unwrap_or(root)
}
