//! Leases of turns, dead workers, the number of LLM calls, and futures that are dropped.

use std::time::Duration;

use domain::turns::{self, Finish, LlmCall};
use serde_json::{Value, json};
use tests::{wait_until, with_app_of};

use super::{LEASE, QueuedTurn, accept, claim, claim_as, with_queued_turn, without_worker};

#[tokio::test]
async fn a_turn_of_a_dead_worker_runs_again_once() {
    with_queued_turn(async |app, QueuedTurn { ada, session, path: turn }| {
        // A worker claims the turn and dies.
        let dead = claim(app).await;
        assert_eq!(dead.len(), 1);
        app.start_worker(worker::Settings::default()).await;
        app.move_clock("31 seconds").await;
        let done = ada.say(&session, "in Lisbon").await;
        assert_eq!(done.text_at("/status"), "succeeded");
        assert_eq!(ada.get(&turn).await.text_at("/status"), "succeeded");
        // The worker was only slow; its write comes too late.
        let late = turns::fail(&app.db, &dead[0], "late", json!({})).await.unwrap();
        assert_eq!(late, Finish::Fenced);
        assert_eq!(ada.get(&turn).await.text_at("/status"), "succeeded");
    })
    .await;
}

#[tokio::test]
async fn a_worker_that_starts_again_under_its_name_resumes_its_turns_at_once() {
    with_queued_turn(async |app, QueuedTurn { ada, session, path: turn }| {
        // A worker claims the turn and is killed. It had streamed nothing, and its lease has not ended.
        assert_eq!(claim_as(app, "one").await.len(), 1);
        let settings = |name: &str| worker::Settings { name: name.to_owned(), ..worker::Settings::default() };
        app.start_worker(settings("other")).await;
        tokio::time::sleep(Duration::from_secs(3)).await;
        assert_eq!(ada.get(&turn).await.text_at("/status"), "running");
        app.start_worker(settings("one")).await;
        assert_eq!(ada.say(&session, "in Lisbon").await.text_at("/status"), "succeeded");
        assert_eq!(ada.get(&turn).await.text_at("/status"), "succeeded");
        assert_eq!(app.llm.calls().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_worker_requeues_only_what_it_does_not_run() {
    with_queued_turn(async |app, QueuedTurn { ada, path: turn, .. }| {
        let running = claim_as(app, "one").await;
        assert_eq!(turns::reconcile_own(&app.db, "one", &running).await.unwrap(), 0);
        assert_eq!(turns::reconcile_own(&app.db, "other", &[]).await.unwrap(), 0);
        assert_eq!(ada.get(&turn).await.text_at("/status"), "running");
        assert_eq!(turns::reconcile_own(&app.db, "one", &[]).await.unwrap(), 1);
        assert_eq!(ada.get(&turn).await.text_at("/status"), "queued");
        // The claim that was requeued is fenced.
        let again = claim(app).await;
        assert_eq!(turns::fail(&app.db, &running[0], "late", json!({})).await.unwrap(), Finish::Fenced);
        assert_eq!(turns::fail(&app.db, &again[0], "given_up", json!({})).await.unwrap(), Finish::Committed);
    })
    .await;
}

#[tokio::test]
async fn a_sweep_that_hangs_does_not_delay_the_turns_of_a_dead_worker() {
    with_queued_turn(async |app, QueuedTurn { ada, session, .. }| {
        assert_eq!(claim(app).await.len(), 1);
        let mut lock = app.superuser().begin().await.unwrap();
        sqlx::query("lock table login in exclusive mode").execute(&mut *lock).await.unwrap();
        app.start_worker(worker::Settings::default()).await;
        let hanging = "select count(*) from pg_stat_activity
                        where query like '%sweep_logins%' and datname = current_database() and wait_event_type = 'Lock'";
        wait_until("the sweep waits for the lock", async || app.count(hanging).await > 0).await;
        app.move_clock("31 seconds").await;
        assert_eq!(ada.say(&session, "in Lisbon").await.text_at("/status"), "succeeded");
        assert_eq!(app.count(hanging).await, 1);
        lock.rollback().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_turn_that_kills_its_workers_fails_after_three_claims() {
    with_queued_turn(async |app, QueuedTurn { ada, path: turn, .. }| {
        for time in 1..=3 {
            assert_eq!(claim(app).await.len(), 1, "claim {time}");
            app.move_clock(&format!("{} seconds", time * 31)).await;
            turns::reconcile(&app.db).await.unwrap();
        }
        assert!(claim(app).await.is_empty());
        let failed = ada.get(&turn).await;
        assert_eq!(failed.text_at("/status"), "failed");
        assert_eq!(failed.text_at("/error/code"), "worker_lost");
    })
    .await;
}

#[tokio::test]
async fn only_the_current_claim_renews_its_lease() {
    with_queued_turn(async |app, _| {
        let first = claim(app).await;
        app.move_clock("20 seconds").await;
        assert_eq!(turns::renew(&app.db, &first, LEASE).await.unwrap().len(), 1);
        app.move_clock("45 seconds").await;
        assert_eq!(turns::reconcile(&app.db).await.unwrap(), 0);
        app.move_clock("51 seconds").await;
        assert_eq!(turns::reconcile(&app.db).await.unwrap(), 1);
        let second = claim(app).await;
        assert!(turns::renew(&app.db, &first, LEASE).await.unwrap().is_empty());
        assert_eq!(turns::renew(&app.db, &second, LEASE).await.unwrap().len(), 1);
        assert_eq!(turns::fail(&app.db, &second[0], "given_up", json!({})).await.unwrap(), Finish::Committed);
    })
    .await;
}

#[tokio::test]
async fn a_turn_makes_at_most_three_llm_calls() {
    with_queued_turn(async |app, _| {
        let claim = claim(app).await[0];
        // The claim counts the first call.
        assert_eq!(claim.llm_calls(), 1);
        for call in 2..=3 {
            assert_eq!(turns::count_llm_call(&app.db, &claim).await.unwrap(), LlmCall::Granted(call));
        }
        assert_eq!(turns::count_llm_call(&app.db, &claim).await.unwrap(), LlmCall::Refused);
        turns::fail(&app.db, &claim, "given_up", json!({})).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_transaction_dropped_while_it_begins_is_not_left_open() {
    with_queued_turn(async |app, _| {
        let claim = claim(app).await[0];
        for steps in 0..300 {
            // Drops the future after another number of steps each time.
            let timeout = async {
                for _ in 0..steps % 60 {
                    tokio::task::yield_now().await;
                }
            };
            tokio::select! {
                biased;
                _ = turns::count_llm_call(&app.db, &claim) => {}
                () = timeout => {}
            }
        }
        let left_open = "select count(*) from pg_stat_activity
                          where datname = current_database() and state like 'idle in transaction%'";
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert_eq!(app.count(left_open).await, 0);
        turns::fail(&app.db, &claim, "given_up", Value::Null).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_dropped_query_leaves_no_result_for_the_next() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let (one, other) = (ada.begin().await, ada.begin().await);
        accept(&ada, &one, "baker").await;
        accept(&ada, &other, "cook").await;
        let claims = claim(app).await;
        for steps in 0..200 {
            let timeout = async {
                for _ in 0..steps % 40 {
                    tokio::task::yield_now().await;
                }
            };
            tokio::select! {
                biased;
                _ = turns::load(&app.db, &claims[0]) => {}
                () = timeout => {}
            }
            let work = turns::load(&app.db, &claims[1]).await.unwrap();
            assert_eq!(work.session.id, claims[1].session_id());
        }
        for claim in &claims {
            turns::fail(&app.db, claim, "given_up", Value::Null).await.unwrap();
        }
    })
    .await;
}
