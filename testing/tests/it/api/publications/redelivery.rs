//! Redelivering a publication, and publications whose target is changed or removed.

use std::time::Duration;

use serde_json::{Value, json};
use tests::{EventReader, Options, Reaction, Receiver, Reply, with_app_of};

use super::{
    TARGET, assert_claims_no_delivery, finalize_by_conversation, set_ai_create_target, set_target,
    wait_for_publication, wait_for_publication_with,
};

#[tokio::test]
async fn a_refused_publication_fails_with_the_targets_message_and_can_be_redelivered() {
    with_app_of(Options::endless_retries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let refusal = json!({ "statusCode": 400, "message": ["description should not be empty", "companyId is unknown"] });
        receiver.next(Reaction::Answer(400, "content-type: application/json\r\n", refusal.to_string()));
        set_ai_create_target(&ada, &receiver).await;
        let (session, reply) = finalize_by_conversation(&ada).await;
        assert_claims_no_delivery(&reply);
        let failed = wait_for_publication(&ada, "failed").await;
        assert_eq!(failed.text_at("/error/code"), "refused");
        let detail = "400: description should not be empty; companyId is unknown";
        assert_eq!(failed.text_at("/error/detail"), detail);
        assert_eq!(receiver.received().len(), 1, "a refused publication is not retried");
        let mut stream = EventReader::open(&ada, &session).await;
        let sent = loop {
            let event = stream.next().await.unwrap();
            if event.data["type"] == "publication.failed" {
                break event.data;
            }
        };
        assert_eq!((&sent["code"], &sent["publication_id"]), (&json!("refused"), &failed.at("/id")));

        let path = format!("/v1/publications/{}/redeliver", failed.text_at("/id"));
        let redeliver = async || {
            let request = ada.request(reqwest::Method::POST, &path).header("Idempotency-Key", "once");
            Reply::of(request).await
        };
        let redelivered = redeliver().await;
        assert_eq!((redelivered.status, redelivered.text_at("/status")), (202, "pending".to_owned()), "{redelivered:?}");
        let delivered = wait_for_publication(&ada, "delivered").await;
        assert_eq!((delivered.at("/id"), delivered.at("/error")), (failed.at("/id"), Value::Null));
        assert_eq!(redeliver().await.text, redelivered.text, "the stored response is replayed, and nothing is sent");
        tokio::time::sleep(Duration::from_millis(200)).await;
        let received = receiver.received();
        assert_eq!(received.len(), 2);
        assert_eq!(received[0].header("idempotency-key"), received[1].header("idempotency-key"));
        // A delivered publication can be redelivered, under the same id.
        assert_eq!(ada.post(&path, json!({})).await.status, 202);
        assert_eq!(receiver.wait_for(3).await[2].header("idempotency-key"), failed.text_at("/id"));
        assert_eq!(wait_for_publication(&ada, "delivered").await.at("/attempts/2/number"), 3);
    })
    .await;
}

#[tokio::test]
async fn a_publication_in_flight_cannot_be_redelivered() {
    let mut options = Options::endless_retries();
    options.worker.deliveries.long_timeout = Duration::from_secs(20);
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.next(Reaction::LateStatus(Duration::from_secs(2), 201));
        set_ai_create_target(&ada, &receiver).await;
        finalize_by_conversation(&ada).await;
        receiver.wait_for(1).await;
        let path = format!(
            "/v1/publications/{}/redeliver",
            wait_for_publication(&ada, "pending").await.text_at("/id")
        );
        assert_eq!(ada.post(&path, json!({})).await.problem(409), "being_sent");
        wait_for_publication(&ada, "delivered").await;
        assert_eq!(receiver.received().len(), 1);
        assert_eq!(ada.post(&path, json!({})).await.status, 202);
        receiver.wait_for(2).await;
    })
    .await;
}

#[tokio::test]
async fn pending_publications_fail_when_their_target_is_removed() {
    let mut options = Options::endless_retries();
    options.worker.deliveries.schedule[1] = Duration::from_secs(3_600);
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.always(Reaction::Status(500));
        set_ai_create_target(&ada, &receiver).await;
        finalize_by_conversation(&ada).await;
        let waiting = wait_for_publication_with(&ada, "/error/code", "unavailable").await;
        assert!(waiting.at("/next_attempt_at").is_string());
        assert_eq!(ada.delete(TARGET).await.status, 204);
        let failed = wait_for_publication(&ada, "failed").await;
        assert_eq!(failed.text_at("/error/code"), "target_removed");
        let path = format!("/v1/publications/{}/redeliver", failed.text_at("/id"));
        assert_eq!(ada.post(&path, json!({})).await.problem(409), "target_removed");
        assert_eq!(ada.delete(TARGET).await.status, 404);
        // A new target does not take over the publications of the old one.
        set_ai_create_target(&ada, &receiver).await;
        assert_eq!(ada.post(&path, json!({})).await.problem(409), "target_removed");
        assert_eq!(receiver.received().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_swept_delivery_can_be_redelivered() {
    with_app_of(Options::endless_retries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        set_ai_create_target(&ada, &receiver).await;
        finalize_by_conversation(&ada).await;
        let id = wait_for_publication(&ada, "delivered").await.text_at("/id");
        app.move_clock("31 days").await;
        app.sweep().await;
        assert_eq!(app.count("select count(*) from delivery").await, 0);
        assert_eq!(wait_for_publication(&ada, "delivered").await.at("/attempts"), json!([]));
        assert_eq!(ada.post(&format!("/v1/publications/{id}/redeliver"), json!({})).await.status, 202);
        assert_eq!(receiver.wait_for(2).await[1].header("idempotency-key"), id);
        assert_eq!(wait_for_publication(&ada, "delivered").await.at("/attempts/0/number"), 1);
    })
    .await;
}

#[tokio::test]
async fn a_pending_publication_goes_to_the_changed_target() {
    let mut options = Options::endless_retries();
    options.worker.deliveries.schedule[1] = Duration::from_secs(3_600);
    with_app_of(options, async |app| {
        let (ada, wrong, right) = (app.owner("ada").await, Receiver::start().await, Receiver::start().await);
        wrong.always(Reaction::Status(500));
        set_ai_create_target(&ada, &wrong).await;
        finalize_by_conversation(&ada).await;
        wrong.wait_for(1).await;
        set_target(&ada, json!({ "format": "signed_json", "url": right.url() })).await;
        let id = wait_for_publication_with(&ada, "/error/code", "unavailable").await.text_at("/id");
        assert_eq!(ada.post(&format!("/v1/publications/{id}/redeliver"), json!({})).await.status, 202);
        assert_eq!(right.wait_for(1).await[0].header("webhook-id"), id);
        assert_eq!(wait_for_publication(&ada, "delivered").await.at("/id"), id.as_str());
        assert_eq!(wrong.received().len(), 1);
    })
    .await;
}
