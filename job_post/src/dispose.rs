//! The model proposes, this disposes: one pure function from a proposal to what really happens in a turn.

mod claims;
mod repeats;
mod replies;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::consent::{self, Consent};
use crate::grounding::Grounded;
use crate::language::Language;
use crate::proposals::{self, Judged};
use crate::said::{Said, capped};
use crate::{
    Change, Draft, Evidence, Field, Op, Policy, Proposal, Refusal, RefusalReason, Step, content_hash,
    is_ready,
    phrases::{self, Say},
    restoring, step, summary_in,
};

/// What the user wants of the conversation, as the model understood it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    Continue,
    Finalize,
    Reset,
    Undo,
}

/// A message of the user's, and the turn it was said in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub turn: Uuid,
    pub text: String,
}

/// All that is known when the model's answer arrives.
#[derive(Clone, Debug)]
pub struct Situation<'a> {
    pub turn: Uuid,
    pub draft: &'a Draft,
    /// The job post of this conversation has been finalized and not been changed since.
    pub complete: bool,
    /// Hash of the content whose summary was last shown, see [`crate::content_hash`].
    pub shown_hash: Option<&'a str>,
    pub company_name: &'a str,
    /// What the organization demands of a post.
    pub policy: &'a Policy,
    pub message: &'a str,
    /// Everything the user said before, oldest first.
    pub earlier_messages: &'a [Told],
    /// Everything the agent said before, oldest first: what is not asked a third time.
    pub earlier_replies: &'a [String],
    /// The agent's last reply: what a short "yes" answers.
    pub last_reply: &'a str,
    /// Of the session, a BCP 47 tag: what we speak while no message tells.
    pub locale: Option<&'a str>,
    /// What an undo goes back to; `None` when there is nothing to take back, or the model understood no undo.
    pub previous: Option<&'a Draft>,
}

impl Situation<'_> {
    fn hash(&self, draft: &Draft) -> String {
        content_hash(&draft.publishable(), self.company_name)
    }

    /// What the last reply said before the question whether to publish and the summary, if it ended with these.
    fn before_question(&self) -> Option<&str> {
        let reply = self.last_reply.trim_end();
        Language::ALL.into_iter().find_map(|language| {
            let before = reply.strip_suffix(&*phrases::say(language, Say::PublishQuestion))?.trim_end();
            // What the post itself asks ("Ready to cook?") is no question of ours.
            let summary = summary_in(language, self.draft, self.company_name);
            Some(before.strip_suffix(&*summary).unwrap_or(before))
        })
    }
}

/// What a turn does, all of it to be stored in one transaction.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// `draft` is the situation's draft with these applied, in order.
    pub changes: Vec<Change>,
    pub refusals: Vec<Refusal>,
    pub draft: Draft,
    pub reply: String,
    pub complete: bool,
    /// Write the job post now: the user said yes to the summary of exactly this content.
    pub publish: bool,
    /// Hash of the content whose summary the reply ends with, or what was shown before and still holds.
    pub shown_hash: Option<String>,
    pub step: Step,
    /// The draft is the situation's `previous` again, and nothing else.
    pub undone: bool,
}

/// What the message itself says, before any model is believed.
#[derive(Clone, Copy, Debug)]
struct Reading {
    language: Language,
    /// Gives orders to the model.
    orders: bool,
    greeting: bool,
    reset: bool,
    /// Takes the last change back.
    undo: bool,
    /// A yes to the summary.
    consents: bool,
    /// Says yes to a reply that asked more than whether to publish.
    ambiguous: bool,
    /// Wants to come to an end, in whatever words.
    wants_end: bool,
}

/// Decides which proposals become facts, whether a yes is one, and what the user reads.
pub fn dispose(situation: &Situation<'_>, proposal: &Proposal) -> Outcome {
    let reading = read(situation, proposal);
    let judged = judge(situation, proposal, &reading);
    let hash = situation.hash(&judged.draft);
    let changed = situation.hash(situation.draft) != hash;
    let ready = is_ready(&judged.draft, situation.policy);
    let shown_before = situation.shown_hash == Some(&*hash);
    let publish = reading.consents && ready && shown_before && !changed && !situation.complete;
    let complete = publish || (situation.complete && !changed);
    let end = replies::Ending { ready, changed, publish, complete };
    let (reply, shows_summary) = replies::reply(situation, proposal, &reading, &judged, end);
    let doubtful = judged.refusals.iter().any(|refusal| refusal.reason == RefusalReason::Contradictory);
    let undone = reading.undo && situation.previous == Some(&judged.draft);
    let shown_hash = if shows_summary || (shown_before && !doubtful) { Some(hash) } else { None };
    Outcome {
        step: step(&judged.draft, complete, situation.policy),
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

fn read(situation: &Situation<'_>, proposal: &Proposal) -> Reading {
    let message = situation.message;
    let earlier = situation.earlier_messages.iter().rev().map(|message| &*message.text);
    let language = Language::of(std::iter::once(message).chain(earlier), situation.locale);
    let orders = consent::is_instruction_like(message);
    let content = &situation.draft.content;
    let names = [content.title.as_deref().unwrap_or_default(), situation.company_name];
    let consent = consent::reading(message, &names);
    let asked = situation.before_question().filter(|_| consent == Consent::Plain);
    let ambiguous = asked.is_some_and(|before| before.contains(['?', '؟']));
    let answers = asked.is_some() && !ambiguous;
    let consents = !orders && (consent == Consent::Explicit || answers);
    let model_ends = proposal.intent == Intent::Finalize && consent != Consent::Refused;
    Reading {
        language,
        orders,
        greeting: consent::is_pure_greeting(message),
        reset: !orders && proposal.intent == Intent::Reset && consent::asks_reset(message),
        undo: !orders && proposal.intent == Intent::Undo && is_undo(proposal, message),
        consents,
        ambiguous,
        wants_end: !orders && (consents || ambiguous || consent == Consent::Unclear || model_ends),
    }
}

/// A model that takes a correction for an undo proposes what is to be instead: then only the user's own word counts.
/// An undo taken by mistake is itself one step to take back. A message without a letter or digit asks for nothing.
fn is_undo(proposal: &Proposal, message: &str) -> bool {
    let has_words = message.contains(char::is_alphanumeric);
    has_words && (proposal.updates.is_empty() || consent::asks_undo(message))
}

/// The changes of the turn: none of a greeting, none of a pure yes to publication, everything cleared by a reset, the
/// way back by an undo.
fn judge(situation: &Situation<'_>, proposal: &Proposal, reading: &Reading) -> Judged {
    if reading.greeting || reading.consents {
        return nothing_of(situation, proposal);
    }
    if reading.reset {
        return start_over(situation, proposal);
    }
    if let Some(previous) = situation.previous.filter(|_| reading.undo) {
        return take_back(situation, previous, proposal);
    }
    let said = Said::new(situation.turn, situation.message, situation.earlier_messages, situation.last_reply);
    proposals::judge(situation, &said, &proposal.updates, reading.orders)
}

/// A message with no fact in it grounds nothing, whatever the model made of it.
fn nothing_of(situation: &Situation<'_>, proposal: &Proposal) -> Judged {
    let refuse = |update: &_| Refusal { update: Clone::clone(update), reason: RefusalReason::NotGrounded };
    Judged {
        changes: Vec::new(),
        refusals: proposal.updates.iter().map(refuse).collect(),
        draft: situation.draft.clone(),
    }
}

/// Clears every field, then takes what the same message says anew.
fn start_over(situation: &Situation<'_>, proposal: &Proposal) -> Judged {
    let said = Said::new(situation.turn, situation.message, &[], "");
    let evidence = whole_message(situation);
    let filled = Field::ALL.into_iter().filter(|field| situation.draft.value(*field).is_some());
    let clear = |field| Change { op: Op::Clear, field, value: String::new(), evidence: evidence.clone() };
    let mut changes: Vec<Change> = filled.map(clear).collect();
    let empty = Draft::default();
    let anew = Situation { draft: &empty, earlier_messages: &[], ..situation.clone() };
    let judged = proposals::judge(&anew, &said, &proposal.updates, false);
    changes.extend(judged.changes);
    Judged { changes, ..judged }
}

/// Goes back to the draft before the last change, then takes what the same message says besides.
fn take_back(situation: &Situation<'_>, previous: &Draft, proposal: &Proposal) -> Judged {
    let mut changes = restoring(situation.draft, previous);
    // What goes, goes because of this message.
    for change in changes.iter_mut().filter(|change| change.op == Op::Clear) {
        change.evidence = whole_message(situation);
    }
    let said = Said::new(situation.turn, situation.message, situation.earlier_messages, situation.last_reply);
    let back = Situation { draft: previous, ..situation.clone() };
    let judged = proposals::judge(&back, &said, &proposal.updates, false);
    changes.extend(judged.changes);
    Judged { changes, ..judged }
}

/// That the message as a whole says so.
fn whole_message(situation: &Situation<'_>) -> Evidence {
    let said = Said::new(situation.turn, situation.message, &[], "");
    proposals::evidence(situation, &said, &Grounded::stated("", capped(situation.message)))
}

/// The agent's greeting, the first message of every session; English unless the locale (BCP 47) says otherwise.
pub fn welcome(company_name: &str, locale: Option<&str>) -> String {
    let language = locale.and_then(Language::from_locale).unwrap_or_default();
    phrases::welcome(language, company_name.trim())
}
