//! Commits of turns: all of the result, or nothing when the claim or the session is lost.

use std::time::{Duration, Instant};

use domain::turns::{self, Finish, LlmCall};
use serde_json::Value;
use tests::{wait_until, with_app, with_app_of};

use super::{QueuedTurn, accept, claim, complete, with_queued_turn, without_worker};
use crate::api::changes::check_log;

#[tokio::test]
async fn a_deleted_session_fences_its_running_turn() {
    with_queued_turn(async |app, QueuedTurn { ada, session, .. }| {
        let claims = claim(app).await;
        assert_eq!(ada.delete(&format!("/v1/sessions/{session}")).await.status, 204);
        assert_eq!(turns::count_llm_call(&app.db, &claims[0]).await.unwrap(), LlmCall::Refused);
        assert!(turns::load(&app.db, &claims[0]).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_turn_of_a_deleted_session_is_not_committed() {
    with_queued_turn(async |app, QueuedTurn { ada, session, .. }| {
        let current = claim(app).await[0];
        let work = turns::load(&app.db, &current).await.unwrap();
        assert_eq!(ada.delete(&format!("/v1/sessions/{session}")).await.status, 204);
        assert_eq!(complete(app, &current, &work).await, Finish::Fenced);
        assert_eq!(app.count("select count(*) from message").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_fenced_worker_writes_nothing() {
    with_queued_turn(async |app, QueuedTurn { ada, path: turn, .. }| {
        let stale = claim(app).await[0];
        let stale_work = turns::load(&app.db, &stale).await.unwrap();
        app.move_clock("31 seconds").await;
        turns::reconcile(&app.db).await.unwrap();
        let current = claim(app).await[0];
        // The turn runs under a later epoch, so none of these writes is accepted.
        assert_eq!(complete(app, &stale, &stale_work).await, Finish::Fenced);
        assert_eq!(turns::fail(&app.db, &stale, "late", Value::Null).await.unwrap(), Finish::Fenced);
        assert_eq!(turns::give_back(&app.db, &stale, Duration::ZERO, false).await.unwrap(), Finish::Fenced);
        assert_eq!(turns::count_llm_call(&app.db, &stale).await.unwrap(), LlmCall::Refused);
        assert!(!turns::stream(&app.db, &stale, "late").await.unwrap());
        assert!(turns::load(&app.db, &stale).await.is_err());
        assert_eq!(ada.get(&turn).await.text_at("/status"), "running");
        let work = turns::load(&app.db, &current).await.unwrap();
        assert_eq!(complete(app, &current, &work).await, Finish::Committed);
        assert_eq!(complete(app, &current, &work).await, Finish::Fenced);
        assert_eq!(ada.get(&turn).await.text_at("/reply"), "Noted.");
        assert_eq!(app.count("select count(*) from message").await, 3);
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_the_fold_of_its_changes() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        for message in
            ["We need a backend engineer.", "thanks", "In Lisbon. Rust and Kafka.", "Remove Kafka."]
        {
            assert_eq!(ada.say(&session, message).await.text_at("/status"), "succeeded");
        }
        check_log(app, &ada, &session).await;
    })
    .await;
}

#[tokio::test]
async fn a_confirmation_sent_before_the_summary_does_not_confirm_it() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.slow_down(Duration::from_millis(300));
        accept(&ada, &session, "Backend engineer in Lisbon, hybrid.").await;
        // Sent while the first turn, which shows the summary, still runs.
        assert_eq!(ada.say(&session, "Looks good, publish it.").await.text_at("/status"), "succeeded");
        assert_eq!(app.count("select count(*) from job_post").await, 0);
        assert_eq!(ada.say(&session, "Looks good, publish it.").await.text_at("/status"), "succeeded");
        assert_eq!(app.count("select count(*) from job_post").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_expired_session_fails_its_turn_without_an_llm_call() {
    with_queued_turn(async |app, _| {
        app.move_clock("25 hours").await;
        app.start_worker(worker::Settings::default()).await;
        app.wait_until_idle().await;
        // The worker also sweeps, which may delete the expired session with its turn first.
        assert_eq!(
            app.count("select count(*) from turn where error_code is distinct from 'session_expired'").await,
            0
        );
        assert!(app.llm.calls().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_turn_given_back_without_a_call_left_fails_at_once_and_the_next_one_runs() {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let give_back = async {
            wait_until("the turn is queued", async || app.count("select count(*) from turn").await == 1)
                .await;
            let current = claim(app).await[0];
            let next = accept(&ada, &session, "in Lisbon").await;
            while turns::count_llm_call(&app.db, &current).await.unwrap() != LlmCall::Refused {}
            let finish = turns::give_back(&app.db, &current, Duration::ZERO, false).await.unwrap();
            (finish, next, Instant::now())
        };
        let (reply, (finish, next, given_back)) = tokio::join!(ada.say(&session, "baker"), give_back);
        assert_eq!(finish, Finish::Failed);
        assert_eq!(
            (reply.text_at("/status"), reply.text_at("/error/code")),
            ("failed".into(), "worker_lost".into())
        );
        assert!(given_back.elapsed() < Duration::from_secs(5), "the waiting request gets a notification");
        let claims = claim(app).await;
        let work = turns::load(&app.db, &claims[0]).await.unwrap();
        assert_eq!(complete(app, &claims[0], &work).await, Finish::Committed);
        assert_eq!(ada.get(&next).await.text_at("/status"), "succeeded");
    })
    .await;
}
