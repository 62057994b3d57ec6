//! Spelling help: which allowed name was probably meant.

/// Names longer than this are not compared, so that help never costs more than reading did.
pub(crate) const LONGEST_COMPARED: usize = 100;

/// Of the names that an object has, so many are compared with one that it lacks.
pub(crate) const MOST_COMPARED: usize = 1_000;

/// The one of `allowed` that `given` is nearest to, if it is near enough to be meant.
pub(crate) fn nearest<'n>(
    given: &str,
    allowed: impl IntoIterator<Item = &'n str>,
) -> Option<&'n str> {
    if given.is_empty() || given.len() > LONGEST_COMPARED {
        return None;
    }
    let folded = fold(given);
    let near = allowed
        .into_iter()
        .filter(|name| name.len() <= LONGEST_COMPARED)
        .map(|name| {
            // A name that differs only in case or in separators is the nearest there is.
            let distance = if fold(name) == folded {
                0
            } else {
                strsim::damerau_levenshtein(&given.to_lowercase(), &name.to_lowercase())
            };
            (distance, name)
        });
    let (distance, name) = near.min_by_key(|&(distance, _)| distance)?;
    let length = given.chars().count().max(name.chars().count());
    (distance <= length.div_ceil(3) && distance < length).then_some(name)
}

fn fold(name: &str) -> String {
    let characters = name
        .chars()
        .filter(|character| !matches!(character, '-' | '_' | ' '));
    characters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_misspelling_finds_its_name() {
        let modes = ["IMPS", "UPI", "NEFT", "DEBIT CARD", "CREDIT CARD"];
        assert_eq!(nearest("NETFT", modes), Some("NEFT"));
        assert_eq!(nearest("credit-card", modes), Some("CREDIT CARD"));
        assert_eq!(nearest("PAYPAL", modes), None);
        assert_eq!(nearest("", modes), None);
    }
}
