//! Reads a short answer as an answer to the last question.

use std::sync::LazyLock;

use job_post::{Field, ProposedUpdate};
use regex::Regex;

use crate::{
    text::{
        casing::capitalized,
        items,
        sentences::{Sentence, pattern, sentences},
        vocabulary::SKILLS,
    },
    turn::Turn,
    understanding::{
        acts, skills,
        topics::Topic,
        updates::{add, set},
    },
};

/// The updates of a short answer. Call it only if no other reader found anything.
pub(crate) fn find(turn: &Turn, sentences: &[Sentence<'_>], asked: Option<Topic>) -> Vec<ProposedUpdate> {
    let ([sentence], Some(asked)) = (sentences, asked) else { return Vec::new() };
    if sentence.is_question || says_nothing(sentence.text()) {
        return Vec::new();
    }
    let text = sentence.text().trim_end_matches(['.', '!']);
    match asked {
        Topic::Location if sentence.words.len() <= 4 => vec![set(Field::Location, &capitalized(text), text)],
        Topic::Skills if is_list(sentence) => skills::answered(turn, text),
        Topic::Level => level(sentence).into_iter().collect(),
        Topic::WorkType => work_type(sentence).into_iter().collect(),
        Topic::Responsibilities if lists_items(sentence) => all(Field::Responsibilities, text),
        Topic::Benefits if lists_items(sentence) => all(Field::Benefits, text),
        _ => Vec::new(),
    }
}

/// Does the answer state no value: "yes", "none", "I don't know", "the usual", "hello"?
fn says_nothing(text: &str) -> bool {
    static NOTHING: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)^\W*(?:yes|yeah|yep|no|nope|none|nothing|ok|okay|sure|thanks|thank\s+you|hi|hello|hey|later|maybe|good|great|fine|ja|nein|danke|hallo|guten\s+\w+|keine?|nichts|egal|any|anything|all)\b",
            r"|^\W*(?:go\s+for\s+it|go\s+ahead|let\S?s\s+go|do\s+it|oui|non|sí|si|vale|نعم|لا)\b|\b(?:publi\w+|veröffentlich\w*|انشر\w*)\b|\b(?:don't\s+know|not\s+sure|no\s+idea|usual|whatever|up\s+to\s+you|keep|keine\s+ahnung|weiß\s+nicht|egal)\b",
        ))
    });
    let says_so =
        |sentence: &Sentence<'_>| acts::ACTS.begins("nothing", sentence, 0) || acts::does(sentence, "agree");
    NOTHING.is_match(text)
        || acts::is_hesitation(text)
        || acts::is_refusal(text)
        || sentences(text).iter().any(says_so)
}

fn is_list(sentence: &Sentence<'_>) -> bool {
    sentence.clauses.len() > 1 || sentence.words.len() <= 5
}

/// Does the answer list tasks or benefits: two words at least, no known skill, no correction?
fn lists_items(sentence: &Sentence<'_>) -> bool {
    let corrects = matches!(
        sentence.lower(0),
        "nah" | "make" | "that" | "that's" | "actually" | "change" | "set" | "put" | "wait"
    );
    !corrects && sentence.words.len() >= 2 && SKILLS.find(sentence).is_empty()
}

fn all(field: Field, text: &str) -> Vec<ProposedUpdate> {
    items::phrases(text).into_iter().map(|item| add(field, item, item)).collect()
}

fn level(sentence: &Sentence<'_>) -> Option<ProposedUpdate> {
    let (level, word) = sentence.words.iter().find_map(|word| {
        let level = match word.lower.as_str() {
            "entry" | "beginner" | "beginners" | "graduate" | "graduates" | "einsteiger" => "entry",
            "mid" | "middle" | "medium" | "moyen" | "intermédiaire" | "medio" | "intermedio" => "mid",
            "experienced" | "erfahren" | "expert" | "experte" | "expérimenté" | "experimentado" => "senior",
            "lead" | "leader" => "lead",
            "executive" | "director" => "executive",
            _ => return None,
        };
        Some((level, word.text))
    })?;
    Some(set(Field::ExperienceLevel, level, word))
}

fn work_type(sentence: &Sentence<'_>) -> Option<ProposedUpdate> {
    let (kind, word) = sentence.words.iter().find_map(|word| {
        let kind = match word.lower.as_str() {
            "office" | "site" | "büro" | "ort" | "bureau" | "oficina" | "المكتب" => "onsite",
            "home" | "anywhere" | "zuhause" | "maison" | "distance" | "casa" | "distancia" | "المنزل" => {
                "remote"
            }
            "both" | "mix" | "mixed" | "beides" | "gemischt" | "deux" | "mixte" | "ambos" | "mixto"
            | "كلاهما" => "hybrid",
            _ => return None,
        };
        Some((kind, word.text))
    })?;
    Some(set(Field::WorkType, kind, word))
}
