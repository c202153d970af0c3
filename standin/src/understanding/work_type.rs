//! Reads the work type: onsite, remote or hybrid.

use std::{ops::Range, sync::LazyLock};

use job_post::{Field, ProposedUpdate};

use crate::{
    text::{phrase_lists::PhraseLists, sentences::Sentence},
    understanding::{acts::ACTS, updates::set},
};

const REMOTE: &str = "remote";
const HYBRID: &str = "hybrid";
const ONSITE: &str = "onsite";

static PHRASES: LazyLock<PhraseLists> =
    LazyLock::new(|| PhraseLists::of(include_str!("../../data/lists/work_types.txt")));

/// Does the word name a work type? Then it is not part of a title.
pub(crate) fn is_word(word: &str) -> bool {
    PHRASES.is_phrase(word) || matches!(word, "fully" | "partly" | "100")
}

pub(crate) fn find(sentence: &Sentence<'_>) -> Option<ProposedUpdate> {
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
        let Some((kind, end)) = PHRASES.longest_at(sentence, at) else {
            at += 1;
            continue;
        };
        if !is_something_else(sentence, at, end) {
            let answered_no = is_answered_no(sentence, end);
            let denied = answered_no || is_denied(sentence, at);
            found.push(Named { kind, denied, at: at..end + usize::from(answered_no) });
        }
        at = end;
    }
    found
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
    let clause = sentence.clause_of(at);
    let near = at.saturating_sub(3).max(clause.start)..at;
    let contrast = near.clone().rfind(|word| ACTS.begins("contrast", sentence, *word));
    let near = contrast.map_or(near.start, |word| word + 1)..near.end;
    let instead = at >= 2 && sentence.lower(at - 1) == "of" && sentence.lower(at - 2) == "instead";
    instead || ACTS.has("deny", sentence, near)
}

/// "Remote: no".
fn is_answered_no(sentence: &Sentence<'_>, end: usize) -> bool {
    matches!(sentence.lower(end), "no" | "nein" | "none" | "non" | "لا")
        && sentence.gap_before(end).contains(':')
}

/// "In our office three days a week": together with remote work this is hybrid.
fn is_shared_with_office(sentence: &Sentence<'_>) -> bool {
    let all = 0..sentence.words.len();
    ACTS.has("office", sentence, all.clone()) && ACTS.has("days", sentence, all)
}
