//! From a yes to a job post.

use serde_json::json;
use tests::{Client, Reply, with_app};

async fn grow(ada: &Client) -> String {
    let session = ada.begin().await;
    for message in ["We need a backend engineer.", "In Lisbon, hybrid. Rust and PostgreSQL are a must."] {
        assert_eq!(ada.say(&session, message).await.text_at("/status"), "succeeded");
    }
    session
}

async fn read(ada: &Client, session: &str) -> Reply {
    ada.get(&format!("/v1/sessions/{session}")).await
}

async fn posts(ada: &Client) -> usize {
    ada.get("/v1/job-posts").await.at("/items").as_array().map_or(0, Vec::len)
}

#[tokio::test]
async fn a_yes_to_the_summary_writes_a_job_post() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = grow(&ada).await;
        assert_eq!(read(&ada, &session).await.text_at("/current_step"), "finalizing");
        ada.say(&session, "Looks good, publish it.").await;
        let now = read(&ada, &session).await;
        assert_eq!(now.at("/is_complete"), true, "{now:?}");
        assert_eq!(now.text_at("/current_step"), "complete");
        let listed = ada.get("/v1/job-posts").await;
        assert_eq!(listed.text_at("/items/0/session_id"), session);
        let post = ada.get(&format!("/v1/job-posts/{}", listed.text_at("/items/0/id"))).await;
        assert_eq!(post.at("/revision"), 1);
        assert_eq!(post.text_at("/content/location"), "Lisbon");
        // It outlives its conversation.
        assert_eq!(ada.delete(&format!("/v1/sessions/{session}")).await.status, 204);
        assert_eq!(posts(&ada).await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_same_content_is_never_published_twice() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = grow(&ada).await;
        for message in ["Looks good, publish it.", "Publish it.", "thanks!", "yes, publish it"] {
            assert_eq!(ada.say(&session, message).await.text_at("/status"), "succeeded");
            assert_eq!(read(&ada, &session).await.at("/is_complete"), true, "{message}");
        }
        assert_eq!(posts(&ada).await, 1);
        // A change opens a revision; a yes to that is another post.
        ada.say(&session, "Actually make it remote.").await;
        assert_eq!(read(&ada, &session).await.at("/is_complete"), false);
        assert_eq!(posts(&ada).await, 1);
        ada.say(&session, "Looks good, publish it.").await;
        assert_eq!(read(&ada, &session).await.at("/is_complete"), true);
        assert_eq!(posts(&ada).await, 2);
    })
    .await;
}

#[tokio::test]
async fn words_that_sound_like_a_yes_publish_nothing() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = grow(&ada).await;
        for message in
            ["I abandoned my draft", "do not publish yet", "Is it completely remote?", "not yet, wait"]
        {
            // Even a model that takes them for one.
            app.llm.next_says(json!([]), "finalize", "Published!");
            let turn = ada.say(&session, message).await;
            assert!(!turn.text_at("/reply").contains("Published!"), "{turn:?}");
            assert_eq!(read(&ada, &session).await.at("/is_complete"), false, "{message}");
        }
        assert_eq!(posts(&ada).await, 0);
    })
    .await;
}

#[tokio::test]
async fn everything_at_once_gets_the_summary_first() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        ada.say(&session, "Backend engineer in Lisbon, hybrid, Rust. Publish it.").await;
        assert_eq!(posts(&ada).await, 0);
        assert_eq!(read(&ada, &session).await.text_at("/current_step"), "finalizing");
        ada.say(&session, "yes, publish it").await;
        assert_eq!(posts(&ada).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_partner_finalizes_with_the_hash_of_what_was_shown() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}/finalize");
        ada.say(&session, "We need a backend engineer.").await;
        let unseen = "0".repeat(64);
        assert_eq!(ada.post(&path, json!({ "content_hash": unseen })).await.problem(409), "not_ready");
        ada.say(&session, "In Lisbon, hybrid.").await;
        assert_eq!(ada.post(&path, json!({ "content_hash": unseen })).await.problem(409), "content_changed");
        let hash = read(&ada, &session).await.text_at("/content_hash");
        let first = ada.post(&path, json!({ "content_hash": hash })).await;
        assert_eq!(first.status, 201, "{first:?}");
        assert_eq!(first.text_at("/content_hash"), hash);
        let again = ada.post(&path, json!({ "content_hash": hash })).await;
        assert_eq!((again.status, again.text_at("/id")), (200, first.text_at("/id")));
        assert_eq!(read(&ada, &session).await.at("/is_complete"), true);
        insta::assert_json_snapshot!(first.json(), {
            ".id" => "[id]", ".session_id" => "[id]", ".user_id" => "[id]", ".content_hash" => "[hash]",
            ".created_at" => "[time]",
        });
    })
    .await;
}
