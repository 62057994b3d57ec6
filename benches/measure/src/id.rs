//! What the engines are called on the command line and in JSON.

/// An engine's name.
pub type Id = &'static str;

/// Tollgate, asked for the verdict alone.
pub const OURS: Id = "ours";
/// Tollgate, asked for a report of what is wrong.
pub const REPORT: Id = "report";
/// `serde_json`'s tree and the validator that a macro generates: what the others are compared with.
pub const BASELINE: Id = "baseline";
/// The same validator on trees that are there already.
pub const READY: Id = "ready";
/// `serde_json`'s tree and the `jsonschema` crate at run time.
pub const RUN_TIME: Id = "run-time";
/// sonic-rs's tree and the `jsonschema` crate at run time.
pub const SONIC_RUN_TIME: Id = "sonic-run-time";
/// `serde_json`'s tree and the `boon` crate.
pub const BOON: Id = "boon";
/// sonic-rs building its tree.
pub const SONIC: Id = "sonic";
/// sonic-rs passing over the document as serde's `IgnoredAny`.
pub const SONIC_SKIP: Id = "sonic-skip";
/// sonic-rs passing over the document as its own `LazyValue`.
pub const SONIC_LAZY: Id = "sonic-lazy";
/// `serde_json` passing over the document.
pub const SERDE_SKIP: Id = "serde-skip";
/// One look at each byte.
pub const SCAN: Id = "scan";

/// All of them.
pub const ALL: [Id; 12] = [
    OURS,
    REPORT,
    BASELINE,
    READY,
    RUN_TIME,
    SONIC_RUN_TIME,
    BOON,
    SONIC,
    SONIC_SKIP,
    SONIC_LAZY,
    SERDE_SKIP,
    SCAN,
];
