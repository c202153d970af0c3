//! What leaves the house for an organization's own systems.

mod addresses;
mod endpoints;
mod events;
mod expiries;
mod recovery;

use reqwest::header::{HeaderMap, HeaderName};
use serde_json::{Value, json};
use standardwebhooks::Webhook;
use tests::{App, Client, Received, Receiver};

pub use crate::engine::deliveries::claims::impatient;

/// An endpoint of somebody's, and the secret that they were told.
pub struct Hook {
    pub path: String,
    pub secret: String,
}

impl Hook {
    /// Of all types, if none are named.
    pub async fn add(admin: &Client, receiver: &Receiver, types: &[&str]) -> Self {
        let wish = json!({ "url": receiver.url(), "event_types": types });
        let created = admin.post("/v1/webhook-endpoints", wish).await;
        assert_eq!(created.status, 201, "{created:?}");
        Self { path: created.header("location").to_owned(), secret: created.text_at("/secret") }
    }

    /// The deliveries to it, newest first.
    pub async fn deliveries(&self, admin: &Client) -> Vec<Value> {
        let listed = admin.get(&format!("{}/deliveries?limit=100", self.path)).await;
        assert_eq!(listed.status, 200, "{listed:?}");
        listed.at("/items").as_array().unwrap().clone()
    }

    /// Waits until so many deliveries have this status.
    pub async fn wait_for(&self, admin: &Client, status: &str, many: usize) -> Vec<Value> {
        for _ in 0..1_000 {
            let all = self.deliveries(admin).await;
            let fit: Vec<_> = all.into_iter().filter(|delivery| delivery["status"] == status).collect();
            if fit.len() >= many {
                return fit;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("never {many} {status}: {:#?}", self.deliveries(admin).await);
    }

    /// One of its deliveries with all attempts.
    pub async fn read(&self, admin: &Client, delivery: &Value) -> Value {
        let id = delivery["id"].as_str().unwrap();
        let read = admin.get(&format!("{}/deliveries/{id}", self.path)).await;
        assert_eq!(read.status, 200, "{read:?}");
        read.json()
    }
}

/// By the reference library.
pub fn is_signed(secret: &str, received: &Received) -> bool {
    let headers: HeaderMap = received
        .headers
        .iter()
        .map(|(name, value)| (name.parse::<HeaderName>().unwrap(), value.parse().unwrap()))
        .collect();
    Webhook::new(secret).unwrap().verify(received.body.as_bytes(), &headers).is_ok()
}

/// A conversation up to the summary, which nobody has said yes to.
pub async fn ready(client: &Client) -> String {
    let session = client.begin().await;
    client.say(&session, "Backend engineer in Lisbon, hybrid.").await;
    session
}

/// Says yes over the API; gives the job post's id.
pub async fn finalize(client: &Client, session: &str) -> String {
    let hash = client.get(&format!("/v1/sessions/{session}")).await.text_at("/content_hash");
    let finalized =
        client.post(&format!("/v1/sessions/{session}/finalize"), json!({ "content_hash": hash })).await;
    assert!(finalized.status < 300, "{finalized:?}");
    finalized.text_at("/id")
}

pub async fn count(app: &App, what: &'static str, at_least: i64) -> i64 {
    for _ in 0..500 {
        if app.count(what).await >= at_least {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    app.count(what).await
}
