//! Finalizing a session: by a confirmation in the conversation, or with a content hash.

use serde_json::json;
use tests::{Partner, refused, with_app};
use uuid::Uuid;

/// A session whose summary was shown and not yet confirmed.
async fn summarized(ada: &Partner) -> Uuid {
    let session = ada.begin().await;
    for message in ["We need a backend engineer.", "In Lisbon, hybrid. Rust and PostgreSQL are a must."] {
        ada.say(session, message).await;
    }
    session
}

#[tokio::test]
async fn confirming_the_summary_creates_a_job_post() {
    with_app(async |app| {
        let ada = app.partner("ada").await;
        let session = summarized(&ada).await;
        assert_eq!(ada.read(session).await.current_step, "finalizing");
        ada.say(session, "Looks good, publish it.").await;
        let now = ada.read(session).await;
        assert!(now.is_complete, "{now:?}");
        assert_eq!(now.current_step, "complete");
        let listed = ada.job_posts().await;
        assert_eq!(listed[0].session_id, session);
        let post = ada.read_job_post().job_post_id(listed[0].id).send().await.unwrap();
        assert_eq!(post.revision.get(), 1);
        assert_eq!(post.content.location.as_deref(), Some("Lisbon"));
        // The job post stays when its session is deleted.
        ada.delete_session().session_id(session).send().await.unwrap();
        assert_eq!(ada.job_posts().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_same_content_is_never_published_twice() {
    with_app(async |app| {
        let ada = app.partner("ada").await;
        let session = summarized(&ada).await;
        for message in ["Looks good, publish it.", "Publish it.", "thanks!", "yes, publish it"] {
            ada.say(session, message).await;
            assert!(ada.read(session).await.is_complete, "{message}");
        }
        assert_eq!(ada.job_posts().await.len(), 1);
        // A change starts a revision; confirming it creates another job post.
        ada.say(session, "Actually make it remote.").await;
        assert!(!ada.read(session).await.is_complete);
        assert_eq!(ada.job_posts().await.len(), 1);
        ada.say(session, "Looks good, publish it.").await;
        assert!(ada.read(session).await.is_complete);
        assert_eq!(ada.job_posts().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn messages_that_only_resemble_a_confirmation_publish_nothing() {
    with_app(async |app| {
        let ada = app.partner("ada").await;
        let session = summarized(&ada).await;
        for message in
            ["I abandoned my draft", "do not publish yet", "Is it completely remote?", "not yet, wait"]
        {
            // Not even when the model takes the message for a confirmation.
            app.llm.next_says(json!([]), "finalize", "Published!");
            let reply = ada.say(session, message).await.reply.unwrap();
            assert!(!reply.contains("Published!"), "{reply}");
            assert!(!ada.read(session).await.is_complete, "{message}");
        }
        assert!(ada.job_posts().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn data_and_confirmation_in_one_message_get_the_summary_first() {
    with_app(async |app| {
        let ada = app.partner("ada").await;
        let session = ada.begin().await;
        ada.say(session, "Backend engineer in Lisbon, hybrid, Rust. Publish it.").await;
        assert!(ada.job_posts().await.is_empty());
        assert_eq!(ada.read(session).await.current_step, "finalizing");
        ada.say(session, "yes, publish it").await;
        assert_eq!(ada.job_posts().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_interpreted_value_is_finalized_once_a_summary_has_shown_it() {
    with_app(async |app| {
        let owner = app.owner("ada").await;
        let ada = owner.partner();
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}");
        let edit = async |fields| owner.patch(&format!("{path}/job-data"), fields).await.status;
        let finalize = async || {
            let hash = ada.read(session).await.content_hash;
            ada.finalize_session().session_id(session).body_map(|body| body.content_hash(hash)).send().await
        };
        let title = json!([{ "op": "set", "field": "title", "value": "Registered Nurse", "quote": "RN" }]);
        app.llm.next_says(title, "continue", "Noted. Where is it?");
        ada.say(session, "We need an RN").await;
        let provenance = owner.get(&format!("{path}/provenance")).await;
        assert_eq!(provenance.at("/fields/0/values/0/basis"), "interpreted");
        assert_eq!(provenance.at("/fields/0/values/0/quote"), "RN");
        // An edit makes the post ready, but no summary has shown it.
        assert_eq!(edit(json!({ "location": "Leeds" })).await, 200);
        assert_eq!(refused(finalize().await), (409, "interpretation_not_shown".into()));
        let summary = ada.say(session, "In Leeds, hybrid").await.reply.unwrap();
        assert!(summary.contains("Registered Nurse (from “RN”)"), "{summary}");
        assert_eq!(finalize().await.unwrap().status().as_u16(), 201);
        assert_eq!(finalize().await.unwrap().status().as_u16(), 200);
        // Typing the value confirms it as well.
        assert_eq!(edit(json!({ "title": "Registered Nurse", "location": "York" })).await, 200);
        assert_eq!(finalize().await.unwrap().status().as_u16(), 201);
    })
    .await;
}

#[tokio::test]
async fn finalizing_needs_the_hash_of_the_present_content() {
    with_app(async |app| {
        let owner = app.owner("ada").await;
        let ada = owner.partner();
        let session = ada.begin().await;
        let finalize = async |hash: &str| {
            ada.finalize_session().session_id(session).body_map(|body| body.content_hash(hash)).send().await
        };
        ada.say(session, "We need a backend engineer.").await;
        let unseen = "0".repeat(64);
        assert_eq!(refused(finalize(&unseen).await), (409, "not_ready".into()));
        ada.say(session, "In Lisbon, hybrid.").await;
        assert_eq!(refused(finalize(&unseen).await), (409, "content_changed".into()));
        let hash = ada.read(session).await.content_hash;
        let first = finalize(&hash).await.unwrap();
        assert_eq!((first.status().as_u16(), &first.content_hash), (201, &hash));
        let again = finalize(&hash).await.unwrap();
        assert_eq!((again.status().as_u16(), again.id), (200, first.id));
        assert!(ada.read(session).await.is_complete);
        let shown = owner.get(&format!("/v1/job-posts/{}", first.id)).await;
        insta::assert_json_snapshot!(shown.json(), {
            ".id" => "[id]", ".session_id" => "[id]", ".user_id" => "[id]", ".content_hash" => "[hash]",
            ".created_at" => "[time]",
        });
    })
    .await;
}
