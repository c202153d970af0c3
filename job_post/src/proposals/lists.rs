//! Updates of lists: item by item, and never losing what was given because a model wrote "set" for "add".

use super::{current_has, evidence};
use crate::grounding::{self, Grounded};
use crate::said::{Said, capped};
use crate::words;
use crate::{Change, Draft, Field, Op, ProposedUpdate, Refusal, RefusalReason, Situation};

pub(super) fn changes(
    situation: &Situation<'_>,
    said: &Said<'_>,
    update: &ProposedUpdate,
    value: &str,
    list_seen: bool,
    refusals: &mut Vec<Refusal>,
) -> Result<Vec<Change>, RefusalReason> {
    let draft = situation.draft;
    let field = update.field;
    let new: Vec<&str> = value.lines().filter(|item| !holds(draft, field, item)).collect();
    let grounded = ground_items(said, update, &new, refusals);
    if !new.is_empty() && grounded.is_empty() {
        return Ok(Vec::new());
    }
    let mut made = Vec::new();
    if update.op == Op::Set && !list_seen && draft.is_established(field) {
        let listed: Vec<&str> = value.lines().collect();
        made.extend(dropped(situation, said, field, &listed, &grounded));
    }
    made.extend(additions(situation, said, field, &grounded));
    Ok(made)
}

/// The list has the item already, and not merely assumed.
fn holds(draft: &Draft, field: Field, item: &str) -> bool {
    let lower = item.to_lowercase();
    draft.leaves(field).any(|leaf| leaf.evidence.is_established() && leaf.value.to_lowercase() == lower)
}

fn ground_items<'a>(
    said: &Said<'a>,
    update: &ProposedUpdate,
    items: &[&str],
    refusals: &mut Vec<Refusal>,
) -> Vec<Grounded<'a>> {
    let mut kept = Vec::new();
    for item in items {
        match grounding::ground(said, update.field, item, &update.quote) {
            Ok(grounded) => kept.push(grounded),
            Err(reason) => {
                let update = ProposedUpdate { value: (*item).to_owned(), ..update.clone() };
                refusals.push(Refusal { update, reason });
            }
        }
    }
    kept
}

/// One change for each item, since each rests on words of its own.
fn additions(
    situation: &Situation<'_>,
    said: &Said<'_>,
    field: Field,
    grounded: &[Grounded<'_>],
) -> Vec<Change> {
    let added = |item: &Grounded<'_>| {
        let evidence = evidence(situation, said, item);
        Change { op: Op::Add, field, value: item.value.clone(), evidence }
    };
    grounded.iter().map(added).collect()
}

/// What a "set" takes out of a list: everything else if the user speaks of replacing the list, only the items they
/// name if they speak of items, nothing if they speak of neither.
fn dropped(
    situation: &Situation<'_>,
    said: &Said<'_>,
    field: Field,
    listed: &[&str],
    grounded: &[Grounded<'_>],
) -> Option<Change> {
    const WHOLE: &str = "replace replaced only just change changed now switch swap new ersetze ersetzen nur ändern ändere statt instead \
        rather should are";
    const PART: &str = "replace instead drop remove delete without no not lose longer rather statt stattdessen ohne kein keine streichen \
        entfernen raus swap switch than";
    let kept = |item: &String| {
        let lower = item.to_lowercase();
        listed.iter().any(|listed| listed.to_lowercase() == lower)
            || grounded.iter().any(|grounded| grounded.value.to_lowercase() == lower)
    };
    let rest: Vec<&String> = situation.draft.items(field).iter().filter(|item| !kept(item)).collect();
    let is_named = |item: &&String| {
        words::plain_words(item).iter().all(|word| words::position(word, &said.current.words).is_some())
    };
    let any_named = situation.draft.items(field).iter().any(|item| is_named(&item));
    let gone: Vec<&String> = if any_named {
        rest.into_iter().filter(|item| is_named(item) && current_has(said, PART)).collect()
    } else if current_has(said, WHOLE) && speaks_of_list(said, field) {
        rest
    } else {
        Vec::new()
    };
    let value = gone.into_iter().cloned().collect::<Vec<_>>().join("\n");
    let evidence = evidence(situation, said, &Grounded::stated("", capped(said.current.text)));
    (!value.is_empty()).then_some(Change { op: Op::Remove, field, value, evidence })
}

/// "Replace the skills with …", "only Spark and dbt": the message is about the list, not about something else.
fn speaks_of_list(said: &Said<'_>, field: Field) -> bool {
    let names = match field {
        Field::Skills => "skills skill stack technologies tech tools kenntnisse fähigkeiten",
        Field::Requirements => "requirements requirement anforderungen",
        Field::Responsibilities => "responsibilities tasks duties aufgaben",
        _ => "benefits perks leistungen",
    };
    current_has(said, names) || current_has(said, "replace only just instead nur ersetze ersetzen statt")
}
