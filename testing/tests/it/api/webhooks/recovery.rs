//! Test events, resending a delivery, and recovering missed events.

use std::time::Duration;

use serde_json::json;
use tests::{Options, Reaction, Receiver, WebhookEndpoint, is_signed, with_app_of};

#[tokio::test]
async fn a_test_event_goes_to_its_endpoint_only() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, receiver, other) =
            (app.owner("ada").await, Receiver::start().await, Receiver::start().await);
        let endpoint = WebhookEndpoint::add(&ada, &receiver, &["job_post.published"]).await;
        WebhookEndpoint::add(&ada, &other, &[]).await;
        let tested = endpoint.test(&ada).await;
        assert_eq!((tested.status, tested.text_at("/event_type").as_str()), (201, "webhook.test"));
        let received = receiver.wait_for(1).await;
        assert_eq!(received[0].kind(), "webhook.test");
        assert_eq!(received[0].header("webhook-id"), tested.text_at("/event_id"));
        assert!(is_signed(&endpoint.secret, &received[0]));
        endpoint.wait_for(&ada, "delivered", 1).await;
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
async fn a_delivery_can_be_resent_under_its_id() {
    let mut options = Options::quick_deliveries();
    options.worker.deliveries.schedule = vec![Duration::ZERO];
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let endpoint = WebhookEndpoint::add(&ada, &receiver, &["turn.completed"]).await;
        receiver.next(Reaction::Status(500));
        ada.begin_summarized().await;
        let failed = endpoint.wait_for(&ada, "failed", 1).await.remove(0);
        let resend = format!("{}/deliveries/{}/resend", endpoint.path, failed["id"].as_str().unwrap());
        for count in 2..=3 {
            let again = ada.post(&resend, json!({})).await;
            assert_eq!((again.status, again.text_at("/status").as_str()), (200, "pending"));
            let received = receiver.wait_for(count).await;
            assert!(received.iter().all(|request| request.header("webhook-id") == failed["event_id"]));
            endpoint.wait_for(&ada, "delivered", 1).await;
        }
        let log = endpoint.read(&ada, &failed).await;
        let statuses: Vec<_> = log["attempts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|attempt| attempt["response_status"].clone())
            .collect();
        assert_eq!(statuses, [500, 200, 200]);
        ada.patch(&endpoint.path, json!({ "enabled": false })).await;
        assert_eq!(ada.post(&resend, json!({})).await.problem(409), "endpoint_disabled");
    })
    .await;
}

#[tokio::test]
async fn a_delivery_in_flight_cannot_be_resent() {
    let mut options = Options::quick_deliveries();
    options.worker.deliveries.timeout = Duration::from_secs(20);
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let endpoint = WebhookEndpoint::add(&ada, &receiver, &["webhook.test"]).await;
        receiver.next(Reaction::Late(Duration::from_secs(2)));
        let tested = endpoint.test(&ada).await;
        receiver.wait_for(1).await;
        let resend = format!("{}/resend", tested.header("location"));
        assert_eq!(ada.post(&resend, json!({})).await.problem(409), "being_sent");
        endpoint.wait_for(&ada, "delivered", 1).await;
        assert_eq!(receiver.received().len(), 1);
        let again = ada.post(&resend, json!({})).await;
        assert_eq!((again.status, again.text_at("/status").as_str()), (200, "pending"));
        receiver.wait_for(2).await;
    })
    .await;
}

#[tokio::test]
async fn failed_and_missed_events_are_recovered_and_no_others() {
    let mut options = Options::quick_deliveries();
    options.worker.deliveries.schedule = vec![Duration::ZERO];
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let endpoint = WebhookEndpoint::add(&ada, &receiver, &["turn.completed", "turn.failed"]).await;
        let session = ada.begin_summarized().await;
        endpoint.wait_for(&ada, "delivered", 1).await;
        let early = ada.read(&session).await.text_at("/created_at");
        app.move_clock("1 hour").await;
        receiver.next(Reaction::Status(500));
        ada.say(&session, "And Rust is a must.").await;
        endpoint.wait_for(&ada, "failed", 1).await;
        ada.patch(&endpoint.path, json!({ "enabled": false })).await;
        ada.say(&session, "Senior, please.").await;
        let recover = format!("{}/recover", endpoint.path);
        assert_eq!(ada.post(&recover, json!({ "since": early })).await.problem(409), "endpoint_disabled");
        ada.patch(&endpoint.path, json!({ "enabled": true })).await;
        let recovered = ada.post(&recover, json!({ "since": early })).await;
        assert_eq!(recovered.json(), json!({ "failed": 1, "missed": 1 }));
        endpoint.wait_for(&ada, "delivered", 3).await;
        assert_eq!(receiver.received().len(), 4);
        let again = ada.post(&recover, json!({ "since": early })).await;
        assert_eq!(again.json(), json!({ "failed": 0, "missed": 0 }));
        ada.post(&recover, json!({ "since": "2020-01-01T00:00:00Z" })).await.problem(422);
        ada.post(&recover, json!({ "since": "yesterday" })).await.problem(422);
    })
    .await;
}
