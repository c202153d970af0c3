//! Checks of what the clients have received against what is stored.

use std::collections::{BTreeMap, HashMap, HashSet};

use uuid::Uuid;

use super::rows::Turn;
use super::{Check, Observations};
use crate::journal::Entry;

type Label = (usize, usize);

pub fn all(observations: &Observations) -> Vec<Check> {
    let mut by_label = BTreeMap::<Label, Vec<&Turn>>::new();
    let mut by_id = HashMap::<Uuid, &Turn>::new();
    for (_, turn) in observations.turns() {
        by_id.insert(turn.id, turn);
        if let Some(label) = turn.label() {
            by_label.entry(label).or_default().push(turn);
        }
    }
    vec![
        check_stored(observations, &by_label),
        check_received(observations, &by_id),
        check_responses(observations),
        check_expiry_edges(observations),
        check_failures(observations),
    ]
}

fn check_stored(observations: &Observations, by_label: &BTreeMap<Label, Vec<&Turn>>) -> Check {
    let mut check = Check::new("I2 accepted = stored: nothing lost, doubled or invented");
    let mut sent = HashSet::new();
    for (_, entry) in &observations.entries {
        match entry {
            Entry::Sent { session, number } => _ = sent.insert((*session, *number)),
            Entry::Accepted { session, number, turn, tries } => {
                let stored = by_label.get(&(*session, *number)).map(Vec::as_slice).unwrap_or_default();
                let is_there = stored.iter().any(|stored| stored.id == *turn);
                // Without idempotency keys each request whose response was lost may have been accepted.
                let most = if observations.has_keys { 1 } else { *tries as usize };
                check.see(is_there && stored.len() <= most, || {
                    format!("message {number} of session {session}: stored {} times", stored.len())
                });
            }
            _ => {}
        }
    }
    for label in by_label.keys() {
        check.see(sent.contains(label), || {
            format!("no client sent message {} of session {}", label.1, label.0)
        });
    }
    check
}

fn check_received(observations: &Observations, by_id: &HashMap<Uuid, &Turn>) -> Check {
    let mut check = Check::new("what a client received is what is stored");
    for (_, entry) in &observations.entries {
        let Entry::Ended { turn, status, reply, .. } = entry else { continue };
        let stored = by_id.get(turn);
        let text = stored.and_then(|stored| stored.replies.first()).map(|message| message.text.as_str());
        let holds =
            stored.is_some_and(|stored| stored.status == *status) && text.unwrap_or_default() == reply;
        check.see(holds, || format!("turn {turn} ended as {status} with {reply:?}; stored is {text:?}"));
    }
    check
}

fn check_responses(observations: &Observations) -> Check {
    let mut check = Check::new("no client got a wrong response");
    for (_, entry) in &observations.entries {
        check.see(!matches!(entry, Entry::Wrong { .. }), || format!("{entry:?}"));
    }
    check
}

fn check_expiry_edges(observations: &Observations) -> Check {
    let observed = &observations.expiry_edges;
    let violations = observed.violations.clone();
    Check {
        promise: "I8, I9 sessions live exactly as long as they may",
        examined: observed.extended + observed.expired,
        violations,
    }
}

fn check_failures(observations: &Observations) -> Check {
    let violations = observations.failures.clone();
    Check { promise: "no process exited and no client gave up", examined: 1, violations }
}
