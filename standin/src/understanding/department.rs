//! Finds the department: named as such, or as the team of the position.

use std::{ops::Range, sync::LazyLock};

use job_post::{Field, ProposedUpdate};
use regex::Regex;

use crate::{
    text::{
        casing::capitalized,
        sentences::{Sentence, pattern},
    },
    understanding::updates::set,
};

pub(crate) fn find(sentence: &Sentence<'_>) -> Option<ProposedUpdate> {
    static NAMED: LazyLock<[Regex; 5]> = LazyLock::new(|| {
        [
            pattern(
                r"(?i)\b(?:department|dept\.?|abteilung)\s*(?:is\b|:|=|should\s+be\b|will\s+be\b|ist\b|to\b)\s*([\p{L}&][\p{L}& -]{1,40})",
            ),
            pattern(
                r"(?i)\b(?:dział|reparto|afdeling|área|setor|service|departamento|département|dipartimento|قسم)(?:\s*:\s*|\s+(?:de\s+|des\s+|di\s+)?)((?-i:\p{Lu})[\p{L}&-]*(?:\s+(?-i:\p{Lu})[\p{L}-]+)*|(?:sprzedaży|kadr|finansów|logistyki|produkcji|obsługi\s+klienta|ventas|vendas|vendite|commercial|verkoop|inkoop)(?:\s+(?-i:\p{Lu}[\p{Lu}\d&]+)\b)?)",
            ),
            pattern(r"(?i)\bAbteilung\s+((?-i:\p{Lu})[\p{L}&-]*(?:\s+(?:und|&)\s+(?-i:\p{Lu})[\p{L}-]+)*)"),
            pattern(r"(?i)\b(?:im\s+Bereich|in\s+der)\s+((?-i:\p{Lu})[\p{L}&-]+?)(?:-?abteilung)\b"),
            pattern(
                r"(?i)\b(?:in|for|within|join|joining|into)\s+(?:the|our)\s+((?:[\p{L}&]+\s+){0,2}[\p{L}&]+)\s+(?:team|division|group)\b",
            ),
        ]
    });
    if sentence.is_question {
        return None;
    }
    let text = sentence.text();
    let named = NAMED.iter().find_map(|form| Some(form.captures(text)?.get(1)?.as_str().trim()));
    let name = before_word(sentence).or(named).filter(|name| is_name(name))?;
    Some(set(Field::Department, &capitalized(name), name))
}

/// "Die Stelle gehört zur Abteilung Produktentwicklung", "Reparto: Infrastrutture": only after its name.
pub(crate) fn labelled(sentence: &Sentence<'_>) -> Option<ProposedUpdate> {
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"\b(?i:abteilung|dział|reparto|afdeling|área|setor|departamento|département|dipartimento|department)(?:\s*:\s*|\s+(?:de\s+|di\s+)?)(\p{Lu}[\p{L}&-]*(?:\s+\p{Lu}[\p{L}&-]*){0,2})",
        )
    });
    let name = LABEL.captures(sentence.text())?.get(1)?.as_str();
    is_name(name).then(|| set(Field::Department, &capitalized(name), name))
}

/// "Product Engineering department".
fn before_word<'a>(sentence: &Sentence<'a>) -> Option<&'a str> {
    const STOPS: &[&str] = &[
        "the", "our", "a", "an", "in", "for", "of", "within", "to", "your", "their", "is", "and", "it's",
        "join", "new", "this", "at", "with",
    ];
    let word = (1..sentence.words.len()).find(|at| matches!(sentence.lower(*at), "department" | "dept"))?;
    let clause = sentence.clause_of(word);
    let mut name: Range<usize> = word..word;
    while name.start > clause.start && name.len() < 4 && !STOPS.contains(&sentence.lower(name.start - 1)) {
        name.start -= 1;
    }
    (!name.is_empty()).then(|| sentence.span(name))
}

fn is_name(name: &str) -> bool {
    const NO_NAME: &[&str] = &[
        "whole",
        "small",
        "big",
        "growing",
        "great",
        "remote",
        "entire",
        "leadership",
        "same",
        "right",
        "which",
        "what",
        "other",
        "own",
        "young",
        "local",
        "global",
        "a",
        "the",
        "change",
        "remove",
        "set",
    ];
    let mut words = name.split_whitespace().peekable();
    words.peek().is_some() && !words.any(|word| NO_NAME.contains(&word.to_lowercase().as_str()))
}
