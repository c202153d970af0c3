//! Keeps items whole and in order: what points back stays with what it points to, a verb with all its objects, and each item
//! is one thing.

mod apart;
mod objects;
mod referring;

use std::ops::Range;

use job_post::{Field, Op, ProposedUpdate};

use crate::turn::Turn;

/// Lists whose items are texts of the user.
const LISTS: [Field; 7] = [
    Field::WorkingHours,
    Field::Benefits,
    Field::Requirements,
    Field::Responsibilities,
    Field::AdditionalPay,
    Field::Languages,
    Field::Notes,
];
/// Most letters between two items that stand side by side: ", " or " + ".
const APART: usize = 3;

/// Sets the items of a message right.
pub(super) fn keep(turn: &Turn, updates: &mut Vec<ProposedUpdate>) {
    let message = &*turn.message;
    referring::leave_talk_out(updates);
    referring::share_modality(message, updates);
    referring::join_concessions(message, updates);
    referring::join(message, updates);
    objects::join(turn, updates);
    apart::split(turn, updates);
    leave_repeats_out(updates);
    in_order(message, updates);
}

/// "13 mensilità" beside "per 13 mensilità" says nothing more.
fn leave_repeats_out(updates: &mut Vec<ProposedUpdate>) {
    let is_note = |it: &ProposedUpdate| it.op == Op::Add && it.field == Field::Notes;
    let notes: Vec<String> = updates.iter().filter(|it| is_note(it)).map(|it| it.value.clone()).collect();
    let is_said =
        |value: &str| notes.iter().any(|note| note.len() > value.len() && place(note, value).is_some());
    updates.retain(|it| !is_note(it) || !is_said(&it.value));
}

fn is_item(update: &ProposedUpdate) -> bool {
    update.op == Op::Add && LISTS.contains(&update.field) && !update.value.is_empty()
}

/// Where the text stands in the message, as whole words.
fn place(message: &str, text: &str) -> Option<Range<usize>> {
    let ends_word = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
    let mut found =
        message.match_indices(text).filter(|_| !text.is_empty()).map(|(at, _)| at..at + text.len());
    found.find(|at| {
        ends_word(message[..at.start].chars().next_back()) && ends_word(message[at.end..].chars().next())
    })
}

/// The index of the item that ends directly before `start`, with its place.
fn item_before(message: &str, updates: &[ProposedUpdate], start: usize) -> Option<(usize, Range<usize>)> {
    let beside = |update: &ProposedUpdate| {
        let at = is_item(update).then(|| place(message, &update.value)).flatten()?;
        let gap = message.get(at.end..start)?;
        (!gap.is_empty()
            && gap.len() <= APART
            && !gap.contains(|sign: char| sign.is_alphanumeric() || sign == '.'))
        .then_some(at)
    };
    updates.iter().enumerate().find_map(|(index, update)| Some((index, beside(update)?)))
}

/// One item of the words from the first to the second one.
fn merge(message: &str, updates: &mut Vec<ProposedUpdate>, first: usize, second: usize, at: Range<usize>) {
    let whole = message[at].to_owned();
    if updates[first].field == Field::Notes {
        updates[first].field = updates[second].field;
    }
    // A comma separates languages, and a semicolon the items of any list.
    updates[first].value = match updates[first].field {
        Field::Languages => format!("{} ({})", updates[first].value, updates[second].value),
        _ => whole.replace(';', ","),
    };
    updates[first].quote = whole;
    updates.remove(second);
}

/// The items of each list in the order in which they were said.
fn in_order(message: &str, updates: &mut [ProposedUpdate]) {
    for field in LISTS {
        let places: Vec<(usize, usize)> = updates
            .iter()
            .enumerate()
            .filter(|(_, update)| is_item(update) && update.field == field)
            .filter_map(|(index, update)| {
                let at = place(message, &update.value).or_else(|| place(message, &update.quote))?;
                Some((at.start, index))
            })
            .collect();
        let mut sorted = places.clone();
        sorted.sort_unstable();
        let items: Vec<ProposedUpdate> = sorted.iter().map(|(_, index)| updates[*index].clone()).collect();
        for ((_, index), item) in places.into_iter().zip(items) {
            updates[index] = item;
        }
    }
}
