//! The intent of a message: continue, finalize, reset or undo.

use std::sync::LazyLock;

use job_post::Intent;
use job_post::consent::{self, Consent};
use regex::Regex;

use crate::{
    text::sentences::{Sentence, pattern},
    understanding::acts,
};

/// Most words of a sentence that can be a consent.
const LONGEST_YES: usize = 12;

pub(crate) fn of(message: &str, sentences: &[Sentence<'_>]) -> Intent {
    static RESET: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:start\s+(?:over|again|afresh|from\s+scratch|anew)|begin\s+again|from\s+scratch|reset\s+(?:everything|it|all|this|the\s+(?:post|draft))|scrap\s+(?:it\s+all|everything)|delete\s+everything|von\s+vorne|neu\s+anfangen|alles\s+löschen)\b",
        )
    });
    static UNDO: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:undo|revert|take\s+(?:that|it)\s+back|go\s+back\s+one|rückgängig|mach\s+das\s+rückgängig|nimm\s+das\s+zurück)\b",
        )
    });
    if sentences.iter().all(|sentence| sentence.is_question) {
        return Intent::Continue;
    }
    let does = |act: &str| sentences.iter().any(|sentence| acts::does(sentence, act));
    if RESET.is_match(message) || does("reset") {
        return Intent::Reset;
    }
    if (UNDO.is_match(message) || does("undo")) && sentences.len() <= 2 {
        return Intent::Undo;
    }
    let orders = consent::reading(message, &[]) == Consent::Explicit;
    if orders || sentences.iter().any(agrees) && !holds_back(message, sentences) {
        Intent::Finalize
    } else {
        Intent::Continue
    }
}

fn agrees(sentence: &Sentence<'_>) -> bool {
    static YES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)\b(?:publish|finali[sz]e|submit|approved?|confirm(?:ed)?|post\s+(?:it|this|the\s+job|as\s+is)|ship\s+it|go\s+live|make\s+it\s+live|release\s+it|go\s+ahead",
            r"|looks?\s+(?:good|great|fine|perfect|right)|all\s+(?:good|correct|set)|that's\s+(?:it|all|everything|correct|right)|that\s+is\s+(?:all|everything)|we're\s+done|i'm\s+done|perfect",
            r"|veröffentlichen|veröffentliche|freigeben|abschicken|absenden|online\s+stellen|passt(?:\s+so)?|sieht\s+gut\s+aus|alles\s+(?:richtig|korrekt|gut)|einverstanden|fertig|bestätige|genehmigt)\b",
        ))
    });
    !sentence.is_question
        && sentence.words.len() <= LONGEST_YES
        && (YES.is_match(sentence.text()) || acts::does(sentence, "agree"))
}

/// "Not yet", "before we publish", "don't publish": words of consent, but no consent.
pub(crate) fn holds_back(message: &str, sentences: &[Sentence<'_>]) -> bool {
    static NOT: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:not|don't|dont|do\s+not|before|until|later|yet|wait|never|can't|cannot|won't|almost|draft|once|when|if|nicht|noch|bevor|warte|später|fast|wenn|erst)\b",
        )
    });
    NOT.is_match(message) || sentences.iter().any(|sentence| acts::does(sentence, "hold"))
}
