//! Answers to the agent's suggestions: a plain yes confirms those that the last reply named, a plain no removes them.

use crate::decision::consent;
use crate::decision::grounding::{self, Grounded};
use crate::decision::questions;
use crate::decision::quotes::capped;
use crate::decision::transcript::Transcript;
use crate::decision::welcome::asks_about_copied;
use crate::{Basis, Change, Leaf, Op, TurnInput};

/// The changes to the suggestions, if the message is only a yes or a no.
pub(crate) fn answered(input: &TurnInput<'_>, transcript: &Transcript<'_>) -> Vec<Change> {
    let is_about_all = asks_about_copied(input.last_reply, input.draft);
    let accepts = transcript.confirmed.is_some() || is_about_all && consent::is_plain_yes(input.message);
    if !accepts && !consent::is_plain_no(input.message) {
        return Vec::new();
    }
    let asked = questions::answered_by_yes(input.last_reply);
    let named = asked.map(|asked| transcript.answering(asked));
    let is_asked = |leaf: &Leaf<'_>| {
        let found = named.as_ref().map(|named| grounding::ground(named, leaf.field, &leaf.value, ""));
        found.is_some_and(|found| found.is_ok_and(|found| found.basis == Basis::Confirmed))
    };
    let is_named = |leaf: &Leaf<'_>| is_about_all || is_asked(leaf);
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
