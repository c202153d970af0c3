//! A finalized post is delivered once to its target.

use serde_json::{Value, json};
use tests::{EventReader, Options, Reaction, Receiver, with_app_of};

use super::{
    assert_claims_no_delivery, finalize_by_conversation, publications, set_ai_create_target, set_target,
    wait_for_publication, wait_for_publication_with,
};

#[tokio::test]
async fn a_publication_is_delivered_once_its_target_is_up_again() {
    with_app_of(Options::endless_retries(), async |app| {
        let ada = app.owner("ada").await;
        let address = tests::free_address();
        set_target(&ada, json!({ "format": "ai_create", "url": format!("http://{address}/hook") })).await;
        let (session, reply) = finalize_by_conversation(&ada).await;
        assert_claims_no_delivery(&reply);
        let waiting = wait_for_publication(&ada, "pending").await;
        let post = ada.get(&format!("/v1/job-posts/{}", waiting.text_at("/job_post_id"))).await;
        assert_eq!(post.text_at("/publication/status"), "pending");
        assert_eq!(post.at("/publication/external_id"), Value::Null);
        // The model claims a delivery; the guards remove it from the reply.
        app.llm.next_says(json!([]), "continue", "Yes, it has been published and is live!");
        let reply = ada.say(&session, "Is it out there by now?").await.text_at("/reply");
        assert_claims_no_delivery(&reply);
        wait_for_publication_with(&ada, "/error/code", "no_answer").await;

        let receiver = Receiver::start_at(address).await;
        receiver.always(Reaction::Answer(201, "", json!({ "data": { "id": "jp_1" } }).to_string()));
        let delivered = wait_for_publication(&ada, "delivered").await;
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
        let mut stream = EventReader::open(&ada, &session).await;
        let sent = loop {
            let event = stream.next().await.unwrap();
            if event.data["type"] == "publication.delivered" {
                break event.data;
            }
        };
        assert_eq!(sent["publication_id"], delivered.at("/id"));
        assert_eq!(
            (&sent["job_post_id"], &sent["external_id"]),
            (&delivered.at("/job_post_id"), &json!("jp_1"))
        );
    })
    .await;
}

#[tokio::test]
async fn without_a_target_nothing_is_delivered_or_announced() {
    with_app_of(Options::endless_retries(), async |app| {
        let ada = app.owner("ada").await;
        let (_, reply) = finalize_by_conversation(&ada).await;
        assert_claims_no_delivery(&reply);
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
async fn finalizing_by_hand_delivers_the_same_content_once() {
    with_app_of(Options::endless_retries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        set_ai_create_target(&ada, &receiver).await;
        let session = ada.begin().await;
        ada.say(&session, "Baker in Porto, on site.").await;
        let hash = ada.read(&session).await.text_at("/content_hash");
        let path = format!("/v1/sessions/{session}/finalize");
        let finalized = ada.post(&path, json!({ "content_hash": hash })).await;
        assert_eq!((finalized.status, finalized.text_at("/publication/status")), (201, "pending".to_owned()));
        let delivered = wait_for_publication(&ada, "delivered").await;
        assert_eq!(delivered.at("/id"), finalized.at("/publication/id"));
        assert_eq!(delivered.at("/external_id"), Value::Null, "the target returned no id");
        for again in 0..3 {
            assert_eq!(ada.post(&path, json!({ "content_hash": hash })).await.status, 200, "{again}");
        }
        ada.say(&session, "publish it").await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!((publications(&ada).await.len(), receiver.received().len()), (1, 1));
    })
    .await;
}
