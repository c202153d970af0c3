//! `on_busy`: messages to a session whose turn has not ended.

use std::time::Duration;

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::json;
use tests::{Client, Reply, with_app};

use super::last_prompt;

pub async fn send(client: &Client, session: &str, message: &str, on_busy: &str) -> Reply {
    client
        .post(&format!("/v1/sessions/{session}/turns"), json!({ "message": message, "on_busy": on_busy }))
        .await
}

#[tokio::test]
async fn fifty_concurrent_messages_run_in_the_order_of_their_sequence() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let messages: Vec<String> = (1..=50).map(|number| format!("message {number};")).collect();
        let accepted =
            join_all(messages.iter().map(|message| send(&ada, &session, message, "enqueue"))).await;
        let mut order: Vec<(i64, String)> = accepted
            .iter()
            .map(|turn| (turn.at("/sequence").as_i64().unwrap(), turn.text_at("/message")))
            .collect();
        order.sort_unstable();
        assert!(accepted.iter().all(|turn| turn.status == 202 && turn.at("/ahead").is_i64()));
        assert_eq!(
            order.iter().map(|(sequence, _)| *sequence).collect::<Vec<_>>(),
            (1..=50).collect::<Vec<_>>()
        );
        assert_eq!(ada.say(&session, "the last one").await.text_at("/status"), "succeeded");
        assert_eq!(app.count("select count(*) from turn where status = 'succeeded'").await, 51);
        // Each call of the model had all earlier messages and none of the later ones.
        for (number, call) in app.llm.calls().await.into_iter().take(50).enumerate() {
            let text = call.to_string();
            let seen: Vec<bool> = order.iter().map(|(_, message)| text.contains(message)).collect();
            assert!(seen[number] && seen[number + 1..].iter().all(|seen| !seen), "call {number}");
        }
        let overlaps = "select count(*) from turn a join turn b using (session_id)
                         where b.sequence = a.sequence + 1 and b.started_at < a.finished_at";
        assert_eq!(app.count(overlaps).await, 0);
    })
    .await;
}

#[tokio::test]
async fn of_twenty_turns_with_on_busy_reject_one_is_accepted() {
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
async fn on_busy_replace_cancels_the_unfinished_turns() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        assert_eq!(ada.say(&session, "baker in Lisbon").await.status, 200);
        app.llm.slow_down(Duration::from_secs(20));
        let running = send(&ada, &session, "canary-running", "enqueue").await.text_at("/id");
        app.llm.wait_for_calls(2).await;
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
        // With no other turn in the session there is nothing to replace.
        let next = send(&ada, &session, "thanks", "replace").await;
        assert!(next.at("/replaced").is_null() && next.at("/ahead") == 0);
        assert_eq!(ada.say(&session, "done").await.status, 200);
    })
    .await;
}
