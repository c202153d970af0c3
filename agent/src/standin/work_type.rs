//! Where the work is done: on site, at home, or both.

use std::ops::Range;

use job_post::{Field, ProposedUpdate};

use super::{proposals::set, words::Sentence};

const REMOTE: &str = "remote";
const HYBRID: &str = "hybrid";
const ONSITE: &str = "onsite";

/// What the phrases stand for; the longest comes first.
const PHRASES: &[(&[&str], &str)] = &[
    (&["work", "from", "home"], REMOTE),
    (&["working", "from", "home"], REMOTE),
    (&["work", "from", "anywhere"], REMOTE),
    (&["from", "home"], REMOTE),
    (&["at", "home"], REMOTE),
    (&["home", "office"], REMOTE),
    (&["home", "based"], REMOTE),
    (&["von", "zuhause"], REMOTE),
    (&["remote"], REMOTE),
    (&["remotely"], REMOTE),
    (&["wfh"], REMOTE),
    (&["telecommute"], REMOTE),
    (&["telework"], REMOTE),
    (&["home-office"], REMOTE),
    (&["homeoffice"], REMOTE),
    (&["homeoffice-möglichkeit"], REMOTE),
    (&["home-office-möglichkeit"], REMOTE),
    (&["mobiles", "arbeiten"], REMOTE),
    (&["hybrid"], HYBRID),
    (&["hybrides"], HYBRID),
    (&["partly", "remote"], HYBRID),
    (&["partially", "remote"], HYBRID),
    (&["teilweise", "remote"], HYBRID),
    (&["on", "site"], ONSITE),
    (&["onsite"], ONSITE),
    (&["on-site"], ONSITE),
    (&["work", "from", "office"], ONSITE),
    (&["work", "from", "the", "office"], ONSITE),
    (&["wfo"], ONSITE),
    (&["in", "person"], ONSITE),
    (&["in-person"], ONSITE),
    (&["in", "office"], ONSITE),
    (&["in-office"], ONSITE),
    (&["in", "the", "office"], ONSITE),
    (&["office-based"], ONSITE),
    (&["on", "location"], ONSITE),
    (&["vor", "ort"], ONSITE),
    (&["vor-ort"], ONSITE),
    (&["im", "büro"], ONSITE),
    (&["in", "präsenz"], ONSITE),
    (&["präsenz"], ONSITE),
    (&["télétravail"], REMOTE),
    (&["à", "distance"], REMOTE),
    (&["teletrabajo"], REMOTE),
    (&["remoto"], REMOTE),
    (&["remota"], REMOTE),
    (&["عن", "بعد"], REMOTE),
    (&["hybride"], HYBRID),
    (&["híbrido"], HYBRID),
    (&["híbrida"], HYBRID),
    (&["هجين"], HYBRID),
    (&["sur", "place"], ONSITE),
    (&["sur", "site"], ONSITE),
    (&["presencial"], ONSITE),
    (&["في", "المكتب"], ONSITE),
    (&["حضوري"], ONSITE),
];

/// Whether a word tells the work type and is no part of a title.
pub(super) fn is_word(word: &str) -> bool {
    PHRASES.iter().any(|(phrase, _)| phrase.len() == 1 && phrase[0] == word)
        || matches!(word, "fully" | "partly" | "100")
}

pub(super) fn find(sentence: &Sentence<'_>) -> Option<ProposedUpdate> {
    if sentence.is_question {
        return None;
    }
    let named = named(sentence);
    let kinds: Vec<&str> = named.iter().filter(|it| !it.denied).map(|it| it.kind).collect();
    let has = |kind| kinds.contains(&kind);
    let kind = if has(HYBRID) || (has(REMOTE) && (has(ONSITE) || is_shared_with_office(sentence))) {
        HYBRID
    } else if let Some(kind) = kinds.last() {
        kind
    } else if named.iter().any(|it| it.denied && it.kind == REMOTE) {
        ONSITE
    } else {
        return None;
    };
    let ends = named.first().map(|it| it.at.start).zip(named.last().map(|it| it.at.end))?;
    Some(set(Field::WorkType, kind, sentence.span(ends.0..ends.1)))
}

struct Named {
    kind: &'static str,
    denied: bool,
    at: Range<usize>,
}

fn named(sentence: &Sentence<'_>) -> Vec<Named> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
        let phrase =
            PHRASES.iter().filter(|(phrase, _)| reads(sentence, at, phrase)).max_by_key(|it| it.0.len());
        let Some((phrase, kind)) = phrase else {
            at += 1;
            continue;
        };
        let end = at + phrase.len();
        if !is_something_else(sentence, at, end) {
            let answered_no = is_answered_no(sentence, end);
            let denied = answered_no || is_denied(sentence, at);
            found.push(Named { kind, denied, at: at..end + usize::from(answered_no) });
        }
        at = end;
    }
    found
}

fn reads(sentence: &Sentence<'_>, at: usize, phrase: &[&str]) -> bool {
    phrase.iter().enumerate().all(|(offset, word)| sentence.lower(at + offset) == *word)
}

/// "Remote sensing", "hybrid cloud", "manage remote teams", "in person" of an interview.
fn is_something_else(sentence: &Sentence<'_>, at: usize, end: usize) -> bool {
    const AFTER: &[&str] = &[
        "sensing",
        "cloud",
        "control",
        "desktop",
        "teams",
        "vehicles",
        "vehicle",
        "cars",
        "engines",
        "access",
        "interview",
        "interviews",
        "hardware",
        "monitoring",
        "support",
        "procedure",
    ];
    const BEFORE: &[&str] = &["manage", "managing", "lead", "leading"];
    let before = at.checked_sub(1).map(|word| sentence.lower(word)).unwrap_or_default();
    AFTER.contains(&sentence.lower(end)) || BEFORE.contains(&before)
}

/// "No remote", "not fully remote", "instead of onsite".
fn is_denied(sentence: &Sentence<'_>, at: usize) -> bool {
    const DENY: &[&str] = &[
        "no", "not", "never", "kein", "keine", "keinen", "nicht", "than", "statt", "without", "ohne",
        "isn't", "don't", "can't", "anstatt", "pas", "sans", "sin", "ليس", "بدون",
    ];
    let clause = sentence.clause_of(at);
    let near = at.saturating_sub(3).max(clause.start)..at;
    let instead = at >= 2 && sentence.lower(at - 1) == "of" && sentence.lower(at - 2) == "instead";
    instead || sentence.has_any(near, DENY)
}

/// "Remote: no".
fn is_answered_no(sentence: &Sentence<'_>, end: usize) -> bool {
    matches!(sentence.lower(end), "no" | "nein" | "none") && sentence.gap_before(end).contains(':')
}

/// "In our office three days a week": with home in the same sentence that is both.
fn is_shared_with_office(sentence: &Sentence<'_>) -> bool {
    let all = 0..sentence.words.len();
    let office = sentence.has_any(
        all.clone(),
        &["office", "site", "büro", "onsite", "headquarters", "hq", "bureau", "oficina", "المكتب"],
    );
    office
        && sentence.has_any(
            all,
            &[
                "day", "days", "week", "tage", "tag", "woche", "jours", "jour", "semaine", "días", "semana",
                "أيام",
            ],
        )
}
