//! Answers to the agent's suggestions: a plain yes confirms those that the last reply named, a plain no removes them.

use crate::decision::consent;
use crate::decision::grounding::{self, Grounded};
use crate::decision::questions;
use crate::decision::quotes::capped;
use crate::decision::transcript::Transcript;
use crate::{Basis, Change, Leaf, Op, TurnInput};

/// The changes to the suggestions, if the message is only a yes or a no.
pub(crate) fn answered(input: &TurnInput<'_>, transcript: &Transcript<'_>) -> Vec<Change> {
    let accepts = transcript.confirmed.is_some();
    if !accepts && !consent::is_plain_no(input.message) {
        return Vec::new();
    }
    let Some(asked) = questions::answered_by_yes(input.last_reply) else { return Vec::new() };
    let named = transcript.answering(asked);
    let is_named = |leaf: &Leaf<'_>| {
        grounding::ground(&named, leaf.field, &leaf.value, "")
            .is_ok_and(|found| found.basis == Basis::Confirmed)
    };
    let grounded = match accepts {
        true => Grounded::confirmed("", transcript),
        false => Grounded::stated("", capped(transcript.current.text)),
    };
    let evidence = grounded.evidence(input.turn, transcript);
    let answered = |leaf: Leaf<'_>| {
        let op = match (accepts, leaf.field.is_list()) {
            (true, true) => Op::Add,
            (true, false) => Op::Set,
            (false, true) => Op::Remove,
            (false, false) => Op::Clear,
        };
        Change { op, field: leaf.field, value: leaf.value, evidence: evidence.clone() }
    };
    input.draft.suggestions().filter(is_named).map(answered).collect()
}
