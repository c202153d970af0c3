//! The difference of two drafts, as changes.

use super::Draft;
use super::change::{Change, Op};
use super::evidence::Evidence;
use crate::field::Field;

/// The changes that turn `from` into `to`, including its evidence. Applied to `from`, they give exactly `to`.
///
/// Equal fields need no change. A field that only `from` has is cleared with the evidence of an edit by hand.
pub fn diff(from: &Draft, to: &Draft) -> Vec<Change> {
    Field::ALL.into_iter().flat_map(|field| field_diff(from, to, field)).collect()
}

fn field_diff(from: &Draft, to: &Draft, field: Field) -> Vec<Change> {
    leading(field, &pieces(from, field), &pieces(to, field))
}

/// A value and its evidence.
pub(crate) type Piece = (String, Evidence);

/// The pieces of a field: one, or one for each item of a list.
pub(crate) fn pieces(draft: &Draft, field: Field) -> Vec<Piece> {
    draft.leaves(field).map(|leaf| (leaf.value, leaf.evidence.clone())).collect()
}

/// The changes that turn the pieces that a field holds into the wanted ones. Items with equal evidence share a change.
pub(crate) fn leading(field: Field, held: &[Piece], wanted: &[Piece]) -> Vec<Change> {
    if held == wanted {
        return Vec::new();
    }
    // An assumption does not replace an established value, so the field is cleared first.
    let is_weaker = wanted.first().is_none_or(|(_, evidence)| !evidence.is_established());
    let clear = Change { op: Op::Clear, field, value: String::new(), evidence: Evidence::edited() };
    let together =
        wanted.chunk_by(|(_, one), (_, other)| one == other).enumerate().map(|(place, pieces)| Change {
            op: if place == 0 { Op::Set } else { Op::Add },
            field,
            value: pieces.iter().map(|(value, _)| &**value).collect::<Vec<_>>().join("\n"),
            evidence: pieces[0].1.clone(),
        });
    (is_weaker && !held.is_empty()).then_some(clear).into_iter().chain(together).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::Basis;

    const VALUES: [&str; 9] =
        ["true", "false", "65000", "EUR", "senior", "remote", "year", "a\nb", "b\nc\nd"];
    const BASES: [Basis; 5] =
        [Basis::Stated, Basis::Interpreted, Basis::Assumed, Basis::Confirmed, Basis::Edited];

    /// A pseudo-random walk through drafts.
    struct Walk(u64);

    impl Walk {
        fn pick(&mut self, bound: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(self.0 >> 33).unwrap() % bound
        }

        fn change(&mut self) -> Change {
            let basis = BASES[self.pick(5)];
            let mut evidence = Evidence::edited();
            evidence.basis = basis;
            evidence.turn = (basis != Basis::Edited).then(|| Uuid::from_u128(self.pick(5) as u128));
            evidence.quote = self.pick(3).to_string();
            Change {
                op: [Op::Set, Op::Set, Op::Add, Op::Remove, Op::Clear][self.pick(5)],
                field: Field::ALL[self.pick(Field::ALL.len())],
                value: VALUES[self.pick(9)].to_owned(),
                evidence,
            }
        }

        fn draft(&mut self) -> Draft {
            let changes: Vec<Change> = (0..self.pick(60)).map(|_| self.change()).collect();
            Draft::fold(&changes)
        }
    }

    #[test]
    fn the_diff_turns_one_draft_into_the_other() {
        let mut walk = Walk(7);
        for _ in 0..3_000 {
            let (from, to) = (walk.draft(), walk.draft());
            let mut draft = from.clone();
            diff(&from, &to).iter().for_each(|change| draft.apply(change));
            assert_eq!(draft, to, "from {from:?}");
            assert!(diff(&to, &to).is_empty());
        }
    }

    #[test]
    fn only_what_differs_changes() {
        let mut from = Draft::default();
        let set = |field, value: &str| Change {
            op: Op::Set,
            field,
            value: value.to_owned(),
            evidence: Evidence::edited(),
        };
        from.apply(&set(Field::Title, "Cook"));
        let mut to = from.clone();
        to.apply(&set(Field::Skills, "Pasta\nRice"));
        assert_eq!(diff(&from, &to), [set(Field::Skills, "Pasta\nRice")]);
        let back = diff(&to, &from);
        assert_eq!((back.len(), back[0].op, back[0].field), (1, Op::Clear, Field::Skills));
    }
}
