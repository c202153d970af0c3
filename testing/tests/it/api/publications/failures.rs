//! Failed attempts: every retry sends the same body under the same id.

use std::time::Duration;

use serde_json::json;
use tests::{Options, Reaction, Received, Receiver, with_app_of};

use super::{finalize_by_conversation, publications, set_ai_create_target, wait_for_publication};

fn keys(received: &[Received]) -> Vec<&str> {
    received.iter().map(|request| request.header("idempotency-key")).collect()
}

#[tokio::test]
async fn errors_timeouts_and_resets_create_no_second_publication() {
    with_app_of(Options::endless_retries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        // In the last two cases the target has received it, and the response is lost.
        for reaction in [Reaction::Status(500), Reaction::Status(429), Reaction::Silence, Reaction::Reset] {
            receiver.next(reaction);
        }
        receiver.always(Reaction::Answer(201, "", json!({ "id": "jp_5" }).to_string()));
        set_ai_create_target(&ada, &receiver).await;
        finalize_by_conversation(&ada).await;
        let delivered = wait_for_publication(&ada, "delivered").await;
        let received = receiver.received();
        assert_eq!(received.len(), 5, "{received:#?}");
        let id = delivered.text_at("/id");
        assert!(keys(&received).iter().all(|key| *key == id), "{received:#?}");
        assert!(received.iter().all(|request| request.body == received[0].body), "{received:#?}");
        assert_eq!(publications(&ada).await.len(), 1);
        let attempts = delivered.at("/attempts").as_array().unwrap().clone();
        let statuses = attempts.iter().map(|attempt| attempt["response_status"].as_i64());
        assert_eq!(statuses.collect::<Vec<_>>(), [Some(500), Some(429), None, None, Some(201)]);
    })
    .await;
}

#[tokio::test]
async fn a_publication_fails_after_its_last_attempt() {
    let mut options = Options::endless_retries();
    options.worker.deliveries.schedule = vec![Duration::from_millis(20); 3];
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.always(Reaction::Answer(503, "", json!({ "error": "closed for today" }).to_string()));
        set_ai_create_target(&ada, &receiver).await;
        finalize_by_conversation(&ada).await;
        let failed = wait_for_publication(&ada, "failed").await;
        assert_eq!(failed.text_at("/error/code"), "unavailable");
        assert_eq!(failed.text_at("/error/detail"), "503: closed for today");
        let attention = ada.get("/v1/attention").await;
        assert_eq!(attention.text_at("/items/0/kind"), "publication_failed", "{attention:?}");
        assert_eq!(attention.text_at("/items/0/subject_id"), failed.text_at("/id"));
        assert!(!attention.text_at("/items/0/subject_name").is_empty());
        assert_eq!(receiver.received().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn after_a_worker_died_the_publication_is_resent_under_its_id() {
    let options = Options::endless_retries().without_worker();
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        set_ai_create_target(&ada, &receiver).await;
        let session = ada.begin().await;
        let fields = json!({ "title": "Baker", "location": "Porto" });
        assert_eq!(ada.patch(&format!("/v1/sessions/{session}/job-data"), fields).await.status, 200);
        let finalized = ada.finalize(&session).await;
        assert_eq!(finalized.status, 201, "{finalized:?}");

        let lease = Duration::from_millis(300);
        let terms = domain::deliveries::Terms { lease, share: 10, schedule: &[] };
        let claims = domain::deliveries::claim(&app.db, 10, terms).await.unwrap();
        let outgoing = domain::deliveries::prepare(&app.db, &claims[0]).await.unwrap().request().unwrap();
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let request = outgoing
            .headers
            .iter()
            .fold(http.post(&outgoing.url), |request, (name, value)| request.header(*name, value));
        assert_eq!(request.body(outgoing.body.clone()).send().await.unwrap().status(), 200);
        // The worker dies here, and another one starts.
        tokio::time::sleep(lease).await;
        app.start_worker(Options::endless_retries().worker).await;
        let delivered = wait_for_publication(&ada, "delivered").await;
        let received = receiver.received();
        assert_eq!(keys(&received), [delivered.text_at("/id").as_str(); 2]);
        assert_eq!(received[0].body, received[1].body);
        assert_eq!(app.count("select count(*) from publication").await, 1);
        assert!(delivered.text_at("/attempts/0/error").starts_with("interrupted:"), "{delivered:?}");
    })
    .await;
}
