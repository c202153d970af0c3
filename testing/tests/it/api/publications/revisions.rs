//! Revisions of a post are delivered in order, and name what they replace.

use std::time::Duration;

use serde_json::{Value, json};
use tests::{Client, Options, Reaction, Receiver, wait_until, with_app_of};

use super::{finalize_by_conversation, publications, set_ai_create_target, wait_for_publication};

/// The target accepts the post and returns this id.
fn accepted_as(id: &str) -> Reaction {
    Reaction::Answer(201, "", json!({ "id": id }).to_string())
}

async fn revise(client: &Client, session: &str) {
    client.say(session, "Actually make it remote.").await;
    client.say(session, "Looks good, publish it.").await;
    assert_eq!(publications(client).await.len(), 2);
}

async fn redeliver(client: &Client, publication: &Value) {
    let path = format!("/v1/publications/{}/redeliver", publication.as_str().unwrap());
    let redelivered = client.post(&path, json!({})).await;
    assert_eq!(redelivered.status, 202, "{redelivered:?}");
}

#[tokio::test]
async fn a_revision_is_delivered_and_names_what_it_replaces() {
    with_app_of(Options::endless_retries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.next(Reaction::Answer(200, "", json!({ "id": 17 }).to_string()));
        set_ai_create_target(&ada, &receiver).await;
        let (session, _) = finalize_by_conversation(&ada).await;
        let first = wait_for_publication(&ada, "delivered").await;
        ada.say(&session, "Actually make it remote.").await;
        ada.say(&session, "Looks good, publish it.").await;
        receiver.wait_for(2).await;
        let second = wait_for_publication(&ada, "delivered").await;
        assert_ne!(second.at("/id"), first.at("/id"));
        assert_eq!(
            (first.text_at("/external_id"), second.text_at("/replaces")),
            ("17".to_owned(), "17".to_owned())
        );
        let received = receiver.received();
        assert_eq!(
            (received[0].header("postwright-replaces"), received[1].header("postwright-replaces")),
            ("", "17")
        );
        assert_eq!(received[1].json()["workType"], "REMOTE");
        let of_first = format!("/v1/publications?job_post_id={}", first.text_at("/job_post_id"));
        assert_eq!(ada.get(&of_first).await.at("/items").as_array().unwrap().len(), 1);
        assert_eq!(ada.get("/v1/publications?status=failed").await.at("/items"), json!([]));
        assert_eq!(ada.get("/v1/publications?status=delivered").await.at("/items/1/id"), first.at("/id"));
    })
    .await;
}

#[tokio::test]
async fn a_revision_waits_for_the_one_before_it() {
    let mut options = Options::endless_retries();
    options.worker.deliveries.schedule[1] = Duration::from_secs(3_600);
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.next(Reaction::Status(500));
        receiver.always(accepted_as("jp_1"));
        set_ai_create_target(&ada, &receiver).await;
        let (session, _) = finalize_by_conversation(&ada).await;
        receiver.wait_for(1).await;
        revise(&ada, &session).await;
        // A post of another session does not wait.
        finalize_by_conversation(&ada).await;
        receiver.wait_for(2).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let waiting = publications(&ada).await;
        assert_eq!(receiver.received().len(), 2, "{waiting:#?}");
        let (first, second) = (&waiting[2]["id"], &waiting[1]["id"]);
        let read = async |id: &Value| ada.get(&format!("/v1/publications/{}", id.as_str().unwrap())).await;
        assert!(read(first).await.at("/next_attempt_at").is_string());
        assert_eq!(read(second).await.at("/next_attempt_at"), Value::Null, "unknown while it waits");

        // The first revision is delivered; then the second, whose first response is lost.
        receiver.next(accepted_as("jp_2"));
        receiver.next(Reaction::Reset);
        receiver.next(accepted_as("jp_3"));
        redeliver(&ada, first).await;
        let received = receiver.wait_for(4).await;
        redeliver_when_idle(&ada, second).await;
        let again = receiver.wait_for(5).await.remove(4);
        assert_eq!(&received[2].header("idempotency-key"), first);
        for attempt in [&received[3], &again] {
            assert_eq!(&attempt.header("idempotency-key"), second);
            assert_eq!(attempt.header("postwright-replaces"), "jp_2");
            assert_eq!(attempt.body, again.body);
        }
    })
    .await;
}

/// Redelivers as soon as the running attempt has ended.
async fn redeliver_when_idle(client: &Client, publication: &Value) {
    let path = format!("/v1/publications/{}/redeliver", publication.as_str().unwrap());
    wait_until("the redelivery is accepted", async || client.post(&path, json!({})).await.status == 202)
        .await;
}

#[tokio::test]
async fn a_failed_revision_does_not_block_the_next_and_replaces_nothing_later() {
    with_app_of(Options::endless_retries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.next(Reaction::Status(400));
        receiver.next(accepted_as("jp_2"));
        receiver.next(accepted_as("jp_1"));
        set_ai_create_target(&ada, &receiver).await;
        let (session, _) = finalize_by_conversation(&ada).await;
        let first = wait_for_publication(&ada, "failed").await.at("/id");
        revise(&ada, &session).await;
        let second = wait_for_publication(&ada, "delivered").await.at("/id");
        // Redelivered after the newer one, the older revision still says that it replaces nothing.
        redeliver(&ada, &first).await;
        receiver.wait_for(3).await;
        redeliver_when_idle(&ada, &second).await;
        let received = receiver.wait_for(4).await;
        let keys: Vec<_> = received.iter().map(|request| request.header("idempotency-key")).collect();
        let (first, second) = (first.as_str().unwrap(), second.as_str().unwrap());
        assert_eq!(keys, [first, second, first, second]);
        assert!(received.iter().all(|request| request.header("postwright-replaces").is_empty()));
    })
    .await;
}
