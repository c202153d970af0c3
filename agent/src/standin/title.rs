//! The position: named outright ("the title should be …"), or a noun that titles end in with the words before it.

mod heads;
mod markers;
mod purposes;
mod sought;

use std::{ops::Range, sync::LazyLock};

use job_post::{Field, ProposedUpdate};
use regex::Regex;

use super::{
    gazetteer, level, occupations, place,
    proposals::set,
    short_answers,
    turn::Turn,
    vocabulary::{PLACES, word_list},
    words::{Sentence, pattern},
    work_type,
};

static STOPS: LazyLock<Vec<&str>> = LazyLock::new(|| word_list(include_str!("data/stops.txt")));

/// A title, and the bytes of the message it was read from.
pub(super) struct Found {
    pub update: ProposedUpdate,
    pub at: Range<usize>,
}

/// The title a sentence gives. A title that is known already changes only where it is named outright or corrected.
pub(super) fn find(turn: &Turn, sentence: &Sentence<'_>) -> Option<Found> {
    if let Some(found) = outright(sentence) {
        return Some(found);
    }
    let is_asked = sentence.is_question && (turn.has("title") || sentence.begins_as_question());
    if is_asked || (turn.has("title") && !corrects(sentence)) {
        return None;
    }
    let words = markers::find(sentence)
        .or_else(|| heads::candidates(sentence).into_iter().next())
        .or_else(|| sought::find(turn, sentence));
    let Some(words) = words else { return purposes::find(sentence) };
    Some(found(sentence, sentence.span(words.clone()), sentence.words[words.start].at.start))
}

/// The first words of a sentence that read like a title.
pub(super) fn first_in<'a>(sentence: &Sentence<'a>) -> Option<&'a str> {
    let words = markers::find(sentence).or_else(|| heads::candidates(sentence).into_iter().next())?;
    Some(sentence.span(words))
}

/// Whether a word says what somebody is.
pub(super) fn names_people(sentence: &Sentence<'_>, at: usize) -> bool {
    heads::is_head(sentence, at)
        || heads::is_followed(sentence, at)
        || occupations::is_noun(sentence.lower(at))
}

/// A short first message that names no known noun is the title all the same.
pub(super) fn whole_message(sentence: &Sentence<'_>) -> Option<Found> {
    let clause = sentence.clauses.first()?.clone();
    let reads_so = clause.clone().all(|word| modifies(sentence, word));
    if sentence.is_question
        || short_answers::is_hesitation(sentence.text())
        || !reads_so
        || clause.len() > 5
        || sentence.words.len() > 12
    {
        return None;
    }
    let letters = sentence.span(clause.clone()).chars().filter(|c| c.is_alphabetic()).count();
    (letters > 2)
        .then(|| found(sentence, sentence.span(clause.clone()), sentence.words[clause.start].at.start))
}

fn found(sentence: &Sentence<'_>, text: &str, start: usize) -> Found {
    let end = start + text.len();
    let quote = if text.is_empty() { sentence.text() } else { text };
    Found { update: set(Field::Title, &capitalized(text), quote), at: start..end }
}

fn outright(sentence: &Sentence<'_>) -> Option<Found> {
    static NAMED: LazyLock<[Regex; 4]> = LazyLock::new(|| {
        [
            pattern(
                r"(?i)\b(?:job\s+)?title\s*(?:should\s+(?:(?:rather|now|just|really|actually)\s+)*(?:be|read|say)|is\s+now|is|will\s+be|must\s+be|to|as|:|=)\s*(.+)",
            ),
            pattern(
                r"(?i)\b(?:call|name|rename|retitle)\s+(?:it|this|the\s+(?:job|role|position|post))\s+(?:to\s+|as\s+)?(.+)",
            ),
            pattern(r"(?i)\b(?:position|role|job)\s*(?:title\s*)?(?::|=)\s*(.+)"),
            pattern(
                r"(?i)\b(?:titel|stellentitel|stellenbezeichnung)\s*(?:soll(?:te)?|ist|lautet|auf|in|:|=)\s*(.+)",
            ),
        ]
    });
    let text = sentence.text();
    let named = NAMED.iter().find_map(|named| named.captures(text)?.get(1))?;
    let title = trimmed(named.as_str());
    let lead = named.as_str().find(title).unwrap_or(0);
    let known = title.split_whitespace().count() <= 8 && !title.is_empty();
    known.then(|| found(sentence, title, sentence.text_start() + named.start() + lead))
}

/// The title itself, without what follows it in the sentence.
fn trimmed(text: &str) -> &str {
    static TAIL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:,|;|\s\(|\s[-–—]\s|\.\s|\s(?:instead|please|now|bitte|heißen|lauten|sein|ändern|rather|and|but|und)\b).*$",
        )
    });
    let end = TAIL.find(text).map_or(text.len(), |tail| tail.start());
    let quotes: &[char] = &['"', '\'', '“', '”', '„', '‘', '’', '.', '!', '?', ' ', ':'];
    let text = text[..end].trim_end_matches(quotes).trim_start_matches(['"', '\'', '“', '„', '‘', ' ']);
    ["a ", "an ", "the "].iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text)
}

/// "Actually we need a …", "make it a …": words that put a new title in an old one's place.
fn corrects(sentence: &Sentence<'_>) -> bool {
    let all = 0..sentence.words.len();
    let again = ["actually", "instead", "rather", "correction", "sorry", "eigentlich", "stattdessen", "doch"];
    let asks = [
        "need", "looking", "hire", "hiring", "want", "make", "suchen", "brauchen", "role", "position",
        "meant", "mean", "meinte",
    ];
    sentence.has_any(all.clone(), &again) && sentence.has_any(all, &asks)
}

fn modifies(sentence: &Sentence<'_>, word: usize) -> bool {
    let lower = sentence.lower(word);
    let named = PLACES.covers(sentence, word) || gazetteer::covers(sentence, word);
    let number = lower.starts_with(|c: char| c.is_numeric());
    !(named
        || number
        || STOPS.contains(&lower)
        || level::is_level(lower)
        || work_type::is_word(lower)
        || place::is_office(lower)
        || lower.starts_with("feature"))
}

/// As a heading: small words stay small, known short forms are capitals, what has capitals keeps them.
pub(super) fn capitalized(text: &str) -> String {
    let words = text.split_whitespace().enumerate();
    words.map(|(place, word)| capitalized_word(word, place == 0)).collect::<Vec<_>>().join(" ")
}

fn capitalized_word(word: &str, first: bool) -> String {
    const SHORT: &[&str] = &[
        "qa", "hr", "it", "ui", "ux", "ai", "ml", "sap", "seo", "vp", "cto", "ceo", "cfo", "coo", "php",
        "sql", "aws", "crm", "erp", "sre", "dba", "icu", "pr",
    ];
    const SMALL: &[&str] = &[
        "of", "in", "and", "for", "the", "to", "with", "und", "für", "von", "im", "an", "de", "du", "des",
        "del", "la", "le", "les", "et", "y", "en", "à",
    ];
    if word.chars().any(char::is_uppercase) || (!first && SMALL.contains(&word)) {
        return word.to_owned();
    }
    if SHORT.contains(&word) {
        return word.to_uppercase();
    }
    match word.find(char::is_alphabetic) {
        Some(at) if at <= 1 => {
            let (before, rest) = word.split_at(at);
            let mut letters = rest.chars();
            let capital = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
            format!("{before}{capital}{}", letters.as_str())
        }
        _ => word.to_owned(),
    }
}
