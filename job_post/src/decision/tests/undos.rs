//! Resets and undos.

use super::*;

#[test]
fn reset_needs_the_users_words() {
    let reset = |updates| Proposal { updates, intent: Intent::Reset, reply: "All gone".into() };
    let mut session = shown();
    assert!(session.turn("Which perks do others offer?", &reset(vec![])).changes.is_empty());
    let decision = session.turn(
        "start over, a baker in York",
        &reset(updates(&["title: Baker", "location: York", "salaryMin: 30000"])),
    );
    assert_eq!(
        (decision.draft.content.title.as_deref(), decision.draft.content.salary.min),
        (Some("Baker"), None)
    );
    let empty = session.turn("start over", &reset(vec![]));
    assert!(empty.draft.content.is_empty() && empty.step == Step::GettingBasicInfo);
}

#[test]
fn an_undo_goes_back_one_change_at_a_time() {
    let undo =
        |lines: &[&str]| Proposal { updates: updates(lines), intent: Intent::Undo, reply: "Undone!".into() };
    let mut session = Session::new();
    session.say("We need a cook in Bath", &["title: Cook", "location: Bath"]);
    session.say("Make it Porto, fully remote", &["location: Porto", "workType: remote"]);
    let before = session.previous.clone();
    let decision = session.turn("undo that", &undo(&[]));
    assert!(decision.undone && decision.draft == before[1], "{decision:?}");
    assert!(
        decision.reply.starts_with("I took the last change back: Location, Work type."),
        "{}",
        decision.reply
    );
    // The summary is shown again, and can be confirmed.
    assert!(decision.shown_hash.is_some());
    assert!(session.turn("undo", &undo(&[])).draft.content.is_empty());
    let nothing = session.turn("undo", &undo(&[]));
    assert!(nothing.changes.is_empty() && nothing.reply.contains("no change that I could take back"));
}

#[test]
fn an_undo_needs_words() {
    for message in ["", " \n\t", "…", "\u{200b}"] {
        let mut session = Session::new();
        session.say("We need a cook in Bath", &["title: Cook", "location: Bath"]);
        let undo = Proposal { updates: Vec::new(), intent: Intent::Undo, reply: "Undone!".into() };
        assert!(session.turn(message, &undo).changes.is_empty(), "{message:?}");
    }
}

#[test]
fn an_undo_with_a_new_value_is_a_change() {
    let mut session = Session::new();
    session.say("We need a cook in Bath", &["title: Cook", "location: Bath"]);
    session.say("Pension for everybody", &["+benefits: Pension for everybody"]);
    let mixed = Proposal { updates: updates(&["location: Porto"]), intent: Intent::Undo, reply: "Ok".into() };
    let decision = session.turn("Undo that, and make it Porto", &mixed);
    assert!(!decision.undone && decision.draft.content.benefits.is_empty());
    assert_eq!(decision.draft.content.location.as_deref(), Some("Porto"));
    // A correction that the LLM takes for an undo changes nothing else.
    let decision = session
        .turn("No, Lisbon instead of Porto", &Proposal { updates: updates(&["location: Lisbon"]), ..mixed });
    assert_eq!(decision.draft.content.title.as_deref(), Some("Cook"));
    assert_eq!(decision.draft.content.location.as_deref(), Some("Lisbon"));
}
