//! Reads what the message itself says, before the proposal is trusted.

use super::answers::{self, PostQuestion};
use super::consent::{self, Consent};
use super::input::TurnInput;
use super::proposal::{Intent, Proposal};
use super::writing::{self, WritingAct};
use crate::language::Language;

/// What a message says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub language: Language,
    /// The message gives orders to the LLM.
    pub orders: bool,
    pub greeting: bool,
    pub reset: bool,
    /// The user wants the last change undone.
    pub undo: bool,
    /// The user confirms the summary.
    pub consents: bool,
    /// The user says yes to a reply with more than one question.
    pub ambiguous: bool,
    /// The user wants to publish, perhaps with conditions.
    pub wants_end: bool,
    /// The user asks for a description, or takes the one that was offered.
    pub writing: Option<WritingAct>,
    pub asks: Option<PostQuestion>,
}

/// Reads a message. The intent of the proposal counts only where the words agree with it.
pub(super) fn read(input: &TurnInput<'_>, proposal: &Proposal) -> Reading {
    let message = input.message;
    let earlier = input.earlier_messages.iter().rev().map(|message| &*message.text);
    let language = Language::of(std::iter::once(message).chain(earlier), input.locale);
    let orders = consent::is_instruction_like(message);
    let content = &input.draft.content;
    let names = [content.title.as_deref().unwrap_or_default(), input.company_name];
    let consent = consent::reading(message, &names);
    let asked = input.before_question().filter(|_| consent == Consent::Plain);
    let ambiguous = asked.is_some_and(|before| before.contains(['?', '؟']));
    let answers = asked.is_some() && !ambiguous;
    let writing = writing::act(input, language, consent).filter(|_| !orders);
    // "Yes, publish it" behind an offered description takes that first: it is not in the summary that was shown.
    let consents = !orders && writing.is_none() && (consent == Consent::Explicit || answers);
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
        writing,
        asks: answers::question(message).filter(|_| !orders && !consents && !consent::asks_reset(message)),
    }
}

/// Is the message an undo? If the proposal has updates too, it may be a correction: then the words must ask for an undo.
///
/// A message without a letter or digit never is. An undo by mistake can be undone itself.
fn is_undo(proposal: &Proposal, message: &str) -> bool {
    let has_words = message.contains(char::is_alphanumeric);
    has_words && (proposal.updates.is_empty() || consent::asks_undo(message))
}
