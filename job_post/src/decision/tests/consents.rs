//! Which phrases confirm the summary, with an LLM that takes each message as a confirmation.

use super::*;
use crate::list_file;

const YES: &str = include_str!("data/true_consents.txt");
const NO: &str = include_str!("data/false_consents.txt");

fn phrases_of(file: &str) -> Vec<&str> {
    list_file::lines(file).collect()
}

/// The phrases that publish the post whose summary was just shown.
fn that_publish<'a>(phrases: &[&'a str]) -> Vec<&'a str> {
    let asked = shown();
    phrases.iter().copied().filter(|phrase| publishes(&mut asked.clone(), phrase, &[])).collect()
}

fn publishes(session: &mut Session, message: &str, lines: &[&str]) -> bool {
    let decision = session.turn(message, &Proposal { updates: updates(lines), ..finalize() });
    decision.publish || decision.complete
}

fn missed<'a>(phrases: &[&'a str]) -> Vec<&'a str> {
    let understood = that_publish(phrases);
    phrases.iter().copied().filter(|phrase| !understood.contains(phrase)).collect()
}

/// At least 57 of 60.
#[test]
fn a_confirmation_is_understood() {
    let phrases = phrases_of(YES);
    let missed = missed(&phrases);
    assert!(phrases.len() >= 60);
    assert!(missed.len() * 20 <= phrases.len(), "{} of {}: {missed:#?}", missed.len(), phrases.len());
}

#[test]
fn other_phrases_publish_nothing() {
    let phrases = phrases_of(NO);
    let taken = that_publish(&phrases);
    assert!(phrases.len() >= 140);
    assert!(taken.is_empty(), "{} of {}: {taken:#?}", taken.len(), phrases.len());
}

#[test]
fn a_confirmation_of_other_content_publishes_nothing() {
    let asked = shown();
    for phrase in phrases_of(YES) {
        let mut unseen = asked.clone();
        unseen.shown_hash = Some("0".repeat(64));
        assert!(!publishes(&mut unseen, phrase, &[]), "{phrase}");
        let mut never_shown = asked.clone();
        never_shown.shown_hash = None;
        assert!(!publishes(&mut never_shown, phrase, &[]), "{phrase}");
    }
}

#[test]
fn a_confirmation_with_a_change_publishes_nothing() {
    let changes = [
        ("and make it remote", "workType: remote"),
        ("but in Wells", "location: Wells"),
        ("plus a pension", "+benefits: a pension"),
        ("with 35k GBP", "salaryMax: 35000"),
        ("aber Titel Koch", "title: Koch"),
        ("لكن عن بعد", "workType: remote"),
    ];
    let asked = shown();
    for (phrase, (change, update)) in std::iter::zip(phrases_of(YES), changes.into_iter().cycle()) {
        for message in [format!("{phrase} {change}"), format!("{change}. {phrase}")] {
            assert!(!publishes(&mut asked.clone(), &message, &[update]), "{message}");
        }
    }
}

/// Phrases from after the rules were frozen: an estimate for unseen phrases.
#[test]
fn fresh_phrases_are_distinguished() {
    let yes = phrases_of(include_str!("data/true_consents_fresh.txt"));
    let missed = missed(&yes);
    assert!(missed.len() * 10 <= yes.len(), "{} of {}: {missed:#?}", missed.len(), yes.len());
    let no = phrases_of(include_str!("data/false_consents_fresh.txt"));
    let taken = that_publish(&no);
    assert!(taken.is_empty(), "{} of {}: {taken:#?}", taken.len(), no.len());
}
