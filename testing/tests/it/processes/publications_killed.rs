//! A worker process that is killed between what the target got and what it answers.

use serde_json::json;
use tests::{Apart, Database, Llm, Reaction, Receiver};

use super::webhooks_killed::{api_and_ada, impatient_installation};
use crate::api::publications::{aim_at, once, publications};

#[tokio::test]
async fn the_worker_killed_while_the_target_is_at_it() {
    let (llm, database) = (Llm::start().await, Database::create_empty().await);
    let installation = impatient_installation();
    let apart = Apart::prepare(&installation, &database, llm.base_url()).await;
    let (_api, ada) = api_and_ada(&apart).await;
    let receiver = Receiver::start().await;
    receiver.next(Reaction::Silence);
    receiver.always(Reaction::Answer(201, "", json!({ "id": "jp_1" }).to_string()));
    aim_at(&ada, &receiver).await;
    let session = ada.begin().await;
    let fields = json!({ "title": "Baker", "location": "Porto" });
    assert_eq!(ada.patch(&format!("/v1/sessions/{session}/job-data"), fields).await.status, 200);
    let hash = ada.get(&format!("/v1/sessions/{session}")).await.text_at("/content_hash");
    let finalize = format!("/v1/sessions/{session}/finalize");
    assert_eq!(ada.post(&finalize, json!({ "content_hash": hash })).await.status, 201);

    let worker = apart.start_worker("worker-1");
    receiver.wait_for(1).await;
    worker.kill().await;
    assert_eq!(publications(&ada).await[0]["status"], "pending");
    let _worker = apart.start_worker("worker-2");
    let delivered = once(&ada, "delivered").await;
    assert_eq!(delivered.text_at("/external_id"), "jp_1");
    assert_eq!(publications(&ada).await.len(), 1);
    let received = receiver.received();
    assert_eq!(received.len(), 2, "{received:#?}");
    for request in &received {
        assert_eq!(request.header("idempotency-key"), delivered.text_at("/id"));
        assert_eq!(request.body, received[0].body);
    }
    assert!(delivered.text_at("/attempts/0/error").starts_with("cut off"), "{delivered:?}");
    assert_eq!(delivered.at("/attempts/1/response_status"), 201);
    drop((_worker, _api));
    database.drop().await;
}
