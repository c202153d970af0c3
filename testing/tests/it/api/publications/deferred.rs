//! Publications that were not sent, and those without a response: their error codes differ.

use std::time::Duration;

use domain::deliveries::{self, Terms};
use serde_json::json;
use tests::{App, Client, Options, Receiver, with_app_of};

use super::{set_ai_create_target, wait_for_publication};

/// No worker runs but those that the test starts.
fn without_worker() -> Options {
    Options::endless_retries().without_worker()
}

/// A worker that makes this many attempts, 10 ms apart.
fn attempts(count: usize) -> worker::Settings {
    let mut settings = Options::endless_retries().worker;
    settings.deliveries.schedule = vec![Duration::from_millis(10); count];
    settings
}

/// Finalizes a post, whose publication then waits for a worker.
async fn finalize(ada: &Client, receiver: &Receiver) {
    set_ai_create_target(ada, receiver).await;
    let session = ada.begin().await;
    let fields = json!({ "title": "Baker", "location": "Porto" });
    assert_eq!(ada.patch(&format!("/v1/sessions/{session}/job-data"), fields).await.status, 200);
    ada.finalize(&session).await;
}

async fn alter(app: &App, statement: &'static str) {
    sqlx::query(statement).execute(app.superuser()).await.unwrap();
}

#[tokio::test]
async fn a_publication_that_cannot_be_prepared_fails_as_not_sent() {
    with_app_of(without_worker(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        finalize(&ada, &receiver).await;
        // Preparing a publication reads the target's options.
        alter(app, "alter table publication_target rename column options to gone").await;
        app.start_worker(attempts(2)).await;
        let failed = wait_for_publication(&ada, "failed").await;
        assert_eq!(failed.text_at("/error/code"), "not_sent");
        assert!(failed.text_at("/error/detail").contains("our fault"), "{failed:?}");
        assert!(receiver.received().is_empty());
        alter(app, "alter table publication_target rename column gone to options").await;
    })
    .await;
}

#[tokio::test]
async fn a_publication_without_a_response_fails_as_no_answer() {
    with_app_of(without_worker(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        finalize(&ada, &receiver).await;
        let terms = Terms { lease: Duration::ZERO, share: 10, schedule: &[] };
        for _ in 0..2 {
            // The worker dies with the claim; it may have sent the request.
            assert_eq!(deliveries::claim(&app.db, 10, terms).await.unwrap().len(), 1);
        }
        app.start_worker(attempts(2)).await;
        let failed = wait_for_publication(&ada, "failed").await;
        assert_eq!(failed.text_at("/error/code"), "no_answer");
        let detail = failed.text_at("/error/detail");
        assert!(detail.ends_with("whether it arrived is not known."), "{detail}");
        assert!(receiver.received().is_empty());
    })
    .await;
}
