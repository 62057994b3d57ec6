//! One schema before both judges.

use crate::exception::Exception;
use crate::tally::Tally;
use jsonschema::Validator;
use jsonschema::meta::MetaValidator;
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tollgate_codegen::{Diagnostic, Document, Options, Remote, Severity, compile};
use tollgate_tests::oracle::Remotes;
use tollgate_tests::suite::Draft;

/// What the schema is called.
pub(crate) const FILE: &str = "schema.json";

/// The compiler and the meta-schema of a draft.
pub(crate) struct Judge {
    pub(crate) draft: &'static Draft,
    remotes: Vec<Remote>,
    meta: MetaValidator<'static>,
    /// The same meta-schema, by which any string is a URI.
    lenient: Validator,
    /// The meta-schemas among the remote documents, which leave out vocabularies or add some.
    own: BTreeMap<String, Validator>,
}

/// What came out.
#[derive(Default)]
pub(crate) struct Finding {
    /// Whether the meta-schema accepts the schema.
    pub(crate) is_sound: bool,
    /// What explains that the compiler says otherwise.
    pub(crate) exceptions: BTreeSet<Exception>,
    /// What nothing explains.
    pub(crate) difference: Option<String>,
}

impl Judge {
    pub(crate) fn new(draft: &'static Draft, remotes: &[Remote]) -> Self {
        let (meta, uri) = match draft.name {
            "4" => (
                jsonschema::draft4::meta::validator(),
                "http://json-schema.org/draft-04/schema#",
            ),
            "6" => (
                jsonschema::draft6::meta::validator(),
                "http://json-schema.org/draft-06/schema#",
            ),
            "7" => (
                jsonschema::draft7::meta::validator(),
                "http://json-schema.org/draft-07/schema#",
            ),
            "2019-09" => (
                jsonschema::draft201909::meta::validator(),
                "https://json-schema.org/draft/2019-09/schema",
            ),
            _ => (
                jsonschema::draft202012::meta::validator(),
                "https://json-schema.org/draft/2020-12/schema",
            ),
        };
        let lenient = jsonschema::options()
            .with_draft(draft.oracle)
            .with_format("uri", |_: &str| true)
            .with_format("uri-reference", |_: &str| true)
            .build(&json!({ "$ref": uri }));
        Self {
            draft,
            remotes: remotes.to_vec(),
            meta,
            lenient: lenient.expect("meta-schemas are schemas"),
            own: own_meta_schemas(draft, remotes),
        }
    }

    /// Compares on many schemas.
    pub(crate) fn compare_all(&self, schemas: &[Value]) -> Tally {
        let compare = |options: &mut Options, schema| self.compare(schema, options);
        let findings = schemas.par_iter().map_init(|| self.options(), compare);
        let mut tally = Tally::default();
        for finding in findings.collect::<Vec<_>>() {
            tally.count(finding);
        }
        tally
    }

    fn options(&self) -> Options {
        Options {
            draft: self.draft.name.to_owned(),
            remotes: self.remotes.clone(),
            backtracking: true,
            has_formats: true,
            ..Options::default()
        }
    }

    fn compare(&self, schema: &Value, options: &Options) -> Finding {
        let errors = errors(schema, options);
        let is_sound = match self.own_meta_schema(schema) {
            Some(own) => own.is_valid(schema),
            None => self.meta.is_valid(schema),
        };
        if !is_sound && !self.accepts(schema) {
            // What would be wrong with a schema that is sound says nothing of this one.
            let is_refusal = |error| !Exception::is_beyond_meta_schemas(error, self);
            let agree = errors.iter().any(is_refusal);
            return Finding {
                is_sound,
                exceptions: BTreeSet::new(),
                difference: (!agree).then(|| self.difference("broken", schema, &errors)),
            };
        }
        let explained: Vec<_> = errors
            .iter()
            .map(|error| Exception::of(error, schema, self))
            .collect();
        let mut exceptions: BTreeSet<Exception> = explained.iter().flatten().copied().collect();
        if !is_sound {
            exceptions.insert(Exception::LenientUri);
        }
        let agree = explained.iter().all(Option::is_some);
        Finding {
            is_sound,
            exceptions,
            difference: (!agree).then(|| self.difference("sound", schema, &errors)),
        }
    }

    fn difference(&self, verdict: &str, schema: &Value, errors: &[Diagnostic]) -> String {
        let draft = self.draft.name;
        let errors: Vec<String> = errors.iter().map(Diagnostic::to_string).collect();
        let errors = errors.join("\n  ");
        format!("draft {draft}, {verdict} by its meta-schema: {schema}\n  {errors}")
    }

    /// Whether the meta-schema accepts a value as a schema, URIs left aside.
    pub(crate) fn accepts(&self, schema: &Value) -> bool {
        let own = self.own_meta_schema(schema);
        own.unwrap_or(&self.lenient).is_valid(schema)
    }

    fn own_meta_schema(&self, schema: &Value) -> Option<&Validator> {
        self.own.get(schema.get("$schema")?.as_str()?)
    }
}

fn own_meta_schemas(draft: &Draft, remotes: &[Remote]) -> BTreeMap<String, Validator> {
    let is_meta_schema = |remote: &&Remote| {
        remote.uri.contains(&format!("/{}/", draft.folder)) && remote.text.contains("$vocabulary")
    };
    let validator = |remote: &Remote| {
        let options = jsonschema::options().with_draft(draft.oracle);
        let options = options.with_retriever(Remotes::new(remotes));
        let validator = options.build(&json!({ "$ref": remote.uri }));
        (
            remote.uri.clone(),
            validator.expect("meta-schemas are schemas"),
        )
    };
    remotes
        .iter()
        .filter(is_meta_schema)
        .map(validator)
        .collect()
}

fn errors(schema: &Value, options: &Options) -> Vec<Diagnostic> {
    let document = Document::new("Schema", FILE, &schema.to_string());
    let (_, mut found) = compile(&[document], options);
    found.retain(|found| found.severity() == Severity::Error);
    found
}
