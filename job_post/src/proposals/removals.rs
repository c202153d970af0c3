//! Taking something away: only when the user's words say that it goes, and name it.

use std::sync::LazyLock;

use super::evidence;
use crate::consent;
use crate::grounding::Grounded;
use crate::said::{Message, Said, capped};
use crate::word_lists::WordLists;
use crate::words;
use crate::{Basis, Change, Draft, Field, Op, ProposedUpdate, RefusalReason, Situation};

/// What takes a thing away, and the names of the fields.
static LISTS: LazyLock<WordLists> = LazyLock::new(|| WordLists::of(include_str!("../../data/removals.txt")));

fn takes_away(message: &Message<'_>) -> bool {
    message.words.iter().any(|word| LISTS.has("removing", &word.plain))
}

pub(super) fn changes(
    situation: &Situation<'_>,
    said: &Said<'_>,
    update: &ProposedUpdate,
) -> Result<Vec<Change>, RefusalReason> {
    let field = update.field;
    let draft = situation.draft;
    if draft.value(field).is_none() {
        return Ok(Vec::new());
    }
    let items = if update.op == Op::Remove && field.is_list() {
        matching(draft, field, &update.value)
    } else {
        Vec::new()
    };
    let whole = update.op == Op::Clear || !field.is_list();
    if items.is_empty() && !whole {
        return Ok(Vec::new());
    }
    let basis = basis(said, draft, field, &items).ok_or(RefusalReason::NotGrounded)?;
    let quote = capped(said.current.text).to_owned();
    let evidence = evidence(situation, &Grounded { value: String::new(), basis, quote });
    let op = if whole { Op::Clear } else { Op::Remove };
    Ok(vec![Change { op, field, value: items.join("\n"), evidence }])
}

/// The list's own items that the update means: the same words, or the only item that has them.
fn matching(draft: &Draft, field: Field, value: &str) -> Vec<String> {
    let items = draft.items(field);
    let mut found = Vec::new();
    for wanted in
        value.lines().flat_map(|line| line.split(';')).map(str::trim).filter(|wanted| !wanted.is_empty())
    {
        let same = items.iter().filter(|item| item.to_lowercase() == wanted.to_lowercase());
        let wanted_words = words::plain_words(wanted);
        let holding: Vec<&String> = items
            .iter()
            .filter(|item| {
                let item = words::words(item);
                !wanted_words.is_empty()
                    && wanted_words.iter().all(|word| words::position(word, &item).is_some())
            })
            .collect();
        let exact: Vec<&String> = same.collect();
        let meant = if exact.is_empty() && holding.len() == 1 { holding } else { exact };
        found.extend(meant.into_iter().cloned());
    }
    found
}

/// Does the message (or the proposal it says yes to) take away what the update takes away?
fn basis(said: &Said<'_>, draft: &Draft, field: Field, items: &[String]) -> Option<Basis> {
    if takes_away(&said.current) && names_it(&said.current, draft, field, items) {
        return Some(Basis::Stated);
    }
    let proposal = Message::new(said.confirmed.filter(|_| consent::is_plain_yes(said.current.text))?);
    let removing = takes_away(&proposal);
    (removing && names_it(&proposal, draft, field, items)).then_some(Basis::Confirmed)
}

fn names_it(message: &Message<'_>, draft: &Draft, field: Field, items: &[String]) -> bool {
    let has = |text: &str| {
        let wanted = words::plain_words(text);
        !wanted.is_empty() && wanted.iter().any(|word| words::position(word, &message.words).is_some())
    };
    if !items.is_empty() {
        return items.iter().all(|item| has(item));
    }
    let by_name = message.words.iter().any(|word| LISTS.has(names(field), &word.plain));
    let by_value = !field.is_pay() && !field.is_flag() && draft.value(field).is_some_and(|value| has(&value));
    by_name || by_value
}

/// The list of what people call a field. The currency outlives "remove the salary": it is only named by its own name.
const fn names(field: Field) -> &'static str {
    match field {
        Field::SalaryMax => Field::SalaryMin.as_str(),
        other => other.as_str(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_names() {
        for field in Field::ALL {
            assert!(LISTS.words(names(field)).next().is_some(), "{field}");
        }
    }
}
