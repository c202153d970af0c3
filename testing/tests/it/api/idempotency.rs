//! One key, one effect, one answer: whoever repeats a request gets the first one's bytes.

use std::time::Duration;

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{App, Client, Options, Person, Reply, with_app, with_app_of};

async fn post(client: &Client, path: &str, key: &str, prefer: &str, body: &Value) -> Reply {
    let request = client.request(Method::POST, path).header("Idempotency-Key", key).header("Prefer", prefer);
    Reply::of(request.json(body)).await
}

fn is_replay(reply: &Reply) -> bool {
    reply.header("idempotency-replayed") == "true"
}

/// Ten requests over each of twenty connections, all with one key.
async fn two_hundred(app: &App, ada: &Person, path: &str, prefer: &str) -> Vec<Reply> {
    let body = json!({ "message": "baker in Lisbon" });
    let over_one_connection = async |_| {
        let http = reqwest::Client::builder().no_proxy().pool_max_idle_per_host(1).build().unwrap();
        let client = Client::new(http, app.base_url.clone()).with_token(ada.token());
        let mut replies = Vec::new();
        for _ in 0..10 {
            replies.push(post(&client, path, "one-key", prefer, &body).await);
        }
        replies
    };
    join_all((0..20).map(over_one_connection)).await.into_iter().flatten().collect()
}

async fn check_two_hundred(prefer: &str, status: u16) {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.slow_down(Duration::from_millis(200));
        let path = format!("/v1/sessions/{session}/turns");
        let replies = two_hundred(app, &ada, &path, prefer).await;
        assert!(replies.iter().all(|reply| reply.status == status), "{:?}", replies[0]);
        assert!(replies.iter().all(|reply| reply.text == replies[0].text));
        for header in ["content-type", "location", "preference-applied"] {
            assert!(replies.iter().all(|reply| reply.header(header) == replies[0].header(header)));
        }
        assert_eq!(replies.iter().filter(|reply| is_replay(reply)).count(), 199);
        assert_eq!(ada.say(&session, "thanks").await.status, 200);
        assert_eq!(app.count("select count(*) from turn").await, 2);
        assert_eq!(app.llm.calls().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn two_hundred_requests_that_wait_make_one_turn() {
    check_two_hundred("wait=30", 200).await;
}

#[tokio::test]
async fn two_hundred_requests_that_do_not_wait_make_one_turn() {
    check_two_hundred("respond-async", 202).await;
}

#[tokio::test]
async fn a_key_is_looked_up_before_a_message_is_refused() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.slow_down(Duration::from_secs(3));
        let (path, body) =
            (format!("/v1/sessions/{session}/turns"), json!({ "message": "baker", "on_busy": "reject" }));
        let replies = join_all((0..20).map(|_| post(&ada, &path, "one-key", "respond-async", &body))).await;
        assert!(replies.iter().all(|reply| reply.status == 202), "{replies:?}");
        assert!(replies.iter().all(|reply| reply.text == replies[0].text));
        assert_eq!(ada.say(&session, "thanks").await.at("/sequence"), 2);
    })
    .await;
}

#[tokio::test]
async fn a_key_stands_for_one_request_of_one_person() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let (one, other) = (ada.begin().await, ada.begin().await);
        let path = |session: &str| format!("/v1/sessions/{session}/turns");
        let body = json!({ "message": "baker", "on_busy": "enqueue" });
        let first = post(&ada, &path(&one), "key", "wait=30", &body).await;
        assert_eq!((first.status, is_replay(&first)), (200, false));
        // The same in other words.
        let request = ada
            .request(Method::POST, &path(&one))
            .header("Idempotency-Key", "key")
            .header("Prefer", "wait=3");
        let request = request.header("Content-Type", "application/json");
        let again = Reply::of(request.body("{ \"on_busy\":\"enqueue\",\n\"message\":\"baker\" }")).await;
        assert_eq!((again.text.as_str(), again.status), (first.text.as_str(), 200));
        assert_eq!(again.header("preference-applied"), "wait=30");
        assert!(is_replay(&again));
        // Another body, another path.
        let reused = post(&ada, &path(&one), "key", "wait=30", &json!({ "message": "cook" })).await;
        assert_eq!(reused.problem(422), "idempotency_key_reused");
        let reused = post(&ada, &path(&other), "key", "wait=30", &body).await;
        assert_eq!(reused.problem(422), "idempotency_key_reused");
        // Another operation and another person have keys of their own.
        assert!(!is_replay(&post(&ada, "/v1/sessions", "key", "", &json!({})).await));
        let bob = app.colleague(&ada, "bob", "admin").await;
        assert!(!is_replay(&post(&bob, &path(&one), "key", "wait=30", &body).await));
        assert_eq!(app.count("select count(*) from turn").await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_key_has_a_form() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for bad in ["", "two words", &"x".repeat(256)] {
            let refused = post(&ada, "/v1/sessions", bad, "", &json!({})).await;
            refused.problem(422);
            assert_eq!(refused.text_at("/errors/0/pointer"), "/Idempotency-Key");
        }
        assert_eq!(post(&ada, "/v1/sessions", &"~".repeat(255), "", &json!({})).await.status, 201);
        let twice = ada.request(Method::POST, "/v1/sessions").json(&json!({}));
        Reply::of(twice.header("Idempotency-Key", "a").header("Idempotency-Key", "b")).await.problem(422);
    })
    .await;
}

#[tokio::test]
async fn an_error_leaves_the_key_free() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}/turns");
        app.llm.slow_down(Duration::from_millis(300));
        assert_eq!(ada.post(&path, json!({ "message": "baker" })).await.status, 202);
        let body = json!({ "message": "in Lisbon", "on_busy": "reject" });
        assert_eq!(post(&ada, &path, "key", "wait=30", &body).await.problem(409), "turn_in_progress");
        assert_eq!(app.count("select count(*) from idempotency_key").await, 0);
        while app.count("select count(*) from turn where status = 'succeeded'").await == 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let accepted = post(&ada, &path, "key", "wait=30", &body).await;
        assert_eq!((accepted.status, is_replay(&accepted)), (200, false), "{accepted:?}");
        assert!(is_replay(&post(&ada, &path, "key", "wait=30", &body).await));
    })
    .await;
}

#[tokio::test]
async fn who_does_not_wait_for_the_first_answer_is_told_to_come_back() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}/turns");
        app.llm.slow_down(Duration::from_millis(1_500));
        let body = json!({ "message": "baker" });
        let first = post(&ada, &path, "key", "wait=30", &body);
        let second = async {
            while app.count("select count(*) from idempotency_key").await == 0 {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            let refused = post(&ada, &path, "key", "", &body).await;
            assert_eq!(refused.problem(409), "request_in_flight");
            assert_eq!(refused.header("retry-after"), "1");
            post(&ada, &path, "key", "wait=30", &body).await
        };
        let (first, second) = tokio::join!(first, second);
        assert_eq!((first.status, second.status), (200, 200));
        assert_eq!(first.text, second.text);
        assert!(!is_replay(&first) && is_replay(&second));
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_its_first_request_never_fetched_is_there_for_the_next() {
    let options = Options { workers: 0, ..Options::default() };
    with_app_of(options, async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}/turns");
        let body = json!({ "message": "baker" });
        // It waits for its turn; then its connection breaks.
        let lost = tokio::time::timeout(Duration::from_secs(1), post(&ada, &path, "key", "wait=30", &body));
        assert!(lost.await.is_err());
        app.start_worker(worker::Settings::default()).await;
        let replica = app.start_replica().await.with_token(ada.token());
        let again = post(&replica, &path, "key", "wait=30", &body).await;
        assert_eq!(again.text_at("/status"), "succeeded", "{again:?}");
        assert!(is_replay(&again));
        assert_eq!(app.count("select count(*) from turn").await, 1);
    })
    .await;
}

#[tokio::test]
async fn every_creating_route_keeps_its_answer() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let twice = async |path: &str, body: Value| {
            let (first, second) =
                (post(&ada, path, "key", "", &body).await, post(&ada, path, "key", "", &body).await);
            assert_eq!((first.status, first.text.as_str()), (201, second.text.as_str()), "{second:?}");
            for header in ["location", "etag", "content-type"] {
                assert_eq!(first.header(header), second.header(header));
            }
            assert!(!is_replay(&first) && is_replay(&second));
            first
        };
        let session = twice("/v1/sessions", json!({})).await.text_at("/id");
        ada.say(&session, "Backend engineer in Lisbon, hybrid.").await;
        let hash = ada.get(&format!("/v1/sessions/{session}")).await.text_at("/content_hash");
        twice(&format!("/v1/sessions/{session}/finalize"), json!({ "content_hash": hash })).await;
        twice(&format!("/v1/sessions/{session}/fork"), json!({})).await;
        let bob = json!({ "email": "bob@example.com", "name": "bob", "role": "member", "password": tests::PASSWORD });
        twice("/v1/members", bob).await;
        for (table, rows) in [("session", 2), ("job_post", 1), ("membership", 2), ("idempotency_key", 4)] {
            let query = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
            let count: i64 = sqlx::query_scalar(query).fetch_one(app.superuser()).await.unwrap();
            assert_eq!(count, rows, "{table}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_said_is_forgotten_with_its_session() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}/turns");
        let body = json!({ "message": "baker" });
        assert_eq!(post(&ada, &path, "key", "wait=30", &body).await.status, 200);
        assert_eq!(ada.delete(&format!("/v1/sessions/{session}")).await.status, 204);
        assert_eq!(app.count("select count(*) from idempotency_key").await, 0);
        post(&ada, &path, "key", "wait=30", &body).await.problem(404);
    })
    .await;
}
