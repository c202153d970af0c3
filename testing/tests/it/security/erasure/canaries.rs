//! After a person and an organization are erased, marked texts are in no table, no log and no export; other organizations and
//! the numbers are unchanged.

use domain::{Db, erasure};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{
    Client, Database, Installation, Llm, PASSWORD, Process, Reaction, Receiver, Reply, SeparateProcesses,
    db_settings, wait_until,
};

use crate::api::publications::{set_target, wait_for_publication};

/// Name and address, and what the person said and sent.
const OF_BOB: [&str; 7] = [
    "canary-bob",
    "canary-message",
    "canary-reply",
    "canary-company",
    "canary-title",
    "canary-agent",
    "canary-idempotency",
];
/// Owner and organization, the job post, and what was configured, sent and received.
const OF_ORGANIZATION: [&str; 8] = [
    "canary-owner",
    "canary-post",
    "canary-hook",
    "canary-description",
    "canary-key",
    "canary-target",
    "canary-external",
    "canary-answer",
];
/// Sealed in the database.
const SECRET: &str = "canary-token";

/// A member with a session, by an invitation of `owner`. Each request names the agent.
async fn member(processes: &SeparateProcesses<'_>, owner: &Client, llm: &Llm) -> Client {
    let (email, anonymous) = ("canary-bob@example.com", owner.anonymous());
    let invited = owner.post("/v1/invitations", json!({ "email": email, "role": "member" })).await;
    assert_eq!(invited.status, 201, "{invited:?}");
    let token = processes.outbox().token("invitation", email).await;
    assert_eq!(anonymous.accept_invitation(&token, "canary-bob").await.status, 201);
    let sign_in = anonymous.request(Method::POST, "/v1/auth/sign-in").header("User-Agent", "canary-agent");
    let tokens = Reply::of(sign_in.json(&json!({ "email": email, "password": PASSWORD }))).await;
    let bob = anonymous.with_token(tokens.text_at("/access_token"));
    let begin = bob.request(Method::POST, "/v1/sessions").header("Idempotency-Key", "canary-idempotency");
    let session = Reply::of(begin.json(&json!({ "company_name": "canary-company" }))).await.text_at("/id");
    llm.next_says(json!([]), "continue", "Noted, canary-reply.");
    assert_eq!(bob.say(&session, "A baker, canary-message").await.text_at("/status"), "succeeded");
    bob.patch(&format!("/v1/sessions/{session}/job-data"), json!({ "title": "canary-title" })).await;
    bob
}

/// Configures everything and delivers a job post.
async fn publish(owner: &Client, receiver: &Receiver) {
    receiver.always(Reaction::Answer(
        201,
        "x-note: canary-answer\r\n",
        json!({ "id": "canary-external" }).to_string(),
    ));
    let hook =
        json!({ "url": format!("{}/canary-hook", receiver.url()), "description": "canary-description" });
    assert_eq!(owner.post("/v1/webhook-endpoints", hook).await.status, 201);
    let key = json!({ "name": "canary-key", "livemode": true, "scopes": ["sessions:read"] });
    assert_eq!(owner.post("/v1/api-keys", key).await.status, 201);
    let url = format!("{}/canary-target", receiver.url());
    set_target(owner, json!({ "format": "ai_create", "url": url, "bearer_token": SECRET })).await;
    let session = owner.begin_summarized().await;
    owner.patch(&format!("/v1/sessions/{session}/job-data"), json!({ "title": "canary-post" })).await;
    assert_eq!(owner.finalize(&session).await.status, 201);
    wait_for_publication(owner, "delivered").await;
}

async fn export(client: &Client, path: &str) -> String {
    let read = client.get(path).await;
    assert_eq!(read.status, 200, "{read:?}");
    read.text
}

/// Asserts that none of the texts is in the database.
async fn are_gone(database: &Database, texts: &[&str]) {
    for text in texts {
        assert!(database.places_of(text).await.is_empty(), "{text}: {:?}", database.places_of(text).await);
    }
}

#[tokio::test]
async fn erased_people_and_organizations_are_in_no_table_no_log_and_no_export() {
    let installation = Installation::new(None).with("POSTWRIGHT_ORGANIZATION_DELETION_DAYS", "0");
    let (llm, database, receiver) =
        (Llm::start().await, Database::create_empty().await, Receiver::start().await);
    let processes = SeparateProcesses::prepare(&installation, &database, llm.base_url()).await;
    let (api, anonymous) = processes.start_api("api").await;
    let running = [api, processes.start_worker("worker")];
    let owner = anonymous.sign_up_owner("canary-owner", &processes.outbox()).await;
    let other = anonymous.sign_up_owner("other", &processes.outbox()).await;
    let kept = other.begin_summarized().await;
    let bob = member(&processes, &owner, &llm).await;
    publish(&owner, &receiver).await;

    // All of them were there, and those who may see them export them. The secret is never shown.
    for text in OF_BOB.iter().chain(&OF_ORGANIZATION) {
        assert!(!database.places_of(text).await.is_empty(), "{text} was not stored");
    }
    let (own, all) = (export(&bob, "/v1/me/export").await, export(&owner, "/v1/organization/export").await);
    let stored_responses = ["canary-idempotency"];
    for text in OF_BOB.iter().filter(|text| !stored_responses.contains(text)) {
        assert!(own.contains(text) && all.contains(text), "{text}");
    }
    assert!(OF_ORGANIZATION.iter().all(|text| all.contains(text)), "{all}");
    assert!(!own.contains(SECRET) && !all.contains(SECRET));
    assert!(database.places_of(SECRET).await.is_empty());

    let (turns, posts) = ("select count(*) from turn", "select count(*) from job_post");
    assert_eq!((database.count(turns).await, database.count(posts).await), (3, 1));
    assert_eq!(bob.delete("/v1/me").await.status, 204);
    are_gone(&database, &OF_BOB).await;
    let all = export(&owner, "/v1/organization/export").await;
    assert!(!OF_BOB.iter().any(|text| all.contains(text)), "{all}");
    assert!(OF_ORGANIZATION.iter().all(|text| all.contains(text)), "{all}");
    assert_eq!((database.count(turns).await, database.count(posts).await), (2, 1));

    assert_eq!(owner.post("/v1/organization/deletion", json!({})).await.status, 200);
    erase(&database).await;
    are_gone(&database, &OF_ORGANIZATION).await;
    are_gone(&database, &OF_BOB).await;
    assert_eq!(owner.get("/v1/organization/export").await.status, 401);
    // What is left of it are numbers, and the other organization has all that it had.
    let counted = "select (deleted_rows ->> 'turn')::bigint * 10 + (deleted_rows ->> 'job_post')::bigint
                     from organization_deletion where finished_at is not null";
    assert_eq!(database.count(counted).await, 11);
    assert_eq!((database.count(turns).await, database.count(posts).await), (1, 0));
    assert_eq!(other.read(&kept).await.at("/current_step"), Value::from("finalizing"));

    for process in &running {
        let log = process.log();
        for text in OF_BOB.iter().chain(&OF_ORGANIZATION).chain([&SECRET]) {
            assert!(!log.contains(text), "{text} is in a log");
        }
    }
    stop(running).await;
    database.drop().await;
}

/// Erases what is due, as the worker does every minute.
async fn erase(database: &Database) {
    let db = Db::connect(db_settings(&database.url(), 2)).await.expect("a database");
    let finished = "select count(*) from organization_deletion where finished_at is not null";
    wait_until("the organization is deleted", async || {
        erasure::erase_due(&db).await.expect("an erasure");
        database.count(finished).await == 1
    })
    .await;
    db.close().await;
}

async fn stop(running: [Process; 2]) {
    for mut process in running {
        assert!(process.stop().await);
    }
}
