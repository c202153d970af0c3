//! Forks: a new session that starts from a past point of another one.

use std::time::Duration;

use postwright_client::types::TurnStatus;
use serde_json::{Value, json};
use tests::{App, Client, Options, Reply, refused, with_app, with_app_of};
use uuid::Uuid;

use super::{check_log, edit};

async fn fork(client: &Client, session: &str, body: Value) -> Reply {
    client.post(&format!("/v1/sessions/{session}/fork"), body).await
}

/// Role, text and time of each message.
async fn messages(client: &Client, session: &str) -> Vec<(Value, Value, Value)> {
    let listed = client.get(&format!("/v1/sessions/{session}/messages?limit=100")).await.at("/items");
    let fields =
        |message: &Value| (message["role"].clone(), message["text"].clone(), message["created_at"].clone());
    listed.as_array().unwrap().iter().map(fields).collect()
}

#[tokio::test]
async fn a_fork_starts_from_the_state_after_its_turn() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let begun = ada.post("/v1/sessions", json!({ "company_name": "Papaya", "locale": "de-at" })).await;
        assert_eq!(begun.text_at("/locale"), "de-AT");
        let session = begun.text_at("/id");
        ada.say(&session, "We need a backend engineer in Lisbon.").await;
        ada.patch(&format!("/v1/sessions/{session}/job-data"), json!({ "department": "Platform" })).await;
        let second = ada.say(&session, "Rust and Kafka are a must.").await.text_at("/id");
        let at_fork = ada.read(&session).await;
        let before = messages(&ada, &session).await;
        ada.patch(&format!("/v1/sessions/{session}/job-data"), json!({ "location": "Porto" })).await;
        ada.say(&session, "Make it fully remote.").await;
        let original = ada.read(&session).await;

        let fork = fork(&ada, &session, json!({ "turn_id": second })).await;
        assert_eq!(fork.status, 201, "{fork:?}");
        let copy = fork.text_at("/id");
        assert_eq!(fork.header("location"), format!("/v1/sessions/{copy}"));
        insta::assert_json_snapshot!(fork.json(), {
            ".id" => "[id]", ".user_id" => "[id]", ".forked_from" => "[id]", ".content_hash" => "[hash]",
            ".created_at" => "[time]", ".updated_at" => "[time]", ".expires_at" => "[time]",
            ".retained_until" => "[time]", ".etag" => "[tag]",
        });
        assert_eq!(fork.text_at("/forked_from"), session);
        assert_eq!(fork.at("/job_data"), at_fork.at("/job_data"));
        assert_eq!(messages(&ada, &copy).await, before);
        check_log(app, &ada, &copy).await;

        // The evidence refers to the turns of the fork, and undo does not go behind the fork.
        let turns = ada.get(&format!("/v1/sessions/{copy}/turns")).await;
        let log = ada.get(&format!("/v1/sessions/{copy}/changes")).await;
        assert_eq!(log.at("/items/0/kind"), "fork");
        assert_eq!(log.at("/items/0/changes/0/turn_id"), turns.at("/items/0/id"));
        assert_ne!(turns.at("/items/1/id"), json!(second));
        let undo = ada.post(&format!("/v1/sessions/{copy}/undo"), Value::Null).await;
        assert_eq!(undo.problem(409), "nothing_to_undo");

        // The two sessions are independent.
        let next = ada.say(&copy, "Looks good, publish it.").await;
        assert_eq!((next.at("/sequence"), next.text_at("/status")), (json!(3), "succeeded".to_owned()));
        assert_eq!(app.count("select count(*) from job_post").await, 0);
        ada.say(&copy, "Looks good, publish it.").await;
        assert_eq!(app.count("select count(*) from job_post").await, 1);
        let untouched = ada.read(&session).await;
        assert_eq!((untouched.header("etag"), &untouched.text), (original.header("etag"), &original.text));
        assert_eq!(ada.delete(&format!("/v1/sessions/{session}")).await.status, 204);
        assert_eq!(messages(&ada, &copy).await.len(), before.len() + 4);
    })
    .await;
}

#[tokio::test]
async fn a_fork_without_a_turn_id_copies_the_ended_turns() {
    with_app(async |app| {
        let owner = app.owner("ada").await;
        let ada = owner.partner();
        let session = ada.begin().await;
        let fork = async |session| ada.fork_session().session_id(session).send().await.unwrap().into_inner();
        let fork_of = async |session, turn: Uuid| {
            let fork = ada.fork_session().session_id(session);
            refused(fork.body_map(|body| body.turn_id(turn)).send().await)
        };
        let empty = fork(session).await;
        assert_eq!((empty.version, empty.conversation_turns), (0, 1));
        ada.say(empty.id, "baker in Lisbon").await;
        check_log(app, &owner, &empty.id.to_string()).await;
        ada.say(session, "We need a backend engineer in Lisbon.").await;
        let edit = ada.edit_job_data().session_id(session);
        edit.body_map(|patch| patch.location("Porto".to_owned())).send().await.unwrap();
        app.llm.slow_down(Duration::from_millis(800));
        let running = ada.start_turn().session_id(session).body_map(|body| body.message("hybrid"));
        let running = running.send().await.unwrap().id;
        assert_eq!(fork_of(session, running).await, (409, "turn_in_progress".into()));
        let copy = fork(session).await;
        assert_eq!((copy.conversation_turns, copy.job_data.location.as_deref()), (3, Some("Porto")));
        let not_found = (404, "not_found".to_owned());
        assert_eq!(fork_of(session, Uuid::nil()).await, not_found);
        assert_eq!(fork_of(ada.begin().await, running).await, not_found);
        ada.say(session, "thanks").await;
        ada.say(copy.id, "thanks").await;
    })
    .await;
}

#[tokio::test]
async fn a_retried_message_appears_once_in_a_fork() {
    with_app(async |app| {
        let ada = app.partner("ada").await;
        let session = ada.begin().await;
        for _ in 0..2 {
            app.llm.next(tests::completion("no JSON at all"));
        }
        let failed = ada.start_turn().session_id(session).prefer("wait=30");
        let failed = failed.body_map(|body| body.message("We need a backend engineer in Lisbon."));
        let failed = failed.send().await.unwrap().into_inner();
        assert_eq!(failed.status, TurnStatus::Failed, "{failed:?}");
        let retry = async |session, turn| {
            ada.retry_turn().session_id(session).turn_id(turn).prefer("wait=30").send().await.unwrap().status
        };
        assert_eq!(retry(session, failed.id).await, TurnStatus::Succeeded);
        let hidden = "select count(*) from message m join session s on s.id = m.session_id
                       where m.is_hidden and s.forked_from is not null";
        let turns = async |session| ada.list_turns().session_id(session).send().await.unwrap().items.clone();
        let whole = ada.fork_session().session_id(session).send().await.unwrap().id;
        assert_eq!(app.count(hidden).await, 1);
        let both = turns(whole).await;
        assert_eq!(both[1].retry_of, Some(both[0].id));
        // A fork at the failed turn can retry it too.
        let part = ada.fork_session().session_id(session).body_map(|body| body.turn_id(failed.id));
        let part = part.send().await.unwrap().id;
        assert_eq!(app.count(hidden).await, 1);
        assert_eq!(retry(part, turns(part).await[0].id).await, TurnStatus::Succeeded);
    })
    .await;
}

/// The turns that replace one another, and the log of many changes, stay with the original.
#[tokio::test]
async fn a_fork_stores_no_cancelled_turn_and_one_change() {
    with_app_of(Options::default().without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let turns = format!("/v1/sessions/{session}/turns");
        let message = "baker ".repeat(1_000);
        for number in 0..20 {
            let body = json!({ "message": message, "on_busy": "replace" });
            assert_eq!(ada.post(&turns, body).await.status, 202);
            edit(&ada, &session, json!({ "title": format!("Cook {number}"), "description": message })).await;
        }
        let queued = ada.get(&format!("{turns}?limit=100")).await.text_at("/items/19/id");
        assert_eq!(
            ada.post(&format!("{turns}/{queued}/cancel"), json!({})).await.text_at("/status"),
            "cancelled"
        );

        let copy = fork(&ada, &session, json!({})).await;
        assert_eq!(copy.at("/job_data"), ada.read(&session).await.at("/job_data"));
        let stored = stored_bytes(app, &copy.text_at("/id")).await;
        assert!(stored < 40_000, "{stored} bytes");
        let original = stored_bytes(app, &session).await;
        assert!(original > 100_000, "{original} bytes");
        // A fork at a cancelled turn has the draft of that moment.
        let first = ada.get(&turns).await.text_at("/items/0/id");
        let copy = fork(&ada, &session, json!({ "turn_id": first })).await;
        assert_eq!(copy.text_at("/job_data/title"), "Cook 0");
        assert_eq!(messages(&ada, &copy.text_at("/id")).await.len(), 1);
    })
    .await;
}

/// The bytes of what a session's tables store of it, uncompressed.
async fn stored_bytes(app: &App, session: &str) -> i64 {
    let query = "
        select sum(octet_length(line))::bigint
          from (select s::text from session s where s.id = $1::uuid
                union all select t::text from turn t where t.session_id = $1::uuid
                union all select m::text from message m where m.session_id = $1::uuid
                union all select c::text from draft_change c where c.session_id = $1::uuid
                union all select e::text from event e where e.session_id = $1::uuid) stored (line)";
    sqlx::query_scalar(query).bind(session).fetch_one(app.superuser()).await.unwrap()
}

#[tokio::test]
async fn a_fork_belongs_to_the_person_who_forked() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let session = bob.begin().await;
        bob.say(&session, "baker in Lisbon").await;
        let copy = fork(&ada, &session, json!({})).await;
        assert_eq!((copy.status, copy.text_at("/user_id")), (201, ada.user_id.clone()));
        bob.get(&format!("/v1/sessions/{}", copy.text_at("/id"))).await.problem(404);
    })
    .await;
}
