//! The position: named outright ("the title should be …"), or a noun that titles end in with the words before it.

use std::{ops::Range, sync::LazyLock};

use job_post::{Field, ProposedUpdate};
use regex::Regex;

use super::{
    level, place,
    proposals::set,
    turn::Turn,
    vocabulary::{PLACES, TRAILING, word_list},
    words::{Sentence, pattern},
    work_type,
};

static HEADS: LazyLock<Vec<&str>> = LazyLock::new(|| word_list(include_str!("data/heads.txt")));
/// Nouns of French, Spanish and Arabic titles.
static FOLLOWED: LazyLock<Vec<&str>> = LazyLock::new(|| word_list(include_str!("data/heads_followed.txt")));
static STOPS: LazyLock<Vec<&str>> = LazyLock::new(|| word_list(include_str!("data/stops.txt")));

/// Words before the noun that belong to a title, at most.
const MOST_MODIFIERS: usize = 4;

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
    let words = candidates(sentence).into_iter().next().or_else(|| sought(turn, sentence))?;
    Some(found(sentence, sentence.span(words.clone()), sentence.words[words.start].at.start))
}

/// A short first message that names no known noun is the title all the same.
pub(super) fn whole_message(sentence: &Sentence<'_>) -> Option<Found> {
    let clause = sentence.clauses.first()?.clone();
    let reads_so = clause.clone().all(|word| modifies(sentence, word));
    if sentence.is_question || !reads_so || clause.len() > 5 || sentence.words.len() > 12 {
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

/// Ranges of words that read like a title, in order.
fn candidates(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 0..sentence.words.len() {
        let inside = found.last().is_some_and(|last| last.end > at);
        if !inside && is_followed(sentence, at) {
            found.push(at..followed_end(sentence, at));
        } else if !inside && is_head(sentence, at) {
            let start = start_of(sentence, at);
            if !is_someone_else(sentence, start) {
                found.push(start..end_of(sentence, at));
            }
        }
    }
    found
}

/// "I need a solar installer": what is sought first of all is the position, whatever it is called.
fn sought(turn: &Turn, sentence: &Sentence<'_>) -> Option<Range<usize>> {
    const SEEKING: &[&str] = &[
        "need",
        "hire",
        "hiring",
        "seeking",
        "recruiting",
        "recruit",
        "wanted",
        "for",
        "suchen",
        "suche",
        "brauchen",
        "cherchons",
        "cherche",
        "recherchons",
        "recrutons",
        "buscamos",
        "busco",
        "necesito",
        "necesitamos",
        "عن",
        "نحتاج",
        "مطلوب",
    ];
    const ARTICLES: &[&str] =
        &["a", "an", "some", "two", "three", "ein", "eine", "einen", "un", "une", "una", "des", "unos"];
    let asks_help = sentence.has_any(0..sentence.words.len(), &["help", "question", "information", "hilfe"]);
    if turn.has("title") || asks_help {
        return None;
    }
    let seeks = |at: &usize| at.checked_sub(1).is_some_and(|verb| SEEKING.contains(&sentence.lower(verb)));
    let article =
        (0..sentence.words.len()).filter(seeks).find(|at| ARTICLES.contains(&sentence.lower(*at)))?;
    let clause = sentence.clause_of(article);
    let start = (article + 1..clause.end).find(|word| !level::is_level(sentence.lower(*word)))?;
    let count = (start..clause.end).take(5).take_while(|word| modifies(sentence, *word)).count();
    (count > 0).then_some(start..start + count)
}

fn is_head(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.lower(at);
    if word == "head" || word == "lead" {
        // "head of …" is one, "lead developer" and "they lead" are not.
        return sentence.lower(at + 1) == "of"
            || (word == "lead" && at > 0 && sentence.lower(at - 1) == "team");
    }
    is_noun(word)
}

fn is_noun(word: &str) -> bool {
    let singular = word.strip_suffix('s').unwrap_or(word);
    let stem = word.strip_suffix("innen").or_else(|| word.strip_suffix("in")).unwrap_or(word);
    let ends = |head: &str| word.ends_with(head) || stem.ends_with(head);
    HEADS.iter().any(|head| match head.strip_prefix('-') {
        Some(ending) => ends(ending),
        None => *head == word || *head == singular,
    })
}

/// "Chef" and "director" stand behind what tells more in English, and before it with a "de".
fn is_followed(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.lower(at);
    let either = matches!(word, "chef" | "director" | "assistant" | "conductor" | "commercial");
    FOLLOWED.contains(&word) || (either && matches!(sentence.lower(at + 1), "de" | "du" | "des" | "del"))
}

/// "Desarrollador backend": in these languages what tells more stands behind the noun.
fn followed_end(sentence: &Sentence<'_>, head: usize) -> usize {
    let clause = sentence.clause_of(head);
    let is_joint = |at: usize| matches!(sentence.lower(at), "de" | "du" | "des" | "del");
    let tells = |at: usize| at < clause.end && modifies(sentence, at);
    let more = (head + 1..clause.end).take(MOST_MODIFIERS);
    head + 1 + more.take_while(|at| tells(*at) || (is_joint(*at) && tells(at + 1))).count()
}

fn start_of(sentence: &Sentence<'_>, head: usize) -> usize {
    let mut start = head;
    while start > 0
        && head - start < MOST_MODIFIERS
        && modifies(sentence, start - 1)
        && adjoins(sentence, start)
    {
        start -= 1;
    }
    start
}

/// Only blanks, or an ampersand, stand before the word.
fn adjoins(sentence: &Sentence<'_>, word: usize) -> bool {
    matches!(sentence.gap_before(word).trim(), "" | "&" | "/" | "-")
}

fn modifies(sentence: &Sentence<'_>, word: usize) -> bool {
    let lower = sentence.lower(word);
    let named = PLACES.covers(sentence, word);
    let number = lower.starts_with(|c: char| c.is_numeric());
    !(named
        || number
        || STOPS.contains(&lower)
        || level::is_level(lower)
        || work_type::is_word(lower)
        || place::is_office(lower)
        || lower.starts_with("feature"))
}

fn end_of(sentence: &Sentence<'_>, head: usize) -> usize {
    let mut end = head + 1;
    while let Some(next) = next_noun(sentence, end) {
        end = next + 1;
    }
    if sentence.lower(end) == "of" {
        let clause = sentence.clause_of(head);
        let more = (end + 1..clause.end.min(end + 4)).take_while(|word| modifies(sentence, *word)).count();
        return if more > 0 { end + 1 + more } else { end };
    }
    let trailing =
        (end < sentence.words.len() && adjoins(sentence, end)).then(|| TRAILING.longest_at(sentence, end));
    trailing.flatten().unwrap_or(end)
}

/// "Executive personal assistant": another such noun in the same breath.
fn next_noun(sentence: &Sentence<'_>, from: usize) -> Option<usize> {
    let clause = sentence.clause_of(from.saturating_sub(1));
    let next = (from..clause.end.min(from + 3)).find(|word| is_noun(sentence.lower(*word)))?;
    (from..=next).all(|word| modifies(sentence, word) && adjoins(sentence, word)).then_some(next)
}

/// "I'm a recruiter", "reports to the CTO", "work with designers": not the position.
fn is_someone_else(sentence: &Sentence<'_>, start: usize) -> bool {
    let before = &sentence.words[start.saturating_sub(4)..start];
    let words: Vec<&str> = before.iter().map(|word| word.lower.as_str()).collect();
    let said = format!(" {} ", words.join(" "));
    let phrases = [
        " i'm ",
        " i am ",
        " ich bin ",
        " reports to ",
        " reporting to ",
        " report to ",
        " works with ",
        " work with ",
        " working with ",
        " manage ",
        " manages ",
        " managing ",
        " berichtet an ",
        " with our ",
        " lead ",
        " leads ",
        " your ai ",
        " by your ",
        " by our ",
    ];
    phrases.iter().any(|phrase| said.contains(phrase))
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
