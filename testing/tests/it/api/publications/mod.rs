//! Publications: the delivery of a job post to the organization's target.

mod bodies;
mod deferred;
mod delivery;
mod failures;
mod redelivery;
mod revisions;

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tests::{Client, Receiver, Reply};

pub const TARGET: &str = "/v1/organization/publication-target";
/// Words that claim a delivery, in several languages. The agent must not use them.
const DELIVERY_CLAIMS: [&str; 9] = [
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

/// Sets the publication target.
pub async fn set_target(admin: &Client, body: Value) -> Reply {
    let set = admin.put(TARGET, body).await;
    assert_eq!(set.status, 200, "{set:?}");
    set
}

/// Sets a target of the format `ai_create` with a bearer token.
pub async fn set_ai_create_target(admin: &Client, receiver: &Receiver) -> Reply {
    let body = json!({ "format": "ai_create", "url": receiver.url(), "bearer_token": "token-of-theirs" });
    set_target(admin, body).await
}

/// Has a conversation that ends with a confirmation. Returns the session and the last reply.
pub async fn finalize_by_conversation(client: &Client) -> (String, String) {
    let session = client.begin().await;
    client.say(&session, "We need a senior backend engineer.").await;
    client.say(&session, "In Lisbon, hybrid. Rust is a must. 45-52k EUR a year.").await;
    let last = client.say(&session, "Looks good, publish it.").await;
    assert_eq!(last.text_at("/status"), "succeeded", "{last:?}");
    assert_eq!(client.read(&session).await.at("/is_complete"), true);
    (session, last.text_at("/reply"))
}

pub async fn publications(client: &Client) -> Vec<Value> {
    client.get("/v1/publications").await.at("/items").as_array().cloned().unwrap_or_default()
}

/// Waits until the newest publication has this status, and returns it.
pub async fn wait_for_publication(client: &Client, status: &str) -> Reply {
    wait_for_publication_with(client, "/status", status).await
}

/// Waits until the newest publication has this value at the pointer, and returns it.
pub async fn wait_for_publication_with(client: &Client, pointer: &str, expected: &str) -> Reply {
    let begun = Instant::now();
    loop {
        let newest = publications(client).await.first().cloned().unwrap_or_default();
        if newest.pointer(pointer).is_some_and(|value| value == expected) {
            return client.get(&format!("/v1/publications/{}", newest["id"].as_str().unwrap())).await;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "not {expected}: {newest}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Asserts that a reply does not say that the post was delivered.
pub fn assert_claims_no_delivery(reply: &str) {
    let reply = reply.to_lowercase();
    assert!(!DELIVERY_CLAIMS.iter().any(|claim| reply.contains(claim)), "{reply}");
}
