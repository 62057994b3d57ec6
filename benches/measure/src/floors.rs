//! Engines that only read, and one that only looks at each byte.

use crate::documents::Documents;
use crate::engine::Engine;
use crate::id;
use serde::de::IgnoredAny;
use sonic_rs::LazyValue;
use std::hint::black_box;

pub(crate) fn floors(documents: &Documents) -> [Engine<'_>; 5] {
    [
        Engine::reading(
            documents,
            id::SONIC,
            "sonic-rs Value, nothing validated",
            |json| is_built(sonic_rs::from_slice::<sonic_rs::Value>(json)),
        ),
        Engine::reading(
            documents,
            id::SONIC_SKIP,
            "sonic-rs skipping (IgnoredAny)",
            |json| is_built(sonic_rs::from_slice::<IgnoredAny>(json)),
        ),
        Engine::reading(
            documents,
            id::SONIC_LAZY,
            "sonic-rs skipping (LazyValue)",
            |json| is_built(sonic_rs::from_slice::<LazyValue<'_>>(json)),
        ),
        Engine::reading(
            documents,
            id::SERDE_SKIP,
            "serde_json skipping (IgnoredAny)",
            |json| is_built(serde_json::from_slice::<IgnoredAny>(json)),
        ),
        Engine::reading(
            documents,
            id::SCAN,
            "memchr for a byte that never comes",
            |json| memchr::memchr(0, json).is_none(),
        ),
    ]
}

/// Builds, drops, and says whether there was something to drop: dropping is part of the job of whoever
/// builds.
pub fn is_built<T, E>(value: Result<T, E>) -> bool {
    black_box(value.ok()).is_some()
}
