//! What is told apart by where it leads.

use std::collections::BTreeMap;

/// Puts what has one class into several until all of a class lead to the same classes: `leads_to` gives the places in
/// the list that each place leads to. Classes are numbered as they come. `None` where that takes more than so many
/// rounds, each of which looks at all places.
///
/// This is the refinement of E. F. Moore, "Gedanken-experiments on sequential machines" (Automata Studies, 1956).
pub(crate) fn refined<'l>(
    mut classes: Vec<usize>,
    leads_to: impl Fn(usize) -> &'l [usize],
    most_rounds: usize,
) -> Option<Vec<usize>> {
    let mut count = 0;
    for _ in 0..most_rounds {
        let mut known = BTreeMap::new();
        let next: Vec<usize> = classes
            .iter()
            .enumerate()
            .map(|(at, class)| {
                let led_to = leads_to(at).iter().map(|&other| classes[other]);
                let number = known.len();
                *known
                    .entry((class, led_to.collect::<Vec<usize>>()))
                    .or_insert(number)
            })
            .collect();
        let found = known.len();
        classes = next;
        if found == count {
            return Some(classes);
        }
        count = found;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::refined;

    #[test]
    fn what_leads_to_different_classes_is_told_apart() {
        // 0 → 1 → 2 → 2 and 3 → 4 → 4, of which 2 and 4 are one class and the others another.
        let leads_to: [&[usize]; 5] = [&[1], &[2], &[2], &[4], &[4]];
        let classes = || vec![7, 7, 3, 7, 3];
        let found = refined(classes(), |at| leads_to[at], 9);
        assert_eq!(found, Some(vec![0, 1, 2, 1, 2]));
        assert_eq!(refined(classes(), |at| leads_to[at], 1), None);
        assert_eq!(refined(vec![5, 5], |_| &[], 9), Some(vec![0, 0]));
        assert_eq!(refined(Vec::new(), |_| &[], 9), Some(Vec::new()));
    }
}
