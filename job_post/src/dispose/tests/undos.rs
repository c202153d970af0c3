//! Starting over, and taking back.

use super::*;

#[test]
fn reset_needs_the_users_words() {
    let reset = |updates| Proposal { updates, intent: Intent::Reset, reply: "All gone".into() };
    let mut talk = shown();
    assert!(talk.turn("Which perks do others offer?", &reset(vec![])).changes.is_empty());
    let outcome = talk.turn(
        "start over, a baker in York",
        &reset(updates(&["title: Baker", "location: York", "salaryMin: 30000"])),
    );
    assert_eq!(
        (outcome.draft.content.title.as_deref(), outcome.draft.content.salary.min),
        (Some("Baker"), None)
    );
    let empty = talk.turn("start over", &reset(vec![]));
    assert!(empty.draft.content.is_empty() && empty.step == Step::GettingBasicInfo);
}

#[test]
fn an_undo_walks_back_one_change_at_a_time() {
    let undo =
        |lines: &[&str]| Proposal { updates: updates(lines), intent: Intent::Undo, reply: "Undone!".into() };
    let mut talk = Talk::new();
    talk.say("We need a cook in Bath", &["title: Cook", "location: Bath"]);
    talk.say("Make it Porto, fully remote", &["location: Porto", "workType: remote"]);
    let before = talk.previous.clone();
    let outcome = talk.turn("undo that", &undo(&[]));
    assert!(outcome.undone && outcome.draft == before[1], "{outcome:?}");
    assert!(
        outcome.reply.starts_with("I took the last change back: Location, Work type."),
        "{}",
        outcome.reply
    );
    // The summary is shown anew, and a yes holds for it.
    assert!(outcome.shown_hash.is_some());
    assert!(talk.turn("undo", &undo(&[])).draft.content.is_empty());
    let nothing = talk.turn("undo", &undo(&[]));
    assert!(nothing.changes.is_empty() && nothing.reply.contains("no change that I could take back"));
}

#[test]
fn an_undo_needs_words() {
    for message in ["", " \n\t", "…", "\u{200b}"] {
        let mut talk = Talk::new();
        talk.say("We need a cook in Bath", &["title: Cook", "location: Bath"]);
        let undo = Proposal { updates: Vec::new(), intent: Intent::Undo, reply: "Undone!".into() };
        assert!(talk.turn(message, &undo).changes.is_empty(), "{message:?}");
    }
}

#[test]
fn an_undo_with_something_new_is_a_change() {
    let mut talk = Talk::new();
    talk.say("We need a cook in Bath", &["title: Cook", "location: Bath"]);
    talk.say("Pension for everybody", &["+benefits: Pension for everybody"]);
    let mixed = Proposal { updates: updates(&["location: Porto"]), intent: Intent::Undo, reply: "Ok".into() };
    let outcome = talk.turn("Undo that, and make it Porto", &mixed);
    assert!(!outcome.undone && outcome.draft.content.benefits.is_empty());
    assert_eq!(outcome.draft.content.location.as_deref(), Some("Porto"));
    // A correction that the model takes for an undo takes nothing else back.
    let outcome = talk
        .turn("No, Lisbon instead of Porto", &Proposal { updates: updates(&["location: Lisbon"]), ..mixed });
    assert_eq!(outcome.draft.content.title.as_deref(), Some("Cook"));
    assert_eq!(outcome.draft.content.location.as_deref(), Some("Lisbon"));
}
