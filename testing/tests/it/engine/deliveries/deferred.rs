//! What cannot be sent, for reasons of ours: that ends too.

use std::time::Duration;

use domain::deliveries::{self, Terms};
use serde_json::{Value, json};
use tests::{App, Options, Receiver, with_app_of};

use super::claims::{at_once, happen};
use crate::api::webhooks::{Hook, count, impatient};

/// Nobody works here but the test.
fn alone() -> Options {
    Options { workers: 0, ..impatient() }
}

/// One with three tries, a moment apart.
fn three_tries() -> worker::Settings {
    let mut settings = impatient().worker;
    settings.deliveries.schedule = vec![Duration::from_millis(10); 3];
    settings
}

fn errors(log: &Value) -> Vec<&str> {
    let attempts = log["attempts"].as_array().unwrap();
    attempts.iter().map(|attempt| attempt["error"].as_str().unwrap_or_default()).collect()
}

async fn change(app: &App, how: &'static str) {
    sqlx::query(how).execute(app.superuser()).await.unwrap();
}

#[tokio::test]
async fn what_can_never_be_made_ready_has_failed_after_its_last_try() {
    with_app_of(alone(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let hook = Hook::add(&ada, &receiver, &[]).await;
        happen(app).await;
        // Whoever makes it ready reads the event's data.
        change(app, "alter table webhook_event rename column data to gone").await;
        app.start_worker(three_tries()).await;
        assert_eq!(count(app, "select count(*) from delivery where status = 'failed'", 1).await, 1);
        change(app, "alter table webhook_event rename column gone to data").await;
        let failed = hook.wait_for(&ada, "failed", 1).await.remove(0);
        let log = hook.read(&ada, &failed).await;
        assert_eq!(failed["attempt_count"], 3);
        assert!(errors(&log).iter().all(|error| error.starts_with("not sent: it could not be made ready")));
        let endpoint = ada.get(&hook.path).await;
        assert!(endpoint.at("/failing_since").is_null(), "the receiver's fault? {endpoint:?}");
        // Mended, it goes out as the same thing.
        let resend = format!("{}/deliveries/{}/resend", hook.path, failed["id"].as_str().unwrap());
        assert_eq!(ada.post(&resend, json!({})).await.status, 200);
        assert_eq!(receiver.wait_for(1).await[0].header("webhook-id"), failed["event_id"]);
    })
    .await;
}

#[tokio::test]
async fn what_kills_its_worker_each_time_has_failed_after_its_last_try() {
    with_app_of(alone(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let hook = Hook::add(&ada, &receiver, &[]).await;
        happen(app).await;
        for _ in 0..3 {
            // It dies here.
            assert_eq!(deliveries::claim(&app.db, 10, at_once(Duration::ZERO)).await.unwrap().len(), 1);
        }
        app.start_worker(three_tries()).await;
        let failed = hook.wait_for(&ada, "failed", 1).await.remove(0);
        let log = hook.read(&ada, &failed).await;
        assert!(errors(&log)[..3].iter().all(|error| error.starts_with("cut off")), "{log:#?}");
        assert_eq!(errors(&log)[3], "not sent: all tries are used up");
        assert!(receiver.received().is_empty());
    })
    .await;
}

#[tokio::test]
async fn who_is_not_heard_of_is_waited_for_as_after_a_failure() {
    with_app_of(alone(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        Hook::add(&ada, &receiver, &[]).await;
        happen(app).await;
        let hour = Duration::from_secs(3_600);
        let terms = Terms { schedule: &[Duration::ZERO, hour], ..at_once(Duration::from_secs(60)) };
        let claim = async || deliveries::claim(&app.db, 10, terms).await.unwrap().len();
        assert_eq!(claim().await, 1);
        app.move_clock("59 minutes").await;
        assert_eq!(claim().await, 0, "the first one's worker may have been killed by it");
        app.move_clock("62 minutes").await;
        assert_eq!(claim().await, 1);
        app.move_clock("64 minutes").await;
        assert_eq!(claim().await, 1, "claimed once more, to say that it has failed");
    })
    .await;
}

#[tokio::test]
async fn a_database_that_is_away_for_a_while_costs_no_try() {
    let mut only_one = impatient();
    (only_one.worker.lease, only_one.worker.deliveries.schedule) =
        (Duration::from_millis(500), vec![Duration::ZERO]);
    with_app_of(alone(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let hook = Hook::add(&ada, &receiver, &[]).await;
        happen(app).await;
        // Whoever makes it ready reads the event.
        let away = "create function away() returns boolean language plpgsql as
                    $$ begin raise 'the database is starting up' using errcode = '57P03'; end $$";
        change(app, away).await;
        change(app, "create policy away on webhook_event as restrictive using (away())").await;
        app.start_worker(only_one.worker).await;
        let given_back =
            "select count(*) from delivery_attempt where error like 'not sent: the database was away%'";
        assert!(count(app, given_back, 1).await >= 1);
        let waits =
            "select count(*) from delivery where status = 'pending' and attempts = 0 and lease_until is null";
        assert_eq!(count(app, waits, 1).await, 1);
        change(app, "drop policy away on webhook_event").await;
        let delivered = hook.wait_for(&ada, "delivered", 1).await.remove(0);
        assert_eq!(delivered["attempt_count"], 1);
        assert_eq!(receiver.received().len(), 1);
    })
    .await;
}
