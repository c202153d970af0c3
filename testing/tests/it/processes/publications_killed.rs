//! The worker is killed after the target has received a publication and before it responds.

use serde_json::json;
use tests::{Database, Installation, Llm, Reaction, Receiver, SeparateProcesses};

use crate::api::publications::{publications, set_ai_create_target, wait_for_publication};

#[tokio::test]
async fn a_worker_killed_before_the_response_resends_under_the_same_id() {
    let (llm, database) = (Llm::start().await, Database::create_empty().await);
    let installation = Installation::with_quick_deliveries();
    let processes = SeparateProcesses::prepare(&installation, &database, llm.base_url()).await;
    let (_api, ada) = processes.start_api_with_owner("api").await;
    let receiver = Receiver::start().await;
    receiver.next(Reaction::Silence);
    receiver.always(Reaction::Answer(201, "", json!({ "id": "jp_1" }).to_string()));
    set_ai_create_target(&ada, &receiver).await;
    let session = ada.begin().await;
    let fields = json!({ "title": "Baker", "location": "Porto" });
    assert_eq!(ada.patch(&format!("/v1/sessions/{session}/job-data"), fields).await.status, 200);
    assert_eq!(ada.finalize(session).await.status, 201);

    let worker = processes.start_worker("worker-1");
    receiver.wait_for(1).await;
    worker.kill().await;
    assert_eq!(publications(&ada).await[0]["status"], "pending");
    let _worker = processes.start_worker("worker-2");
    let delivered = wait_for_publication(&ada, "delivered").await;
    assert_eq!(delivered.text_at("/external_id"), "jp_1");
    assert_eq!(publications(&ada).await.len(), 1);
    let received = receiver.received();
    assert_eq!(received.len(), 2, "{received:#?}");
    for request in &received {
        assert_eq!(request.header("idempotency-key"), delivered.text_at("/id"));
        assert_eq!(request.body, received[0].body);
    }
    assert!(delivered.text_at("/attempts/0/error").starts_with("interrupted:"), "{delivered:?}");
    assert_eq!(delivered.at("/attempts/1/response_status"), 201);
    drop((_worker, _api));
    database.drop().await;
}
