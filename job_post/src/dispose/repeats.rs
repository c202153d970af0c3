//! Nobody is asked the same question a third time: the next missing field is asked about instead, or nothing.

use super::Situation;
use super::replies::{joined, without_last_question};
use crate::language::Language;
use crate::phrases::{self, Say, say};
use crate::{Draft, Field, missing, questions};

/// So often the same is asked at most.
const MOST: usize = 2;

/// The reply, without the question it ends with if that was asked twice before.
pub(super) fn unrepeated(
    situation: &Situation<'_>,
    language: Language,
    draft: &Draft,
    reply: String,
) -> String {
    let is_worn_out = |question: &str| questions::times_asked(question, situation.earlier_replies) >= MOST;
    if !questions::last_in(&reply).is_some_and(is_worn_out) {
        return reply;
    }
    let rest = without_last_question(&reply);
    let mut others = missing(draft, situation.policy).into_iter().map(|field| ask_about(language, field));
    match others.find(|question| !is_worn_out(question)) {
        Some(question) => joined(&rest, &question),
        None if rest.is_empty() => say(language, Say::NothingUnderstood),
        None => rest,
    }
}

pub(super) fn ask_about(language: Language, field: Field) -> String {
    phrases::ask_next(language, &phrases::field(language, field))
}
