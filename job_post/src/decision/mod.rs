//! Decides what a turn changes and what the user reads. The LLM proposes; this deterministic code decides.
//!
//! A value is accepted only if the user's words support it. A post is published only after the user confirmed exactly
//! the content that was shown.

mod advice;
mod answers;
mod claims;
pub mod consent;
pub(crate) mod grounding;
pub(crate) mod history;
pub(crate) mod input;
mod message;
pub(crate) mod proposal;
pub(crate) mod questions;
mod quotes;
mod reading;
mod refused;
mod repeats;
mod replies;
mod reply_text;
mod revision;
pub(crate) mod session_state;
#[cfg(test)]
mod tests;
mod transcript;
pub(crate) mod updates;
pub(crate) mod welcome;
mod writing;

use self::answers::PostQuestion;
use self::grounding::Grounded;
use self::input::TurnInput;
use self::proposal::{Proposal, Refusal, RefusalReason};
use self::quotes::capped;
use self::reading::Reading;
use self::transcript::Transcript;
use self::updates::Judged;
use self::writing::WritingAct;
use crate::draft::diff::diff;
use crate::text::cut;
use crate::values::max_length;
use crate::{Basis, Change, Draft, Evidence, Field, Leaf, Op, Step, is_ready, step};

/// What a turn does. All of it is stored in one transaction.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Applied in order to the draft of the input, they give `draft`.
    pub changes: Vec<Change>,
    pub refusals: Vec<Refusal>,
    pub draft: Draft,
    pub reply: String,
    pub complete: bool,
    /// Write the job post now: the user confirmed the summary of exactly this content.
    pub publish: bool,
    /// Hash of the content whose summary the reply ends with, or whose earlier summary is still valid.
    pub shown_hash: Option<String>,
    pub step: Step,
    /// The turn only went back to the previous draft.
    pub undone: bool,
}

/// Decides which updates are accepted, whether the message publishes the post, and what the user reads.
pub fn decide(input: &TurnInput<'_>, proposal: &Proposal) -> Decision {
    let reading = reading::read(input, proposal);
    // A yes to an offered description confirms nothing else that this reply names.
    let is_offered = writing::offered(input.last_reply).is_some();
    let heard = TurnInput { last_reply: if is_offered { "" } else { input.last_reply }, ..input.clone() };
    let (facts, refused) = writing::without_writing(input, proposal, &reading);
    let mut judged = judge(&heard, &facts, &reading);
    judged.refusals.extend(refused);
    if reading.writing == Some(WritingAct::Accepts) {
        updates::keep(accepted_writing(input), &mut judged);
    }
    let hash = input.hash(&judged.draft);
    let changed = input.hash(input.draft) != hash;
    let ready = is_ready(&judged.draft, input.policy);
    let shown_before = input.shown_hash == Some(&*hash);
    let publish = reading.consents && ready && shown_before && !changed && !input.complete;
    let complete = publish || (input.complete && !changed);
    if publish {
        updates::keep(confirmations(input, &judged.draft), &mut judged);
    }
    let end = replies::Ending { ready, changed, publish, complete };
    let is_doubtful = reading.orders || replies::doubts(reading.language, &judged).is_some();
    let offer = writing::to_offer(input, proposal, &reading, &judged.draft).filter(|_| !is_doubtful);
    let (reply, shows_summary) = match offer {
        Some(offer) => {
            let before = replies::before_offer(input, reading.language, &judged);
            (writing::reply(reading.language, &before, &offer), false)
        }
        None => replies::reply(input, proposal, &reading, &judged, end),
    };
    let doubtful = judged.refusals.iter().any(|refusal| refusal.reason == RefusalReason::Contradictory);
    let undone = reading.undo && input.previous == Some(&judged.draft);
    let shown_hash = if shows_summary || (shown_before && !doubtful) { Some(hash) } else { None };
    Decision {
        step: step(&judged.draft, complete, input.policy),
        changes: judged.changes,
        refusals: judged.refusals,
        draft: judged.draft,
        reply,
        complete,
        publish,
        shown_hash,
        undone,
    }
}

/// The changes of the turn. A greeting, a consent and an order about the whole post change nothing. A reset clears every
/// field, an undo goes back.
fn judge(input: &TurnInput<'_>, proposal: &Proposal, reading: &Reading) -> Judged {
    if reading.greeting || reading.consents || reading.asks.is_some_and(PostQuestion::is_order) {
        return refuse_all(input, proposal);
    }
    if reading.reset {
        return start_over(input, proposal);
    }
    if let Some(previous) = input.previous.filter(|_| reading.undo) {
        return take_back(input, previous, proposal);
    }
    let transcript = transcript_of(input);
    updates::judge(input, &transcript, &proposal.updates, reading.orders)
}

/// The user takes the description that the last reply offers.
fn accepted_writing(input: &TurnInput<'_>) -> Option<Change> {
    let value = cut(writing::offered(input.last_reply)?, max_length(Field::Description));
    let evidence = Evidence { basis: Basis::Confirmed, ..whole_message(input) };
    Some(Change { op: Op::Set, field: Field::Description, value, evidence })
}

/// The user confirms the interpreted values, which the summary showed beside their words.
fn confirmations(input: &TurnInput<'_>, draft: &Draft) -> Vec<Change> {
    let evidence = Evidence { basis: Basis::Confirmed, ..whole_message(input) };
    let confirmed = |leaf: Leaf<'_>| {
        let op = if leaf.field.is_list() { Op::Add } else { Op::Set };
        Change { op, field: leaf.field, value: leaf.value, evidence: evidence.clone() }
    };
    draft.interpretations().map(confirmed).collect()
}

/// Refuses all updates of a message that states no value.
fn refuse_all(input: &TurnInput<'_>, proposal: &Proposal) -> Judged {
    let refuse = |update: &_| Refusal { update: Clone::clone(update), reason: RefusalReason::NotGrounded };
    Judged {
        changes: Vec::new(),
        refusals: proposal.updates.iter().map(refuse).collect(),
        draft: input.draft.clone(),
    }
}

fn transcript_of<'a>(input: &TurnInput<'a>) -> Transcript<'a> {
    let transcript = Transcript::new(input.turn, input.message, input.earlier_messages, input.last_reply);
    transcript.at(input.draft.content.location.as_deref())
}

/// Clears every field, then accepts what the same message states.
fn start_over(input: &TurnInput<'_>, proposal: &Proposal) -> Judged {
    let transcript = Transcript::new(input.turn, input.message, &[], "");
    let evidence = whole_message(input);
    let filled = Field::ALL.into_iter().filter(|field| input.draft.value(*field).is_some());
    let clear = |field| Change { op: Op::Clear, field, value: String::new(), evidence: evidence.clone() };
    let mut changes: Vec<Change> = filled.map(clear).collect();
    let empty = Draft::default();
    let anew = TurnInput { draft: &empty, earlier_messages: &[], ..input.clone() };
    let judged = updates::judge(&anew, &transcript, &proposal.updates, false);
    changes.extend(judged.changes);
    Judged { changes, ..judged }
}

/// Goes back to the draft before the last change, then accepts what the same message states besides.
fn take_back(input: &TurnInput<'_>, previous: &Draft, proposal: &Proposal) -> Judged {
    let mut changes = diff(input.draft, previous);
    // The message is the evidence for clearing a field.
    for change in changes.iter_mut().filter(|change| change.op == Op::Clear) {
        change.evidence = whole_message(input);
    }
    let transcript = transcript_of(input);
    let back = TurnInput { draft: previous, ..input.clone() };
    let judged = updates::judge(&back, &transcript, &proposal.updates, false);
    changes.extend(judged.changes);
    Judged { changes, ..judged }
}

/// Evidence whose quote is the whole message.
fn whole_message(input: &TurnInput<'_>) -> Evidence {
    let transcript = Transcript::new(input.turn, input.message, &[], "");
    Grounded::stated("", capped(input.message)).evidence(input.turn, &transcript)
}
