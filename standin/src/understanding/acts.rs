//! Speech acts: whether a sentence removes something, refuses to state it, greets, or gives orders to the model.

use std::{ops::Range, sync::LazyLock};

use job_post::{plain, without_object};
use regex::Regex;

use crate::text::{
    phrase_lists::PhraseLists,
    sentences::{Sentence, pattern, sentences},
};

/// The phrases of each act, by its name in the file.
pub(crate) static ACTS: LazyLock<PhraseLists> =
    LazyLock::new(|| PhraseLists::of(include_str!("../../data/lists/acts.txt")));

/// Does the sentence hold a phrase of this act?
pub(crate) fn does(sentence: &Sentence<'_>, act: &str) -> bool {
    ACTS.has(act, sentence, 0..sentence.words.len())
}

/// The range of words that a removal in this sentence applies to; empty if it removes nothing.
pub(crate) fn removal(sentence: &Sentence<'_>) -> Range<usize> {
    let Some(verb) = removing_word(sentence) else { return 0..0 };
    if without_object(&plain(sentence.lower(verb))).is_some_and(|bare| ACTS.has_word("remove", &bare)) {
        // "Mejor no publiquemos el sueldo, bórralo": the object was named before the verb.
        return 0..sentence.words.len();
    }
    let clause = sentence.clause_of(verb);
    let mut scope = clause.start..clause.end;
    for next in sentence.clauses.iter().filter(|next| next.start >= clause.end) {
        if next.start != scope.end || !is_list(sentence, next.clone()) {
            break;
        }
        scope.end = next.end;
    }
    let turn = (verb + 1..scope.end).find(|word| ACTS.has("turn", sentence, *word..word + 1));
    scope.end = turn.unwrap_or(scope.end);
    if verb > scope.start && !is_lead_in(sentence, scope.start..verb) {
        // "Hadoop, Hive und Scala bitte streichen": the list stands before the verb.
        for before in sentence.clauses.iter().rev().filter(|before| before.end <= clause.start) {
            if before.end != scope.start || !is_list(sentence, before.clone()) {
                break;
            }
            scope.start = before.start;
        }
    } else {
        scope.start = verb;
    }
    scope
}

fn removing_word(sentence: &Sentence<'_>) -> Option<usize> {
    (0..sentence.words.len()).find(|at| {
        let (word, next) = (sentence.lower(*at), sentence.lower(at + 1));
        let denied = at.checked_sub(1).is_some_and(|before| {
            matches!(sentence.lower(before), "not" | "don't" | "nicht" | "from" | "pas")
        });
        (!denied || is_not_needed(sentence, *at))
            && (ACTS.begins("remove", sentence, *at)
                || (matches!(word, "take" | "leave" | "strike" | "lass" | "nimm")
                    && pair(sentence, *at, &["out", "off", "away", "weg", "raus"]))
                || (word == "no" && next == "longer")
                || is_not_needed(sentence, *at)
                || (word == "get" && next == "rid"))
    })
}

/// Is the word the verb of "We don't need Redux anymore"?
fn is_not_needed(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|word| sentence.lower(word)).unwrap_or_default();
    let denied = matches!(before(1), "don't" | "dont" | "doesn't" | "no")
        || (before(1) == "not" && matches!(before(2), "do" | "does"));
    denied && matches!(sentence.lower(at), "need" | "require")
}

/// "Take Selenium out": the clause has the verb's second word.
fn pair(sentence: &Sentence<'_>, at: usize, second: &[&str]) -> bool {
    let clause = sentence.clause_of(at);
    sentence.has_any(at + 1..clause.end, second)
}

/// Are these only words before the verb: "also drop", "can you please remove", "and then delete"?
fn is_lead_in(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    words.into_iter().all(|word| ACTS.has("lead-in", sentence, word..word + 1))
}

/// Does the clause only continue the list?
fn is_list(sentence: &Sentence<'_>, clause: Range<usize>) -> bool {
    const SAYING: &[&str] =
        &["it", "is", "are", "don't", "not", "now", "because", "since", "partners", "please", "that", "as"];
    clause.len() <= 5
        && !ACTS.has("turn", sentence, clause.clone())
        && !sentence.has_any(clause.clone(), SAYING)
        && !ACTS.has("remove", sentence, clause)
}

/// "I'd rather not disclose …", "skip …": the user does not want to answer.
pub(crate) fn is_refusal(text: &str) -> bool {
    static REFUSAL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)\b(?:rather\s+not|prefer\s+not|not\s+(?:disclose|say|share|publish|show|public)|(?:don't|do\s+not|won't)\s+(?:want|disclose|share|show|mention|specify|have)",
            r"|skip|leave\s+(?:\w+\s+){0,3}(?:out|open|blank|empty)|hide|keep\s+(?:\w+\s+){0,3}(?:private|confidential|secret|open)|never\s+mind|nicht\s+(?:nennen|angeben|veröffentlichen)|ohne|keine\s+angabe|weglassen|überspringen",
            r"|no\s+(?:salary|level|location|skills|benefits|department))\b",
        ))
    });
    REFUSAL.is_match(text) || sentences(text).iter().any(|sentence| does(sentence, "refuse"))
}

/// Does the message give orders to the model? Such a message changes nothing.
pub(crate) fn gives_orders(message: &str) -> bool {
    static ORDERS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)\b(?:ignore|disregard|forget)\s+(?:all\s+|any\s+|the\s+|your\s+|everything\s+)*(?:previous|prior|above|earlier|instructions|rules|prompt)",
            r"|</?\s*(?:system|assistant|instructions?)\s*>|\bsystem\s+prompt\b|\byou\s+are\s+now\s+(?:a|an|in)\b|\bdeveloper\s+mode\b|\bignoriere\s+(?:alle|die|deine)\b",
        ))
    });
    ORDERS.is_match(message)
}

/// Does the message greet and say nothing else?
pub(crate) fn is_greeting(message: &str) -> bool {
    static GREETING: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^\W*(?:hi|hello|hey|good\s+(?:morning|afternoon|evening|day)|greetings|hallo|moin|servus|guten\s+(?:tag|morgen|abend)|grüß\s+gott)(?:\s+(?:there|again|all|everyone|zusammen|nochmal))?\W*$",
        )
    });
    let only_greets =
        |sentence: &Sentence<'_>| sentence.words.len() <= 3 && ACTS.begins("greet", sentence, 0);
    let said = sentences(message);
    GREETING.is_match(message) || (!said.is_empty() && said.iter().all(only_greets))
}

/// "Hm", "well, let me think": does the text only take time to think?
pub(crate) fn is_hesitation(text: &str) -> bool {
    static HESITATION: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:\W*(?:h+m+|mh+m*|u+h+m*|e+r+m*|ä+h+m*|euh+|eh+m*|well|so|and|ok(?:ay)?|na\s+ja|tja|puh|pues|bueno|bof|let\s+me\s+(?:think|see|check)|moment|one\s+moment|wait|warte))+\W*$",
        )
    });
    HESITATION.is_match(text)
}
