//! Reads short messages by their words: consent to the summary, greetings, thanks, resets, and orders to the LLM.

mod lists;
mod orders;
#[cfg(test)]
mod orders_tests;
mod patterns;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

pub use self::orders::is_instruction_like;
pub(crate) use self::orders::orders_in;
use self::patterns::PhrasePatterns;
use crate::language::words::{pattern, plain_words, words};

/// Whether a message agrees to publish. A message with a condition, another request or an unknown word is no consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consent {
    /// "Looks good, publish it."
    Explicit,
    /// "Perfect." A consent only as an answer to the question whether to publish.
    Plain,
    /// Mentions publishing, but with a condition, a question or unknown words.
    Unclear,
    /// "Do not publish yet."
    Refused,
    None,
}

/// Longest message that can be a consent, in words.
const MAX_WORDS: usize = 25;

/// Reads a message as an answer to the summary. `names` are texts whose words may occur in it (title, company).
pub fn reading(message: &str, names: &[&str]) -> Consent {
    let words = without_agreeing(in_clauses(message));
    let orders: Vec<usize> =
        (0..words.len()).filter(|at| lists::ORDERS.found_at(&words, *at).is_some()).collect();
    let explicit = orders.iter().any(|at| !is_description(&words, *at)) || lists::DECLARATIONS.occur(&words);
    let mentions = explicit || !orders.is_empty() || lists::MENTIONS.occur(&words);
    if words.iter().any(|word| is_negation(word)) {
        return if mentions { Consent::Refused } else { Consent::None };
    }
    let hedged = asks(message, &words) || lists::HEDGES.occur(&words);
    let understood = !hedged && is_nothing_but_consent(&words, names);
    match (explicit, mentions, understood && lists::APPROVALS.occur(&words)) {
        (true, ..) if understood => Consent::Explicit,
        (_, true, _) => Consent::Unclear,
        (_, _, true) if !lists::PRAISES.occur(&words) => Consent::Plain,
        _ => Consent::None,
    }
}

/// The words of a text, with an empty one where a clause begins or ends.
fn in_clauses(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut end = 0;
    for word in words(text) {
        let between = &text[end..word.span.start];
        if between.contains([',', '.', ';', ':', '!', '?', '\n', '،', '؛', '؟', '–', '—', '(', ')'])
            && end > 0
        {
            found.push(String::new());
        }
        end = word.span.end;
        found.push(word.plain);
    }
    found.push(String::new());
    found
}

/// The words without negations that agree: "no changes", "nothing to add", "why not".
fn without_agreeing(mut words: Vec<String>) -> Vec<String> {
    for at in lists::AGREEING.covered(&words) {
        words[at].clear();
    }
    words
}

/// Is it a question, by its mark or the first words of a clause?
fn asks(message: &str, words: &[String]) -> bool {
    message.contains(['?', '؟', '？']) || lists::QUESTIONS.occur(words)
}

/// Is every word part of a consent or of `names`?
fn is_nothing_but_consent(words: &[String], names: &[&str]) -> bool {
    let named = names.iter().flat_map(|name| plain_words(name));
    let names: Vec<String> = named.filter(|word| !lists::EDITS.has(word)).collect();
    let rest = unknown(words, &[&lists::ORDERS, &lists::DECLARATIONS, &lists::APPROVALS, &lists::FILLERS]);
    spoken(words) <= MAX_WORDS && rest.iter().all(|word| names.contains(word))
}

/// The words that no phrase of the lists covers.
fn unknown(words: &[String], lists: &[&PhrasePatterns]) -> Vec<String> {
    let covered: HashSet<usize> = lists.iter().flat_map(|list| list.covered(words)).collect();
    let rest = words.iter().enumerate().filter(|(at, word)| !word.is_empty() && !covered.contains(at));
    rest.map(|(_, word)| word.clone()).collect()
}

fn consists_of(words: &[String], lists: &[&PhrasePatterns]) -> bool {
    unknown(words, lists).is_empty()
}

/// How many words there are, without the marks of clauses.
fn spoken(words: &[String]) -> usize {
    words.iter().filter(|word| !word.is_empty()).count()
}

fn is_negation(word: &str) -> bool {
    lists::NEGATIONS.has(word) || (word.ends_with("n't") && word.len() > 3)
}

/// Does the verb of publishing describe somebody ("they publish", "the job is to publish") or is it a noun ("the post")?
/// "You can publish" is a permission, and so an order.
fn is_description(words: &[String], at: usize) -> bool {
    let clause = || words[..at].iter().rev().take_while(|word| !word.is_empty());
    clause().next().is_some_and(|before| lists::SUBJECTS.has(before))
        && !clause().any(|word| lists::PERMISSIONS.has(word))
}

/// Is it only a yes: "yes", "sure, add those"?
pub fn is_plain_yes(message: &str) -> bool {
    let words = without_agreeing(in_clauses(message));
    lists::APPROVALS.occur(&words)
        && consists_of(&words, &[&lists::APPROVALS, &lists::YES_FILLERS])
        && spoken(&words) <= 8
        && !asks(message, &words)
}

/// Is it only a no: "no", "no thanks", "lieber nicht"?
pub fn is_plain_no(message: &str) -> bool {
    let words = in_clauses(message);
    lists::NOES.occur(&words)
        && consists_of(&words, &[&lists::NOES, &lists::NO_FILLERS])
        && spoken(&words) <= 6
        && !asks(message, &words)
}

/// Is it only a greeting?
pub fn is_pure_greeting(message: &str) -> bool {
    let words = in_clauses(message);
    lists::GREETINGS.occur(&words)
        && consists_of(&words, &[&lists::GREETINGS, &lists::GREETING_FILLERS])
        && spoken(&words) <= 8
}

/// Is it only thanks or a good-bye?
pub fn is_thanks(message: &str) -> bool {
    let words = in_clauses(message);
    lists::THANKS.occur(&words) && consists_of(&words, &[&lists::THANKS, &lists::THANKS_FILLERS])
}

/// Does the message ask to clear everything?
pub fn asks_reset(message: &str) -> bool {
    static RESET: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?ix)\b(
                (start|begin|starting|beginning)\s+(all\s+)?(over|again|anew|afresh|fresh|from\s+(scratch|the\s+(start|beginning)|zero))
              | (clear|delete|erase|wipe|discard|forget|scrap|remove|reset)\s+(it\s+all|everything|all\s+(of\s+)?(it|this|that)|all\s+fields|the\s+(whole|entire)\s+(thing|post|draft)|the\s+draft)
              | scrap\s+(it|this|that)
              | reset
              | (noch\s*mal\s+)?von\s+(vorne?|neuem|null)(\s+anfangen|\s+beginnen)?
              | neu\s+(anfangen|beginnen|starten)
              | alles\s+(löschen|verwerfen|zurücksetzen)
            )\b",
        )
    });
    let words = in_clauses(message);
    let negated = words.iter().any(|word| is_negation(word));
    !negated && !asks(message, &words) && (RESET.is_match(message) || lists::RESETS.occur(&words))
}

/// Does the message ask to undo the last change?
pub fn asks_undo(message: &str) -> bool {
    static UNDO: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?ix)\b(
                undo | revert | take\s+(that|it|this)\s+back | go\s+back\s+(one|a)\s+step
              | rückgängig | (nimm|nehmen\s+sie)\s+(das|es)\s+zurück
              | annule[rz]? | deshacer | deshaz\w* | تراجع
              | desfaz\w* | desfaç\w* | volt[ae]r?\s+atrás | revert[ae] | annull[aio]\w* | ongedaan | annuleer
              | (draai|draait\s+u)\s+(dat|het|dit)\s+terug | cofnij\w* | cofnąć | wycofaj\w*
            )\b",
        )
    });
    let negated = plain_words(message).iter().any(|word| is_negation(word));
    !negated && UNDO.is_match(message)
}
