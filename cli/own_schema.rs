//! The schema that a document names itself, in its member `$schema`.

use crate::engine::{Engine, SchemaProblem};
use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tollgate_core::Report;
use tollgate_core::reader::Settings;
use tollgate_core::tree::Node;

/// The schemas that documents have named so far, each compiled once.
#[derive(Debug, Default)]
pub(crate) struct OwnSchemas(Mutex<BTreeMap<PathBuf, Compiled>>);

type Compiled = Arc<Result<Engine, SchemaProblem>>;

/// Whether a document says what to judge it by.
pub(crate) enum Found {
    Schema(PathBuf, Compiled),
    /// It names nothing, or something that is no schema file here.
    None {
        message: String,
    },
    /// It cannot be asked: it is not JSON.
    Malformed(Report),
}

impl OwnSchemas {
    /// What a document in `folder` is to be judged by.
    pub(crate) fn find(&self, folder: Option<&Path>, document: &[u8]) -> Found {
        let named = match named_schema(document) {
            Ok(Some(named)) => named,
            Ok(None) => {
                return Found::None {
                    message: "no schema is named for it".to_owned(),
                };
            }
            Err(report) => return Found::Malformed(report),
        };
        let Some(path) = in_working_tree(&named, folder) else {
            let named = crate::input::shown(&named.chars().take(60).collect::<String>());
            let message = format!("its `$schema` \"{named}\" is no file in this working tree");
            return Found::None { message };
        };
        let mut compiled = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let engine = compiled.entry(path.clone());
        let engine = engine.or_insert_with(|| Arc::new(Engine::from_file(&path)));
        let engine = Arc::clone(engine);
        Found::Schema(path, engine)
    }
}

/// What `$schema` says. Doubled members are for the engine to report.
fn named_schema(document: &[u8]) -> Result<Option<String>, Report> {
    let settings = Settings {
        last_duplicate_counts: true,
        ..Settings::DEFAULT
    };
    let Ok(text) = std::str::from_utf8(document) else {
        use tollgate_core::Schema as _;
        return tollgate_core::Json::from_json(document).map(|_| None);
    };
    let tree = Node::parse(text, settings)?;
    let named = tree
        .member("$schema")
        .and_then(|member| member.node.as_str());
    Ok(named.map(str::to_owned))
}

/// The file called `named`, beside the document or under the current folder. Links and `..` are
/// resolved first, so that a document cannot point out of the working tree.
fn in_working_tree(named: &str, folder: Option<&Path>) -> Option<PathBuf> {
    if named.is_empty() {
        return None;
    }
    let current = env::current_dir().ok()?.canonicalize().ok()?;
    let root = working_tree(&current);
    let candidates = [
        folder.map(|folder| folder.join(named)),
        Some(PathBuf::from(named)),
    ];
    candidates.into_iter().flatten().find(|path| {
        path.canonicalize()
            .is_ok_and(|path| path.starts_with(root) && path.is_file())
    })
}

/// The nearest folder around `current` that is under version control, else `current` itself.
fn working_tree(current: &Path) -> &Path {
    current
        .ancestors()
        .find(|folder| folder.join(".git").exists())
        .unwrap_or(current)
}
