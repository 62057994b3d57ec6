//! Services that read req-pay requests, each in another way: a crate outside the workspace, as a user's
//! would be.

use crate::datasets::crates::generate;
use tollgate_scratch::{Scratch, dependency, manifest};

/// A way to write the service.
pub(super) struct Service {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    needs: Vec<String>,
    /// What stands above `main`, with a function `accepts`.
    code: &'static str,
    /// The file that a change of the message changes.
    pub(super) source: (&'static str, String),
}

const SCHEMA: &str = include_str!("../../../schema/req-pay.request.schema.json");
/// A little of everything that req-pay has, so that its types need the same run time.
const SMALL: &str = r#"{"type": "object", "required": ["a"], "properties": {
    "a": {"type": "string", "pattern": "^[^\\\\\"]{1,50}$"},
    "b": {"type": "number"}, "c": {"type": "string", "enum": ["x", "y"]}, "d": {"type": "integer"},
    "e": {"type": "array", "items": {"type": "object", "properties": {"f": {"type": "string"}}}}
}}"#;
const PLAIN: &str = include_str!("../req_pay/plain.rs");

const SERDE: &str = "serde = { version = '1', features = ['derive'] }";
const SERDE_JSON: &str = "serde_json = '1'";

/// Reads the file that it is told, and says whether it is accepted.
const MAIN: &str = "
fn main() {
    let path = std::env::args().nth(1).expect(\"a file\");
    let json = std::fs::read(path).expect(\"the file is there\");
    println!(\"{}\", accepts(&json));
}
";

/// All of them.
pub(super) fn services() -> Result<Vec<Service>, String> {
    let needs = |needs: &[&str]| needs.iter().map(|&need| need.to_owned()).collect();
    let schema = || ("schema.json", SCHEMA.to_owned());
    let macro_ =
        "jsonschema = { version = '0.60.2', default-features = false, features = ['macros'] }";
    let run_time = "jsonschema = { version = '0.61.2', default-features = false }";
    Ok(vec![
        Service {
            name: "nothing",
            title: "a program that reads no JSON",
            needs: Vec::new(),
            code: "fn accepts(json: &[u8]) -> bool { !json.is_empty() }",
            source: schema(),
        },
        Service {
            name: "any",
            title: "tollgate-core, any JSON value",
            needs: vec![dependency("tollgate-core", "core", &[])],
            code: "fn accepts(json: &[u8]) -> bool {
    <tollgate_core::Json as tollgate_core::Schema>::from_json(json).is_ok()
}",
            source: schema(),
        },
        Service {
            name: "small",
            title: "tollgate, generated file of a few members",
            needs: vec![dependency("tollgate-core", "core", &[])],
            code: "mod types;
fn accepts(json: &[u8]) -> bool {
    types::Root::from_json(json).is_ok() || !json.is_empty()
}",
            source: ("src/types.rs", generate("small", SMALL)?),
        },
        Service {
            name: "file",
            title: "tollgate, generated file",
            needs: vec![dependency("tollgate-core", "core", &[])],
            code: "mod types;
fn accepts(json: &[u8]) -> bool { types::Root::from_json(json).is_ok() }",
            source: ("src/types.rs", generate("req-pay", SCHEMA)?),
        },
        Service {
            name: "macro",
            title: "tollgate::schema!",
            needs: vec![dependency("tollgate", "tollgate", &[])],
            code: "tollgate::schema! { path = \"schema.json\" }
fn accepts(json: &[u8]) -> bool { ReqPayRequest::from_json(json).is_ok() }",
            source: schema(),
        },
        Service {
            name: "hand",
            title: "hand-written serde types",
            needs: needs(&[SERDE, SERDE_JSON]),
            code: "mod types;
fn accepts(json: &[u8]) -> bool {
    serde_json::from_slice::<types::Request<f64>>(json).is_ok()
}",
            source: ("src/types.rs", PLAIN.to_owned()),
        },
        Service {
            name: "typify",
            title: "typify::import_types!",
            needs: needs(&[SERDE, SERDE_JSON, "typify = '*'", "regress = '*'"]),
            code: "typify::import_types!(\"schema.json\");
fn accepts(json: &[u8]) -> bool { serde_json::from_slice::<ReqPayRequest>(json).is_ok() }",
            source: schema(),
        },
        Service {
            name: "typify-jsonschema",
            title: "typify + jsonschema at run time",
            needs: needs(&[SERDE, SERDE_JSON, "typify = '*'", "regress = '*'", run_time]),
            code: "typify::import_types!(\"schema.json\");
fn accepts(json: &[u8]) -> bool {
    let schema = serde_json::from_str(include_str!(\"../schema.json\")).expect(\"JSON\");
    let validator = jsonschema::validator_for(&schema).expect(\"a schema\");
    serde_json::from_slice(json).is_ok_and(|value| {
        validator.is_valid(&value) && serde_json::from_value::<ReqPayRequest>(value).is_ok()
    })
}",
            source: schema(),
        },
        Service {
            name: "jsonschema",
            title: "#[jsonschema::validator], all methods",
            needs: needs(&[SERDE_JSON, macro_]),
            code: "#[jsonschema::validator(path = \"schema.json\")]
struct Validator;
fn accepts(json: &[u8]) -> bool {
    serde_json::from_slice(json).is_ok_and(|value| Validator::is_valid(&value))
}",
            source: schema(),
        },
    ])
}

impl Service {
    /// Writes the crate.
    pub(super) fn write(&self) -> Scratch {
        let name = format!("service-{}", self.name);
        let scratch = Scratch::empty(&name);
        let manifest = manifest(&name, &self.needs, "[workspace]\n");
        scratch.write("Cargo.toml", &manifest);
        scratch.write("src/main.rs", &format!("{}\n{MAIN}", self.code));
        scratch.write(self.source.0, &self.source.1);
        scratch
    }

    /// The lines of code that a change of the message changes, where that is Rust.
    pub(super) fn lines(&self) -> Option<usize> {
        let (path, text) = &self.source;
        (*path != "schema.json").then(|| text.lines().count())
    }
}
