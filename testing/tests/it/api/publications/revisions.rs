//! Revisions of a post: they arrive in their order, and name what they replace.

use std::time::Duration;

use serde_json::{Value, json};
use tests::{Client, Reaction, Receiver, with_app_of};

use super::{aim_at, finish, once, persistent, publications};

fn taken_as(id: &str) -> Reaction {
    Reaction::Answer(201, "", json!({ "id": id }).to_string())
}

async fn revise(who: &Client, session: &str) {
    who.say(session, "Actually make it remote.").await;
    who.say(session, "Looks good, publish it.").await;
    assert_eq!(publications(who).await.len(), 2);
}

async fn redeliver(who: &Client, publication: &Value) {
    let path = format!("/v1/publications/{}/redeliver", publication.as_str().unwrap());
    let asked = who.post(&path, json!({})).await;
    assert_eq!(asked.status, 202, "{asked:?}");
}

#[tokio::test]
async fn a_revision_goes_out_by_itself_and_names_what_it_replaces() {
    with_app_of(persistent(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.next(Reaction::Answer(200, "", json!({ "id": 17 }).to_string()));
        aim_at(&ada, &receiver).await;
        let (session, _) = finish(&ada).await;
        let first = once(&ada, "delivered").await;
        ada.say(&session, "Actually make it remote.").await;
        ada.say(&session, "Looks good, publish it.").await;
        receiver.wait_for(2).await;
        let second = once(&ada, "delivered").await;
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
    let mut options = persistent();
    options.worker.deliveries.schedule[1] = Duration::from_secs(3_600);
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.next(Reaction::Status(500));
        receiver.always(taken_as("jp_1"));
        aim_at(&ada, &receiver).await;
        let (session, _) = finish(&ada).await;
        receiver.wait_for(1).await;
        revise(&ada, &session).await;
        // Another conversation has nothing to wait for.
        finish(&ada).await;
        receiver.wait_for(2).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let waiting = publications(&ada).await;
        assert_eq!(receiver.received().len(), 2, "{waiting:#?}");
        let (first, second) = (&waiting[2]["id"], &waiting[1]["id"]);
        let read = async |id: &Value| ada.get(&format!("/v1/publications/{}", id.as_str().unwrap())).await;
        assert!(read(first).await.at("/next_attempt_at").is_string());
        assert_eq!(read(second).await.at("/next_attempt_at"), Value::Null, "nobody can say");

        // Once for the one before, and then, with an answer that gets lost, as the same thing.
        receiver.next(taken_as("jp_2"));
        receiver.next(Reaction::Reset);
        receiver.next(taken_as("jp_3"));
        redeliver(&ada, first).await;
        let received = receiver.wait_for(4).await;
        redeliver_when_free(&ada, second).await;
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

/// As soon as the attempt that is under way has ended.
async fn redeliver_when_free(who: &Client, publication: &Value) {
    let path = format!("/v1/publications/{}/redeliver", publication.as_str().unwrap());
    while who.post(&path, json!({})).await.status != 202 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn one_that_has_failed_holds_nobody_up_and_what_was_sent_stays_as_it_was() {
    with_app_of(persistent(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.next(Reaction::Status(400));
        receiver.next(taken_as("jp_2"));
        receiver.next(taken_as("jp_1"));
        aim_at(&ada, &receiver).await;
        let (session, _) = finish(&ada).await;
        let first = once(&ada, "failed").await.at("/id");
        revise(&ada, &session).await;
        let second = once(&ada, "delivered").await.at("/id");
        // By hand the older one goes out after the newer one, but as what it was: it replaces nothing.
        redeliver(&ada, &first).await;
        receiver.wait_for(3).await;
        redeliver_when_free(&ada, &second).await;
        let received = receiver.wait_for(4).await;
        let keys: Vec<_> = received.iter().map(|request| request.header("idempotency-key")).collect();
        let (first, second) = (first.as_str().unwrap(), second.as_str().unwrap());
        assert_eq!(keys, [first, second, first, second]);
        assert!(received.iter().all(|request| request.header("postwright-replaces").is_empty()));
    })
    .await;
}
