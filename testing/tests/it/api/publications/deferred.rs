//! What could not be sent, and what nothing was heard of: the two are not the same.

use std::time::Duration;

use domain::deliveries::{self, Terms};
use serde_json::json;
use tests::{App, Client, Options, Receiver, with_app_of};

use super::{aim_at, once, persistent};
use crate::api::webhooks::finalize;

/// Nobody works here but the test.
fn alone() -> Options {
    Options { workers: 0, ..persistent() }
}

fn tries(many: usize) -> worker::Settings {
    let mut settings = persistent().worker;
    settings.deliveries.schedule = vec![Duration::from_millis(10); many];
    settings
}

/// A post that waits for its delivery.
async fn waiting(ada: &Client, receiver: &Receiver) {
    aim_at(ada, receiver).await;
    let session = ada.begin().await;
    let fields = json!({ "title": "Baker", "location": "Porto" });
    assert_eq!(ada.patch(&format!("/v1/sessions/{session}/job-data"), fields).await.status, 200);
    finalize(ada, &session).await;
}

async fn change(app: &App, how: &'static str) {
    sqlx::query(how).execute(app.superuser()).await.unwrap();
}

#[tokio::test]
async fn what_can_never_be_made_ready_was_not_sent() {
    with_app_of(alone(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        waiting(&ada, &receiver).await;
        // Whoever makes it ready reads the target's options.
        change(app, "alter table publication_target rename column options to gone").await;
        app.start_worker(tries(2)).await;
        let failed = once(&ada, "failed").await;
        assert_eq!(failed.text_at("/error/code"), "not_sent");
        assert!(failed.text_at("/error/detail").contains("our fault"), "{failed:?}");
        assert!(receiver.received().is_empty());
        change(app, "alter table publication_target rename column gone to options").await;
    })
    .await;
}

#[tokio::test]
async fn of_what_nothing_was_heard_it_is_not_said_that_it_was_not_sent() {
    with_app_of(alone(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        waiting(&ada, &receiver).await;
        let terms = Terms { lease: Duration::ZERO, share: 10, schedule: &[] };
        for _ in 0..2 {
            // It dies here, and may have sent it.
            assert_eq!(deliveries::claim(&app.db, 10, terms).await.unwrap().len(), 1);
        }
        app.start_worker(tries(2)).await;
        let failed = once(&ada, "failed").await;
        assert_eq!(failed.text_at("/error/code"), "no_answer");
        let words = failed.text_at("/error/detail");
        assert!(words.ends_with("whether it arrived is not known."), "{words}");
        assert!(receiver.received().is_empty());
    })
    .await;
}
