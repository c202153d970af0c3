//! Several messages at once, taking them back, and trying again.

use std::time::Duration;

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{App, Client, Reply, with_app};
use wiremock::ResponseTemplate;

async fn send(client: &Client, session: &str, message: &str, on_busy: &str) -> Reply {
    client
        .post(&format!("/v1/sessions/{session}/turns"), json!({ "message": message, "on_busy": on_busy }))
        .await
}

async fn wait_until_asked(app: &App, times: usize) {
    while app.llm.calls().await.len() < times {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// Everything that the model was asked, the last time.
async fn last_prompt(app: &App) -> String {
    app.llm.calls().await.last().unwrap().to_string()
}

#[tokio::test]
async fn fifty_messages_at_once_keep_their_order() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let messages: Vec<String> = (1..=50).map(|number| format!("message {number};")).collect();
        let accepted =
            join_all(messages.iter().map(|message| send(&ada, &session, message, "enqueue"))).await;
        let mut places: Vec<(i64, String)> = accepted
            .iter()
            .map(|turn| (turn.at("/sequence").as_i64().unwrap(), turn.text_at("/message")))
            .collect();
        places.sort_unstable();
        assert!(accepted.iter().all(|turn| turn.status == 202 && turn.at("/ahead").is_i64()));
        assert_eq!(places.iter().map(|(place, _)| *place).collect::<Vec<_>>(), (1..=50).collect::<Vec<_>>());
        assert_eq!(ada.say(&session, "the last one").await.text_at("/status"), "succeeded");
        assert_eq!(app.count("select count(*) from turn where status = 'succeeded'").await, 51);
        // The model saw each with all before it, in the order of their places.
        for (place, call) in app.llm.calls().await.into_iter().take(50).enumerate() {
            let text = call.to_string();
            let seen: Vec<bool> = places.iter().map(|(_, message)| text.contains(message)).collect();
            assert!(seen[place] && seen[place + 1..].iter().all(|seen| !seen), "call {place}");
        }
        let overlaps = "select count(*) from turn a join turn b using (session_id)
                         where b.sequence = a.sequence + 1 and b.started_at < a.finished_at";
        assert_eq!(app.count(overlaps).await, 0);
    })
    .await;
}

#[tokio::test]
async fn of_those_who_would_not_queue_one_gets_in() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.slow_down(Duration::from_secs(3));
        let at_once = join_all((0..20).map(|number| {
            let (ada, session) = (&ada, &session);
            async move { send(ada, session, &format!("message {number}"), "reject").await }
        }))
        .await;
        let (accepted, refused): (Vec<_>, Vec<_>) =
            at_once.into_iter().partition(|reply| reply.status == 202);
        assert_eq!((accepted.len(), refused.len()), (1, 19));
        assert_eq!(accepted[0].at("/ahead"), 0);
        for reply in refused {
            assert_eq!(reply.problem(409), "turn_in_progress");
            assert_eq!(reply.header("retry-after"), "1");
        }
        assert_eq!(ada.say(&session, "and now").await.at("/sequence"), 2);
        assert_eq!(send(&ada, &session, "again", "reject").await.status, 202);
        assert_eq!(ada.say(&session, "done").await.status, 200);
        let unknown = send(&ada, &session, "again", "perhaps").await;
        unknown.problem(422);
        assert_eq!(unknown.text_at("/errors/0/pointer"), "/on_busy");
    })
    .await;
}

#[tokio::test]
async fn a_message_can_take_the_place_of_others() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        assert_eq!(ada.say(&session, "baker in Lisbon").await.status, 200);
        app.llm.slow_down(Duration::from_secs(20));
        let running = send(&ada, &session, "canary-running", "enqueue").await.text_at("/id");
        wait_until_asked(app, 2).await;
        let waiting = send(&ada, &session, "canary-waiting", "enqueue").await;
        assert_eq!(waiting.at("/ahead"), 1);
        app.llm.slow_down(Duration::ZERO);
        let path = format!("/v1/sessions/{session}/turns");
        let request = ada.request(Method::POST, &path).header("Prefer", "wait=15");
        let body = json!({ "message": "full time", "on_busy": "replace" });
        let answered = Reply::of(request.json(&body)).await;
        assert_eq!(
            (answered.status, answered.text_at("/status").as_str()),
            (200, "succeeded"),
            "{answered:?}"
        );
        assert_eq!(answered.at("/replaced"), json!([running, waiting.text_at("/id")]));
        for turn in [running, waiting.text_at("/id")] {
            assert_eq!(ada.get(&format!("{path}/{turn}")).await.text_at("/status"), "cancelled");
        }
        let prompt = last_prompt(app).await;
        assert!(prompt.contains("full time") && prompt.contains("baker") && !prompt.contains("canary"));
        assert_eq!(app.llm.calls().await.len(), 3);
        // Nobody is in the way of this one.
        let next = send(&ada, &session, "thanks", "replace").await;
        assert!(next.at("/replaced").is_null() && next.at("/ahead") == 0);
        assert_eq!(ada.say(&session, "done").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_turn_can_be_cancelled_while_it_waits_and_while_it_runs() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}/turns");
        app.llm.slow_down(Duration::from_secs(20));
        let request = ada.request(Method::POST, &path).header("Prefer", "wait=30");
        let waits = Reply::of(request.json(&json!({ "message": "canary-running" })));
        let cancels = async {
            wait_until_asked(app, 1).await;
            let waiting = send(&ada, &session, "canary-waiting", "enqueue").await.text_at("/id");
            let cancelled = ada.post(&format!("{path}/{waiting}/cancel"), Value::Null).await;
            assert_eq!((cancelled.status, cancelled.text_at("/status").as_str()), (200, "cancelled"));
            app.llm.slow_down(Duration::ZERO);
            let running = ada.get(&path).await.text_at("/items/0/id");
            assert_eq!(ada.post(&format!("{path}/{running}/cancel"), Value::Null).await.status, 200);
            assert_eq!(ada.post(&format!("{path}/{running}/cancel"), Value::Null).await.status, 200);
        };
        let (answered, ()) = tokio::join!(waits, cancels);
        assert_eq!((answered.status, answered.text_at("/status").as_str()), (200, "cancelled"));
        assert!(answered.at("/reply").is_null());
        let done = ada.say(&session, "baker").await;
        assert_eq!(done.at("/sequence"), 3);
        assert!(!last_prompt(app).await.contains("canary"));
        let late = ada.post(&format!("{path}/{}/cancel", done.text_at("/id")), Value::Null).await;
        assert_eq!(late.problem(409), "turn_finished");
    })
    .await;
}

#[tokio::test]
async fn a_failed_turn_can_be_tried_again_once() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}/turns");
        app.llm.next(ResponseTemplate::new(401));
        let failed = ada.say(&session, "baker canary-once").await;
        assert_eq!(failed.text_at("/status"), "failed");
        let retry = format!("{path}/{}/retry", failed.text_at("/id"));
        let request = || ada.request(Method::POST, &retry).header("Idempotency-Key", "key");
        let at_once = join_all((0..10).map(|_| Reply::of(request().header("Prefer", "wait=30")))).await;
        assert!(at_once.iter().all(|reply| reply.text == at_once[0].text), "{at_once:?}");
        let again = &at_once[0];
        assert_eq!((again.status, again.text_at("/status").as_str()), (200, "succeeded"), "{again:?}");
        assert_eq!(again.at("/retry_of"), failed.at("/id"));
        assert_eq!((again.at("/message"), again.at("/sequence")), (failed.at("/message"), json!(2)));
        assert_eq!(last_prompt(app).await.matches("canary-once").count(), 1);
        assert_eq!(Reply::of(request()).await.text, again.text);
        assert_eq!(ada.post(&retry, Value::Null).await.problem(409), "turn_retried");
        let retry = format!("{path}/{}/retry", again.text_at("/id"));
        assert_eq!(ada.post(&retry, Value::Null).await.problem(409), "turn_not_failed");
    })
    .await;
}

#[tokio::test]
async fn who_does_not_wait_for_a_second_try_gets_its_place() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.next(ResponseTemplate::new(401));
        let failed = ada.say(&session, "baker").await.text_at("/id");
        let again = ada.post(&format!("/v1/sessions/{session}/turns/{failed}/retry"), Value::Null).await;
        assert_eq!((again.status, again.at("/ahead")), (202, json!(0)), "{again:?}");
        let place = format!("/v1/sessions/{session}/turns/{}", again.text_at("/id"));
        assert_eq!(again.header("location"), place);
        assert_eq!(ada.say(&session, "in Lisbon").await.status, 200);
        assert_eq!(ada.get(&place).await.text_at("/status"), "succeeded");
    })
    .await;
}
