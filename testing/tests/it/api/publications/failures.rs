//! What fails in between: the same thing comes again, and it stays one publication.

use std::time::Duration;

use serde_json::json;
use tests::{Options, Reaction, Received, Receiver, with_app_of};

use super::{aim_at, finish, once, persistent, publications};

fn keys(received: &[Received]) -> Vec<&str> {
    received.iter().map(|request| request.header("idempotency-key")).collect()
}

#[tokio::test]
async fn errors_time_outs_and_resets_make_no_second_publication() {
    with_app_of(persistent(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        // With the last two it has been taken, and the answer was lost.
        for reaction in [Reaction::Status(500), Reaction::Status(429), Reaction::Silence, Reaction::Reset] {
            receiver.next(reaction);
        }
        receiver.always(Reaction::Answer(201, "", json!({ "id": "jp_5" }).to_string()));
        aim_at(&ada, &receiver).await;
        finish(&ada).await;
        let delivered = once(&ada, "delivered").await;
        let received = receiver.received();
        assert_eq!(received.len(), 5, "{received:#?}");
        let id = delivered.text_at("/id");
        assert!(keys(&received).iter().all(|key| *key == id), "{received:#?}");
        assert!(received.iter().all(|request| request.body == received[0].body), "{received:#?}");
        assert_eq!(publications(&ada).await.len(), 1);
        let attempts = delivered.at("/attempts").as_array().unwrap().clone();
        let said = attempts.iter().map(|attempt| attempt["response_status"].as_i64());
        assert_eq!(said.collect::<Vec<_>>(), [Some(500), Some(429), None, None, Some(201)]);
    })
    .await;
}

#[tokio::test]
async fn after_the_last_try_it_has_failed() {
    let mut options = persistent();
    options.worker.deliveries.schedule = vec![Duration::from_millis(20); 3];
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.always(Reaction::Answer(503, "", json!({ "error": "closed for today" }).to_string()));
        aim_at(&ada, &receiver).await;
        finish(&ada).await;
        let failed = once(&ada, "failed").await;
        assert_eq!(failed.text_at("/error/code"), "unavailable");
        assert_eq!(failed.text_at("/error/detail"), "503: closed for today");
        assert_eq!(receiver.received().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_worker_that_dies_between_sending_and_recording_sends_it_again_as_the_same_thing() {
    // Nobody delivers here but the test.
    let nobody = Options { workers: 0, ..persistent() };
    with_app_of(nobody, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        aim_at(&ada, &receiver).await;
        let session = ada.begin().await;
        let fields = json!({ "title": "Baker", "location": "Porto" });
        assert_eq!(ada.patch(&format!("/v1/sessions/{session}/job-data"), fields).await.status, 200);
        let hash = ada.get(&format!("/v1/sessions/{session}")).await.text_at("/content_hash");
        let finalized =
            ada.post(&format!("/v1/sessions/{session}/finalize"), json!({ "content_hash": hash })).await;
        assert_eq!(finalized.status, 201, "{finalized:?}");

        let lease = Duration::from_millis(300);
        let terms = domain::deliveries::Terms { lease, share: 10, schedule: &[] };
        let claims = domain::deliveries::claim(&app.db, 10, terms).await.unwrap();
        let outgoing = domain::deliveries::prepare(&app.db, &claims[0]).await.unwrap().unwrap();
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let request = outgoing
            .headers
            .iter()
            .fold(http.post(&outgoing.url), |request, (name, value)| request.header(*name, value));
        assert_eq!(request.body(outgoing.body.clone()).send().await.unwrap().status(), 200);
        // Here it dies. Another one comes.
        tokio::time::sleep(lease).await;
        app.start_worker(persistent().worker).await;
        let delivered = once(&ada, "delivered").await;
        let received = receiver.received();
        assert_eq!(keys(&received), [delivered.text_at("/id").as_str(); 2]);
        assert_eq!(received[0].body, received[1].body);
        assert_eq!(app.count("select count(*) from publication").await, 1);
        assert!(delivered.text_at("/attempts/0/error").starts_with("cut off"), "{delivered:?}");
    })
    .await;
}
