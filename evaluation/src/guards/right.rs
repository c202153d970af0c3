//! The proposals of a model that is always right: the expected values, with the user's words as their quotes.

use std::collections::BTreeMap;

use job_post::{Draft, Field, Op, ProposedUpdate};
use serde_json::Value;

use crate::{Matcher, Turn, matchers};

/// The updates of a model that understands a turn as its author meant it.
pub(super) fn updates(
    name: &str,
    all: &BTreeMap<Matcher, Value>,
    turn: &Turn,
    draft: &Draft,
) -> Vec<ProposedUpdate> {
    let Ok(field) = name.parse::<Field>() else { return Vec::new() };
    let held = draft.value(field).is_some();
    let update = |op, value: &str, words: &str| ProposedUpdate {
        op,
        field,
        value: value.to_owned(),
        quote: quote(&turn.user, words).to_owned(),
    };
    let message = turn.user.to_lowercase();
    // A clause may also have the words that the user takes back: "statt Ansible bitte Puppet".
    let gone = all.get(&Matcher::Not).map(matchers::texts).unwrap_or_default();
    let clause_of = |words: &str| {
        let clause = clause(&turn.user, words);
        let has_gone = gone.iter().any(|gone| clause.to_lowercase().contains(gone));
        if has_gone { words.to_owned() } else { clause.to_owned() }
    };
    let set = if field.is_list() { Op::Add } else { Op::Set };
    let mut updates = Vec::new();
    for (matcher, expected) in all {
        let texts = matchers::texts(expected);
        let said = texts.iter().find(|text| message.contains(*text)).or(texts.first());
        match matcher {
            Matcher::Empty if *expected == true && held => updates.push(update(Op::Clear, "", "")),
            Matcher::Not if held && !all.contains_key(&Matcher::Has) => {
                let gone = texts.iter().filter(|item| is_item(draft, field, item));
                updates.extend(gone.map(|item| update(Op::Remove, item, item)));
            }
            Matcher::Any | Matcher::Num | Matcher::Bool => {
                updates.extend(said.map(|text| update(set, text, text)));
            }
            Matcher::Contains if field.is_list() || field == Field::Description => {
                updates.extend(texts.iter().map(|text| update(set, &clause_of(text), text)));
            }
            Matcher::Contains => updates.push(update(set, &texts.join(" "), &texts.join(" "))),
            Matcher::ContainsAny if field.is_list() || field == Field::Description => {
                updates.extend(said.map(|text| update(set, &clause_of(text), text)));
            }
            Matcher::ContainsAny => updates.extend(said.map(|text| update(set, text, text))),
            // Items that the user replaces are a new list.
            Matcher::Has if all.contains_key(&Matcher::Not) => {
                updates.push(update(Op::Set, &texts.join("\n"), ""));
            }
            Matcher::Has => updates.extend(texts.iter().map(|item| update(Op::Add, item, item))),
            _ => {}
        }
    }
    updates
}

fn is_item(draft: &Draft, field: Field, item: &str) -> bool {
    draft.items(field).iter().any(|held| held.to_lowercase().contains(item))
}

/// The line with the words, or the whole message.
fn quote<'a>(message: &'a str, words: &str) -> &'a str {
    let has = |line: &&str| !words.is_empty() && line.to_lowercase().contains(words);
    message.lines().find(has).unwrap_or(message)
}

/// The part of a sentence with the words, or else the words.
fn clause<'a>(message: &'a str, words: &'a str) -> &'a str {
    // "11.44" has no end of a sentence.
    let mut parts = message.split([',', ';', ':', '\n', '!', '?']).flat_map(|part| part.split(". "));
    parts.find(|part| part.to_lowercase().contains(words)).map_or(words, str::trim)
}
