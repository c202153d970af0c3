//! From a finished post to the organization's own system, which is on this machine and answers as it is told.

mod bodies;
mod deferred;
mod delivery;
mod failures;
mod redelivery;
mod revisions;

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tests::{Client, Options, Receiver, Reply};

pub const TARGET: &str = "/v1/organization/publication-target";
/// Words that nobody may say before a post has arrived, in any language.
const CLAIMS: [&str; 9] = [
    "published",
    "handed over",
    "delivered",
    "is live",
    "veröffentlicht",
    "publiée",
    "publicado",
    "sent",
    "submitted",
];

/// Tries follow each other at once, for as long as a test may take.
pub fn persistent() -> Options {
    let mut options = crate::api::webhooks::impatient();
    options.worker.deliveries.schedule = vec![Duration::from_millis(50); 1_000];
    options
}

/// The base that the original path is put behind.
pub fn base(receiver: &Receiver) -> String {
    receiver.url()
}

pub async fn aim(admin: &Client, wish: Value) -> Reply {
    let set = admin.put(TARGET, wish).await;
    assert_eq!(set.status, 200, "{set:?}");
    set
}

/// At the original shape, with a token.
pub async fn aim_at(admin: &Client, receiver: &Receiver) -> Reply {
    aim(admin, json!({ "format": "ai_create", "url": base(receiver), "bearer_token": "token-of-theirs" }))
        .await
}

/// A conversation up to its yes; its id and the last answer.
pub async fn finish(who: &Client) -> (String, String) {
    let session = who.begin().await;
    who.say(&session, "We need a senior backend engineer.").await;
    who.say(&session, "In Lisbon, hybrid. Rust is a must. 45-52k EUR a year.").await;
    let last = who.say(&session, "Looks good, publish it.").await;
    assert_eq!(last.text_at("/status"), "succeeded", "{last:?}");
    assert_eq!(who.get(&format!("/v1/sessions/{session}")).await.at("/is_complete"), true);
    (session, last.text_at("/reply"))
}

pub async fn publications(who: &Client) -> Vec<Value> {
    who.get("/v1/publications").await.at("/items").as_array().cloned().unwrap_or_default()
}

/// The newest publication, once it has this status.
pub async fn once(who: &Client, status: &str) -> Reply {
    once_at(who, "/status", status).await
}

/// The newest publication, once it has this at the pointer.
pub async fn once_at(who: &Client, pointer: &str, expected: &str) -> Reply {
    let begun = Instant::now();
    loop {
        let newest = publications(who).await.first().cloned().unwrap_or_default();
        if newest.pointer(pointer).is_some_and(|value| value == expected) {
            return who.get(&format!("/v1/publications/{}", newest["id"].as_str().unwrap())).await;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "not {expected}: {newest}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

pub fn claims_nothing(said: &str) {
    let said = said.to_lowercase();
    assert!(!CLAIMS.iter().any(|claim| said.contains(claim)), "{said}");
}
