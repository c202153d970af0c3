//! Deferrals: what the worker could not send is tried again, and fails after the last attempt.

use std::time::Duration;

use domain::deliveries::{self, Terms};
use serde_json::{Value, json};
use tests::{App, Options, Person, Receiver, WebhookEndpoint, with_app_of};

use super::{insert_endpoint, terms, write_event};

/// No worker runs but those that the test starts.
fn without_worker() -> Options {
    Options::quick_deliveries().without_worker()
}

/// A worker that makes three attempts, 10 ms apart.
fn three_attempts() -> worker::Settings {
    let mut settings = Options::quick_deliveries().worker;
    settings.deliveries.schedule = vec![Duration::from_millis(10); 3];
    settings
}

/// A verified endpoint, whose secret nobody needs.
async fn endpoint(app: &App, person: &Person, receiver: &Receiver) -> WebhookEndpoint {
    let id = insert_endpoint(app, person, receiver).await;
    WebhookEndpoint { path: format!("/v1/webhook-endpoints/{id}"), secret: String::new() }
}

fn errors(log: &Value) -> Vec<&str> {
    let attempts = log["attempts"].as_array().unwrap();
    attempts.iter().map(|attempt| attempt["error"].as_str().unwrap_or_default()).collect()
}

async fn alter(app: &App, statement: &'static str) {
    sqlx::query(statement).execute(app.superuser()).await.unwrap();
}

#[tokio::test]
async fn a_delivery_that_cannot_be_prepared_fails_after_its_last_attempt() {
    with_app_of(without_worker(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let endpoint = endpoint(app, &ada, &receiver).await;
        write_event(app).await;
        // Preparing a delivery reads the event's data.
        alter(app, "alter table webhook_event rename column data to gone").await;
        app.start_worker(three_attempts()).await;
        assert_eq!(app.wait_for_count("select count(*) from delivery where status = 'failed'", 1).await, 1);
        alter(app, "alter table webhook_event rename column gone to data").await;
        let failed = endpoint.wait_for(&ada, "failed", 1).await.remove(0);
        let log = endpoint.read(&ada, &failed).await;
        assert_eq!(failed["attempt_count"], 3);
        assert!(errors(&log).iter().all(|error| error.starts_with("not sent: it could not be made ready")));
        let shown = ada.get(&endpoint.path).await;
        assert!(shown.at("/failing_since").is_null(), "it counts as the receiver's failure: {shown:?}");
        // After the repair it can be sent, under the same id.
        let resend = format!("{}/deliveries/{}/resend", endpoint.path, failed["id"].as_str().unwrap());
        assert_eq!(ada.post(&resend, json!({})).await.status, 200);
        assert_eq!(receiver.wait_for(1).await[0].header("webhook-id"), failed["event_id"]);
    })
    .await;
}

#[tokio::test]
async fn a_delivery_that_kills_its_workers_fails_after_its_last_attempt() {
    with_app_of(without_worker(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let endpoint = endpoint(app, &ada, &receiver).await;
        write_event(app).await;
        for _ in 0..3 {
            // The worker dies with the claim.
            assert_eq!(deliveries::claim(&app.db, 10, terms(Duration::ZERO)).await.unwrap().len(), 1);
        }
        app.start_worker(three_attempts()).await;
        let failed = endpoint.wait_for(&ada, "failed", 1).await.remove(0);
        let log = endpoint.read(&ada, &failed).await;
        assert!(errors(&log)[..3].iter().all(|error| error.starts_with("interrupted:")), "{log:#?}");
        assert_eq!(errors(&log)[3], "not sent: all tries are used up");
        assert!(receiver.received().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_lost_claim_delays_the_next_attempt_like_a_failure() {
    with_app_of(without_worker(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        insert_endpoint(app, &ada, &receiver).await;
        write_event(app).await;
        let hour = Duration::from_secs(3_600);
        let hourly = Terms { schedule: &[Duration::ZERO, hour], ..terms(Duration::from_secs(60)) };
        let claim = async || deliveries::claim(&app.db, 10, hourly).await.unwrap().len();
        assert_eq!(claim().await, 1);
        app.move_clock("59 minutes").await;
        assert_eq!(claim().await, 0, "it is not retried before the delay of a failed attempt");
        app.move_clock("62 minutes").await;
        assert_eq!(claim().await, 1);
        app.move_clock("64 minutes").await;
        assert_eq!(claim().await, 1, "the last claim only marks it as failed");
    })
    .await;
}

#[tokio::test]
async fn an_unavailable_database_uses_up_no_attempt() {
    let mut one_attempt = Options::quick_deliveries();
    (one_attempt.worker.lease, one_attempt.worker.deliveries.schedule) =
        (Duration::from_millis(500), vec![Duration::ZERO]);
    with_app_of(without_worker(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let endpoint = endpoint(app, &ada, &receiver).await;
        write_event(app).await;
        // Preparing a delivery reads the event.
        let away = "create function away() returns boolean language plpgsql as
                    $$ begin raise 'the database is starting up' using errcode = '57P03'; end $$";
        alter(app, away).await;
        alter(app, "create policy away on webhook_event as restrictive using (away())").await;
        app.start_worker(one_attempt.worker).await;
        let deferred =
            "select count(*) from delivery_attempt where error like 'not sent: the database was away%'";
        assert!(app.wait_for_count(deferred, 1).await >= 1);
        let waits =
            "select count(*) from delivery where status = 'pending' and attempts = 0 and lease_until is null";
        assert_eq!(app.wait_for_count(waits, 1).await, 1);
        alter(app, "drop policy away on webhook_event").await;
        let delivered = endpoint.wait_for(&ada, "delivered", 1).await.remove(0);
        assert_eq!(delivered["attempt_count"], 1);
        assert_eq!(receiver.received().len(), 1);
    })
    .await;
}
