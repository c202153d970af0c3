//! Reads the two flags: an AI interview and a featured listing.

use std::sync::LazyLock;

use job_post::{Field, ProposedUpdate};
use regex::Regex;

use crate::{
    text::sentences::{Sentence, pattern},
    understanding::updates::set,
};

pub(crate) fn find(sentence: &Sentence<'_>) -> Vec<ProposedUpdate> {
    if sentence.is_question {
        return Vec::new();
    }
    [interview(sentence), featured(sentence)].into_iter().flatten().collect()
}

fn interview(sentence: &Sentence<'_>) -> Option<ProposedUpdate> {
    static INTERVIEW: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)\b(?:(?:AI|A\.I\.|KI|automated|bot)[\s-]*(?:based\s+|led\s+|gestützte[sn]?\s+)?(?:video\s+)?(?:pre-?\s?)?(?:interview\w*|screen\w*|vorstellungsgespräch\w*)",
            r"|(?:interview\w*|screen\w*|pre-?screen\w*)\s+(?:\w+\s+){0,3}(?:by|with|through|via|durch|mit)\s+(?:\w+\s+){0,2}(?:AI|KI)\b",
            r"|\b(?:entretien|entrevista)s?\s+(?:\p{L}+\s+){0,3}(?:IA|automatisé\w*|automatizad\w*)\b|مقابلة\s+(?:\p{L}+\s+){0,2}(?:ب?الذكاء\s+الاصطناعي|آلية))",
        ))
    });
    static NONE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:turn\s+off|switch\s+off|disable|deactivate|drop|remove|without|no)\s+(?:the\s+|any\s+)?interview\b|\binterview\s+off\b",
        )
    });
    let text = sentence.text();
    let off = || NONE.is_match(text).then(|| set(Field::EnableAiInterview, "false", text));
    switched(Field::EnableAiInterview, text, &INTERVIEW).or_else(off)
}

fn featured(sentence: &Sentence<'_>) -> Option<ProposedUpdate> {
    static UNDO: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)\bun-?featur\w*|\bde-?featur\w*|\bnot\s+featured\b"));
    static FEATURED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)\bfeatured\b|\bfeature\s+(?:it|this|the\s+(?:job|post|posting|listing|ad|role|position))\b|\b(?:pin|promote|boost|highlight)\s+(?:it|this|the\s+(?:job|post|posting|listing|ad))\b",
            r"|\bhervorheb\w*|\bhervorgehoben\w*|\btop-?(?:anzeige|job|listing)\b|\b(?:mettez|mettre|mise|mets)(?:-la)?\s+(?:\p{L}+['’]?\s*){0,2}en\s+(?:avant|vedette)\b|\bdestac\w*|إعلان\w*\s+مميز|\bمميزا?\b",
        ))
    });
    let text = sentence.text();
    if UNDO.is_match(text) {
        return Some(set(Field::IsFeatured, "false", text));
    }
    switched(Field::IsFeatured, text, &FEATURED)
}

/// Sets a flag: on, unless words in the same clause turn it off.
fn switched(field: Field, text: &str, switch: &Regex) -> Option<ProposedUpdate> {
    static OFF: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)\b(?:no|not|non|without|disable[sd]?|off|remove|drop|cancel|skip|deactivate|stop|never|don't|dont|doesn't|won't|isn't|needn't|unset|undo|forget",
            r"|kein|keine|keinen|ohne|nicht|deaktivieren?|aus|abschalten|ausschalten|entfernen|streichen|weglassen|doch\s+nicht|pas|sans|enlevez|retirez|désactivez|supprimez|sin|quita|desactiva|elimina|بدون|دون|لا|احذف|أوقف)\b",
        ))
    });
    let named = switch.find(text)?;
    let marks: &[char] = &[',', ';', ':', '(', ')'];
    let before = text[..named.start()].rfind(marks).map_or(0, |mark| mark + 1);
    let before = text[before..named.start()].rfind(" and ").map_or(before, |and| before + and);
    let after = text[named.end()..].find(marks).map_or(text.len(), |mark| named.end() + mark);
    let after = text[named.end()..after].find(" and ").map_or(after, |and| named.end() + and);
    let is_off = OFF.is_match(&text[before..named.start()]) || OFF.is_match(&text[named.end()..after]);
    let quote = text[before..after].trim().trim_start_matches("and ").trim_end_matches('.');
    Some(set(field, if is_off { "false" } else { "true" }, quote))
}
