//! Verification of endpoints: events wait until the endpoint has returned a challenge.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};
use tests::{App, Client, Options, Person, Reaction, Receiver, WebhookEndpoint, is_signed, with_app_of};

use super::events::kinds;

const REFUSED: &str = "the response does not verify the endpoint";

/// One attempt at each delivery.
fn one_attempt() -> Options {
    let mut options = Options::quick_deliveries();
    options.worker.deliveries.schedule = vec![Duration::ZERO];
    options
}

async fn verify(admin: &Client, endpoint: &WebhookEndpoint) -> tests::Reply {
    admin.post(&format!("{}/verify", endpoint.path), json!({})).await
}

/// The errors of the attempts at a delivery.
async fn errors(admin: &Client, endpoint: &WebhookEndpoint, delivery: &Value) -> Vec<String> {
    let log = endpoint.read(admin, delivery).await;
    let attempts = log["attempts"].as_array().unwrap().iter();
    attempts.filter_map(|attempt| attempt["error"].as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn events_wait_until_the_endpoint_has_returned_a_challenge() {
    with_app_of(Options::endless_retries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.to_verification(Reaction::Status(200));
        let endpoint = WebhookEndpoint::add_unverified(&ada, &receiver, &["turn.completed"]).await;
        let session = ada.begin().await;
        ada.say(&session, "baker in Lisbon").await;
        endpoint.test(&ada).await;
        let asked = receiver.wait_for_verifications(4).await;
        assert!(asked.iter().all(|request| is_signed(&endpoint.secret, request)), "{asked:#?}");
        let ids: BTreeSet<_> = asked.iter().map(|request| request.header("webhook-id")).collect();
        let challenges: BTreeSet<_> = asked.iter().map(tests::Received::challenge).collect();
        assert_eq!((ids.len(), challenges.len()), (1, asked.len()), "each attempt has its own challenge");
        assert!(receiver.received().is_empty());
        assert!(endpoint.unverified_since(&ada).await.is_string());
        for waiting in endpoint.wait_for(&ada, "pending", 2).await {
            let errors = errors(&ada, &endpoint, &waiting).await;
            assert!(
                errors.iter().all(|error| error == "not sent: the endpoint is not verified yet"),
                "{errors:?}"
            );
        }
        let verification = endpoint.verifications(&ada).await.remove(0);
        assert!(errors(&ada, &endpoint, &verification).await[0].starts_with(REFUSED));
        assert_eq!(ada.get("/v1/attention").await.at("/items/0/kind"), "webhook_endpoint_failing");

        receiver.to_verification(Reaction::Challenge(Duration::ZERO, 200));
        endpoint.wait_until_verified(&ada).await;
        assert_eq!(kinds(&receiver.wait_for(2).await), ["turn.completed", "webhook.test"]);
        assert_eq!(ada.get("/v1/attention").await.at("/items"), json!([]));
        ada.say(&session, "hybrid").await;
        receiver.wait_for(3).await;
    })
    .await;
}

#[tokio::test]
async fn what_waited_is_sent_at_once_when_the_endpoint_is_verified() {
    with_app_of(two_attempts(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.to_verification(Reaction::Status(500));
        let endpoint = WebhookEndpoint::add_unverified(&ada, &receiver, &["webhook.test"]).await;
        endpoint.test(&ada).await;
        wait_for_last_attempts(app, 2).await;
        receiver.to_verification(Reaction::Challenge(Duration::ZERO, 200));
        let requested = verify(&ada, &endpoint).await;
        assert_eq!(requested.status, 201, "{requested:?}");
        assert_eq!(requested.at("/event_type"), "webhook_endpoint.verification");
        receiver.wait_for(1).await;
        endpoint.wait_for(&ada, "delivered", 1).await;
    })
    .await;
}

/// Two attempts, an hour apart.
fn two_attempts() -> Options {
    let mut options = Options::quick_deliveries();
    options.worker.deliveries.schedule = vec![Duration::ZERO, Duration::from_secs(3_600)];
    options
}

/// Waits until each of so many verifications has failed once and waits for its last attempt.
async fn wait_for_last_attempts(app: &App, count: i64) {
    let waiting =
        "select count(*) from delivery where attempts = 1 and status = 'pending' and lease_until is null";
    assert_eq!(app.wait_for_count(waiting, count).await, count);
}

#[tokio::test]
async fn a_verification_that_fails_for_good_leaves_the_decision_to_one_that_is_pending() {
    with_app_of(two_attempts(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.to_verification(Reaction::Status(500));
        let endpoint = WebhookEndpoint::add_unverified(&ada, &receiver, &["webhook.test"]).await;
        wait_for_last_attempts(app, 1).await;
        app.move_clock("50 minutes").await;
        verify(&ada, &endpoint).await;
        wait_for_last_attempts(app, 2).await;
        app.move_clock("70 minutes").await;
        let failed = "select count(*) from delivery where status = 'failed'";
        assert_eq!(app.wait_for_count(failed, 1).await, 1);
        assert_eq!(ada.get(&endpoint.path).await.at("/enabled"), true);
        app.move_clock("3 hours").await;
        assert_eq!(app.wait_for_count(failed, 2).await, 2);
        assert_eq!(ada.get(&endpoint.path).await.at("/disabled_reason"), "failing");
    })
    .await;
}

#[tokio::test]
async fn a_verification_that_is_lost_at_its_last_attempt_disables_the_endpoint() {
    with_app_of(two_attempts(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.to_verification(Reaction::Status(500));
        let endpoint = WebhookEndpoint::add_unverified(&ada, &receiver, &["webhook.test"]).await;
        wait_for_last_attempts(app, 1).await;
        // As if the worker of the last attempt had died.
        app.superuser_runs("update delivery set attempts = 2, next_attempt_at = now()").await;
        let failed = "select count(*) from delivery where status = 'failed'";
        assert_eq!(app.wait_for_count(failed, 1).await, 1);
        assert_eq!(ada.get(&endpoint.path).await.at("/disabled_reason"), "failing");
    })
    .await;
}

#[tokio::test]
async fn an_event_on_its_last_attempt_waits_for_the_verification() {
    let mut options = one_attempt();
    options.worker.deliveries.timeout = Duration::from_secs(20);
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.to_verification(Reaction::Challenge(Duration::from_secs(2), 200));
        let endpoint = WebhookEndpoint::add_unverified(&ada, &receiver, &["webhook.test"]).await;
        endpoint.test(&ada).await;
        let put_off = "select count(*) from delivery_attempt where error = 'not sent: the endpoint is not verified yet'";
        assert_eq!(app.wait_for_count(put_off, 1).await, 1);
        assert_eq!(endpoint.wait_for(&ada, "pending", 1).await.len(), 1);
        receiver.wait_for(1).await;
        endpoint.wait_for(&ada, "delivered", 1).await;
    })
    .await;
}

#[tokio::test]
async fn a_host_that_does_not_return_the_challenge_stays_unverified() {
    with_app_of(one_attempt(), async |app| {
        let ada = app.owner("ada").await;
        let answer = |body: &str| Reaction::Answer(200, "", body.to_owned());
        for reaction in [
            Reaction::Status(204),
            // As a host does that returns every body.
            Reaction::Echo,
            answer(r#"{"challenge": "guessed"}"#),
            answer(r#"{"challenge": null}"#),
            answer(r#"["challenge"]"#),
            answer("<html>"),
            Reaction::Challenge(Duration::ZERO, 302),
            Reaction::Challenge(Duration::ZERO, 500),
        ] {
            let receiver = Receiver::start().await;
            receiver.to_verification(reaction.clone());
            let endpoint = WebhookEndpoint::add_unverified(&ada, &receiver, &["webhook.test"]).await;
            endpoint.test(&ada).await;
            receiver.wait_for_verifications(1).await;
            let is_disabled = async || ada.get(&endpoint.path).await.at("/disabled_reason") == "failing";
            tests::wait_until(&format!("{reaction:?} disables the endpoint"), is_disabled).await;
            assert!(endpoint.unverified_since(&ada).await.is_string(), "{reaction:?}");
            assert!(receiver.received().is_empty(), "{reaction:?}");
            // Enabled again, it is asked again.
            receiver.to_verification(Reaction::Challenge(Duration::ZERO, 200));
            ada.patch(&endpoint.path, json!({ "enabled": true })).await;
            endpoint.wait_until_verified(&ada).await;
        }
    })
    .await;
}

#[tokio::test]
async fn an_endpoint_with_another_url_is_asked_again() {
    with_app_of(Options::endless_retries(), async |app| {
        let (ada, first, second) = (app.owner("ada").await, Receiver::start().await, Receiver::start().await);
        let endpoint = WebhookEndpoint::add(&ada, &first, &["webhook.test"]).await;
        let same = ada.patch(&endpoint.path, json!({ "url": first.url(), "description": "ATS" })).await;
        assert!(same.at("/unverified_since").is_null(), "{same:?}");
        second.to_verification(Reaction::Status(200));
        let moved = ada.patch(&endpoint.path, json!({ "url": second.url() })).await;
        assert!(moved.at("/unverified_since").is_string(), "{moved:?}");
        endpoint.test(&ada).await;
        second.wait_for_verifications(2).await;
        assert!(first.received().is_empty() && second.received().is_empty());
        second.to_verification(Reaction::Challenge(Duration::ZERO, 200));
        assert_eq!(kinds(&second.wait_for(1).await), ["webhook.test"]);
        assert_eq!(first.verifications().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_late_response_of_an_old_url_does_not_verify_the_new_one() {
    let mut options = Options::endless_retries();
    options.worker.deliveries.timeout = Duration::from_secs(20);
    with_app_of(options, async |app| {
        let (ada, old, new) = (app.owner("ada").await, Receiver::start().await, Receiver::start().await);
        old.to_verification(Reaction::Challenge(Duration::from_secs(1), 200));
        new.to_verification(Reaction::Status(200));
        let endpoint = WebhookEndpoint::add_unverified(&ada, &old, &["webhook.test"]).await;
        old.wait_for_verifications(1).await;
        ada.patch(&endpoint.path, json!({ "url": new.url() })).await;
        let answered = "select count(*) from delivery where status = 'delivered'";
        assert_eq!(app.wait_for_count(answered, 1).await, 1);
        assert!(endpoint.unverified_since(&ada).await.is_string());
        endpoint.test(&ada).await;
        new.wait_for_verifications(2).await;
        assert!(new.received().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_disabled_endpoint_is_not_asked() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let body = json!({ "url": receiver.url(), "enabled": false });
        let path = ada.post("/v1/webhook-endpoints", body).await.header("location").to_owned();
        let endpoint = WebhookEndpoint { path, secret: String::new() };
        assert_eq!(verify(&ada, &endpoint).await.problem(409), "endpoint_disabled");
        ada.patch(&endpoint.path, json!({ "url": format!("{}/other", receiver.url()) })).await;
        assert_eq!(app.count("select count(*) from delivery").await, 0);
        ada.patch(&endpoint.path, json!({ "enabled": true })).await;
        endpoint.wait_until_verified(&ada).await;
        assert_eq!(receiver.verifications().len(), 1);
    })
    .await;
}

/// Verifications of the organization half an hour ago.
async fn insert_verifications(app: &App, person: &Person, number: i32) {
    let insert = "insert into webhook_event (organization_id, id, livemode, type, data, occurred_at)
                  select $1::uuid, gen_random_uuid(), true, 'webhook_endpoint.verification', '{}',
                         now() - interval '30 minutes'
                    from generate_series(1, $2)";
    let insert = sqlx::query(insert).bind(&person.organization_id).bind(number);
    insert.execute(app.superuser()).await.unwrap();
}

#[tokio::test]
async fn an_organization_requests_a_hundred_verifications_an_hour() {
    with_app_of(one_attempt(), async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let (receiver, other) = (Receiver::start().await, Receiver::start().await);
        let endpoint = WebhookEndpoint::add(&ada, &receiver, &["webhook.test"]).await;
        insert_verifications(app, &ada, 98).await;
        assert_eq!(verify(&ada, &endpoint).await.status, 201);
        let added = json!({ "url": other.url() });
        for refused in [
            verify(&ada, &endpoint).await,
            ada.post("/v1/webhook-endpoints", added.clone()).await,
            ada.patch(&endpoint.path, added.clone()).await,
        ] {
            assert_eq!(refused.problem(429), "too_many_requests");
            assert!(!refused.header("retry-after").is_empty());
        }
        assert_eq!(app.count("select count(*) from webhook_endpoint").await, 1);
        assert!(endpoint.unverified_since(&ada).await.is_null(), "a refused change changes nothing");
        assert_eq!(ada.patch(&endpoint.path, json!({ "description": "ATS" })).await.status, 200);
        endpoint.test(&ada).await;
        receiver.wait_for(1).await;
        assert_eq!(eve.post("/v1/webhook-endpoints", added.clone()).await.status, 201);
        assert_eq!(ada.in_mode("test").post("/v1/webhook-endpoints", added.clone()).await.status, 201);
        app.move_clock("61 minutes").await;
        assert_eq!(ada.post("/v1/webhook-endpoints", added).await.status, 201);
    })
    .await;
}

#[tokio::test]
async fn a_verification_is_neither_resent_nor_recovered() {
    with_app_of(one_attempt(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let endpoint = WebhookEndpoint::add(&ada, &receiver, &["webhook.test"]).await;
        receiver.to_verification(Reaction::Status(500));
        let failing = verify(&ada, &endpoint).await;
        let failed = "select count(*) from delivery where status = 'failed'";
        assert_eq!(app.wait_for_count(failed, 1).await, 1);
        let resent = ada.post(&format!("{}/resend", failing.header("location")), json!({})).await;
        assert_eq!(resent.problem(409), "is_verification");
        let since = failing.text_at("/created_at");
        let recovered = ada.post(&format!("{}/recover", endpoint.path), json!({ "since": since })).await;
        assert_eq!(recovered.json(), json!({ "failed": 0, "missed": 0 }));
        // One that has failed does not take the endpoint's verification away.
        assert!(endpoint.unverified_since(&ada).await.is_null());
        endpoint.test(&ada).await;
        receiver.wait_for(1).await;
        assert_eq!(receiver.verifications().len(), 2);
    })
    .await;
}
