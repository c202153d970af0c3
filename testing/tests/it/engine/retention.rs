//! The sweep deletes what has expired and nothing else; periodic tasks run once over all workers.

use std::time::Duration;

use domain::retention::{self, Swept};
use domain::tasks::{Task, enqueue_for_tick};
use serde_json::json;
use tests::{Options, with_app, with_app_of};

const SWEEPS_DONE: &str =
    "select count(*) from apalis.jobs where idempotency_key like '%sweep%' and status = 'Done'";

#[tokio::test]
async fn a_sweep_deletes_expired_sessions_and_nothing_else() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        ada.patch("/v1/organization", json!({ "session_retention_days": 0 })).await;
        assert_eq!(app.sweep().await.sessions, 0);
        let (old, kept) = (ada.begin().await, ada.begin().await);
        ada.say(&old, "baker in Lisbon").await;
        app.move_clock("23:00:00").await;
        ada.say(&kept, "welder in Porto").await;
        app.move_clock("24:00:10").await;
        assert_eq!(app.sweep().await.sessions, 1);
        assert_eq!(app.count("select count(*) from session").await, 1);
        assert_eq!(app.count("select count(*) from message where text like '%Lisbon%'").await, 0);
        assert_eq!(ada.read(&kept).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn of_two_concurrent_sweeps_one_does_the_work() {
    // Without a worker, because it sweeps too.
    with_app_of(Options::default().without_worker(), async |app| {
        let ada = app.owner("ada").await;
        ada.patch("/v1/organization", json!({ "session_retention_days": 0 })).await;
        ada.begin().await;
        app.move_clock("25:00:00").await;
        let mut other = app.superuser().begin().await.unwrap();
        sqlx::query("select pg_advisory_xact_lock(hashtext('postwright.sweep'))")
            .execute(&mut *other)
            .await
            .unwrap();
        assert_eq!(retention::sweep(&app.db).await.unwrap(), Swept::default());
        other.rollback().await.unwrap();
        assert_eq!(retention::sweep(&app.db).await.unwrap().sessions, 1);
    })
    .await;
}

#[tokio::test]
async fn the_workers_sweep_once_an_hour() {
    let options = Options { workers: 3, ..Options::default() };
    with_app_of(options, async |app| {
        assert_eq!(app.wait_for_count(SWEEPS_DONE, 1).await, 1);
        enqueue_for_tick(&app.db, Task::Sweep, Duration::from_secs(60 * 60)).await.unwrap();
        assert_eq!(
            app.count("select count(*) from apalis.jobs where idempotency_key like '%sweep%'").await,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn a_task_is_enqueued_once_a_tick() {
    with_app_of(Options::default().without_worker(), async |app| {
        let period = Duration::from_secs(2);
        let enqueue = || enqueue_for_tick(&app.db, Task::Reconcile, period);
        let until_next = enqueue().await.unwrap();
        assert!(until_next <= period);
        tokio::time::sleep(until_next).await;
        let (one, other) = tokio::join!(enqueue(), enqueue());
        assert!(one.unwrap() > Duration::from_secs(1) && other.unwrap() > Duration::from_secs(1));
        assert_eq!(app.count("select count(*) from apalis.jobs where job_type = 'reconcile'").await, 2);
    })
    .await;
}

#[tokio::test]
async fn finished_tasks_are_deleted_after_an_hour() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        ada.say(&session, "baker").await;
        let tasks = "select count(*) from apalis.jobs where job_type = 'turns' and status = 'Done'";
        assert_eq!(app.wait_for_count(tasks, 1).await, 1);
        assert_eq!(app.sweep().await.tasks, 0);
        assert_eq!(app.count(tasks).await, 1);
        let age = "update apalis.jobs set done_at = done_at - interval '2 hours' where status = 'Done'";
        let aged = sqlx::query(age).execute(app.superuser()).await.unwrap().rows_affected();
        assert_eq!(app.sweep().await.tasks, aged);
        assert_eq!(app.count(tasks).await, 0);
    })
    .await;
}
