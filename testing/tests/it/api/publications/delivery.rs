//! A post reaches its target once, when the target is there.

use serde_json::{Value, json};
use tests::{Reaction, Receiver, with_app_of};

use super::{aim, aim_at, claims_nothing, finish, once, once_at, persistent, publications};
use crate::api::events::reader::Reader;

#[tokio::test]
async fn a_target_that_is_down_for_a_while_gets_it_when_it_is_back() {
    with_app_of(persistent(), async |app| {
        let ada = app.owner("ada").await;
        let address = tests::free_address();
        aim(&ada, json!({ "format": "ai_create", "url": format!("http://{address}/hook") })).await;
        let (session, said) = finish(&ada).await;
        claims_nothing(&said);
        let waiting = once(&ada, "pending").await;
        let post = ada.get(&format!("/v1/job-posts/{}", waiting.text_at("/job_post_id"))).await;
        assert_eq!(post.text_at("/publication/status"), "pending");
        assert_eq!(post.at("/publication/external_id"), Value::Null);
        // A model that knows no better is not believed.
        app.llm.next_says(json!([]), "continue", "Yes, it has been published and is live!");
        let asked = ada.say(&session, "Is it out there by now?").await.text_at("/reply");
        claims_nothing(&asked);
        once_at(&ada, "/error/code", "no_answer").await;

        let receiver = Receiver::start_at(address).await;
        receiver.always(Reaction::Answer(201, "", json!({ "data": { "id": "jp_1" } }).to_string()));
        let delivered = once(&ada, "delivered").await;
        assert_eq!(
            (delivered.text_at("/external_id"), delivered.at("/error")),
            ("jp_1".to_owned(), Value::Null)
        );
        assert_eq!(delivered.at("/next_attempt_at"), Value::Null);
        let attempts = delivered.at("/attempts").as_array().unwrap().clone();
        assert!(attempts.len() > 1 && attempts[0]["error"].is_string(), "{attempts:?}");
        assert_eq!(attempts.last().unwrap()["response_status"], 201);
        assert_eq!(receiver.received().len(), 1);
        let post = ada.get(&format!("/v1/job-posts/{}", delivered.text_at("/job_post_id"))).await;
        assert_eq!(post.at("/publication/status"), "delivered");
        assert_eq!(post.at("/publication/external_id"), "jp_1");
        assert_eq!(ada.get("/v1/job-posts").await.at("/items/0/publication"), post.at("/publication"));
        let mut stream = Reader::open(&ada, &format!("/v1/sessions/{session}/events"), None).await;
        let told = loop {
            let event = stream.next().await.unwrap();
            if event.data["type"] == "publication.delivered" {
                break event.data;
            }
        };
        assert_eq!(told["publication_id"], delivered.at("/id"));
        assert_eq!(
            (&told["job_post_id"], &told["external_id"]),
            (&delivered.at("/job_post_id"), &json!("jp_1"))
        );
    })
    .await;
}

#[tokio::test]
async fn without_a_target_nothing_is_delivered_and_nothing_says_otherwise() {
    with_app_of(persistent(), async |app| {
        let ada = app.owner("ada").await;
        let (_, said) = finish(&ada).await;
        claims_nothing(&said);
        assert!(publications(&ada).await.is_empty());
        let listed = ada.get("/v1/job-posts").await;
        assert_eq!(
            (listed.at("/items/0/revision"), listed.at("/items/0/publication")),
            (json!(1), Value::Null)
        );
        assert_eq!(app.count("select count(*) from delivery").await, 0);
    })
    .await;
}

#[tokio::test]
async fn finalizing_by_hand_delivers_too_and_the_same_content_once() {
    with_app_of(persistent(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        aim_at(&ada, &receiver).await;
        let session = ada.begin().await;
        ada.say(&session, "Baker in Porto, on site.").await;
        let hash = ada.get(&format!("/v1/sessions/{session}")).await.text_at("/content_hash");
        let path = format!("/v1/sessions/{session}/finalize");
        let made = ada.post(&path, json!({ "content_hash": hash })).await;
        assert_eq!((made.status, made.text_at("/publication/status")), (201, "pending".to_owned()));
        let delivered = once(&ada, "delivered").await;
        assert_eq!(delivered.at("/id"), made.at("/publication/id"));
        assert_eq!(delivered.at("/external_id"), Value::Null, "the target did not say how it calls it");
        for again in 0..3 {
            assert_eq!(ada.post(&path, json!({ "content_hash": hash })).await.status, 200, "{again}");
        }
        ada.say(&session, "publish it").await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!((publications(&ada).await.len(), receiver.received().len()), (1, 1));
    })
    .await;
}
