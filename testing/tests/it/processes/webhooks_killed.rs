//! API and worker as processes, killed at every step from the effect to the record of its delivery.

use std::collections::BTreeSet;
use std::time::Duration;

use reqwest::Method;
use serde_json::json;
use sqlx::{Postgres, Transaction};
use tests::{
    Apart, Client, Database, Installation, Llm, PASSWORD, Piece, Reaction, Received, Receiver, Reply,
};

use crate::api::webhooks::{Hook, is_signed};

/// Two processes, a receiver, and somebody with an endpoint for each of its types.
struct Stage<'a> {
    apart: Apart<'a>,
    database: &'a Database,
    receiver: Receiver,
    ada: Client,
    hook: Hook,
    api: Option<Piece>,
}

/// Its leases are short, and its tries follow each other soon.
pub fn impatient_installation() -> Installation {
    Installation::new(None)
        .with("POSTWRIGHT_OUTBOUND_ALLOW", "127.0.0.1:0-65535")
        .with("POSTWRIGHT_DELIVERY_TIMEOUT_SECONDS", "1")
        .with("POSTWRIGHT_DELIVERY_SCHEDULE", &format!("0{}", ",1".repeat(30)))
}

/// An API, and somebody who owns an organization there.
pub async fn api_and_ada(apart: &Apart<'_>) -> (Piece, Client) {
    let (api, nobody) = apart.start_api("api").await;
    let wish = json!({ "organization_name": "papaya", "name": "Ada", "email": "ada@example.com", "password": PASSWORD });
    let tokens = nobody.post("/v1/auth/sign-up", wish).await;
    let ada = nobody.with_token(tokens.text_at("/access_token"));
    (api, ada)
}

async fn on_stage(types: &[&str], play: impl AsyncFnOnce(&mut Stage<'_>)) {
    let (llm, database) = (Llm::start().await, Database::create_empty().await);
    let installation = impatient_installation();
    let apart = Apart::prepare(&installation, &database, llm.base_url()).await;
    let (api, ada) = api_and_ada(&apart).await;
    let receiver = Receiver::start().await;
    let hook = Hook::add(&ada, &receiver, types).await;
    let mut stage = Stage { apart, database: &database, receiver, ada, hook, api: Some(api) };
    play(&mut stage).await;
    drop(stage);
    database.drop().await;
}

impl Stage<'_> {
    /// Nobody else gets at a table until this ends: whoever wants to is held where they are.
    async fn hold(&self, lock: &'static str) -> Transaction<'static, Postgres> {
        let mut holding = self.database.superuser().begin().await.unwrap();
        sqlx::query(lock).execute(&mut *holding).await.unwrap();
        holding
    }

    /// Waits until somebody stands before that lock.
    async fn wait_for_one_who_waits(&self) {
        let waiting = "select count(*) from pg_locks where not granted and relation is not null";
        while sqlx::query_scalar::<_, i64>(waiting).fetch_one(self.database.superuser()).await.unwrap() == 0 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    async fn kill_api(&mut self) {
        self.api.take().unwrap().kill().await;
    }

    async fn start_api(&mut self) {
        let (api, nobody) = self.apart.start_api("api-2").await;
        self.ada = nobody.with_token(self.ada.token());
        self.api = Some(api);
    }

    /// A turn that nobody waits for.
    async fn say(&self) -> String {
        let session = self.ada.begin().await;
        let accepted =
            self.ada.post(&format!("/v1/sessions/{session}/turns"), json!({ "message": "baker" })).await;
        assert_eq!(accepted.status, 202, "{accepted:?}");
        accepted.text_at("/id")
    }

    /// One event was delivered, as one thing and with a complete log; gives what the receiver got.
    async fn is_delivered_once(&self) -> Vec<Received> {
        let delivered = self.hook.wait_for(&self.ada, "delivered", 1).await;
        assert_eq!(self.hook.deliveries(&self.ada).await.len(), 1);
        let received = self.receiver.received();
        assert!(!received.is_empty());
        assert!(received.iter().all(|request| request.header("webhook-id") == delivered[0]["event_id"]));
        assert!(received.iter().all(|request| is_signed(&self.hook.secret, request)));
        let log = self.hook.read(&self.ada, &delivered[0]).await;
        let attempts = log["attempts"].as_array().unwrap();
        assert!(attempts.len() >= received.len(), "a request that the log does not know: {attempts:#?}");
        for attempt in attempts {
            assert!(attempt["finished_at"].is_string(), "{attempt}");
            assert!(attempt["response_status"].is_number() || attempt["error"].is_string(), "{attempt}");
        }
        received
    }
}

#[tokio::test]
async fn the_worker_killed_before_the_commit_that_would_tell() {
    on_stage(&["turn.completed"], async |stage| {
        let worker = stage.apart.start_worker("worker-1");
        let held = stage.hold("lock table webhook_event in access exclusive mode").await;
        let turn = stage.say().await;
        stage.wait_for_one_who_waits().await;
        worker.kill().await;
        held.rollback().await.unwrap();
        let _worker = stage.apart.start_worker("worker-2");
        stage.receiver.wait_for(1).await;
        let received = stage.is_delivered_once().await;
        assert_eq!(
            (received.len(), received[0].json()["data"]["turn_id"].as_str()),
            (1, Some(turn.as_str()))
        );
    })
    .await;
}

#[tokio::test]
async fn the_api_killed_before_and_after_the_commit_that_tells() {
    on_stage(&["job_post.published"], async |stage| {
        let worker = stage.apart.start_worker("worker-1");
        let session = crate::api::webhooks::ready(&stage.ada).await;
        worker.kill().await;
        let hash = stage.ada.get(&format!("/v1/sessions/{session}")).await.text_at("/content_hash");
        let path = format!("/v1/sessions/{session}/finalize");
        let finalize = |ada: &Client| {
            let request = ada.request(Method::POST, &path).header("Idempotency-Key", "once");
            request.json(&json!({ "content_hash": hash }))
        };
        let held = stage.hold("lock table webhook_event in access exclusive mode").await;
        let asked = tokio::spawn(finalize(&stage.ada).send());
        stage.wait_for_one_who_waits().await;
        stage.kill_api().await;
        held.rollback().await.unwrap();
        assert!(asked.await.unwrap().is_err(), "it was answered");
        stage.start_api().await;
        let posts = stage.ada.get("/v1/job-posts").await;
        assert_eq!(posts.at("/items"), json!([]), "nothing was committed");
        // Asked again it commits, and is killed at once.
        let finalized = Reply::of(finalize(&stage.ada)).await;
        assert_eq!(finalized.status, 201, "{finalized:?}");
        stage.kill_api().await;
        stage.start_api().await;
        assert_eq!(Reply::of(finalize(&stage.ada)).await.text, finalized.text);
        let _worker = stage.apart.start_worker("worker-2");
        stage.receiver.wait_for(1).await;
        let received = stage.is_delivered_once().await;
        assert_eq!(received[0].json()["data"]["job_post_id"], finalized.text_at("/id").as_str());
        assert_eq!(received.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_worker_killed_after_it_claimed_and_before_it_sent() {
    on_stage(&["webhook.test"], async |stage| {
        let tested = stage.ada.post(&format!("{}/test", stage.hook.path), json!({})).await;
        assert_eq!(tested.status, 201, "{tested:?}");
        // To claim is to write deliveries and attempts; to send is to read the event.
        let held = stage.hold("lock table webhook_event in access exclusive mode").await;
        let worker = stage.apart.start_worker("worker-1");
        let claimed = "select count(*) from delivery_attempt";
        while sqlx::query_scalar::<_, i64>(claimed).fetch_one(stage.database.superuser()).await.unwrap() == 0
        {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        stage.wait_for_one_who_waits().await;
        worker.kill().await;
        held.rollback().await.unwrap();
        assert!(stage.receiver.received().is_empty());
        let _worker = stage.apart.start_worker("worker-2");
        stage.receiver.wait_for(1).await;
        assert_eq!(stage.is_delivered_once().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_worker_killed_after_it_sent_and_before_the_answer() {
    on_stage(&["turn.completed"], async |stage| {
        let worker = stage.apart.start_worker("worker-1");
        stage.receiver.next(Reaction::Silence);
        stage.say().await;
        stage.receiver.wait_for(1).await;
        worker.kill().await;
        let _worker = stage.apart.start_worker("worker-2");
        stage.receiver.wait_for(2).await;
        assert_eq!(stage.is_delivered_once().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn the_worker_killed_after_the_answer_and_before_the_record() {
    on_stage(&["turn.completed"], async |stage| {
        let worker = stage.apart.start_worker("worker-1");
        stage.receiver.next(Reaction::Late(Duration::from_millis(600)));
        stage.say().await;
        stage.receiver.wait_for(1).await;
        let held = stage.hold("lock table delivery_attempt in exclusive mode").await;
        tokio::time::sleep(Duration::from_millis(700)).await;
        stage.wait_for_one_who_waits().await;
        worker.kill().await;
        held.rollback().await.unwrap();
        let _worker = stage.apart.start_worker("worker-2");
        stage.receiver.wait_for(2).await;
        assert_eq!(stage.is_delivered_once().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn the_worker_killed_after_the_record() {
    on_stage(&["turn.completed"], async |stage| {
        let worker = stage.apart.start_worker("worker-1");
        stage.say().await;
        stage.receiver.wait_for(1).await;
        stage.hook.wait_for(&stage.ada, "delivered", 1).await;
        worker.kill().await;
        let _worker = stage.apart.start_worker("worker-2");
        tokio::time::sleep(Duration::from_secs(5)).await;
        assert_eq!(stage.is_delivered_once().await.len(), 1);
    })
    .await;
}

/// At no step in particular: the worker dies again and again among deliveries that fail in every way.
#[tokio::test]
async fn the_worker_killed_at_any_time() {
    on_stage(&["webhook.test"], async |stage| {
        let bad = [
            Reaction::Status(500),
            Reaction::Reset,
            Reaction::Late(Duration::from_millis(400)),
            Reaction::Silence,
        ];
        bad.iter().cycle().take(24).for_each(|reaction| stage.receiver.next(reaction.clone()));
        let mut events = BTreeSet::new();
        for round in 0..6_u64 {
            let worker = stage.apart.start_worker(&format!("worker-{round}"));
            for _ in 0..6 {
                let tested = stage.ada.post(&format!("{}/test", stage.hook.path), json!({})).await;
                assert_eq!(tested.status, 201, "{tested:?}");
                events.insert(tested.text_at("/event_id"));
            }
            tokio::time::sleep(Duration::from_millis(200 + 150 * round)).await;
            worker.kill().await;
        }
        let _worker = stage.apart.start_worker("worker-last");
        let delivered = stage.hook.wait_for(&stage.ada, "delivered", events.len()).await;
        assert_eq!(stage.hook.deliveries(&stage.ada).await.len(), events.len());
        let received = stage.receiver.received();
        let ids: BTreeSet<_> =
            received.iter().map(|request| request.header("webhook-id").to_owned()).collect();
        assert_eq!(ids, events, "each event under its one id, and nothing else");
        assert!(received.iter().all(|request| is_signed(&stage.hook.secret, request)));
        for delivery in &delivered {
            let log = stage.hook.read(&stage.ada, delivery).await;
            let attempts = log["attempts"].as_array().unwrap();
            let sent = received.iter().filter(|request| request.header("webhook-id") == delivery["event_id"]);
            assert!(attempts.len() >= sent.count(), "a request that the log does not know: {attempts:#?}");
            assert!(attempts.iter().all(|attempt| attempt["finished_at"].is_string()), "{attempts:#?}");
        }
    })
    .await;
}
