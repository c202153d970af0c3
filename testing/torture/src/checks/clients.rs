//! What the clients were told, against what is stored.

use std::collections::{BTreeMap, HashMap, HashSet};

use uuid::Uuid;

use super::rows::Turn;
use super::{Check, Material};
use crate::journal::Entry;

type Label = (usize, usize);

pub fn all(material: &Material) -> Vec<Check> {
    let mut by_label = BTreeMap::<Label, Vec<&Turn>>::new();
    let mut by_id = HashMap::<Uuid, &Turn>::new();
    for (_, turn) in material.turns() {
        by_id.insert(turn.id, turn);
        if let Some(label) = turn.label() {
            by_label.entry(label).or_default().push(turn);
        }
    }
    vec![
        check_stored(material, &by_label),
        check_told(material, &by_id),
        check_answers(material),
        check_edges(material),
        check_troubles(material),
    ]
}

fn check_stored(material: &Material, by_label: &BTreeMap<Label, Vec<&Turn>>) -> Check {
    let mut check = Check::new("I2 accepted = stored: nothing lost, doubled or invented");
    let mut said = HashSet::new();
    for (_, entry) in &material.entries {
        match entry {
            Entry::Said { session, number } => _ = said.insert((*session, *number)),
            Entry::Accepted { session, number, turn, tries } => {
                let stored = by_label.get(&(*session, *number)).map(Vec::as_slice).unwrap_or_default();
                let is_there = stored.iter().any(|stored| stored.id == *turn);
                // Without keys each try whose answer got lost may have been accepted.
                let most = if material.has_keys { 1 } else { *tries as usize };
                check.see(is_there && stored.len() <= most, || {
                    format!("message {number} of session {session}: stored {} times", stored.len())
                });
            }
            _ => {}
        }
    }
    for label in by_label.keys() {
        check.see(said.contains(label), || format!("nobody said message {} of session {}", label.1, label.0));
    }
    check
}

fn check_told(material: &Material, by_id: &HashMap<Uuid, &Turn>) -> Check {
    let mut check = Check::new("what a client was told still holds");
    for (_, entry) in &material.entries {
        let Entry::Ended { turn, status, reply, .. } = entry else { continue };
        let stored = by_id.get(turn);
        let answer = stored.and_then(|stored| stored.answered.first()).map(|message| message.text.as_str());
        let holds =
            stored.is_some_and(|stored| stored.status == *status) && answer.unwrap_or_default() == reply;
        check.see(holds, || format!("turn {turn} ended as {status} with {reply:?}; stored is {answer:?}"));
    }
    check
}

fn check_answers(material: &Material) -> Check {
    let mut check = Check::new("no client got an answer that must not be");
    for (_, entry) in &material.entries {
        check.see(!matches!(entry, Entry::Wrong { .. }), || format!("{entry:?}"));
    }
    check
}

fn check_edges(material: &Material) -> Check {
    let seen = &material.edges;
    let violations = seen.wrong.clone();
    Check {
        promise: "I8, I9 sessions live exactly as long as they may",
        examined: seen.extended + seen.expired,
        violations,
    }
}

fn check_troubles(material: &Material) -> Check {
    let violations = material.troubles.clone();
    Check { promise: "nothing ended or hung by itself", examined: 1, violations }
}
