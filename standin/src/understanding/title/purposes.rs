//! Finds a title in the purpose of a position: "someone to run payroll".

use std::sync::LazyLock;

use job_post::Field;
use regex::Regex;

use crate::{
    text::{
        casing::capitalized,
        sentences::{Sentence, pattern},
    },
    understanding::{
        title::parts::{Found, STOPS, modifies},
        updates::set,
    },
};

/// Verbs that say nothing about the work; their object does.
const LIGHT: &[&str] = &[
    "run", "do", "handle", "manage", "help", "work", "take", "look", "lead", "own", "support", "join", "be",
    "keep", "make", "oversee",
];

/// A title in the user's words: "Payroll", "Office Cleaning".
pub(crate) fn find(sentence: &Sentence<'_>) -> Option<Found> {
    static PURPOSE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:someone|somebody|anyone|person|people|staff|jemand(?:en)?)\s+(?:(?:who|that)\s+(?:can|could|will|would|knows\s+how\s+to)?\s*|to\s+|for\s+|with\s+|in\s+|on\s+|für\s+)(?:the\s+|our\s+|my\s+|a\s+|die\s+|den\s+|das\s+|unsere?n?\s+)?",
        )
    });
    if sentence.is_question {
        return None;
    }
    if let Some(help) = helper(sentence) {
        return Some(help);
    }
    let lead = PURPOSE.find(sentence.text())?;
    let from = sentence.text_start() + lead.end();
    let verb = sentence.words.iter().position(|word| word.at.start >= from)?;
    let does = is_doing(lead.as_str());
    let clause = sentence.clause_of(verb);
    let is_light = LIGHT.contains(&sentence.lower(verb));
    let small = |at: &usize| {
        STOPS.contains(&sentence.lower(*at))
            || matches!(sentence.lower(*at), "care" | "after" | "out" | "up" | "over" | "it")
    };
    let first = if does { verb + 1 } else { verb };
    let start = (first..clause.end).find(|at| !small(at))?;
    let count = (start..clause.end).take(3).take_while(|at| modifies(sentence, *at)).count();
    if count == 0 {
        return None;
    }
    let thing = sentence.span(start..start + count);
    let quote = sentence.span(verb..start + count);
    let name = if does && !is_light && sentence.lower(verb).chars().count() > 3 {
        format!("{} {}", singular(thing), gerund(sentence.lower(verb)))
    } else {
        thing.to_owned()
    };
    let title: Vec<String> = name.split(' ').map(capitalized).collect();
    let at = sentence.words[verb].at.start..sentence.words[start + count - 1].at.end;
    Some(Found { update: set(Field::Title, &title.join(" "), quote), at })
}

/// "Help in the kitchen" and "a kitchen help" are a "Kitchen Help".
fn helper(sentence: &Sentence<'_>) -> Option<Found> {
    static HELP: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:need|needs|want|wants|hire|hiring|for)\s+(?:an?\s+|some\s+|extra\s+|more\s+)*(?:(?:help|hands|aushilfe)\s+(?:in|with|at)\s+(?:the\s+|our\s+)?(\p{L}+(?:\s+(?:room|floor|desk|office|store))?)|(\p{L}+)\s+help\b)",
        )
    });
    let text = sentence.text();
    let found = HELP.captures(text)?;
    let (whole, thing) = (found.get(0)?, found.get(1).or_else(|| found.get(2))?);
    let word =
        sentence.words.iter().position(|word| word.at.start == sentence.text_start() + thing.start())?;
    if !modifies(sentence, word) {
        return None;
    }
    let title = format!("{} Help", capitalized(&thing.as_str().to_lowercase()));
    let at = sentence.text_start() + whole.start()..sentence.text_start() + whole.end();
    Some(Found { update: set(Field::Title, &title, whole.as_str()), at })
}

/// Does a verb follow ("someone to …", "someone who …"), or a noun ("someone for …")?
fn is_doing(lead: &str) -> bool {
    let words: Vec<String> = lead.to_lowercase().split_whitespace().map(str::to_owned).collect();
    words.iter().any(|word| matches!(word.as_str(), "to" | "who" | "that"))
}

/// A simple singular: "office", "cherry", but "boxe" for "boxes".
fn singular(thing: &str) -> String {
    match (thing.strip_suffix("ies"), thing.strip_suffix('s')) {
        (Some(stem), _) => format!("{stem}y"),
        (None, Some(stem)) if !stem.ends_with('s') => stem.to_owned(),
        _ => thing.to_owned(),
    }
}

fn gerund(verb: &str) -> String {
    match verb.strip_suffix('e') {
        Some(stem) if !stem.ends_with('e') => format!("{stem}ing"),
        _ => format!("{verb}ing"),
    }
}
