//! Quotas of a session: its turns, versions, bytes and forks.

use domain::quotas::Limits;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Client, Reply, with_app_of};
use wiremock::ResponseTemplate;

use super::{assert_exceeded, limited, quota};

async fn edit(client: &Client, session: &str, department: &str) -> Reply {
    client.patch(&format!("/v1/sessions/{session}/job-data"), json!({ "department": department })).await
}

#[tokio::test]
async fn a_session_has_no_more_turns_than_it_may() {
    with_app_of(limited(Limits { session_turns: 2, ..Limits::default() }), async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let session = ada.begin().await;
        ada.say(&session, "We need a backend engineer in Lisbon.").await;
        let turns = format!("/v1/sessions/{session}/turns");
        let second = async || {
            let request = ada.request(Method::POST, &turns).header("Idempotency-Key", "second");
            Reply::of(request.header("Prefer", "wait=30").json(&json!({ "message": "hybrid" }))).await
        };
        let accepted = second().await;
        assert_eq!(accepted.status, 200, "{accepted:?}");
        let before = ada.read(&session).await.text;
        assert_exceeded(&ada.start_turn(&session, "Rust").await, "session_turns", 2, 2);
        assert_exceeded(&ada.say(&session, "Rust").await, "session_turns", 2, 2);
        assert_eq!(ada.read(&session).await.text, before, "a refused message changes nothing");
        assert_eq!(second().await.text, accepted.text, "a repeated request gets its response");
        assert_eq!(edit(&ada, &session, "Platform").await.status, 200);
        for (client, session) in [(&ada, ada.begin().await), (&eve, eve.begin().await)] {
            assert_eq!(client.say(&session, "baker").await.status, 200);
        }
        // A fork has the turns of the session.
        let fork = ada.post(&format!("/v1/sessions/{session}/fork"), json!({})).await.text_at("/id");
        assert_exceeded(&ada.say(&fork, "Rust").await, "session_turns", 2, 2);
    })
    .await;
}

#[tokio::test]
async fn a_retry_is_a_turn_too() {
    with_app_of(limited(Limits { session_turns: 1, ..Limits::default() }), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.next(ResponseTemplate::new(401));
        let failed = ada.say(&session, "baker").await;
        assert_eq!(failed.text_at("/status"), "failed");
        let retry = format!("/v1/sessions/{session}/turns/{}/retry", failed.text_at("/id"));
        assert_exceeded(&ada.post(&retry, Value::Null).await, "session_turns", 1, 1);
    })
    .await;
}

#[tokio::test]
async fn changes_by_hand_end_at_the_versions_that_a_session_may_have() {
    with_app_of(limited(Limits { session_versions: 2, ..Limits::default() }), async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let session = ada.begin().await;
        for department in ["Platform", "Sales"] {
            assert_eq!(edit(&ada, &session, department).await.status, 200);
        }
        let before = ada.read(&session).await;
        assert_exceeded(&edit(&ada, &session, "Legal").await, "session_versions", 2, 2);
        let undone = ada.post(&format!("/v1/sessions/{session}/undo"), Value::Null).await;
        assert_exceeded(&undone, "session_versions", 2, 2);
        let restore = json!({ "version": 1 });
        let restored = ada.post(&format!("/v1/sessions/{session}/restore"), restore).await;
        assert_exceeded(&restored, "session_versions", 2, 2);
        assert_eq!(ada.read(&session).await.text, before.text, "a refused change changes nothing");
        assert_eq!(
            edit(&ada, &session, "Sales").await.status,
            200,
            "it changes nothing, so it is no version"
        );
        ada.say(&session, "We need a backend engineer in Lisbon.").await;
        assert_eq!(ada.read(&session).await.text_at("/job_data/location"), "Lisbon", "turns go on");
        assert_exceeded(&edit(&ada, &session, "Legal").await, "session_versions", 2, 3);
        let of_eve = eve.begin().await;
        assert_eq!(edit(&eve, &of_eve, "Legal").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_session_stores_no_more_bytes_than_it_may() {
    const LIMIT: i64 = 6_000;
    with_app_of(limited(Limits { session_bytes: 6_000, ..Limits::default() }), async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let session = ada.begin().await;
        ada.say(&session, "We need a backend engineer in Lisbon. Grüße!").await;
        let (_, used) = quota(&ada, "session_bytes").await;
        let text = "select sum(octet_length(text))::bigint from message where turn_id is not null";
        let of_messages = app.count(text).await;
        assert!(used > of_messages && used < LIMIT / 2, "{used} bytes, {of_messages} of them in messages");
        // One byte too many, then exactly what is left.
        let mut message = "ü".repeat(usize::try_from((LIMIT - used) / 2).unwrap());
        let left = usize::try_from((LIMIT - used) % 2).unwrap();
        message.push_str(&"x".repeat(left + 1));
        let refused = ada.start_turn(&session, &message).await;
        assert_exceeded(&refused, "session_bytes", LIMIT, used);
        assert_eq!(quota(&ada, "session_bytes").await, (LIMIT, used));
        message.pop();
        assert_eq!(ada.say(&session, &message).await.status, 200);
        let (_, full) = quota(&ada, "session_bytes").await;
        assert!(full > LIMIT, "the reply to an accepted message is stored: {full}");
        assert_exceeded(&ada.start_turn(&session, "x").await, "session_bytes", LIMIT, full);
        assert_exceeded(&edit(&ada, &session, "Platform").await, "session_bytes", LIMIT, full);
        for (client, session) in [(&ada, ada.begin().await), (&eve, eve.begin().await)] {
            assert_eq!(client.say(&session, "baker").await.status, 200);
        }
        let fork = ada.post(&format!("/v1/sessions/{session}/fork"), json!({})).await;
        let copied = "select count(*) from session where forked_from is not null and stored_bytes > 5000";
        assert_eq!((fork.status, app.count(copied).await), (201, 1), "copies count in the fork");
    })
    .await;
}

/// What turns, changes by hand and job posts store is counted.
#[tokio::test]
async fn changes_and_job_posts_count_as_stored_bytes() {
    with_app_of(limited(Limits::default()), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let used = async || quota(&ada, "session_bytes").await.1;
        let mut before = used().await;
        assert_eq!(before, 0, "the greeting does not count");
        ada.say(&session, "Backend engineer in Lisbon, hybrid.").await;
        let mut grows = async |by: &str| {
            let now = used().await;
            assert!(now > before, "{by}: {before}, {now}");
            before = now;
        };
        grows("a turn").await;
        assert_eq!(edit(&ada, &session, "Platform").await.status, 200);
        grows("a change by hand").await;
        assert_eq!(ada.finalize(&session).await.status, 201);
        grows("a job post").await;
        let again = ada.finalize(&session).await;
        assert_eq!(again.status, 200, "{again:?}");
        assert_eq!(used().await, before, "finalizing again stores nothing");
        ada.say(&session, "The salary is 50k to 60k EUR.").await;
        let of_turn = used().await;
        ada.say(&session, "Looks good, publish it.").await;
        let job_post = app.count("select max(length(content::text))::bigint from job_post").await;
        assert!(used().await - of_turn > job_post / 2, "a job post of a turn");
    })
    .await;
}

#[tokio::test]
async fn a_session_has_no_more_forks_than_it_may() {
    with_app_of(limited(Limits { session_forks: 1, ..Limits::default() }), async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let fork = async |client: &Client, session: &str| {
            client.post(&format!("/v1/sessions/{session}/fork"), json!({})).await
        };
        let session = ada.begin().await;
        let first = fork(&ada, &session).await.text_at("/id");
        assert_exceeded(&fork(&ada, &session).await, "session_forks", 1, 1);
        assert_eq!(app.count("select count(*) from session").await, 2);
        assert_eq!(fork(&ada, &first).await.status, 201, "a fork is a session of its own");
        let of_eve = eve.begin().await;
        assert_eq!(fork(&eve, &of_eve).await.status, 201);
        assert_eq!(ada.delete(&format!("/v1/sessions/{first}")).await.status, 204);
        assert_eq!(fork(&ada, &session).await.status, 201);
    })
    .await;
}
