//! Unlawful or unfair words are named once, in the language of the talk, before the question.

use super::*;

fn proposing(field: Field, value: &str, quote: &str, reply: &str) -> Proposal {
    let op = if field.is_list() { Op::Add } else { Op::Set };
    let update = ProposedUpdate { op, field, value: value.to_owned(), quote: quote.to_owned() };
    Proposal { updates: vec![update], intent: Intent::Continue, reply: reply.to_owned() }
}

#[test]
fn words_for_an_age_are_named_once_with_their_source() {
    let mut session = Session::new();
    let message = "We need a young and dynamic salesman, part of a young team";
    let reply = "Noted. Where is the job?";
    let said = session.turn(message, &proposing(Field::Description, message, message, reply)).reply;
    assert!(said.contains("A note on the wording") && said.contains("Source:"), "{said}");
    assert!(said.starts_with("Noted. A note"), "{said}");
    let next = proposing(Field::Location, "Leeds", "in Leeds", "Leeds. What is the pay?");
    let said = session.turn("in Leeds", &next).reply;
    assert!(!said.contains("A note on the wording"), "{said}");
}

#[test]
fn harmless_words_get_no_advice() {
    let mut session = Session::new();
    let message = "You cook for fifty guests in a quiet kitchen";
    let said = session.turn(message, &proposing(Field::Description, message, message, "Noted.")).reply;
    assert!(!said.contains("A note on the wording"), "{said}");
}
