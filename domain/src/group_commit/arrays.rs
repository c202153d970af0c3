//! A batch as the parallel arrays that its stored function takes, and the places in them that the function returns.

/// An array with a value of each write.
pub(crate) fn each<W, T>(writes: &[W], value: impl Fn(&W) -> T) -> Vec<T> {
    writes.iter().map(value).collect()
}

/// The outcomes of the writes, in their order. `placed` is what the database returned, each with its place in the arrays,
/// from 1; a write whose place is missing has no outcome.
pub(crate) fn outcomes<W, P, T>(
    writes: &[W],
    placed: impl IntoIterator<Item = (i32, P)>,
    outcome_of: impl Fn(&W, P) -> T,
) -> Vec<Option<T>> {
    let mut outcomes: Vec<Option<T>> = writes.iter().map(|_| None).collect();
    for (place, returned) in placed {
        let place = usize::try_from(place - 1).unwrap_or(usize::MAX);
        if let (Some(outcome), Some(write)) = (outcomes.get_mut(place), writes.get(place)) {
            *outcome = Some(outcome_of(write, returned));
        }
    }
    outcomes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_whose_place_is_missing_has_no_outcome() {
        let placed = [(3, 'c'), (1, 'a'), (0, 'x'), (4, 'x'), (i32::MIN + 1, 'x')];
        let outcomes = outcomes(&[10, 20, 30], placed, |write, letter| format!("{write}{letter}"));
        assert_eq!(outcomes, [Some("10a".to_owned()), None, Some("30c".to_owned())]);
    }
}
