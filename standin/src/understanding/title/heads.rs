//! The head noun of a title, and the words that belong to it. English and German titles end in their head noun, French,
//! Spanish and Arabic ones begin with it.

use std::{ops::Range, sync::LazyLock};

use job_post::list_file;

use crate::{
    text::{inclusive, occupations, polish_places, sentences::Sentence, vocabulary::TRAILING},
    understanding::title::{
        parts::modifies,
        sought,
        unlisted::{is_one_letter_off, is_romance_noun},
    },
};

static HEADS: LazyLock<Vec<&str>> =
    LazyLock::new(|| list_file::words(include_str!("../../../data/lists/heads.txt")).collect());
/// Head nouns of French, Spanish and Arabic titles.
static FOLLOWED: LazyLock<Vec<&str>> =
    LazyLock::new(|| list_file::words(include_str!("../../../data/lists/heads_followed.txt")).collect());
/// Most words that belong to a title besides its head noun.
const MOST_MODIFIERS: usize = 4;

/// Ranges of words that read like a title, in order.
pub(crate) fn candidates(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 0..sentence.words.len() {
        let inside = found.last().is_some_and(|last| last.end > at);
        if inside {
            continue;
        }
        if is_followed(sentence, at) || is_mistyped(sentence, at) || is_unlisted_romance(sentence, at) {
            found.push(at..followed_end(sentence, at));
        } else if is_head(sentence, at) || is_rarer_head(sentence, at) {
            let start = start_of(sentence, at);
            if !is_someone_else(sentence, start) {
                found.push(start..end_of(sentence, at));
            }
        } else if let Some(end) = known_title(sentence, at) {
            found.push(at..end);
        }
    }
    found
}

/// A title of the occupation list that has no known head noun: "need a general help in the kitchen".
fn known_title(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let end = occupations::longest_at(sentence, at)?;
    // Titles with a head noun are found by that, with all words that belong to it.
    let goes_on = end < sentence.words.len() && adjoins(sentence, end) && is_noun(sentence.lower(end));
    if goes_on || (at..end).any(|word| is_head(sentence, word) || occupations::is_noun(sentence.lower(word)))
    {
        return None;
    }
    let is_whole = (at..end).all(|word| modifies(sentence, word) || is_small_word(sentence.lower(word)));
    (is_whole && sought::is_place_for_title(sentence, at) && !is_someone_else(sentence, at)).then_some(end)
}

fn is_small_word(word: &str) -> bool {
    matches!(word, "of" | "and" | "in" | "for" | "to" | "the")
}

/// A noun that only the occupation list has ("roofer"). It counts where a title is expected, since many are everyday words.
fn is_rarer_head(sentence: &Sentence<'_>, at: usize) -> bool {
    (occupations::is_noun(sentence.lower(at))
        || is_german_noun(sentence, at)
        || is_modified_person(sentence, at))
        && sought::is_place_for_title(sentence, start_of(sentence, at))
        && sought::says_something(sentence, &(at..at + 1))
}

pub(crate) fn is_head(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.lower(at);
    if word == "head" || word == "lead" {
        // "head of …" and "team lead" are titles, "lead developer" and "they lead" are not.
        return sentence.lower(at + 1) == "of"
            || (word == "lead" && at > 0 && sentence.lower(at - 1) == "team");
    }
    is_noun(word)
}

pub(super) fn is_noun(word: &str) -> bool {
    // "Bauleiter/in", "Sozialpädagog*in", "camarero/a".
    let word = inclusive::base(word);
    let singular = word.strip_suffix('s').unwrap_or(word);
    let stem = word.strip_suffix("innen").or_else(|| word.strip_suffix("in")).unwrap_or(word);
    let ends = |head: &str| word.ends_with(head) || stem.ends_with(head);
    HEADS.iter().any(|head| match head.strip_prefix('-') {
        Some(ending) => ends(ending),
        None => *head == word || *head == singular,
    })
}

/// "A lollipop man", but not "a good man".
fn is_modified_person(sentence: &Sentence<'_>, at: usize) -> bool {
    let start = start_of(sentence, at);
    matches!(sentence.lower(at), "man" | "woman" | "boy" | "girl" | "lady")
        && start < at
        && !sought::is_praise(sentence.lower(at - 1))
}

/// "Magaziniere": a noun whose modifiers follow, with one letter wrong where a title is expected.
fn is_mistyped(sentence: &Sentence<'_>, at: usize) -> bool {
    const SHORTEST: usize = 8;
    let word = sentence.lower(at);
    word.chars().count() >= SHORTEST
        && !FOLLOWED.iter().any(|head| head.starts_with(word) || word.starts_with(head))
        && FOLLOWED.iter().any(|head| is_one_letter_off(word, head))
        && sought::is_place_for_title(sentence, at)
}

/// "Higienista Dental": an unlisted occupation whose modifiers follow.
fn is_unlisted_romance(sentence: &Sentence<'_>, at: usize) -> bool {
    is_romance_noun(sentence.lower(at)) && sought::is_place_for_title(sentence, start_of(sentence, at))
}

/// "Logopädin in Teilzeit": an unlisted German occupation, known by its capital, its ending and a German word after it.
fn is_german_noun(sentence: &Sentence<'_>, at: usize) -> bool {
    const ENDINGS: &[&str] = &[
        "er",
        "in",
        "ist",
        "eur",
        "ant",
        "ent",
        "or",
        "oge",
        "wirt",
        "mann",
        "frau",
        "hilfe",
        "angestellte",
        "angestellter",
        "kraft",
    ];
    const BEHIND: &[&str] = &[
        "gesucht",
        "für",
        "im",
        "ab",
        "bei",
        "zur",
        "zum",
        "als",
        "mit",
        "teilzeit",
        "vollzeit",
        "minijob",
        "ein",
        "einstellen",
        "und",
        "sofort",
        "dringend",
    ];
    let word = &sentence.words[at];
    let has_ending = ENDINGS.iter().any(|ending| word.lower.ends_with(ending));
    let ends = (has_ending || inclusive::base(&word.lower) != word.lower) && word.text.chars().count() > 4;
    let behind = at + 1..sentence.words.len().min(at + 4);
    ends && word.text.starts_with(char::is_uppercase)
        && modifies(sentence, at)
        && sentence.has_any(behind, BEHIND)
}

/// Is the word a head noun whose modifiers follow? "Chef" and "director" are in English too: then a "de" must follow.
pub(crate) fn is_followed(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = inclusive::base(sentence.lower(at));
    let either = matches!(
        word,
        "chef"
            | "director"
            | "assistant"
            | "conductor"
            | "commercial"
            | "agent"
            | "operator"
            | "monitor"
            | "chargé"
            | "chargée"
            | "professor"
            | "supervisor"
            | "instructor"
            | "gestor"
    );
    let next = sentence.lower(at + 1);
    let has_field = is_joint(next) || next.starts_with("d'") || next.starts_with("d’");
    FOLLOWED.contains(&word) || (either && has_field)
}

/// Words between a noun and its field of work: "agent de sécurité", "addetto alle vendite".
fn is_joint(word: &str) -> bool {
    matches!(
        word,
        "de" | "du"
            | "des"
            | "del"
            | "da"
            | "do"
            | "dos"
            | "das"
            | "di"
            | "dei"
            | "delle"
            | "della"
            | "alle"
            | "alla"
            | "al"
            | "ai"
            | "agli"
            | "ds"
    )
}

/// Where a title ends whose modifiers follow its noun: "desarrollador backend".
fn followed_end(sentence: &Sentence<'_>, head: usize) -> usize {
    let clause = sentence.clause_of(head);
    let belongs = |at: usize| at < clause.end && modifies(sentence, at);
    let joins = |at: usize| is_joint(sentence.lower(at)) && !polish_places::begins(sentence, at);
    let more = (head + 1..clause.end).take(MOST_MODIFIERS);
    head + 1 + more.take_while(|at| belongs(*at) || joins(*at) && belongs(at + 1)).count()
}

fn start_of(sentence: &Sentence<'_>, head: usize) -> usize {
    let mut start = head;
    while start > 0
        && head - start < MOST_MODIFIERS
        && (modifies(sentence, start - 1) || is_compound(sentence, start, head))
        && adjoins(sentence, start)
    {
        start -= 1;
    }
    occupations::longest_before(sentence, head).filter(|known| *known < start).unwrap_or(start)
}

/// "Office manager", "contract administrator": a word that is part of a title only right before its noun.
fn is_compound(sentence: &Sentence<'_>, start: usize, head: usize) -> bool {
    let is_named = start > 1 && sentence.words[start - 2].text.starts_with(char::is_uppercase);
    start == head && !is_named && matches!(sentence.lower(start - 1), "office" | "contract")
}

/// Is there only white space or a joining sign before the word?
fn adjoins(sentence: &Sentence<'_>, word: usize) -> bool {
    matches!(sentence.gap_before(word).trim(), "" | "&" | "/" | "-")
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
    if let Some(field) = german_field(sentence, head, end) {
        return field;
    }
    let trailing =
        (end < sentence.words.len() && adjoins(sentence, end)).then(|| TRAILING.longest_at(sentence, end));
    trailing.flatten().unwrap_or(end)
}

/// German nouns that take a field of work.
const BROAD: &[&str] = &[
    "kraft",
    "kauf",
    "sachbearbeit",
    "referent",
    "mitarbeit",
    "berater",
    "spezialist",
    "assisten",
    "leiter",
    "techniker",
    "meister",
    "ingenieur",
    "helfer",
];

/// Where the field of work after a German noun ends: "Sachbearbeiterin Buchhaltung", "Fachkraft für Lagerlogistik",
/// "Leiter der Buchhaltung".
fn german_field(sentence: &Sentence<'_>, head: usize, end: usize) -> Option<usize> {
    let word = inclusive::base(sentence.lower(head));
    let is_german = HEADS.iter().filter_map(|noun| noun.strip_prefix('-')).any(|ending| {
        word.ends_with(ending)
            || ["in", "innen"]
                .iter()
                .any(|female| word.strip_suffix(female).is_some_and(|it| it.ends_with(ending)))
    });
    let clause = sentence.clause_of(head);
    let is_field = |at: usize| {
        at < clause.end
            && adjoins(sentence, at)
            && sentence.words[at].text.starts_with(char::is_uppercase)
            && modifies(sentence, at)
            && !is_noun(sentence.lower(at))
    };
    let is_broad = BROAD.iter().any(|broad| word.contains(broad));
    let joined = match sentence.lower(end) {
        "für" | "der" | "im" | "des" => is_broad && end < clause.end,
        _ => false,
    };
    let from = if joined { end + 1 } else { end };
    let count = (from..clause.end).take(3).take_while(|at| is_field(*at)).count();
    (is_german && count > 0).then_some(from + count)
}

/// Another head noun right after: "executive personal assistant".
fn next_noun(sentence: &Sentence<'_>, from: usize) -> Option<usize> {
    let clause = sentence.clause_of(from.saturating_sub(1));
    let next = (from..clause.end.min(from + 3)).find(|word| is_noun(sentence.lower(*word)))?;
    (from..=next).all(|word| modifies(sentence, word) && adjoins(sentence, word)).then_some(next)
}

/// "I'm a recruiter", "reports to the CTO", "work with designers": another person, not the position.
fn is_someone_else(sentence: &Sentence<'_>, start: usize) -> bool {
    let before = &sentence.words[start.saturating_sub(4)..start];
    let words: Vec<&str> = before.iter().map(|word| word.lower.as_str()).collect();
    let said = format!(" {} ", words.join(" "));
    // "I am looking for a …"
    let seeks = ["after", "looking", "seeking", "hiring", "searching", "recruiting", "suche"];
    let said = if words.iter().any(|word| seeks.contains(word)) { String::new() } else { said };
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
