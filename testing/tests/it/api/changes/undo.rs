//! Undo: the last change is reverted, by hand or because a message asks for it.

use serde_json::json;
use tests::{Partner, refused, with_app};
use uuid::Uuid;

use super::{change, check_log, data, log, take_back};

async fn has_nothing_to_undo(ada: &Partner, session: Uuid) -> bool {
    refused(ada.undo_change().session_id(session).send().await) == (409, "nothing_to_undo".into())
}

#[tokio::test]
async fn undo_reverts_turns_and_edits_one_by_one() {
    with_app(async |app| {
        let owner = app.owner("ada").await;
        let ada = owner.partner();
        let session = ada.begin().await;
        assert!(has_nothing_to_undo(&ada, session).await);
        let mut states = vec![data(&ada.read(session).await)];
        ada.say(session, "We need a backend engineer in Lisbon.").await;
        states.push(data(&ada.read(session).await));
        let skills = vec!["Pasta".to_owned()];
        states
            .push(data(&change(&ada, session, |patch| patch.title("Cook".to_owned()).skills(skills)).await));
        ada.say(session, "Make it fully remote.").await;
        while let Some(state) = states.pop() {
            assert_eq!(data(&take_back(&ada, session).await), state);
        }
        assert!(has_nothing_to_undo(&ada, session).await);
        // Changes after the undo can be undone without those before it.
        for title in ["Baker", "Chef"] {
            change(&ada, session, |patch| patch.title(title.to_owned())).await;
        }
        assert_eq!(take_back(&ada, session).await.job_data.title.as_deref(), Some("Baker"));
        assert_eq!(take_back(&ada, session).await.job_data.title, None);
        assert!(has_nothing_to_undo(&ada, session).await);
        check_log(app, &owner, &session.to_string()).await;
    })
    .await;
}

#[tokio::test]
async fn undo_restores_a_value_with_its_evidence() {
    with_app(async |app| {
        let ada = app.partner("ada").await;
        let session = ada.begin().await;
        let turn = ada.say(session, "We need a backend engineer in Lisbon.").await.id;
        change(&ada, session, |patch| patch.location("Porto".to_owned())).await;
        take_back(&ada, session).await;
        let log = log(&ada, session).await;
        assert_eq!(log[0].restored_version, Some(1));
        assert_eq!(
            serde_json::to_value(&log[0].changes).unwrap(),
            json!([{
                "op": "set", "path": "/location", "value": "Lisbon", "basis": "stated",
                "quote": "Lisbon", "position": { "start": 30, "end": 36 }, "turn_id": turn,
            }]),
            "{log:?}"
        );
        assert_eq!(log.iter().map(|change| &*change.kind).collect::<Vec<_>>(), ["undo", "edit", "turn"]);
    })
    .await;
}

#[tokio::test]
async fn a_message_can_ask_for_undo() {
    with_app(async |app| {
        let owner = app.owner("ada").await;
        let ada = owner.partner();
        let session = ada.begin().await;
        let nothing = ada.say(session, "undo that").await.reply.unwrap();
        assert!(nothing.contains("no change that I could take back"), "{nothing}");
        ada.say(session, "We need a backend engineer in Lisbon.").await;
        let before = data(&ada.read(session).await);
        ada.say(session, "Make it fully remote.").await;
        let undone = ada.say(session, "undo that").await;
        let reply = undone.reply.unwrap();
        assert!(reply.starts_with("I took the last change back: Work type."), "{reply}");
        assert_eq!(data(&ada.read(session).await), before);
        let last = log(&ada, session).await.remove(0);
        assert_eq!((last.kind.as_str(), last.restored_version), ("undo", Some(1)));
        assert_eq!(last.turn_id, Some(undone.id));
        // Undo by message and undo by hand continue each other.
        assert_eq!(take_back(&ada, session).await.job_data.title, None);
        assert!(ada.say(session, "undo").await.reply.unwrap().contains("no change"));
        check_log(app, &owner, &session.to_string()).await;
    })
    .await;
}
