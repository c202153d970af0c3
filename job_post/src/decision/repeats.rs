//! Replaces a question that was asked twice before by one for the next missing field, or drops it.

use super::input::TurnInput;
use super::questions::{self, Asked};
use super::reply_text::{joined, without_last_question};
use crate::language::Language;
use crate::language::phrases::{self, Phrase, phrase};
use crate::{Draft, Field, missing};

/// How often one question is asked.
const MOST: usize = 2;

/// The reply with another question, or none, if its last question was asked twice before.
pub(crate) fn unrepeated(input: &TurnInput<'_>, language: Language, draft: &Draft, reply: String) -> String {
    let Some(question) = questions::last_in(&reply) else { return reply };
    let asked = Asked::in_latest(input.earlier_replies);
    let is_used_up = |question: &str| asked.times(question) >= MOST;
    if !is_used_up(question) {
        return reply;
    }
    let rest = without_last_question(&reply);
    let mut others = missing(draft, input.policy).into_iter().map(|field| ask_about(language, field));
    match others.find(|question| !is_used_up(question)) {
        Some(question) => joined(&rest, &question),
        None if rest.is_empty() => phrase(language, Phrase::NothingUnderstood),
        None => rest,
    }
}

pub(crate) fn ask_about(language: Language, field: Field) -> String {
    phrases::ask_next(language, &phrases::field(language, field))
}
