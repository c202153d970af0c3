//! What is a yes to the summary and what is not, phrase by phrase, before a model that always says it is one.

use super::*;

const YES: &str = include_str!("data/true_consents.txt");
const NO: &str = include_str!("data/false_consents.txt");

/// The phrases of a file; "#" opens a comment.
fn phrases_of(file: &str) -> Vec<&str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

/// The phrases that publish the post whose summary was just shown, said to a model that obeys.
fn that_publish<'a>(phrases: &[&'a str]) -> Vec<&'a str> {
    phrases.iter().copied().filter(|phrase| publishes(&mut shown(), phrase, &[])).collect()
}

fn publishes(talk: &mut Talk, message: &str, lines: &[&str]) -> bool {
    let outcome = talk.turn(message, &Proposal { updates: updates(lines), ..finalize() });
    outcome.publish || outcome.complete
}

/// At most one in twenty is missed.
fn are_understood(file: &str) {
    let phrases = phrases_of(file);
    let understood = that_publish(&phrases);
    let missed: Vec<_> = phrases.iter().filter(|phrase| !understood.contains(phrase)).collect();
    assert!(missed.len() * 20 <= phrases.len(), "{} of {}: {missed:#?}", missed.len(), phrases.len());
}

fn are_not_taken_for_a_yes(file: &str) {
    let taken = that_publish(&phrases_of(file));
    assert!(taken.is_empty(), "{}: {taken:#?}", taken.len());
}

#[test]
fn a_yes_is_understood() {
    assert!(phrases_of(YES).len() >= 60);
    are_understood(YES);
}

#[test]
fn whatever_is_no_yes_publishes_nothing() {
    assert!(phrases_of(NO).len() >= 140);
    are_not_taken_for_a_yes(NO);
}

#[test]
fn a_yes_to_another_content_publishes_nothing() {
    for phrase in phrases_of(YES) {
        let mut unseen = shown();
        unseen.shown_hash = Some("0".repeat(64));
        assert!(!publishes(&mut unseen, phrase, &[]), "{phrase}");
        let mut never_shown = shown();
        never_shown.shown_hash = None;
        assert!(!publishes(&mut never_shown, phrase, &[]), "{phrase}");
    }
}

#[test]
fn a_yes_with_a_change_publishes_nothing() {
    let changes = [
        ("and make it remote", "workType: remote"),
        ("but in Wells", "location: Wells"),
        ("plus a pension", "+benefits: a pension"),
        ("with 35k GBP", "salaryMax: 35000"),
        ("aber Titel Koch", "title: Koch"),
        ("لكن عن بعد", "workType: remote"),
    ];
    for phrase in phrases_of(YES) {
        for (change, update) in changes {
            let both = [format!("{phrase} {change}"), format!("{change}. {phrase}")];
            for message in both {
                assert!(!publishes(&mut shown(), &message, &[update]), "{message}");
            }
        }
    }
}

/// Written after the rules were frozen: what to believe about phrases that nobody has mended a rule for.
#[test]
fn fresh_phrases() {
    let yes = phrases_of(include_str!("data/true_consents_fresh.txt"));
    let understood = that_publish(&yes);
    let missed: Vec<_> = yes.iter().filter(|phrase| !understood.contains(phrase)).collect();
    let no = phrases_of(include_str!("data/false_consents_fresh.txt"));
    let taken = that_publish(&no);
    println!("missed {} of {}: {missed:#?}\n taken {} of {}: {taken:#?}", missed.len(), yes.len(), taken.len(), no.len());
    assert!(false);
}
