//! Advice on the wording of the post: unlawful or unfair words are named once, with the law or the study.

use super::input::TurnInput;
use super::reply_text::{joined, without_last_question};
use crate::Draft;
use crate::compliance::{self, Finding};
use crate::language::{Language, phrases};

/// Most findings that one reply names.
const MOST: usize = 2;

/// The reply with the advice before its last question; unchanged if there is none. It is due when a turn changes the post, and
/// before the post goes out: a copy or an edit may have brought words that no turn did.
pub(crate) fn with_advice(
    input: &TurnInput<'_>,
    language: Language,
    draft: &Draft,
    reply: &str,
    is_due: bool,
) -> String {
    let due = is_due.then(|| advice(input, language, draft)).flatten();
    let Some(advice) = due else { return reply.to_owned() };
    let statement = without_last_question(reply);
    let question = reply.strip_prefix(statement.as_str()).unwrap_or_default().trim();
    joined(&joined(&statement, &advice), question)
}

/// What no earlier reply says of the wording.
fn advice(input: &TurnInput<'_>, language: Language, draft: &Draft) -> Option<String> {
    let found = compliance::check(&draft.publishable(), input.policy.on);
    let is_said = |finding: &Finding| {
        let words = format!("({})", finding.shown_words().unwrap_or_default());
        input.earlier_replies.iter().any(|reply| reply.contains(&words) && reply.contains(finding.source))
    };
    let new = found.iter().filter(|finding| is_about_wording(finding) && !is_said(finding));
    let texts: Vec<String> = new
        .take(MOST)
        .map(|finding| {
            let text = phrases::finding(language, finding.code, finding.shown_words().as_deref());
            phrases::advised(language, &text, finding.source)
        })
        .collect();
    (!texts.is_empty()).then(|| texts.join(" "))
}

/// Is it about words of the post? What is missing is asked for elsewhere.
fn is_about_wording(finding: &Finding) -> bool {
    finding.words.is_some() && finding.code != "country_not_stated"
}
