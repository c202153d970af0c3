//! Many at once.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use serde_json::json;
use tests::{Options, Person, with_app, with_app_of};

/// Says these one after the other without waiting for answers, then waits for the last.
async fn talk(ada: &Person, session: &str, turns: usize) {
    let path = format!("/v1/sessions/{session}/turns");
    for number in 1..turns {
        let accepted = ada.post(&path, json!({ "message": format!("message {number}") })).await;
        assert_eq!(accepted.status, 202, "{accepted:?}");
        assert_eq!(accepted.at("/sequence"), number);
    }
    let mut last = ada.say(session, "the last one").await;
    // A busy machine may take longer than one wait.
    while ["queued", "running"].contains(&last.text_at("/status").as_str()) {
        tokio::time::sleep(Duration::from_millis(200)).await;
        last = ada.get(&format!("{path}/{}", last.text_at("/id"))).await;
    }
    assert_eq!(last.text_at("/status"), "succeeded");
}

#[tokio::test]
async fn two_hundred_turns_over_fifty_sessions() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let sessions = join_all((0..50).map(|_| ada.begin())).await;
        join_all(sessions.iter().map(|session| talk(&ada, session, 4))).await;
        assert_eq!(app.count("select count(*) from turn where status = 'succeeded'").await, 200);
        assert_eq!(app.llm.calls().await.len(), 200);
        // No turn began before the one before it in its session had ended.
        let overlaps = "select count(*) from turn a join turn b using (session_id)
                         where b.sequence = a.sequence + 1 and b.started_at < a.finished_at";
        assert_eq!(app.count(overlaps).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_hundred_turns_wait_for_a_slow_model_at_once() {
    // Accepted before the worker starts, so that how fast they are accepted does not matter.
    let options = Options { workers: 0, ..Options::default() };
    with_app_of(options, async |app| {
        // Long enough to start all of them on a busy machine.
        app.llm.slow_down(Duration::from_secs(5));
        let ada = app.owner("ada").await;
        let begin = async |_| {
            let session = ada.begin().await;
            let path = format!("/v1/sessions/{session}/turns");
            assert_eq!(ada.post(&path, json!({ "message": "baker" })).await.status, 202);
        };
        join_all((0..300).map(begin)).await;
        app.start_worker(worker::Settings::default()).await;
        let (begun, mut most) = (Instant::now(), 0);
        while app.count("select count(*) from turn where status = 'succeeded'").await < 300 {
            most = most.max(app.count("select count(*) from turn where status = 'running'").await);
            assert!(begun.elapsed() < Duration::from_secs(60), "too slow: at most {most} in flight");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(most, 300, "turns in flight at once");
    })
    .await;
}
