//! Reads the work type: onsite, remote or hybrid.

use std::{ops::Range, sync::LazyLock};

use job_post::{Field, ProposedUpdate};
use regex::Regex;

use crate::{
    text::{
        phrase_lists::PhraseLists,
        sentences::{Sentence, pattern},
    },
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
    let is_shared = || has(ONSITE) || is_shared_with_office(sentence) || is_part_of_week(sentence);
    let kind = if has(HYBRID) || (has(REMOTE) && is_shared()) {
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
            let denied = answered_no || is_denied(sentence, at) || is_denied_behind(sentence, end);
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

/// "Homeoffice 2 Tage pro Woche", "télétravail 2 jours par semaine": remote for part of the week.
fn is_part_of_week(sentence: &Sentence<'_>) -> bool {
    static PART: LazyLock<Regex> = LazyLock::new(|| {
        const COUNT: &str = r"(?:[1-4]|1-2|2-3|one|two|three|four|ein(?:en)?|zwei|drei|vier|un|deux|trois|quatre|uno|una|dos|tres|cuatro|um|dois|duas|três|quatro|due|tre|quattro|een|twee|drie|vier|jeden|dwa|trzy|cztery|يومين|يومان|ثلاثة)";
        const DAYS: &str = r"(?:days?|tage?n?|jours?|días?|dias?|giorn[io]|dagen|dag|dni|dzień|أيام)";
        const WEEK: &str = r"(?:(?:a|per|each|every|pro|die|in\s+der|par|por|a\s+la|à|na|alla|a|per|in\s+de|w)\s+)?(?:weeks?|woche|semaine|semana|settimana|week|tygodniu|الأسبوع|أسبوعيا)";
        const HOME: &str = r"(?:(?:of|de|di|im|am|in|at|a|op|van|w|z|from)\s+)?(?:the\s+)?(?:télétravail|teletrabajo|teletrabalho|home[\s-]?office|remote|smart\s+working|thuiswerk\p{L}*|zdalnie|home|casa|maison|zuhause|domu|thuis)";
        pattern(&format!(r"(?i)\b(?:{COUNT}\s+{DAYS}|يومين|يومان)\s+(?:(?:في\s+)?{WEEK}|{HOME})"))
    });
    let is_remote =
        |clause: &&Range<usize>| (clause.start..clause.end).any(|at| PHRASES.begins(REMOTE, sentence, at));
    sentence.clauses.iter().filter(is_remote).any(|clause| PART.is_match(sentence.span(clause.clone())))
}

/// "Remote work isn't possible", "home office não tem": the denial stands behind.
fn is_denied_behind(sentence: &Sentence<'_>, end: usize) -> bool {
    static DENIAL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^\s*(?:work\s+)?(?:isn['’]t|is\s+not|not\s+(?:possible|allowed|available)|ist\s+(?:leider\s+)?nicht|geht\s+(?:leider\s+)?nicht|gibt['’]?s\s+(?:leider\s+)?nicht|gibt\s+es\s+(?:leider\s+)?nicht|nicht\s+möglich|n['’]est\s+pas|pas\s+possible|impossible|no\s+(?:hay|es\s+posible|se\s+puede|tenemos)|não\s+(?:tem|há|é|temos|dá)|non\s+(?:c['’]è|è|previsto|possibile)|(?:is\s+)?niet\s+mogelijk|nie\s+(?:ma|jest)|غير\s+(?:ممكن|متاح))\b",
        )
    });
    let at = sentence.words[end - 1].at.end - sentence.text_start();
    DENIAL.is_match(&sentence.text()[at..])
}

/// "In our office three days a week": together with remote work this is hybrid.
fn is_shared_with_office(sentence: &Sentence<'_>) -> bool {
    let all = 0..sentence.words.len();
    ACTS.has("office", sentence, all.clone()) && ACTS.has("days", sentence, all)
}
