//! The clean-up: what has expired goes, what lives stays, and one process does it.

use std::time::Duration;

use domain::retention::{self, Swept};
use tests::{App, Options, with_app, with_app_of};

/// Sweeps until that many are left: the worker's own sweep may be at it, and then ours does nothing.
async fn sweep_until(app: &App, count: &'static str, left: i64) {
    for _ in 0..50 {
        retention::sweep(&app.db).await.unwrap();
        if app.count(count).await == left {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(app.count(count).await, left, "{count}");
}

#[tokio::test]
async fn a_sweep_takes_expired_sessions_and_nothing_else() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let (old, kept) = (ada.begin().await, ada.begin().await);
        ada.say(&old, "baker in Lisbon").await;
        app.move_clock("23:00:00").await;
        ada.say(&kept, "welder in Porto").await;
        app.move_clock("24:00:10").await;
        sweep_until(app, "select count(*) from session", 1).await;
        assert_eq!(app.count("select count(*) from message where text like '%Lisbon%'").await, 0);
        assert_eq!(ada.get(&format!("/v1/sessions/{kept}")).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn of_two_sweeps_one_works() {
    // Without a worker, whose own sweep might be faster.
    with_app_of(Options { workers: 0, ..Options::default() }, async |app| {
        let ada = app.owner("ada").await;
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
async fn the_worker_sweeps_by_itself_once_an_hour() {
    let options = Options { workers: 3, ..Options::default() };
    with_app_of(options, async |app| {
        let done = "select count(*) from apalis.jobs where job_type = 'upkeep' and status = 'Done'";
        for _ in 0..100 {
            if app.count(done).await == 1 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        assert_eq!(app.count(done).await, 1);
        retention::schedule_sweep(&app.db).await.unwrap();
        assert_eq!(app.count("select count(*) from apalis.jobs where job_type = 'upkeep'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn tickets_that_are_done_go_after_an_hour() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        ada.say(&session, "baker").await;
        let tickets = "select count(*) from apalis.jobs where job_type = 'turns' and status = 'Done'";
        for _ in 0..100 {
            if app.count(tickets).await == 1 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        retention::sweep(&app.db).await.unwrap();
        assert_eq!(app.count(tickets).await, 1);
        let age = "update apalis.jobs set done_at = done_at - interval '2 hours' where status = 'Done'";
        sqlx::query(age).execute(app.superuser()).await.unwrap();
        sweep_until(app, tickets, 0).await;
    })
    .await;
}
