//! The sweep deletes what has expired and nothing else; periodic tasks run once over all workers.

use std::time::Duration;

use domain::retention::{self, Swept};
use domain::tasks::{Task, enqueue_for_tick};
use serde_json::json;
use sqlx::query;
use tests::{Options, Reaction, Receiver, WebhookEndpoint, every_scope, with_app, with_app_of};

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
        query("select pg_advisory_xact_lock(hashtext('postwright.sweep'))")
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
        let aged = query(age).execute(app.superuser()).await.unwrap().rows_affected();
        assert_eq!(app.sweep().await.tasks, aged);
        assert_eq!(app.count(tasks).await, 0);
    })
    .await;
}

#[tokio::test]
async fn ended_logins_are_deleted_after_a_day_unless_they_have_moved() {
    with_app(async |app| {
        app.owner("ada").await;
        let (logins, tokens) = ("select count(*) from login", "select count(*) from refresh_token");
        let before = app.count(logins).await;
        for still_there in [
            "update login set revoked_at = now() - interval '23 hours'",
            "update login set revoked_at = now() - interval '25 hours', moved_to_organization_id = organization_id,
                              moved_to_login_id = id",
        ] {
            query(still_there).execute(app.superuser()).await.unwrap();
            app.sweep().await;
            assert_eq!(app.count(logins).await, before, "{still_there}");
        }
        let ended = "update login set moved_to_organization_id = null, moved_to_login_id = null";
        query(ended).execute(app.superuser()).await.unwrap();
        app.sweep().await;
        assert_eq!((app.count(logins).await, app.count(tokens).await), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn revoked_api_keys_are_deleted_after_ninety_days_and_what_they_wrote_stays() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let (key, active) =
            (app.live_key(&ada, &every_scope()).await, app.live_key(&ada, &every_scope()).await);
        let path = |id: &str| format!("/v1/api-keys/{id}");
        let session = key.begin().await;
        key.say(&session, "baker").await;
        assert_eq!(ada.delete(&path(&key.id)).await.status, 204);
        for (days, status) in [(89, 200), (91, 404)] {
            let revoked =
                "update api_key set revoked_at = now() - make_interval(days => $1) where revoked_at is not null";
            query(revoked).bind(days).execute(app.superuser()).await.unwrap();
            app.sweep().await;
            assert_eq!(ada.get(&path(&key.id)).await.status, status, "after {days} days");
        }
        assert_eq!(ada.get(&path(&active.id)).await.status, 200);
        ada.say(&session, "in Lisbon").await;
        assert_eq!(ada.read(&session).await.text_at("/api_key_id"), key.id);
    })
    .await;
}

#[tokio::test]
async fn test_events_are_deleted_a_day_later_if_their_delivery_has_ended() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let (good, bad) = (Receiver::start().await, Receiver::start().await);
        bad.always(Reaction::Status(500));
        let delivered = WebhookEndpoint::add(&ada, &good, &["turn.completed"]).await;
        let pending = WebhookEndpoint::add(&ada, &bad, &["session.completed"]).await;
        delivered.test(&ada).await;
        pending.test(&ada).await;
        let session = ada.begin().await;
        ada.say(&session, "baker").await;
        delivered.wait_for(&ada, "delivered", 2).await;
        bad.wait_for(1).await;
        let tests = "select count(*) from webhook_event where type = 'webhook.test'";
        for (clock, left, logged) in [("23:00:00", 2, 2), ("25:00:00", 1, 1)] {
            app.move_clock(clock).await;
            app.sweep().await;
            assert_eq!(app.count(tests).await, left, "at {clock}");
            assert_eq!(delivered.deliveries(&ada).await.len(), logged, "at {clock}");
            assert_eq!(pending.deliveries(&ada).await.len(), 1, "at {clock}");
        }
    })
    .await;
}
