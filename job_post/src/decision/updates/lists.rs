//! Updates of lists, item by item. A "set" that should be an "add" must not lose items.

use super::removals;
use crate::decision::grounding::{self, Grounded, is_denied};
use crate::decision::quotes::capped;
use crate::decision::transcript::Transcript;
use crate::language::words;
use crate::{Basis, Change, Draft, Field, Leaf, Op, ProposedUpdate, Refusal, RefusalReason, TurnInput};

/// The changes of a "set" or "add" to a list.
pub(crate) fn changes(
    input: &TurnInput<'_>,
    transcript: &Transcript<'_>,
    update: &ProposedUpdate,
    value: &str,
    list_seen: bool,
    refusals: &mut Vec<Refusal>,
) -> Result<Vec<Change>, RefusalReason> {
    let draft = input.draft;
    let field = update.field;
    let new: Vec<&str> = value.lines().filter(|item| !holds(draft, field, item)).collect();
    let grounded = ground_items(transcript, update, &new, refusals);
    if !new.is_empty() && grounded.is_empty() {
        return Ok(Vec::new());
    }
    let mut made = Vec::new();
    if update.op == Op::Set && !list_seen && draft.is_established(field) {
        let listed: Vec<&str> = value.lines().collect();
        made.extend(dropped(input, transcript, field, &listed, &grounded));
    }
    made.extend(additions(input, transcript, field, &grounded));
    Ok(made)
}

/// Does the list have the item, with evidence that could not be stronger?
fn holds(draft: &Draft, field: Field, item: &str) -> bool {
    let lower = item.to_lowercase();
    let is_sure = |leaf: &Leaf<'_>| !matches!(leaf.evidence.basis, Basis::Assumed | Basis::Interpreted);
    draft.leaves(field).any(|leaf| is_sure(&leaf) && leaf.value.to_lowercase() == lower)
}

fn ground_items<'a>(
    transcript: &Transcript<'a>,
    update: &ProposedUpdate,
    items: &[&str],
    refusals: &mut Vec<Refusal>,
) -> Vec<Grounded<'a>> {
    let mut kept = Vec::new();
    for item in items {
        match grounding::ground(transcript, update.field, item, &update.quote) {
            Ok(grounded) => kept.push(grounded),
            Err(reason) => {
                let update = ProposedUpdate { value: (*item).to_owned(), ..update.clone() };
                refusals.push(Refusal { update, reason });
            }
        }
    }
    kept
}

/// One change for each item, since each has its own evidence.
fn additions(
    input: &TurnInput<'_>,
    transcript: &Transcript<'_>,
    field: Field,
    grounded: &[Grounded<'_>],
) -> Vec<Change> {
    let added = |item: &Grounded<'_>| {
        let evidence = item.evidence(input.turn, transcript);
        Change { op: Op::Add, field, value: item.value.clone(), evidence }
    };
    grounded.iter().map(added).collect()
}

/// The items that a "set" removes: all others if the user replaces the list, only the named ones if the user names items,
/// else none.
fn dropped(
    input: &TurnInput<'_>,
    transcript: &Transcript<'_>,
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
    let rest: Vec<&String> = input.draft.items(field).iter().filter(|item| !kept(item)).collect();
    let is_named = |item: &&String| {
        words::plain_words(item).iter().all(|word| words::position(word, &transcript.current.words).is_some())
    };
    let any_named = input.draft.items(field).iter().any(|item| is_named(&item));
    let gone: Vec<&String> = if any_named {
        let is_removed =
            |item: &str| is_denied(transcript, item) || removals::are_near(&transcript.current, item);
        let removes = transcript.current_has(PART) || removals::removes(&transcript.current);
        rest.into_iter().filter(|item| is_named(item) && (removes || is_removed(item))).collect()
    } else if transcript.current_has(WHOLE) && mentions_list(transcript, field) {
        rest
    } else {
        Vec::new()
    };
    let value = gone.into_iter().cloned().collect::<Vec<_>>().join("\n");
    let evidence = Grounded::stated("", capped(transcript.current.text)).evidence(input.turn, transcript);
    (!value.is_empty()).then_some(Change { op: Op::Remove, field, value, evidence })
}

/// Is the message about the list: "replace the skills with …", "only Spark and dbt"?
fn mentions_list(transcript: &Transcript<'_>, field: Field) -> bool {
    removals::names_field(&transcript.current, field)
        || transcript.current_has("replace only just instead nur ersetze ersetzen statt")
}
