//! The model proposes, this disposes: one pure function from a proposal to what really happens in a turn.

mod claims;
mod replies;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::consent::{self, Consent};
use crate::language::Language;
use crate::proposals::{self, Judged};
use crate::said::{Said, capped};
use crate::{
    Basis, Change, Draft, Evidence, Field, Op, Proposal, Refusal, RefusalReason, Step, content_hash,
    is_ready,
    phrases::{self, Say},
    step,
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
    pub message: &'a str,
    /// Everything the user said before, oldest first.
    pub earlier_messages: &'a [String],
    /// The agent's last reply: what a short "yes" answers.
    pub last_reply: &'a str,
    /// Of the session, a BCP 47 tag: what we speak while no message tells.
    pub locale: Option<&'a str>,
}

impl Situation<'_> {
    fn hash(&self, draft: &Draft) -> String {
        content_hash(&draft.publishable(), self.company_name)
    }

    /// What the last reply said before the question whether to publish, if it ended with that.
    fn before_question(&self) -> Option<&str> {
        let reply = self.last_reply.trim_end();
        Language::ALL
            .into_iter()
            .find_map(|language| reply.strip_suffix(&*phrases::say(language, Say::PublishQuestion)))
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
}

/// What the message itself says, before any model is believed.
#[derive(Clone, Copy, Debug)]
struct Reading {
    language: Language,
    /// Gives orders to the model.
    orders: bool,
    greeting: bool,
    reset: bool,
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
    let ready = is_ready(&judged.draft);
    let shown_before = situation.shown_hash == Some(&*hash);
    let publish = reading.consents && ready && shown_before && !changed && !situation.complete;
    let complete = publish || (situation.complete && !changed);
    let end = replies::Ending { ready, changed, publish, complete };
    let (reply, shows_summary) = replies::reply(situation, proposal, &reading, &judged, end);
    let doubtful = judged.refusals.iter().any(|refusal| refusal.reason == RefusalReason::Contradictory);
    let shown_hash = if shows_summary || (shown_before && !doubtful) { Some(hash) } else { None };
    Outcome {
        step: step(&judged.draft, complete),
        changes: judged.changes,
        refusals: judged.refusals,
        draft: judged.draft,
        reply,
        complete,
        publish,
        shown_hash,
    }
}

fn read(situation: &Situation<'_>, proposal: &Proposal) -> Reading {
    let message = situation.message;
    let earlier = situation.earlier_messages.iter().rev().map(String::as_str);
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
        consents,
        ambiguous,
        wants_end: !orders && (consents || ambiguous || consent == Consent::Unclear || model_ends),
    }
}

/// The changes of the turn: none of a greeting, none of a pure yes to publication, everything cleared by a reset.
fn judge(situation: &Situation<'_>, proposal: &Proposal, reading: &Reading) -> Judged {
    if reading.greeting || reading.consents {
        return nothing_of(situation, proposal);
    }
    if reading.reset {
        return start_over(situation, proposal);
    }
    let said = Said::new(situation.message, situation.earlier_messages, situation.last_reply);
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
    let evidence = Evidence {
        basis: Basis::Stated,
        turn: Some(situation.turn),
        quote: capped(situation.message).to_owned(),
    };
    let filled = Field::ALL.into_iter().filter(|field| situation.draft.value(*field).is_some());
    let clear = |field| Change { op: Op::Clear, field, value: String::new(), evidence: evidence.clone() };
    let mut changes: Vec<Change> = filled.map(clear).collect();
    let empty = Draft::default();
    let said = Said::new(situation.message, &[], "");
    let anew = Situation { draft: &empty, earlier_messages: &[], ..situation.clone() };
    let judged = proposals::judge(&anew, &said, &proposal.updates, false);
    changes.extend(judged.changes);
    Judged { changes, ..judged }
}

/// The agent's greeting, the first message of every session; English unless the locale (BCP 47) says otherwise.
pub fn welcome(company_name: &str, locale: Option<&str>) -> String {
    let language = locale.and_then(Language::from_locale).unwrap_or_default();
    phrases::welcome(language, company_name.trim())
}
