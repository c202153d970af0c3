//! Many turns at once.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tests::{App, Person, with_app_alone};

/// Posts messages one after another without waiting, and then waits for the last turn.
async fn converse(ada: &Person, session: &str, turns: usize) {
    for number in 1..turns {
        let accepted = ada.start_turn(session, &format!("message {number}")).await;
        assert_eq!(accepted.status, 202, "{accepted:?}");
        assert_eq!(accepted.at("/sequence"), number);
    }
    assert_eq!(ada.say(session, "the last one").await.text_at("/status"), "succeeded");
}

#[tokio::test]
async fn two_hundred_turns_in_fifty_sessions_succeed_in_order() {
    with_app_alone(async |app| {
        let ada = app.owner("ada").await;
        let sessions = join_all((0..50).map(|_| ada.begin())).await;
        join_all(sessions.iter().map(|session| converse(&ada, session, 4))).await;
        assert_eq!(app.count("select count(*) from turn where status = 'succeeded'").await, 200);
        assert_eq!(app.llm.calls().await.len(), 200);
        // No turn of a session started before the one before it had ended.
        let overlaps = "select count(*) from turn a join turn b using (session_id)
                         where b.sequence = a.sequence + 1 and b.started_at < a.finished_at";
        assert_eq!(app.count(overlaps).await, 0);
    })
    .await;
}

/// Runs one turn in each of this many new sessions; all must succeed.
async fn run_single_turns(app: &App, ada: &Person, sessions: usize) {
    let sessions = join_all((0..sessions).map(|_| ada.begin())).await;
    let accept = async |session: String| {
        assert_eq!(ada.start_turn(session, "baker").await.status, 202);
    };
    join_all(sessions.into_iter().map(accept)).await;
    let begun = Instant::now();
    while app.count("select count(*) from turn where status in ('queued', 'running')").await > 0 {
        assert!(begun.elapsed() < Duration::from_secs(30), "too slow");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(app.count("select count(*) from turn where status <> 'succeeded'").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_hundred_turns_wait_for_a_slow_model_concurrently() {
    with_app_alone(async |app| {
        app.llm.slow_down(Duration::from_secs(2));
        let ada = app.owner("ada").await;
        let most_at_once = "select max(running) from (
            select sum(change) over (order by at, change) as running from (
                select started_at as at, 1 as change from turn union all select finished_at, -1 from turn
            ) as changes) as sums";
        run_single_turns(app, &ada, 300).await;
        // All have started before the first one ended.
        assert_eq!(app.count(most_at_once).await, 300, "turns in flight at once");
    })
    .await;
}
