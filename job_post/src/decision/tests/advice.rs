//! Unlawful or unfair words are named once, in the language of the talk, before the question.

use chrono::NaiveDate;

use super::*;

/// The title and its form for all, and the law, as a reply names them.
const TITLE: &str = "(Tischler → Tischler (m/w/d)).";
const LAW: &str = "Grundlage: Austria: Gleichbehandlungsgesetz § 9 Abs. 1.";

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
}

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

#[test]
fn a_title_of_one_gender_is_named_once_with_a_form_for_all() {
    let mut session = Session::new();
    session.policy.on = today();
    let message = "Wir suchen einen Tischler in Wels, Österreich";
    session.say(message, &["title: Tischler", "location: Wels, Österreich"]);
    let tasks = "Er baut Küchen und repariert Möbel für unsere Kunden";
    let said = session.say(tasks, &["+responsibilities: repariert Möbel für unsere Kunden"]).reply;
    assert!(said.contains(TITLE) && said.contains(LAW), "{said}");
    for (message, lines) in
        [("Es gibt die Jause gratis", &["+benefits: Jause gratis"][..]), ("Bitte veröffentlichen", &[])]
    {
        let said = session.say(message, lines).reply;
        assert!(!said.contains(TITLE), "{said}");
    }
}

#[test]
fn what_an_edit_brought_is_named_before_the_post_goes_out() {
    let mut state = SessionState::new("Northwind");
    state.policy.on = today();
    let tasks = "responsibilities: Küchen und Möbel für unsere Kunden bauen";
    for update in updates(&["title: Tischler", "location: Wels, Österreich", tasks]) {
        update.apply_unchecked(&mut state.draft);
    }
    let asked = state.run_turn(Uuid::nil(), "Das ist alles, bitte veröffentlichen", &finalize());
    assert!(asks(&asked) && asked.reply.contains(TITLE) && asked.reply.contains(LAW), "{}", asked.reply);
    let done = state.run_turn(Uuid::nil(), "Ja, bitte veröffentlichen", &finalize());
    assert!(done.publish && !done.reply.contains(TITLE), "{}", done.reply);
}

#[test]
fn what_did_not_fit_into_one_reply_is_named_in_the_next() {
    let mut session = Session::new();
    let message = "We need a young rockstar salesman, a native English speaker";
    let first = session.turn(message, &proposing(Field::Description, message, message, "Noted.")).reply;
    let next = proposing(Field::Location, "Leeds", "in Leeds", "Leeds. What is the pay?");
    let second = session.turn("in Leeds", &next).reply;
    let third = proposing(Field::Benefits, "free meals", "free meals", "Noted.");
    let third = session.turn("free meals", &third).reply;
    let notes = |reply: &str| reply.matches("A note on the wording").count();
    assert_eq!([notes(&first), notes(&second), notes(&third)], [2, 2, 0], "{first}\n{second}\n{third}");
}
