//! Joins what belongs together: a clause replaces the items that were read from its words, and whom to ask for and when to
//! call go to the way to apply beside them.

use std::ops::Range;

use job_post::{Field, Op, ProposedUpdate};

use crate::{
    text::sentences::sentences,
    turn::Turn,
    understanding::{
        notes::{
            placed::{self, Kind},
            telling,
        },
        updates::set,
    },
};

/// Most words of a clause that takes the place of its items.
const LONGEST: usize = 14;
/// Most letters between two texts that stand side by side: ", ".
const APART: usize = 3;
/// Lists whose items a clause may replace.
const LISTS: [Field; 6] = [
    Field::WorkingHours,
    Field::Benefits,
    Field::Requirements,
    Field::Responsibilities,
    Field::AdditionalPay,
    Field::Languages,
];
/// Words that join what follows to the item before: "8.45 to 3.15 with half an hour for lunch".
const WITH: [&str; 7] = ["with", "mit", "avec", "con", "com", "met", "z"];
/// Words that limit the item before: "six months of experience, preferably in a clinic".
const PREFERABLY: [&str; 11] = [
    "preferably",
    "ideally",
    "idealerweise",
    "de préférence",
    "idéalement",
    "de preferencia",
    "de preferência",
    "idealmente",
    "preferibilmente",
    "bij voorkeur",
    "najlepiej",
];

/// Words for the item before: "Wir stellen einen Bus, den darf man mit heim nehmen".
const REFERRING: [&str; 12] = [
    "den darf",
    "die darf",
    "das darf",
    "its",
    "it's",
    "which",
    "we pay for",
    "zahlen wir",
    "on la paie",
    "on le paie",
    "lo pagamos",
    "die betalen",
];

/// `fresh` are the updates for clauses that no reader had understood, `updates` the others.
pub(super) fn join(turn: &Turn, updates: &mut Vec<ProposedUpdate>, fresh: Vec<ProposedUpdate>) {
    for mut clause in fresh {
        let is_remark = clause.field == Field::Notes;
        if is_remark && placed::of(&clause.value, turn.language) == Kind::OfApplying {
            if !extend_application(turn, updates, &clause) {
                updates.push(clause);
            }
            continue;
        }
        if extends_item(turn, updates, &clause) {
            continue;
        }
        if absorb(updates, &mut clause) {
            updates.push(clause);
        }
    }
}

/// Takes the items out whose words the clause has; a remark becomes what they were. Of "3 years of experience and a licence"
/// only the licence is new. `false`: the items say all of it.
fn absorb(updates: &mut Vec<ProposedUpdate>, clause: &mut ProposedUpdate) -> bool {
    if clause.op != Op::Add || clause.value.split_whitespace().count() > LONGEST {
        return true;
    }
    let text = clause.value.clone();
    // A corrected item has the words of its clause in its quote only.
    let is_part = |it: &ProposedUpdate| {
        it.op == Op::Add
            && LISTS.contains(&it.field)
            && [&it.value, &it.quote].into_iter().any(|part| holds_words(&text, part))
    };
    let parts: Vec<&ProposedUpdate> = updates.iter().filter(|it| is_part(it)).collect();
    let Some(first) = parts.first().map(|it| it.field) else { return true };
    if parts.iter().any(|it| it.field != first) {
        return true;
    }
    // "They will receive a pension and free meals" is no task.
    let is_other = clause.field == Field::Responsibilities && clause.field != first;
    if is_other || !says_more(&text, &parts) {
        return false;
    }
    if let [only] = &*parts
        && let Some(rest) = behind_and(&text, &only.quote)
    {
        if clause.field == first {
            clause.value = rest.to_owned();
        }
        return true;
    }
    updates.retain(|it| !is_part(it));
    if clause.field == Field::Notes {
        clause.field = first;
    }
    true
}

/// Has the text a telling word beside the items: not "responsibilities include" and the tasks?
fn says_more(text: &str, parts: &[&ProposedUpdate]) -> bool {
    const CUES: [&str; 6] =
        ["receive", "receives", "responsibilities", "duties", "requirements", "qualifications"];
    let mut rest = text.to_owned();
    for part in parts {
        let held = if rest.contains(&*part.quote) { &part.quote } else { &part.value };
        rest = rest.replacen(&**held, " ", 1);
    }
    let read = sentences(&rest);
    let mut words = read.iter().flat_map(|sentence| &sentence.words);
    words.any(|word| telling::is_telling(word) && !CUES.contains(&&*word.lower))
}

/// What stands behind the item and an "and".
fn behind_and<'a>(text: &'a str, item: &str) -> Option<&'a str> {
    let (_, behind) = text.split_once(item)?;
    let (and, rest) = behind.trim_start().split_once(' ')?;
    super::AND.contains(&&*and.to_lowercase()).then_some(rest)
}

/// Does the text have the other one as whole words?
fn holds_words(text: &str, part: &str) -> bool {
    let ends_word = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
    !part.is_empty()
        && text.match_indices(part).any(|(at, _)| {
            ends_word(text[..at].chars().next_back()) && ends_word(text[at + part.len()..].chars().next())
        })
}

/// "… with half an hour for lunch", "… + kod 95": goes on with the item that stands before it.
fn extends_item(turn: &Turn, updates: &mut Vec<ProposedUpdate>, clause: &ProposedUpdate) -> bool {
    let message = &*turn.message;
    let Some(at) = place(message, &clause.value) else { return false };
    let lower = clause.value.to_lowercase();
    let begins = |words: &[&str]| {
        words.iter().any(|word| lower.strip_prefix(word).is_some_and(|behind| behind.starts_with(' ')))
    };
    let is_remark = clause.field == Field::Notes;
    let is_with = is_remark && begins(&WITH) || begins(&PREFERABLY) || begins(&REFERRING);
    let before = |it: &ProposedUpdate| {
        let own = place(message, &it.value)?;
        let gap = message.get(own.end..at.start)?;
        (gap.len() <= APART && gap.chars().all(|sign| !sign.is_alphanumeric()))
            .then(|| (own.start, gap.contains('+')))
    };
    let is_item = |it: &ProposedUpdate| it.op == Op::Add && LISTS.contains(&it.field);
    let found = updates.iter().position(|it| is_item(it) && before(it).is_some());
    let Some((index, (start, is_listed))) =
        found.and_then(|index| Some((index, before(updates.get(index)?)?)))
    else {
        return false;
    };
    if is_listed && is_remark {
        let field = updates[index].field;
        updates.insert(index + 1, ProposedUpdate { field, ..clause.clone() });
    } else if is_with {
        let whole = &message[start..at.end];
        // "We supply the van (its electric": the bracket that closes is no word.
        let is_open = whole.contains('(') && !whole.contains(')') && message[at.end..].starts_with(')');
        let whole = if is_open { &message[start..=at.end] } else { whole };
        (updates[index].value, updates[index].quote) = (whole.to_owned(), whole.to_owned());
    }
    is_listed && is_remark || is_with
}

/// Adds the clause to the way to apply or the contact beside it; a person alone is the contact.
fn extend_application(turn: &Turn, updates: &mut Vec<ProposedUpdate>, clause: &ProposedUpdate) -> bool {
    let message = &*turn.message;
    let Some(at) = place(message, &clause.value) else { return false };
    let is_applying =
        |it: &ProposedUpdate| it.op == Op::Set && matches!(it.field, Field::HowToApply | Field::Contact);
    for update in updates.iter_mut().filter(|it| is_applying(it)) {
        let Some(own) = place(message, &update.value) else { continue };
        let overlaps = own.start < at.end && at.start < own.end;
        let gap = message.get(own.end..at.start).or_else(|| message.get(at.end..own.start));
        let is_beside = gap.is_some_and(|gap| gap.len() <= APART && !gap.contains(char::is_alphanumeric));
        if overlaps || is_beside {
            let whole = &message[own.start.min(at.start)..own.end.max(at.end)];
            (update.value, update.quote) = (whole.to_owned(), whole.to_owned());
            return true;
        }
    }
    let is_free = !turn.has("contact") && updates.iter().all(|it| it.field != Field::Contact);
    let is_person = clause.value.contains(char::is_uppercase) && !clause.value.contains(char::is_numeric);
    if is_free && is_person {
        updates.push(set(Field::Contact, &clause.value, &clause.value));
    }
    is_free && is_person
}

fn place(message: &str, text: &str) -> Option<Range<usize>> {
    message.find(text).filter(|_| !text.is_empty()).map(|at| at..at + text.len())
}
