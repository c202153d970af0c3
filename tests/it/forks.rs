//! A second conversation from any point of a first one.

use std::time::Duration;

use serde_json::{Value, json};
use tests::{Client, Reply, with_app};

use crate::history::check_log;

async fn fork(client: &Client, session: &str, body: Value) -> Reply {
    client.post(&format!("/v1/sessions/{session}/fork"), body).await
}

/// Everything of a conversation but its ids and its own times.
async fn said(client: &Client, session: &str) -> Vec<(Value, Value, Value)> {
    let messages = client.get(&format!("/v1/sessions/{session}/messages?limit=100")).await.at("/items");
    let told =
        |message: &Value| (message["role"].clone(), message["text"].clone(), message["created_at"].clone());
    messages.as_array().unwrap().iter().map(told).collect()
}

#[tokio::test]
async fn a_fork_begins_where_the_turn_ended() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let begun = ada.post("/v1/sessions", json!({ "company_name": "Papaya", "locale": "de-at" })).await;
        assert_eq!(begun.text_at("/locale"), "de-AT");
        let session = begun.text_at("/id");
        ada.say(&session, "We need a backend engineer in Lisbon.").await;
        ada.patch(&format!("/v1/sessions/{session}/job-data"), json!({ "department": "Platform" })).await;
        let second = ada.say(&session, "Rust and Kafka are a must.").await.text_at("/id");
        let then = ada.get(&format!("/v1/sessions/{session}")).await;
        let heard = said(&ada, &session).await;
        ada.patch(&format!("/v1/sessions/{session}/job-data"), json!({ "location": "Porto" })).await;
        ada.say(&session, "Make it fully remote.").await;
        let original = ada.get(&format!("/v1/sessions/{session}")).await;

        let fork = fork(&ada, &session, json!({ "turn_id": second })).await;
        assert_eq!(fork.status, 201, "{fork:?}");
        let copy = fork.text_at("/id");
        assert_eq!(fork.header("location"), format!("/v1/sessions/{copy}"));
        insta::assert_json_snapshot!(fork.json(), {
            ".id" => "[id]", ".user_id" => "[id]", ".forked_from" => "[id]", ".content_hash" => "[hash]",
            ".created_at" => "[time]", ".updated_at" => "[time]", ".expires_at" => "[time]",
        });
        assert_eq!(fork.text_at("/forked_from"), session);
        assert_eq!(fork.at("/job_data"), then.at("/job_data"));
        assert_eq!(said(&ada, &copy).await, heard);
        check_log(app, &ada, &copy).await;

        // Its evidence leads to its own turns, and what it began with is not taken back.
        let turns = ada.get(&format!("/v1/sessions/{copy}/turns")).await;
        let log = ada.get(&format!("/v1/sessions/{copy}/changes")).await;
        assert_eq!(log.at("/items/0/kind"), "fork");
        assert_eq!(log.at("/items/0/changes/0/turn_id"), turns.at("/items/0/id"));
        assert_ne!(turns.at("/items/1/id"), json!(second));
        let undo = ada.post(&format!("/v1/sessions/{copy}/undo"), Value::Null).await;
        assert_eq!(undo.problem(409), "nothing_to_undo");

        // The two go on apart.
        let next = ada.say(&copy, "Looks good, publish it.").await;
        assert_eq!((next.at("/sequence"), next.text_at("/status")), (json!(3), "succeeded".to_owned()));
        assert_eq!(app.count("select count(*) from job_post").await, 0);
        ada.say(&copy, "Looks good, publish it.").await;
        assert_eq!(app.count("select count(*) from job_post").await, 1);
        let untouched = ada.get(&format!("/v1/sessions/{session}")).await;
        assert_eq!((untouched.header("etag"), &untouched.text), (original.header("etag"), &original.text));
        assert_eq!(ada.delete(&format!("/v1/sessions/{session}")).await.status, 204);
        assert_eq!(said(&ada, &copy).await.len(), heard.len() + 4);
    })
    .await;
}

#[tokio::test]
async fn a_fork_of_now_has_what_has_ended() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let empty = fork(&ada, &session, json!({})).await;
        assert_eq!(
            (empty.status, empty.at("/version"), empty.at("/conversation_turns")),
            (201, json!(0), json!(1))
        );
        ada.say(&empty.text_at("/id"), "baker in Lisbon").await;
        check_log(app, &ada, &empty.text_at("/id")).await;
        ada.say(&session, "We need a backend engineer in Lisbon.").await;
        ada.patch(&format!("/v1/sessions/{session}/job-data"), json!({ "location": "Porto" })).await;
        app.llm.slow_down(Duration::from_millis(800));
        let running =
            ada.post(&format!("/v1/sessions/{session}/turns"), json!({ "message": "hybrid" })).await;
        let early = fork(&ada, &session, json!({ "turn_id": running.text_at("/id") })).await;
        assert_eq!(early.problem(409), "turn_in_progress");
        let copy = fork(&ada, &session, json!({})).await;
        assert_eq!(
            (copy.at("/conversation_turns"), copy.text_at("/job_data/location")),
            (json!(3), "Porto".to_owned())
        );
        fork(&ada, &session, json!({ "turn_id": uuid::Uuid::nil() })).await.problem(404);
        let other = ada.begin().await;
        fork(&ada, &other, json!({ "turn_id": running.text_at("/id") })).await.problem(404);
        ada.say(&session, "thanks").await;
        ada.say(&copy.text_at("/id"), "thanks").await;
    })
    .await;
}

#[tokio::test]
async fn a_message_that_was_tried_again_is_shown_once_in_a_fork() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        for _ in 0..2 {
            app.llm.next(tests::completion("no JSON at all"));
        }
        let failed = ada.say(&session, "We need a backend engineer in Lisbon.").await;
        assert_eq!(failed.text_at("/status"), "failed", "{failed:?}");
        let failed = failed.text_at("/id");
        let retry =
            ada.request(reqwest::Method::POST, &format!("/v1/sessions/{session}/turns/{failed}/retry"));
        assert_eq!(Reply::of(retry.header("Prefer", "wait=30")).await.text_at("/status"), "succeeded");
        let hidden = "select count(*) from message m join session s on s.id = m.session_id
                       where m.is_hidden and s.forked_from is not null";
        let whole = fork(&ada, &session, json!({})).await.text_at("/id");
        assert_eq!(app.count(hidden).await, 1);
        let turns = ada.get(&format!("/v1/sessions/{whole}/turns")).await;
        assert_eq!(turns.at("/items/1/retry_of"), turns.at("/items/0/id"));
        // From before the second try, the failed one can be tried again there, too.
        let part = fork(&ada, &session, json!({ "turn_id": failed })).await.text_at("/id");
        assert_eq!(app.count(hidden).await, 1);
        let turn = ada.get(&format!("/v1/sessions/{part}/turns")).await.text_at("/items/0/id");
        let retry = ada.request(reqwest::Method::POST, &format!("/v1/sessions/{part}/turns/{turn}/retry"));
        assert_eq!(Reply::of(retry.header("Prefer", "wait=30")).await.text_at("/status"), "succeeded");
    })
    .await;
}

#[tokio::test]
async fn a_fork_belongs_to_who_made_it() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let session = bob.begin().await;
        bob.say(&session, "baker in Lisbon").await;
        let copy = fork(&ada, &session, json!({})).await;
        assert_eq!((copy.status, copy.text_at("/user_id")), (201, ada.user_id.clone()));
        bob.get(&format!("/v1/sessions/{}", copy.text_at("/id"))).await.problem(404);
        for bad in ["x", "de_AT", "toolongatag-x", "de-", ""] {
            let refused = ada.post("/v1/sessions", json!({ "locale": bad })).await;
            refused.problem(422);
            assert_eq!(refused.text_at("/errors/0/pointer"), "/locale", "{bad}");
        }
    })
    .await;
}
