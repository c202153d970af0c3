//! The sweep: it deletes what has expired, and only one process at a time sweeps.

use domain::retention::{self, Swept};
use tests::{App, Options, with_app, with_app_of};

const SWEEPS_DONE: &str = "select count(*) from apalis.jobs where job_type = 'upkeep' and status = 'Done'";

/// Sweeps once, after the worker has done its own sweep of this hour.
async fn sweep(app: &App) -> Swept {
    assert_eq!(app.wait_for_count(SWEEPS_DONE, 1).await, 1);
    retention::sweep(&app.db).await.unwrap()
}

#[tokio::test]
async fn a_sweep_deletes_expired_sessions_and_nothing_else() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        assert_eq!(sweep(app).await.sessions, 0);
        let (old, kept) = (ada.begin().await, ada.begin().await);
        ada.say(&old, "baker in Lisbon").await;
        app.move_clock("23:00:00").await;
        ada.say(&kept, "welder in Porto").await;
        app.move_clock("24:00:10").await;
        assert_eq!(sweep(app).await.sessions, 1);
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
        retention::schedule_sweep(&app.db).await.unwrap();
        assert_eq!(app.count("select count(*) from apalis.jobs where job_type = 'upkeep'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn wake_ups_are_deleted_an_hour_after_they_are_done() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        ada.say(&session, "baker").await;
        let wake_ups = "select count(*) from apalis.jobs where job_type = 'turns' and status = 'Done'";
        assert_eq!(app.wait_for_count(wake_ups, 1).await, 1);
        assert_eq!(sweep(app).await.tickets, 0);
        assert_eq!(app.count(wake_ups).await, 1);
        let age = "update apalis.jobs set done_at = done_at - interval '2 hours' where status = 'Done'";
        let aged = sqlx::query(age).execute(app.superuser()).await.unwrap().rows_affected();
        assert_eq!(sweep(app).await.tickets, aged);
        assert_eq!(app.count(wake_ups).await, 0);
    })
    .await;
}
