//! Webhook events: which are emitted, and to which endpoints.

use serde_json::json;
use tests::{Options, Received, Receiver, WebhookEndpoint, is_signed, with_app_of};
use wiremock::ResponseTemplate;

/// How many events there are, and how many deliveries, without verifications.
pub const EVENTS: &str = "select count(*) from webhook_event where type <> 'webhook_endpoint.verification'";
const DELIVERIES: &str = "select count(*) from delivery d join webhook_event v on v.id = d.subject_id
                           where v.type <> 'webhook_endpoint.verification'";

/// The event types, sorted.
pub fn kinds(received: &[Received]) -> Vec<String> {
    let mut kinds: Vec<_> = received.iter().map(Received::kind).collect();
    kinds.sort();
    kinds
}

#[tokio::test]
async fn a_conversation_emits_an_event_for_each_turn_and_job_post() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let endpoint = WebhookEndpoint::add(&ada, &receiver, &[]).await;
        let session = ada.begin_summarized().await;
        let turn = ada.say(&session, "Looks good, publish it.").await.text_at("/id");
        let received = receiver.wait_for(4).await;
        let first = ["job_post.published", "session.completed", "turn.completed", "turn.completed"];
        assert_eq!(kinds(&received), first);
        assert!(received.iter().all(|request| is_signed(&endpoint.secret, request)), "{received:#?}");
        let of = |kind: &str| received.iter().rfind(|request| request.kind() == kind).unwrap().json();
        let post = ada.get("/v1/job-posts").await.text_at("/items/0/id");
        let data = json!({ "session_id": session, "job_post_id": post, "revision": 1 });
        assert_eq!(of("job_post.published")["data"], data);
        assert_eq!(
            of("session.completed")["data"],
            json!({ "session_id": session, "revision": 1, "job_post_id": post })
        );
        let turns = received.iter().filter(|request| request.kind() == "turn.completed");
        assert!(turns.map(|request| request.json()["data"]["turn_id"].clone()).any(|id| id == turn.as_str()));
        assert!(
            received.iter().all(|request| !request.body.contains("Lisbon")),
            "a webhook quotes the conversation"
        );

        ada.patch(&format!("/v1/sessions/{session}/job-data"), json!({ "location": "Porto" })).await;
        let second = ada.finalize(&session).await.text_at("/id");
        let received = receiver.wait_for(6).await;
        assert_eq!(kinds(&received[4..]), ["job_post.revised", "session.completed"]);
        let data = json!({ "session_id": session, "job_post_id": second, "revision": 2 });
        let revised = received[4..].iter().find(|request| request.kind() == "job_post.revised").unwrap();
        assert_eq!(revised.json()["data"], data);
        // Finalizing again emits nothing.
        ada.finalize(&session).await;
        assert_eq!(app.count(EVENTS).await, 6);
    })
    .await;
}

#[tokio::test]
async fn a_failed_turn_emits_turn_failed_also_when_its_worker_died() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        WebhookEndpoint::add(&ada, &receiver, &["turn.failed"]).await;
        let session = ada.begin().await;
        app.llm.always(ResponseTemplate::new(401));
        let failed = ada.say(&session, "baker").await;
        assert_eq!(failed.text_at("/status"), "failed");
        let received = receiver.wait_for(1).await;
        let data = json!({ "session_id": session, "turn_id": failed.text_at("/id"), "code": failed.text_at("/error/code") });
        assert_eq!((received[0].kind().as_str(), &received[0].json()["data"]), ("turn.failed", &data));
        // The state after its third worker has died.
        let lost = "update turn set status = 'running', claims = 3, epoch = 3, lease_until = app_clock() - interval '1 s',
                           finished_at = null, error_code = null";
        sqlx::query(lost).execute(app.superuser()).await.unwrap();
        let received = receiver.wait_for(2).await;
        assert_eq!(received[1].json()["data"]["code"], "worker_lost");
    })
    .await;
}

#[tokio::test]
async fn an_endpoint_gets_only_its_event_types_and_its_organization() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let [turns, posts, off, others] = [
            Receiver::start().await,
            Receiver::start().await,
            Receiver::start().await,
            Receiver::start().await,
        ];
        WebhookEndpoint::add(&ada, &turns, &["turn.completed"]).await;
        WebhookEndpoint::add(&ada, &posts, &["job_post.published", "job_post.revised"]).await;
        let disabled = WebhookEndpoint::add(&ada, &off, &[]).await;
        ada.patch(&disabled.path, json!({ "enabled": false })).await;
        WebhookEndpoint::add(&eve, &others, &[]).await;
        let session = ada.begin_summarized().await;
        ada.say(&session, "Looks good, publish it.").await;
        assert_eq!(kinds(&turns.wait_for(2).await), ["turn.completed"; 2]);
        assert_eq!(kinds(&posts.wait_for(1).await), ["job_post.published"]);
        let delivered = "select count(*) from delivery d join webhook_event v on v.id = d.subject_id
                          where v.type <> 'webhook_endpoint.verification' and d.status = 'delivered'";
        assert_eq!(app.wait_for_count(delivered, 3).await, 3);
        assert_eq!(app.count(DELIVERIES).await, 3);
        assert!(off.received().is_empty() && others.received().is_empty());
        // An endpoint of test mode gets no event of live mode.
        let test_mode = "update webhook_endpoint set livemode = false";
        sqlx::query(test_mode).execute(app.superuser()).await.unwrap();
        ada.say(&session, "thanks").await;
        assert_eq!(app.count(DELIVERIES).await, 3);
    })
    .await;
}

#[tokio::test]
async fn a_rolled_back_transaction_emits_no_event() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        WebhookEndpoint::add(&ada, &receiver, &[]).await;
        let mut transaction = app.superuser().begin().await.unwrap();
        let write =
            "select emit_webhook_event(organization_id, true, 'turn.completed', '{}') from webhook_endpoint";
        sqlx::query(write).execute(&mut *transaction).await.unwrap();
        transaction.rollback().await.unwrap();
        assert_eq!(app.count(EVENTS).await, 0);
        assert_eq!(app.count(DELIVERIES).await, 0);
    })
    .await;
}
