//! Finds the title: stated ("the title should be …"), or a noun that titles end in with the words before it.

mod heads;
mod inclusive_forms;
mod markers;
mod parts;
mod purposes;
mod sought;
mod unlisted;

use std::ops::Range;
use std::sync::LazyLock;

use job_post::{Field, Language};
use regex::Regex;

pub(crate) use self::inclusive_forms::marker_behind;
pub(crate) use self::parts::Found;
use self::parts::modifies;
use crate::{
    text::{
        casing::{capitalized, title_cased},
        occupations, polish_titles,
        sentences::{Sentence, pattern},
    },
    turn::Turn,
    understanding::{acts, updates::set},
};

/// The title of a sentence. A known title changes only where the sentence states or corrects it.
pub(crate) fn find(turn: &Turn, sentence: &Sentence<'_>) -> Option<Found> {
    if let Some(found) = outright(sentence) {
        return Some(found);
    }
    if let Some(words) = turn.has("title").then(|| renamed(sentence)).flatten() {
        return Some(found(sentence, sentence.span(words.clone()), sentence.words[words.start].at.start));
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

/// The title in the letters and in the form for all genders that the message has.
pub(crate) fn as_said(turn: &Turn, found: Found) -> Found {
    let Found { update, at } = found;
    let is_plain = update.value == capitalized(&update.quote);
    let pair = inclusive_forms::pair(&turn.message, &at).filter(|_| is_plain);
    let at = pair.as_ref().map_or(at, |(_, at)| at.clone());
    let quote = pair.as_ref().map_or(update.quote, |_| turn.message[at.clone()].to_owned());
    let title = pair.map_or_else(|| in_nominative(turn, &at, &quote), |(title, _)| title);
    let value = if is_plain { title_cased(&title, turn.language) } else { update.value };
    let (value, at, quote) = match parts::other_name(&turn.message, at.end) {
        Some(other) => {
            let name = title_cased(&turn.message[other.clone()], turn.language);
            let at = at.start..other.end;
            (format!("{value} / {name}"), at.clone(), turn.message[at].to_owned())
        }
        None => (value, at, quote),
    };
    let (value, at) = match marker_behind(&turn.message, at.end) {
        Some(marker) => (format!("{value} {}", &turn.message[marker.clone()]), at.start..marker.end),
        None => (value, at),
    };
    Found { update: set(Field::Title, &value, &quote), at }
}

/// "Szukam kierowcy" names a "kierowca".
fn in_nominative(turn: &Turn, at: &Range<usize>, title: &str) -> String {
    let is_inflected =
        turn.language == Language::Polish && polish_titles::is_inflected(&turn.message[..at.start]);
    let name = is_inflected.then(|| polish_titles::nominative(title)).flatten();
    name.unwrap_or_else(|| title.to_owned())
}

/// The first words of a sentence that read like a title.
pub(crate) fn first_in<'a>(sentence: &Sentence<'a>) -> Option<&'a str> {
    let words = markers::find(sentence).or_else(|| heads::candidates(sentence).into_iter().next())?;
    Some(sentence.span(words))
}

/// Does the word name an occupation?
pub(crate) fn names_people(sentence: &Sentence<'_>, at: usize) -> bool {
    heads::is_head(sentence, at)
        || heads::is_followed(sentence, at)
        || occupations::is_noun(sentence.lower(at))
}

/// Reads a short first message as the title, even without a known noun.
pub(crate) fn whole_message(sentence: &Sentence<'_>) -> Option<Found> {
    let clause = sentence.clauses.first()?.clone();
    let reads_so = clause.clone().all(|word| modifies(sentence, word));
    if sentence.is_question
        || acts::is_hesitation(sentence.text())
        || !reads_so
        || clause.len() > 5
        || is_long_without_spaces(sentence.span(clause.clone()))
        || is_pay_scale(sentence.span(clause.clone()))
        || sentence.words.len() > 12
    {
        return None;
    }
    let letters = sentence.span(clause.clone()).chars().filter(|c| c.is_alphabetic()).count();
    (letters > 2)
        .then(|| found(sentence, sentence.span(clause.clone()), sentence.words[clause.start].at.start))
}

/// A sentence of a script without spaces between words counts as one word.
fn is_long_without_spaces(text: &str) -> bool {
    const LONGEST: usize = 10;
    let is_written_so = |letter: &char| matches!(letter, '\u{e00}'..='\u{eff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
    text.chars().filter(is_written_so).count() > LONGEST
}

/// "Schaal L10", "Band 5", "TVöD E9": the pay, not the position.
fn is_pay_scale(text: &str) -> bool {
    static SCALE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:pay\s+)?(?:schaal|scale|grade|band|loonschaal|salarisschaal|tvöd|tv-?l|avr|entgeltgruppe|eg|besoldung|besoldungsgruppe|lohnklasse|échelon|indice|coefficient|grupo|nivel|nível|livello|ccnl|grupa|kategoria)\s*(?-i:[A-Z]{0,3})[\s-]?\d",
        )
    });
    SCALE.is_match(text)
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

/// The title without the rest of the sentence.
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

/// "Well, registered electrician", "ich meine einen Elektriker": another name for the position and nothing else.
fn renamed(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    const MOST_WORDS: usize = 5;
    const ARTICLES: &[&str] =
        &["a", "an", "the", "ein", "eine", "einen", "un", "une", "una", "um", "uma", "een"];
    let lead = acts::ACTS.end_of("or-rather", sentence, 0)?;
    let has_article = sentence.has_any(lead..(lead + 1).min(sentence.words.len()), ARTICLES);
    let first = lead + usize::from(has_article);
    let praise =
        (first..sentence.words.len()).take_while(|at| sought::is_praise(sentence.lower(*at))).count();
    let name = first + praise..sentence.words.len();
    let mut heads = heads::candidates(sentence).into_iter();
    let is_name = heads.any(|head| head.end == name.end && head.start >= name.start)
        && name.clone().all(|word| modifies(sentence, word) || word + 1 == name.end);
    (is_name && name.len() <= MOST_WORDS && !sentence.is_question).then_some(name)
}

/// "Actually we need a …", "make it a …": the sentence replaces the title.
fn corrects(sentence: &Sentence<'_>) -> bool {
    let all = 0..sentence.words.len();
    let again = ["actually", "instead", "rather", "correction", "sorry", "eigentlich", "stattdessen", "doch"];
    let asks = [
        "need", "looking", "hire", "hiring", "want", "make", "suchen", "brauchen", "role", "position",
        "meant", "mean", "meinte",
    ];
    // "Sorry typo, receptionist".
    let is_retyped = sentence.words.len() <= 6
        && sentence.has_any(all.clone(), &["typo", "misspelled", "vertippt", "tippfehler"]);
    is_retyped || sentence.has_any(all.clone(), &again) && sentence.has_any(all, &asks)
}
