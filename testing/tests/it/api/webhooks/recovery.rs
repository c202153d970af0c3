//! Trying, sending again, and asking for what was missed.

use std::time::Duration;

use serde_json::json;
use tests::{Reaction, Receiver, with_app_of};

use super::{Hook, impatient, is_signed, ready};

#[tokio::test]
async fn a_test_goes_to_its_endpoint_alone() {
    with_app_of(impatient(), async |app| {
        let (ada, receiver, other) =
            (app.owner("ada").await, Receiver::start().await, Receiver::start().await);
        let hook = Hook::add(&ada, &receiver, &["job_post.published"]).await;
        Hook::add(&ada, &other, &[]).await;
        let tested = ada.post(&format!("{}/test", hook.path), json!({})).await;
        assert_eq!((tested.status, tested.text_at("/event_type").as_str()), (201, "webhook.test"));
        let received = receiver.wait_for(1).await;
        assert_eq!(received[0].kind(), "webhook.test");
        assert_eq!(received[0].header("webhook-id"), tested.text_at("/event_id"));
        assert!(is_signed(&hook.secret, &received[0]));
        hook.wait_for(&ada, "delivered", 1).await;
        let log = ada.get(tested.header("location")).await;
        assert_eq!(log.at("/attempts/0/response_status"), 200);
        let names: Vec<_> = log
            .at("/attempts/0/request_headers")
            .as_array()
            .unwrap()
            .iter()
            .map(|header| header["name"].clone())
            .collect();
        assert_eq!(names, ["content-type", "webhook-id", "webhook-timestamp", "webhook-signature"]);
        assert!(other.received().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_delivery_can_be_sent_again_under_its_id() {
    let mut options = impatient();
    options.worker.deliveries.schedule = vec![Duration::ZERO];
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let hook = Hook::add(&ada, &receiver, &["turn.completed"]).await;
        receiver.next(Reaction::Status(500));
        ready(&ada).await;
        let failed = hook.wait_for(&ada, "failed", 1).await.remove(0);
        let resend = format!("{}/deliveries/{}/resend", hook.path, failed["id"].as_str().unwrap());
        for many in 2..=3 {
            let again = ada.post(&resend, json!({})).await;
            assert_eq!((again.status, again.text_at("/status").as_str()), (200, "pending"));
            let received = receiver.wait_for(many).await;
            assert!(received.iter().all(|request| request.header("webhook-id") == failed["event_id"]));
            hook.wait_for(&ada, "delivered", 1).await;
        }
        let log = hook.read(&ada, &failed).await;
        let statuses: Vec<_> = log["attempts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|attempt| attempt["response_status"].clone())
            .collect();
        assert_eq!(statuses, [500, 200, 200]);
        ada.patch(&hook.path, json!({ "enabled": false })).await;
        assert_eq!(ada.post(&resend, json!({})).await.problem(409), "endpoint_disabled");
    })
    .await;
}

#[tokio::test]
async fn what_is_being_sent_is_not_asked_for_again() {
    let mut options = impatient();
    options.worker.deliveries.timeout = Duration::from_secs(20);
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let hook = Hook::add(&ada, &receiver, &["webhook.test"]).await;
        receiver.next(Reaction::Late(Duration::from_secs(2)));
        let tested = ada.post(&format!("{}/test", hook.path), json!({})).await;
        receiver.wait_for(1).await;
        let resend = format!("{}/resend", tested.header("location"));
        assert_eq!(ada.post(&resend, json!({})).await.problem(409), "being_sent");
        hook.wait_for(&ada, "delivered", 1).await;
        assert_eq!(receiver.received().len(), 1);
        let again = ada.post(&resend, json!({})).await;
        assert_eq!((again.status, again.text_at("/status").as_str()), (200, "pending"));
        receiver.wait_for(2).await;
    })
    .await;
}

#[tokio::test]
async fn what_failed_or_was_missed_is_recovered_and_nothing_else() {
    let mut options = impatient();
    options.worker.deliveries.schedule = vec![Duration::ZERO];
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let hook = Hook::add(&ada, &receiver, &["turn.completed", "turn.failed"]).await;
        let session = ready(&ada).await;
        hook.wait_for(&ada, "delivered", 1).await;
        let early = ada.get(&format!("/v1/sessions/{session}")).await.text_at("/created_at");
        app.move_clock("1 hour").await;
        receiver.next(Reaction::Status(500));
        ada.say(&session, "And Rust is a must.").await;
        hook.wait_for(&ada, "failed", 1).await;
        ada.patch(&hook.path, json!({ "enabled": false })).await;
        ada.say(&session, "Senior, please.").await;
        let recover = format!("{}/recover", hook.path);
        assert_eq!(ada.post(&recover, json!({ "since": early })).await.problem(409), "endpoint_disabled");
        ada.patch(&hook.path, json!({ "enabled": true })).await;
        let recovered = ada.post(&recover, json!({ "since": early })).await;
        assert_eq!(recovered.json(), json!({ "failed": 1, "missed": 1 }));
        hook.wait_for(&ada, "delivered", 3).await;
        assert_eq!(receiver.received().len(), 4);
        let again = ada.post(&recover, json!({ "since": early })).await;
        assert_eq!(again.json(), json!({ "failed": 0, "missed": 0 }));
        ada.post(&recover, json!({ "since": "2020-01-01T00:00:00Z" })).await.problem(422);
        ada.post(&recover, json!({ "since": "yesterday" })).await.problem(422);
    })
    .await;
}
