//! Deletion of an organization: requested, cancelled, done, and what others notice of it.

use std::time::Duration;

use chrono::DateTime;
use domain::erasure::Erased;
use domain::turns::{self, Finish, LlmCall};
use serde_json::{Value, json};
use tests::{App, Client, Options, Person, Reaction, Receiver, WebhookEndpoint, with_app, with_app_of};
use wiremock::ResponseTemplate;

use crate::api::publications::{finalize_by_conversation, set_ai_create_target, wait_for_publication};
use crate::engine::{accept, claim, complete};
use crate::security::fresh_sign_in::age_logins;

const DELETION: &str = "/v1/organization/deletion";

/// Requests the deletion, lets it be due at once, and erases.
pub async fn delete(app: &App, owner: &Client) -> Erased {
    assert_eq!(owner.post(DELETION, json!({})).await.status, 200);
    let due = "update organization_deletion set due_at = app_clock() where finished_at is null";
    assert_eq!(sqlx::query(due).execute(app.superuser()).await.unwrap().rows_affected(), 1);
    app.erase().await
}

/// How many rows of the organization are left, in all tables.
async fn rows_of(app: &App, person: &Person) -> i64 {
    app.places_of(&person.organization_id).await.values().sum()
}

#[tokio::test]
async fn an_organization_is_deleted_when_it_is_due_and_not_before() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        finalize_by_conversation(&ada).await;
        // So that no worker sweeps the session when it has expired.
        app.sweep().await;
        let requested = ada.post(DELETION, json!({})).await;
        let time = |pointer| DateTime::parse_from_rfc3339(&requested.text_at(pointer)).unwrap();
        assert_eq!((time("/due_at") - time("/requested_at")).num_days(), 7);
        assert_eq!(ada.post(DELETION, json!({})).await.json(), requested.json(), "a repetition moves nothing");
        assert_eq!(ada.get("/v1/organization").await.at("/deletion"), requested.json());
        app.move_clock("6 days 23:59:00").await;
        assert_eq!(app.erase().await, Erased::default());
        assert_eq!(ada.get("/v1/organization").await.status, 200);

        let turns = app.count("select count(*) from turn").await;
        app.move_clock("7 days 1 second").await;
        assert_eq!(app.erase().await.organizations, 1);
        assert_eq!(ada.get("/v1/organization").await.problem(401), "token_revoked");
        // What is left are numbers.
        assert_eq!(app.places_of(&ada.organization_id).await.into_keys().collect::<Vec<_>>(), [
            "organization_deletion"
        ]);
        let counted = "select (deleted_rows ->> 'turn')::bigint from organization_deletion where finished_at is not null";
        assert_eq!((turns, app.count(counted).await), (3, 3));
        assert_eq!(app.erase().await, Erased::default());
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_deletion_deletes_nothing() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        assert_eq!(ada.delete(DELETION).await.problem(404), "not_found");
        ada.post(DELETION, json!({})).await;
        assert_eq!(ada.delete(DELETION).await.status, 204);
        assert_eq!(ada.get("/v1/organization").await.at("/deletion"), Value::Null);
        app.move_clock("8 days").await;
        assert_eq!(app.erase().await, Erased::default());
        assert_eq!(ada.get("/v1/organization").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn only_an_owner_who_has_just_signed_in_deletes_an_organization() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "admin").await;
        assert_eq!(bob.post(DELETION, json!({})).await.problem(403), "owner_required");
        age_logins(app).await;
        assert_eq!(ada.post(DELETION, json!({})).await.problem(403), "fresh_sign_in_required");
        let ada = app.sign_in(&ada.email).await;
        assert_eq!(ada.post(DELETION, json!({})).await.status, 200);
        assert_eq!(bob.delete(DELETION).await.problem(403), "owner_required");
    })
    .await;
}

#[tokio::test]
async fn other_organizations_are_not_touched() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        finalize_by_conversation(&ada).await;
        finalize_by_conversation(&eve).await;
        let before = rows_of(app, &eve).await;
        assert_eq!(delete(app, &ada).await.organizations, 1);
        assert_eq!(rows_of(app, &eve).await, before);
        assert_eq!(eve.get("/v1/job-posts").await.at("/items").as_array().unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn keys_and_logins_end_with_the_organization() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let key = app.live_key(&ada, &["organization:read"]).await;
        let token = app.client_of(&key).await;
        assert_eq!(token.get("/v1/organization").await.status, 200);
        delete(app, &ada).await;
        assert_eq!(bob.get("/v1/organization").await.problem(401), "token_revoked");
        assert_eq!(key.get("/v1/organization").await.status, 401);
        assert_eq!(token.get("/v1/organization").await.status, 401);
    })
    .await;
}

#[tokio::test]
async fn a_worker_whose_organization_is_deleted_writes_nothing() {
    with_app_of(Options::default().without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        accept(&ada, &session, "baker").await;
        let claims = claim(app).await;
        let work = turns::load(&app.db, &claims[0]).await.unwrap();
        assert_eq!(delete(app, &ada).await.organizations, 1);
        assert_eq!(turns::count_llm_call(&app.db, &claims[0]).await.unwrap(), LlmCall::Refused);
        assert!(!turns::stream(&app.db, &claims[0], "late").await.unwrap());
        assert_eq!(complete(app, &claims[0], &work).await, Finish::Fenced);
        assert_eq!(turns::fail(&app.db, &claims[0], "late", json!({})).await.unwrap(), Finish::Fenced);
        assert_eq!(rows_of(app, &ada).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_delivery_under_way_is_recorded_nowhere() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        set_ai_create_target(&ada, &receiver).await;
        finalize_by_conversation(&ada).await;
        wait_for_publication(&ada, "delivered").await;
        let hook = Receiver::start().await;
        hook.always(Reaction::LateStatus(Duration::from_millis(250), 200));
        let endpoint = WebhookEndpoint::add(&ada, &hook, &["webhook.test"]).await;
        endpoint.test(&ada).await;
        hook.wait_for(1).await;
        assert_eq!(delete(app, &ada).await.organizations, 1);
        tokio::time::sleep(Duration::from_millis(600)).await;
        assert_eq!(rows_of(app, &ada).await, 1);
        assert_eq!((hook.received().len(), receiver.received().len()), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn an_organization_with_retries_and_forks_is_deleted_in_batches() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.next(ResponseTemplate::new(401));
        let failed = ada.say(&session, "baker").await;
        let retry = format!("/v1/sessions/{session}/turns/{}/retry", failed.text_at("/id"));
        assert!(ada.post(&retry, json!({})).await.status < 300);
        app.wait_until_idle().await;
        for _ in 0..3 {
            assert_eq!(ada.post(&format!("/v1/sessions/{session}/fork"), json!({})).await.status, 201);
        }
        assert_eq!(app.count("select count(*) from turn where retry_of is not null").await, 4);
        assert_eq!(delete(app, &ada).await.organizations, 1);
        assert_eq!(rows_of(app, &ada).await, 1);
    })
    .await;
}
