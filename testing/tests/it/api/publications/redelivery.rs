//! Asking for a delivery once more, and targets that are removed.

use std::time::Duration;

use serde_json::{Value, json};
use tests::{Reaction, Receiver, Reply, with_app_of};

use super::{TARGET, aim, aim_at, base, finish, once, once_at, persistent};
use crate::api::events::reader::Reader;

#[tokio::test]
async fn a_refusal_fails_with_its_words_and_can_be_delivered_after_mending() {
    with_app_of(persistent(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let words = json!({ "statusCode": 400, "message": ["description should not be empty", "companyId is unknown"] });
        receiver.next(Reaction::Answer(400, "content-type: application/json\r\n", words.to_string()));
        aim_at(&ada, &receiver).await;
        let (session, said) = finish(&ada).await;
        super::claims_nothing(&said);
        let failed = once(&ada, "failed").await;
        assert_eq!(failed.text_at("/error/code"), "refused");
        let detail = "400: description should not be empty; companyId is unknown";
        assert_eq!(failed.text_at("/error/detail"), detail);
        assert_eq!(receiver.received().len(), 1, "it is not tried again by itself");
        let mut stream = Reader::open(&ada, &format!("/v1/sessions/{session}/events"), None).await;
        let told = loop {
            let event = stream.next().await.unwrap();
            if event.data["type"] == "publication.failed" {
                break event.data;
            }
        };
        assert_eq!((&told["code"], &told["publication_id"]), (&json!("refused"), &failed.at("/id")));

        let path = format!("/v1/publications/{}/redeliver", failed.text_at("/id"));
        let ask = async || {
            let request = ada.request(reqwest::Method::POST, &path).header("Idempotency-Key", "once");
            Reply::of(request).await
        };
        let asked = ask().await;
        assert_eq!((asked.status, asked.text_at("/status")), (202, "pending".to_owned()), "{asked:?}");
        let delivered = once(&ada, "delivered").await;
        assert_eq!((delivered.at("/id"), delivered.at("/error")), (failed.at("/id"), Value::Null));
        assert_eq!(ask().await.text, asked.text, "the same answer, and nothing is sent");
        tokio::time::sleep(Duration::from_millis(200)).await;
        let received = receiver.received();
        assert_eq!(received.len(), 2);
        assert_eq!(received[0].header("idempotency-key"), received[1].header("idempotency-key"));
        // One that was delivered goes out again when it is asked for, as the same thing.
        assert_eq!(ada.post(&path, json!({})).await.status, 202);
        assert_eq!(receiver.wait_for(3).await[2].header("idempotency-key"), failed.text_at("/id"));
        assert_eq!(once(&ada, "delivered").await.at("/attempts/2/number"), 3);
    })
    .await;
}

#[tokio::test]
async fn what_is_being_sent_is_not_asked_for_again() {
    let mut options = persistent();
    options.worker.deliveries.long_timeout = Duration::from_secs(20);
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.next(Reaction::LateStatus(Duration::from_secs(2), 201));
        aim_at(&ada, &receiver).await;
        finish(&ada).await;
        receiver.wait_for(1).await;
        let path = format!("/v1/publications/{}/redeliver", once(&ada, "pending").await.text_at("/id"));
        assert_eq!(ada.post(&path, json!({})).await.problem(409), "being_sent");
        once(&ada, "delivered").await;
        assert_eq!(receiver.received().len(), 1);
        assert_eq!(ada.post(&path, json!({})).await.status, 202);
        receiver.wait_for(2).await;
    })
    .await;
}

#[tokio::test]
async fn who_waits_for_a_target_that_is_gone_has_failed() {
    let mut options = persistent();
    options.worker.deliveries.schedule[1] = Duration::from_secs(3_600);
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.always(Reaction::Status(500));
        aim_at(&ada, &receiver).await;
        finish(&ada).await;
        let waiting = once_at(&ada, "/error/code", "unavailable").await;
        assert!(waiting.at("/next_attempt_at").is_string());
        assert_eq!(ada.delete(TARGET).await.status, 204);
        let failed = once(&ada, "failed").await;
        assert_eq!(failed.text_at("/error/code"), "target_removed");
        let path = format!("/v1/publications/{}/redeliver", failed.text_at("/id"));
        assert_eq!(ada.post(&path, json!({})).await.problem(409), "target_removed");
        assert_eq!(ada.delete(TARGET).await.status, 404);
        // Another one is another one.
        aim_at(&ada, &receiver).await;
        assert_eq!(ada.post(&path, json!({})).await.problem(409), "target_removed");
        assert_eq!(receiver.received().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_was_delivered_long_ago_can_be_delivered_again() {
    with_app_of(persistent(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        aim_at(&ada, &receiver).await;
        finish(&ada).await;
        let id = once(&ada, "delivered").await.text_at("/id");
        app.move_clock("31 days").await;
        domain::retention::sweep(&app.db).await.unwrap();
        assert_eq!(app.count("select count(*) from delivery").await, 0);
        assert_eq!(once(&ada, "delivered").await.at("/attempts"), json!([]));
        assert_eq!(ada.post(&format!("/v1/publications/{id}/redeliver"), json!({})).await.status, 202);
        assert_eq!(receiver.wait_for(2).await[1].header("idempotency-key"), id);
        assert_eq!(once(&ada, "delivered").await.at("/attempts/0/number"), 1);
    })
    .await;
}

#[tokio::test]
async fn what_waits_goes_to_what_the_target_is_by_then() {
    let mut options = persistent();
    options.worker.deliveries.schedule[1] = Duration::from_secs(3_600);
    with_app_of(options, async |app| {
        let (ada, wrong, right) = (app.owner("ada").await, Receiver::start().await, Receiver::start().await);
        wrong.always(Reaction::Status(500));
        aim_at(&ada, &wrong).await;
        finish(&ada).await;
        wrong.wait_for(1).await;
        aim(&ada, json!({ "format": "signed_json", "url": base(&right) })).await;
        let id = once_at(&ada, "/error/code", "unavailable").await.text_at("/id");
        assert_eq!(ada.post(&format!("/v1/publications/{id}/redeliver"), json!({})).await.status, 202);
        assert_eq!(right.wait_for(1).await[0].header("webhook-id"), id);
        assert_eq!(once(&ada, "delivered").await.at("/id"), id.as_str());
        assert_eq!(wrong.received().len(), 1);
    })
    .await;
}
