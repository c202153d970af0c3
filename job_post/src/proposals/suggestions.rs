//! The agent's own suggestions: a plain yes makes facts of those that its last reply named, a plain no drops them.

use super::evidence;
use crate::consent;
use crate::grounding::{self, Grounded};
use crate::questions;
use crate::said::{Said, capped};
use crate::{Basis, Change, Leaf, Op, Situation};

/// What the message, if it is nothing but a yes or a no, makes of what was suggested.
pub(super) fn answered(situation: &Situation<'_>, said: &Said<'_>) -> Vec<Change> {
    let accepts = said.confirmed.is_some();
    if !accepts && !consent::is_plain_no(situation.message) {
        return Vec::new();
    }
    let Some(asked) = questions::answered_by_yes(situation.last_reply) else { return Vec::new() };
    let named = said.answering(asked);
    let is_named = |leaf: &Leaf<'_>| {
        grounding::ground(&named, leaf.field, &leaf.value, "")
            .is_ok_and(|found| found.basis == Basis::Confirmed)
    };
    let grounded = match accepts {
        true => Grounded::confirmed("", said),
        false => Grounded::stated("", capped(said.current.text)),
    };
    let evidence = evidence(situation, said, &grounded);
    let answered = |leaf: Leaf<'_>| {
        let op = match (accepts, leaf.field.is_list()) {
            (true, true) => Op::Add,
            (true, false) => Op::Set,
            (false, true) => Op::Remove,
            (false, false) => Op::Clear,
        };
        Change { op, field: leaf.field, value: leaf.value, evidence: evidence.clone() }
    };
    situation.draft.suggestions().filter(is_named).map(answered).collect()
}
