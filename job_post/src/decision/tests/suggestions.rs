//! Answers to the suggestions of the agent, and a confirmation of a post that contains a question.

use super::*;

/// A session in which the agent has suggested two tasks.
fn suggested() -> Session {
    let mut session = Session::new();
    session.say("We need a barista", &["title: Barista"]);
    let proposal = Proposal {
        updates: updates(&["+responsibilities: Serve guests; Clean the machine"]),
        intent: Intent::Continue,
        reply: "I suggest two tasks: serve guests, and clean the machine. Shall I add them?".into(),
    };
    let decision = session.turn("in Turin", &proposal);
    assert_eq!(decision.draft.suggested().responsibilities, ["Serve guests", "Clean the machine"]);
    assert!(decision.draft.publishable().responsibilities.is_empty());
    session
}

#[test]
fn one_word_accepts_or_declines_what_was_suggested() {
    let mut session = suggested();
    let accepted = session.say("yes please", &[]);
    assert_eq!(accepted.draft.publishable().responsibilities, ["Serve guests", "Clean the machine"]);
    let evidence = &accepted.draft.evidence[&Field::Responsibilities][1];
    assert_eq!((evidence.basis, &*evidence.quote), (Basis::Confirmed, "yes please"));

    let mut session = suggested();
    let declined = session.say("no thanks", &[]);
    assert!(
        declined.draft.suggested().is_empty() && declined.draft.publishable().responsibilities.is_empty()
    );
}

#[test]
fn a_yes_to_something_else_accepts_nothing() {
    let mut session = suggested();
    session.history.add_reply("Is it an evening job?");
    for message in ["yes", "no"] {
        assert_eq!(session.say(message, &[]).draft.suggested().responsibilities.len(), 2, "{message}");
        session.history.add_reply("Is it an evening job?");
    }
    assert!(session.say("yes, but not the cleaning", &[]).draft.publishable().responsibilities.is_empty());
}

#[test]
fn a_question_in_the_post_is_not_a_question_of_the_agent() {
    let mut session = Session::new();
    session.say("We need a cook in Bath", &["title: Cook", "location: Bath"]);
    session.say("Add as a requirement: ready to cook?", &["+requirements: ready to cook?"]);
    assert!(session.history.latest_reply().contains("ready to cook?"), "{}", session.history.latest_reply());
    assert!(session.turn("Perfect.", &finalize()).publish);
}

#[test]
fn no_part_of_a_question_is_left_before_the_summary() {
    let mut session = Session::new();
    let asking = |updates: &[&str]| Proposal {
        updates: super::updates(updates),
        intent: Intent::Continue,
        reply: "Noted. What can you tell me about this next: Level?".into(),
    };
    session.turn("We need a cook in Bath", &asking(&["title: Cook", "location: Bath"]));
    assert!(
        session.history.latest_reply().starts_with("Noted. The post can go out"),
        "{}",
        session.history.latest_reply()
    );
}
