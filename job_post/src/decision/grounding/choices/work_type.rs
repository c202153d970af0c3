//! Reads what a message says about remote, hybrid and onsite work, also without these words: "2 days from home".

use std::ops::Range;

use super::surroundings::Surroundings;
use super::{Mention, PHRASES};
use crate::WorkType;
use crate::decision::grounding::support::negation::{self, Denial, is_answered_no};
use crate::decision::message::Message;
use crate::language::words::among;

/// One phrase for a work type.
struct Named {
    kind: WorkType,
    words: Range<usize>,
    /// The words with those that deny them.
    end: usize,
    meaning: Meaning,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Stated,
    /// Only on some days or partly: "2 Tage Homeoffice", "not fully remote".
    Shared,
    Denied,
    /// Neither stated nor denied: "remote is not required".
    Open,
}

/// What the message says about the kind of work.
pub(super) fn mention(message: &Message<'_>, kind: WorkType) -> Option<Mention> {
    let named = named(message);
    let span =
        |named: &Named| message.words[named.words.start].span.start..message.words[named.end - 1].span.end;
    let found =
        |kind: WorkType, meaning: Meaning| named.iter().rfind(|it| it.kind == kind && it.meaning == meaning);
    let shared = found(WorkType::Remote, Meaning::Shared);
    let shared_office = found(WorkType::Onsite, Meaning::Shared);
    let meant = match kind {
        // "Three days in the office, the rest from home" is neither all remote nor all onsite.
        WorkType::Remote if shared_office.is_some() => None,
        WorkType::Onsite if shared.is_some() || shared_office.is_some() && is_home_too(&named) => None,
        WorkType::Remote => stated(&named, WorkType::Remote),
        WorkType::Onsite => stated(&named, WorkType::Onsite)
            .filter(|it| !is_owner(message, it.words.start))
            .or(shared_office)
            .or_else(|| last_is(&named, WorkType::Remote, Meaning::Denied)),
        WorkType::Hybrid => stated(&named, WorkType::Hybrid).or(shared).or(shared_office),
    };
    let at_both = || {
        let home = stated(&named, WorkType::Remote).map(span)?;
        let office =
            stated(&named, WorkType::Onsite).filter(|it| !is_owner(message, it.words.start)).map(span)?;
        Some(home.start.min(office.start)..home.end.max(office.end))
    };
    let both = || (kind == WorkType::Hybrid).then(at_both).flatten();
    let meant = meant.map(span).or_else(both).map(Mention::Stated);
    meant.or_else(|| last_is(&named, kind, Meaning::Denied).map(|_| Mention::Denied))
}

/// Does the message name hybrid work, or work at a place on some days?
pub(super) fn names_hybrid(message: &Message<'_>) -> bool {
    let named = named(message);
    let is_shared = named.iter().any(|it| it.meaning == Meaning::Shared);
    is_shared || stated(&named, WorkType::Hybrid).is_some()
}

/// Is it the office that hires, and not the place of work: "remote, for our office in Leeds"?
fn is_owner(message: &Message<'_>, office: usize) -> bool {
    const FOR: &str = "for para für pour per por voor dla";
    (1..=2).filter_map(|back| office.checked_sub(back)).any(|at| among(&message.words[at].plain, FOR))
}

fn is_home_too(named: &[Named]) -> bool {
    named.iter().any(|it| it.kind == WorkType::Remote && it.meaning == Meaning::Stated)
}

/// The first phrase that states the kind, unless the last one denies it: "Remote? Sorry, remote isn't possible."
fn stated(named: &[Named], kind: WorkType) -> Option<&Named> {
    if last_is(named, kind, Meaning::Denied).is_some() {
        return None;
    }
    named.iter().find(|it| it.kind == kind && it.meaning == Meaning::Stated)
}

/// The last phrase for the kind, if it has that meaning.
fn last_is(named: &[Named], kind: WorkType, meaning: Meaning) -> Option<&Named> {
    named.iter().rfind(|it| it.kind == kind).filter(|it| it.meaning == meaning)
}

/// The phrases of the message that are about this job.
fn named(message: &Message<'_>) -> Vec<Named> {
    let words = &message.words;
    let surroundings = Surroundings { text: message.text, words };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let kinds = WorkType::ALL.into_iter();
        let lengths = kinds.filter_map(|kind| Some((PHRASES.longest_at(kind.as_str(), words, at)?, kind)));
        // "Partly remote" is hybrid, "home office" is no office.
        let Some((length, kind)) = lengths.max_by_key(|(length, kind)| (*length, *kind == WorkType::Hybrid))
        else {
            at += 1;
            continue;
        };
        let value = at..at + length;
        if !surroundings.is_something_else(&value) && !surroundings.is_perk(&value) {
            let read = read(message, &surroundings, kind, value);
            let is_of_office = kind == WorkType::Onsite && read.meaning == Meaning::Stated;
            if !(is_of_office && surroundings.is_remark(&read.words)) {
                found.push(read);
            }
        }
        at += length;
    }
    found
}

fn read(
    message: &Message<'_>,
    surroundings: &Surroundings<'_>,
    kind: WorkType,
    value: Range<usize>,
) -> Named {
    let answered = is_answered_no(message.text, &message.words, value.end);
    let end = value.end + usize::from(answered && surroundings.is_word_behind(value.end));
    let denial = if answered {
        Some(Denial::Full)
    } else {
        negation::denial(message.text, &message.words, value.clone())
    };
    let meaning = match denial {
        Some(Denial::Weak) => Meaning::Open,
        // "Not fully remote" leaves a part.
        Some(Denial::Full) if surroundings.is_full(&value) => Meaning::Shared,
        Some(Denial::Full) => Meaning::Denied,
        None if kind != WorkType::Hybrid && surroundings.is_shared(&value) => Meaning::Shared,
        None => Meaning::Stated,
    };
    Named { kind, words: value, end, meaning }
}
