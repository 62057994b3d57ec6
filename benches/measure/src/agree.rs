//! What must hold before anything is timed: all engines that validate agree on every document.

use crate::documents::Documents;
use crate::engine::Engine;
use crate::figures::Disagreement;

/// The documents on which the engines' verdicts differ, and how many the first engine accepts.
pub(crate) fn disagreements(
    engines: &[Engine<'_>],
    documents: &Documents,
) -> (Vec<Disagreement>, usize) {
    let engines: Vec<&Engine<'_>> = engines.iter().filter(|engine| engine.validates).collect();
    let mut found = Vec::new();
    let mut accepted = 0;
    for index in 0..documents.len() {
        let (accepting, refusing): (Vec<_>, Vec<_>) = engines
            .iter()
            .map(|engine| (engine.id.to_owned(), (engine.accepts)(index)))
            .partition(|(_, accepts)| *accepts);
        accepted += usize::from(refusing.is_empty());
        if !accepting.is_empty() && !refusing.is_empty() {
            let names = |verdicts: Vec<(String, bool)>| verdicts.into_iter().map(|(id, _)| id);
            found.push(Disagreement {
                line: index + 1,
                accepting: names(accepting).collect(),
                refusing: names(refusing).collect(),
            });
        }
    }
    (found, accepted)
}
