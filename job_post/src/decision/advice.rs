//! Advice on the wording of what a turn added: unlawful or unfair words are named once, with the law or the study.

use super::input::TurnInput;
use super::reply_text::{joined, without_last_question};
use super::updates::Judged;
use crate::compliance::{self, Finding};
use crate::language::{Language, phrases};

/// Most findings that one reply names.
const MOST: usize = 2;

/// The reply with the advice before its last question; unchanged if there is none.
pub(crate) fn with_advice(input: &TurnInput<'_>, language: Language, judged: &Judged, reply: &str) -> String {
    let Some(advice) = advice(input, language, judged) else { return reply.to_owned() };
    let statement = without_last_question(reply);
    let question = reply.strip_prefix(statement.as_str()).unwrap_or_default().trim();
    joined(&joined(&statement, &advice), question)
}

fn advice(input: &TurnInput<'_>, language: Language, judged: &Judged) -> Option<String> {
    if judged.changes.is_empty() {
        return None;
    }
    let on = input.policy.on;
    let before = compliance::check(&input.draft.publishable(), on);
    let after = compliance::check(&judged.draft.publishable(), on);
    let is_known = |finding: &Finding| {
        before.iter().any(|known| known.code == finding.code && known.words == finding.words)
    };
    let new = after.iter().filter(|finding| is_about_wording(finding) && !is_known(finding));
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
