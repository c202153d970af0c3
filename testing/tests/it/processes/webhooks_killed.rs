//! API or worker is killed at each step from the commit of an effect to the record of its webhook delivery.

use std::collections::BTreeSet;
use std::time::Duration;

use reqwest::Method;
use serde_json::json;
use sqlx::{Postgres, Transaction};
use tests::{
    Client, Database, Installation, Llm, Process, Reaction, Received, Receiver, Reply, SeparateProcesses,
    WebhookEndpoint, is_signed, wait_until,
};

/// Processes on one database, a receiver, and an owner who has registered it.
struct Setup<'a> {
    processes: SeparateProcesses<'a>,
    database: &'a Database,
    receiver: Receiver,
    ada: Client,
    endpoint: WebhookEndpoint,
    api: Option<Process>,
}

async fn with_setup(types: &[&str], test: impl AsyncFnOnce(&mut Setup<'_>)) {
    let (llm, database) = (Llm::start().await, Database::create_empty().await);
    let installation = Installation::with_quick_deliveries();
    let processes = SeparateProcesses::prepare(&installation, &database, llm.base_url()).await;
    let (api, ada) = processes.start_api_with_owner("api").await;
    let receiver = Receiver::start().await;
    let worker = processes.start_worker("verifier");
    let endpoint = WebhookEndpoint::add(&ada, &receiver, types).await;
    worker.kill().await;
    let mut setup = Setup { processes, database: &database, receiver, ada, endpoint, api: Some(api) };
    test(&mut setup).await;
    drop(setup);
    database.drop().await;
}

impl Setup<'_> {
    /// Locks a table until the transaction ends, so that others wait at it.
    async fn lock(&self, statement: &'static str) -> Transaction<'static, Postgres> {
        let mut transaction = self.database.superuser().begin().await.unwrap();
        sqlx::query(statement).execute(&mut *transaction).await.unwrap();
        transaction
    }

    /// Waits until another transaction waits for the lock.
    async fn wait_for_waiting_transaction(&self) {
        let waiting = "select count(*) from pg_locks where not granted and relation is not null";
        wait_until("a transaction waits", async || self.database.count(waiting).await > 0).await;
    }

    async fn kill_api(&mut self) {
        self.api.take().unwrap().kill().await;
    }

    async fn start_api(&mut self) {
        let (api, anonymous) = self.processes.start_api("api-2").await;
        self.ada = anonymous.with_token(self.ada.token());
        self.api = Some(api);
    }

    /// Starts a turn without waiting for it; returns its id.
    async fn start_turn(&self) -> String {
        let session = self.ada.begin().await;
        let accepted = self.ada.start_turn(session, "baker").await;
        assert_eq!(accepted.status, 202, "{accepted:?}");
        accepted.text_at("/id")
    }

    /// Asserts that one event was delivered under one id, with a complete log. Returns the requests.
    async fn assert_delivered_once(&self) -> Vec<Received> {
        let delivered = self.endpoint.wait_for(&self.ada, "delivered", 1).await;
        assert_eq!(self.endpoint.deliveries(&self.ada).await.len(), 1);
        let received = self.receiver.received();
        assert!(!received.is_empty());
        assert!(received.iter().all(|request| request.header("webhook-id") == delivered[0]["event_id"]));
        assert!(received.iter().all(|request| is_signed(&self.endpoint.secret, request)));
        let log = self.endpoint.read(&self.ada, &delivered[0]).await;
        let attempts = log["attempts"].as_array().unwrap();
        assert!(attempts.len() >= received.len(), "a request is not in the log: {attempts:#?}");
        for attempt in attempts {
            assert!(attempt["finished_at"].is_string(), "{attempt}");
            assert!(attempt["response_status"].is_number() || attempt["error"].is_string(), "{attempt}");
        }
        received
    }
}

#[tokio::test]
async fn a_worker_killed_before_the_commit_delivers_once() {
    with_setup(&["turn.completed"], async |setup| {
        let worker = setup.processes.start_worker("worker-1");
        let lock = setup.lock("lock table webhook_event in access exclusive mode").await;
        let turn = setup.start_turn().await;
        setup.wait_for_waiting_transaction().await;
        worker.kill().await;
        lock.rollback().await.unwrap();
        let _worker = setup.processes.start_worker("worker-2");
        setup.receiver.wait_for(1).await;
        let received = setup.assert_delivered_once().await;
        assert_eq!(
            (received.len(), received[0].json()["data"]["turn_id"].as_str()),
            (1, Some(turn.as_str()))
        );
    })
    .await;
}

#[tokio::test]
async fn an_api_killed_before_and_after_the_commit_delivers_once() {
    with_setup(&["job_post.published"], async |setup| {
        let worker = setup.processes.start_worker("worker-1");
        let session = setup.ada.begin_summarized().await;
        worker.kill().await;
        let hash = setup.ada.read(&session).await.text_at("/content_hash");
        let path = format!("/v1/sessions/{session}/finalize");
        let finalize = |ada: &Client| {
            let request = ada.request(Method::POST, &path).header("Idempotency-Key", "once");
            request.json(&json!({ "content_hash": hash }))
        };
        let lock = setup.lock("lock table webhook_event in access exclusive mode").await;
        let request = tokio::spawn(finalize(&setup.ada).send());
        setup.wait_for_waiting_transaction().await;
        setup.kill_api().await;
        lock.rollback().await.unwrap();
        assert!(request.await.unwrap().is_err(), "the request was answered");
        setup.start_api().await;
        let posts = setup.ada.get("/v1/job-posts").await;
        assert_eq!(posts.at("/items"), json!([]), "nothing was committed");
        // The repeated request commits, and the API is killed directly after it.
        let finalized = Reply::of(finalize(&setup.ada)).await;
        assert_eq!(finalized.status, 201, "{finalized:?}");
        setup.kill_api().await;
        setup.start_api().await;
        assert_eq!(Reply::of(finalize(&setup.ada)).await.text, finalized.text);
        let _worker = setup.processes.start_worker("worker-2");
        setup.receiver.wait_for(1).await;
        let received = setup.assert_delivered_once().await;
        assert_eq!(received[0].json()["data"]["job_post_id"], finalized.text_at("/id").as_str());
        assert_eq!(received.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_worker_killed_after_the_claim_delivers_once() {
    with_setup(&["webhook.test"], async |setup| {
        setup.endpoint.test(&setup.ada).await;
        // A claim writes the attempt; sending reads the event, whose table is locked.
        let lock = setup.lock("lock table webhook_event in access exclusive mode").await;
        let worker = setup.processes.start_worker("worker-1");
        // After the attempt that has verified the endpoint.
        let claimed = "select count(*) from delivery_attempt";
        wait_until("the delivery is claimed", async || setup.database.count(claimed).await > 1).await;
        setup.wait_for_waiting_transaction().await;
        worker.kill().await;
        lock.rollback().await.unwrap();
        assert!(setup.receiver.received().is_empty());
        let _worker = setup.processes.start_worker("worker-2");
        setup.receiver.wait_for(1).await;
        assert_eq!(setup.assert_delivered_once().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_worker_killed_before_the_response_sends_twice_under_one_id() {
    with_setup(&["turn.completed"], async |setup| {
        let worker = setup.processes.start_worker("worker-1");
        setup.receiver.next(Reaction::Silence);
        setup.start_turn().await;
        setup.receiver.wait_for(1).await;
        worker.kill().await;
        let _worker = setup.processes.start_worker("worker-2");
        setup.receiver.wait_for(2).await;
        assert_eq!(setup.assert_delivered_once().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_worker_killed_before_the_record_sends_twice_under_one_id() {
    with_setup(&["turn.completed"], async |setup| {
        let worker = setup.processes.start_worker("worker-1");
        setup.receiver.next(Reaction::Late(Duration::from_millis(600)));
        setup.start_turn().await;
        setup.receiver.wait_for(1).await;
        let lock = setup.lock("lock table delivery_attempt in exclusive mode").await;
        tokio::time::sleep(Duration::from_millis(700)).await;
        setup.wait_for_waiting_transaction().await;
        worker.kill().await;
        lock.rollback().await.unwrap();
        let _worker = setup.processes.start_worker("worker-2");
        setup.receiver.wait_for(2).await;
        assert_eq!(setup.assert_delivered_once().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_worker_killed_after_the_record_sends_nothing_more() {
    with_setup(&["turn.completed"], async |setup| {
        let worker = setup.processes.start_worker("worker-1");
        setup.start_turn().await;
        setup.receiver.wait_for(1).await;
        setup.endpoint.wait_for(&setup.ada, "delivered", 1).await;
        worker.kill().await;
        let _worker = setup.processes.start_worker("worker-2");
        tokio::time::sleep(Duration::from_secs(5)).await;
        assert_eq!(setup.assert_delivered_once().await.len(), 1);
    })
    .await;
}

/// The worker is killed again and again at arbitrary moments, while deliveries fail in every way.
#[tokio::test]
async fn a_worker_killed_at_any_time_loses_no_event() {
    with_setup(&["webhook.test"], async |setup| {
        let failures = [
            Reaction::Status(500),
            Reaction::Reset,
            Reaction::Late(Duration::from_millis(400)),
            Reaction::Silence,
        ];
        failures.iter().cycle().take(24).for_each(|reaction| setup.receiver.next(reaction.clone()));
        let mut events = BTreeSet::new();
        for round in 0..6_u64 {
            let worker = setup.processes.start_worker(&format!("worker-{round}"));
            for _ in 0..6 {
                let tested = setup.endpoint.test(&setup.ada).await;
                events.insert(tested.text_at("/event_id"));
            }
            tokio::time::sleep(Duration::from_millis(200 + 150 * round)).await;
            worker.kill().await;
        }
        let _worker = setup.processes.start_worker("worker-last");
        let delivered = setup.endpoint.wait_for(&setup.ada, "delivered", events.len()).await;
        assert_eq!(setup.endpoint.deliveries(&setup.ada).await.len(), events.len());
        let received = setup.receiver.received();
        let ids: BTreeSet<_> =
            received.iter().map(|request| request.header("webhook-id").to_owned()).collect();
        assert_eq!(ids, events, "each event under one id, and nothing else");
        assert!(received.iter().all(|request| is_signed(&setup.endpoint.secret, request)));
        for delivery in &delivered {
            let log = setup.endpoint.read(&setup.ada, delivery).await;
            let attempts = log["attempts"].as_array().unwrap();
            let sent = received.iter().filter(|request| request.header("webhook-id") == delivery["event_id"]);
            assert!(attempts.len() >= sent.count(), "a request is not in the log: {attempts:#?}");
            assert!(attempts.iter().all(|attempt| attempt["finished_at"].is_string()), "{attempts:#?}");
        }
    })
    .await;
}
