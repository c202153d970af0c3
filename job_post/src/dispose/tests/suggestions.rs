//! What the agent suggests, and what a yes or a no makes of it; and a yes to a post that asks something itself.

use super::*;

/// A talk in which the agent has suggested two tasks, and said so.
fn suggested() -> Talk {
    let mut talk = Talk::new();
    talk.say("We need a barista", &["title: Barista"]);
    let proposal = Proposal {
        updates: updates(&["+responsibilities: Serve guests; Clean the machine"]),
        intent: Intent::Continue,
        reply: "I suggest two tasks: serve guests, and clean the machine. Shall I add them?".into(),
    };
    let outcome = talk.turn("in Turin", &proposal);
    assert_eq!(outcome.draft.suggested().responsibilities, ["Serve guests", "Clean the machine"]);
    assert!(outcome.draft.publishable().responsibilities.is_empty());
    talk
}

#[test]
fn one_word_accepts_or_declines_what_was_suggested() {
    let mut talk = suggested();
    let accepted = talk.say("yes please", &[]);
    assert_eq!(accepted.draft.publishable().responsibilities, ["Serve guests", "Clean the machine"]);
    let evidence = &accepted.draft.evidence[&Field::Responsibilities][1];
    assert_eq!((evidence.basis, &*evidence.quote), (Basis::Confirmed, "yes please"));

    let mut talk = suggested();
    let declined = talk.say("no thanks", &[]);
    assert!(
        declined.draft.suggested().is_empty() && declined.draft.publishable().responsibilities.is_empty()
    );
}

#[test]
fn a_yes_to_something_else_accepts_nothing() {
    let mut talk = suggested();
    talk.last_reply = "Is it an evening job?".to_owned();
    for message in ["yes", "no"] {
        assert_eq!(talk.say(message, &[]).draft.suggested().responsibilities.len(), 2, "{message}");
        talk.last_reply = "Is it an evening job?".to_owned();
    }
    assert!(talk.say("yes, but not the cleaning", &[]).draft.publishable().responsibilities.is_empty());
}

#[test]
fn a_question_in_the_post_is_none_of_ours() {
    let mut talk = Talk::new();
    talk.say("We need a cook in Bath", &["title: Cook", "location: Bath"]);
    talk.say("Add as a requirement: ready to cook?", &["+requirements: ready to cook?"]);
    assert!(talk.last_reply.contains("ready to cook?"), "{}", talk.last_reply);
    assert!(talk.turn("Perfect.", &finalize()).publish);
}

#[test]
fn no_half_of_a_question_is_left_before_the_summary() {
    let mut talk = Talk::new();
    let asking = |updates: &[&str]| Proposal {
        updates: super::updates(updates),
        intent: Intent::Continue,
        reply: "Noted. What can you tell me about this next: Level?".into(),
    };
    talk.turn("We need a cook in Bath", &asking(&["title: Cook", "location: Bath"]));
    assert!(talk.last_reply.starts_with("Noted.\n\nCook"), "{}", talk.last_reply);
}
