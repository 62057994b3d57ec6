//! Schemas that are known only at run time (feature `dynamic`): the same reader and the same
//! reports as generated code has, judged by `jsonschema`.
//!
//! Documents are read into a tree whose values know their places, and that tree is what
//! `jsonschema` walks. Nothing is ever downloaded, and no file is opened: a schema that refers to
//! another document is an error.
//!
//! Branches that overlap and lead back to the top can take `jsonschema` exponential time. A judgement
//! that would take too long ends with the keyword `limit`, and is never a wrong `valid`.

mod broken;
mod budget;
mod canonical;
mod compile;
mod dialect;
mod errors;
mod exact;
mod failures;
mod node;
mod numbers;
mod place;
mod resources;
#[cfg(test)]
mod tests;

use crate::ValidationError;
use crate::document::utf8;
use crate::reader::{Collect, Settings};
use crate::report::{Failure, Report};
use crate::schema::LISTED_ERRORS;
use crate::tree::{self, Node};
use budget::{Question, steps};
use compile::{Compiled, build_exact, compile};
use errors::{SchemaText, Telling};
use jsonschema::Validator;
use node::{Index, Tree, TreeNode};
use numbers::has_unheld;
use place::Document;
use std::fmt;
use std::sync::OnceLock;

/// A schema that is compiled at run time.
///
/// ```
/// use tollgate_core::dynamic::DynamicSchema;
///
/// let schema = DynamicSchema::compile(r#"{"properties": {"mode": {"enum": ["UPI", "NEFT"]}}}"#)?;
/// assert!(schema.is_valid_json(br#"{"mode": "UPI"}"#));
///
/// let report = schema.validate_json(br#"{"mode": "NETFT"}"#).unwrap_err();
/// assert_eq!(report[0].instance_location(), "/mode");
/// assert_eq!(report[0].schema_location(), "/properties/mode/enum");
/// assert_eq!(report[0].help(), Some("did you mean \"NEFT\"? Allowed: \"UPI\", \"NEFT\""));
/// # Ok::<(), tollgate_core::Report>(())
/// ```
pub struct DynamicSchema {
    text: String,
    compiled: Compiled,
    /// Judges where machine numbers would round; built when first needed.
    exact: OnceLock<Option<Validator<Tree>>>,
}

impl DynamicSchema {
    /// Compiles the text of a schema of draft 4, 6, 7, 2019-09 or 2020-12; the last is taken where
    /// `$schema` is absent. `format` is an annotation in all of them.
    ///
    /// ```
    /// use tollgate_core::dynamic::DynamicSchema;
    ///
    /// let problems = DynamicSchema::compile(r#"{"type": "strng"}"#).unwrap_err();
    /// assert_eq!(problems[0].instance_location(), "/type");
    /// assert_eq!((problems[0].line(), problems[0].column()), (Some(1), Some(10)));
    /// assert!(problems[0].help().unwrap().starts_with("did you mean \"string\"?"));
    /// ```
    ///
    /// # Errors
    /// A report about the schema's text: what breaks JSON, the draft's meta-schema, a reference
    /// that leads nowhere, a pattern that is no regular expression. All locations are the schema's.
    pub fn compile(schema_text: &str) -> Result<Self, Report> {
        let compiled = compile(schema_text)?;
        Ok(Self {
            text: schema_text.to_owned(),
            compiled,
            exact: OnceLock::new(),
        })
    }

    /// Judges a document.
    ///
    /// # Errors
    /// A report of every error in the document, at most 1,000 of them listed.
    pub fn validate_json(&self, bytes: &[u8]) -> Result<(), Report> {
        let text = utf8(bytes)?;
        let (tree, mut collect) = tree::read_document(text, Settings::DEFAULT, LISTED_ERRORS);
        if let Some(tree) = &tree {
            let document = Document {
                text,
                tree,
                index: &Index::of(tree),
            };
            match self.verdict(tree, document.index) {
                Ok(true) => {}
                Ok(false) => self.judge(&document, &mut collect),
                Err(TooLong) => collect.push(|| too_long(tree, NO_VERDICT)),
            }
        }
        collect.into_report(bytes).map_or(Ok(()), Err)
    }

    /// Judges a document as [`DynamicSchema::validate_json`] does, and stops at the first error.
    pub fn is_valid_json(&self, bytes: &[u8]) -> bool {
        let Ok(text) = std::str::from_utf8(bytes) else {
            return false;
        };
        let (tree, collect) = tree::read_document(text, Settings::DEFAULT, 1);
        match (tree, collect.into_report(bytes)) {
            (Some(tree), None) => self.verdict(&tree, &Index::of(&tree)).unwrap_or(false),
            _ => false,
        }
    }

    /// The schema's text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The validator for a document: a copy that compares exact decimals where that matters.
    fn validator(&self, document: &Node<'_>) -> &Validator<Tree> {
        let Compiled {
            value,
            numbers,
            draft,
            locations: _,
            validator,
        } = &self.compiled;
        if numbers.is_empty() && !has_unheld(document) {
            return validator;
        }
        let exact = self
            .exact
            .get_or_init(|| build_exact(value, *draft, numbers).ok());
        exact.as_ref().unwrap_or(validator)
    }

    /// Whether a document is valid.
    fn verdict(&self, tree: &Node<'_>, index: &Index) -> Result<bool, TooLong> {
        self.allow(Question::Verdict, index);
        let verdict = self.validator(tree).is_valid(TreeNode::Value(tree, index));
        if index.budget.is_exhausted() {
            Err(TooLong)
        } else {
            Ok(verdict)
        }
    }

    fn allow(&self, question: Question, index: &Index) {
        let steps = steps(question, index.values(), self.compiled.locations);
        index.budget.allow(steps);
    }

    /// Gathers the errors of a document that is not valid.
    fn judge(&self, document: &Document<'_>, collect: &mut Collect) {
        self.allow(Question::Errors, document.index);
        let instance = TreeNode::Value(document.tree, document.index);
        let found = self.validator(document.tree).iter_errors(instance);
        if document.index.budget.is_exhausted() {
            collect.push(|| too_long(document.tree, NO_LIST));
            return;
        }
        // Reports are rare: what they need of the schema's text is read again for them.
        let Ok(schema) = Node::parse(&self.text, Settings::DEFAULT) else {
            return;
        };
        let index = Index::of(&schema);
        let schema = Document {
            text: &self.text,
            tree: &schema,
            index: &index,
        };
        let schema = Some(SchemaText::new(schema));
        let telling = Telling {
            document,
            schema,
            numbers: &self.compiled.numbers,
        };
        let cut_off = cut_off(collect.errors());
        for found in found {
            if !is_within(&cut_off, found.instance_path().as_str()) {
                telling
                    .tell(&found)
                    .into_iter()
                    .for_each(|error| collect.push(|| error));
            }
        }
    }
}

/// A question that was given up.
struct TooLong;

const NO_VERDICT: &str = "judging this document by this schema takes too long";
const NO_LIST: &str =
    "the schema does not allow this document, but finding every reason takes too long";

/// The error in place of an answer.
fn too_long(tree: &Node<'_>, message: &str) -> ValidationError {
    let failure = Failure::new("limit", tree.span.clone(), message.to_owned()).with_help(
        "in the schema, branches that overlap are tried again at each level of the document: tell \
         them apart by `type`, `const` or `required`",
    );
    ValidationError::of_document(failure)
}

/// Where containers nest too deep: the tree is empty from there on, so nothing is said of it.
fn cut_off(errors: &[ValidationError]) -> Vec<String> {
    let depth = errors.iter().filter(|error| error.keyword() == "depth");
    depth
        .map(|error| error.instance_location().to_owned())
        .collect()
}

fn is_within(cut_off: &[String], location: &str) -> bool {
    cut_off.iter().any(|cut| {
        location
            .strip_prefix(cut.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

impl fmt::Debug for DynamicSchema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DynamicSchema")
            .field("text", &self.text)
            .finish_non_exhaustive()
    }
}
