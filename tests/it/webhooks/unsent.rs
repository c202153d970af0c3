//! What cannot be sent, for reasons of ours: that ends too.

use std::time::Duration;

use domain::deliveries::{self, Terms};
use serde_json::{Value, json};
use tests::{App, Options, Receiver, with_app_of};

use super::engine::{at_once, happen};
use super::{Hook, impatient};

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

async fn rename(app: &App, from_to: &'static str) {
    sqlx::query(from_to).execute(app.superuser()).await.unwrap();
}

#[tokio::test]
async fn what_can_never_be_made_ready_has_failed_after_its_last_try() {
    with_app_of(alone(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let hook = Hook::add(&ada, &receiver, &[]).await;
        happen(app).await;
        // Whoever makes it ready reads the event's data.
        rename(app, "alter table webhook_event rename column data to gone").await;
        app.start_worker(three_tries()).await;
        while app.count("select count(*) from delivery where status = 'failed'").await == 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        rename(app, "alter table webhook_event rename column gone to data").await;
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
