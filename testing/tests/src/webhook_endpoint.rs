//! A webhook endpoint that a test has registered, its deliveries, and the check of their signatures.

use reqwest::header::{HeaderMap, HeaderName};
use serde_json::{Value, json};
use standardwebhooks::Webhook;

use crate::{Client, Received, Receiver, wait_until};

pub struct WebhookEndpoint {
    /// As `/v1/webhook-endpoints/…`.
    pub path: String,
    pub secret: String,
}

impl WebhookEndpoint {
    /// Registers the receiver for these event types; for all types when `types` is empty.
    pub async fn add(admin: &Client, receiver: &Receiver, types: &[&str]) -> Self {
        let body = json!({ "url": receiver.url(), "event_types": types });
        let created = admin.post("/v1/webhook-endpoints", body).await;
        assert_eq!(created.status, 201, "{created:?}");
        Self { path: created.header("location").to_owned(), secret: created.text_at("/secret") }
    }

    /// Sends a test event to the endpoint; returns the delivery.
    pub async fn test(&self, admin: &Client) -> crate::Reply {
        let tested = admin.post(&format!("{}/test", self.path), json!({})).await;
        assert_eq!(tested.status, 201, "{tested:?}");
        tested
    }

    /// Its deliveries, newest first.
    pub async fn deliveries(&self, admin: &Client) -> Vec<Value> {
        let listed = admin.get(&format!("{}/deliveries?limit=100", self.path)).await;
        assert_eq!(listed.status, 200, "{listed:?}");
        listed.at("/items").as_array().cloned().unwrap_or_default()
    }

    /// Waits until at least `count` deliveries have this status, and returns those.
    pub async fn wait_for(&self, admin: &Client, status: &str, count: usize) -> Vec<Value> {
        let mut found = Vec::new();
        wait_until(&format!("{count} deliveries are {status}"), async || {
            found = self.deliveries(admin).await;
            found.retain(|delivery| delivery["status"] == status);
            found.len() >= count
        })
        .await;
        found
    }

    /// One of its deliveries with all attempts.
    pub async fn read(&self, admin: &Client, delivery: &Value) -> Value {
        let id = delivery["id"].as_str().expect("an id");
        let read = admin.get(&format!("{}/deliveries/{id}", self.path)).await;
        assert_eq!(read.status, 200, "{read:?}");
        read.json()
    }
}

/// Whether the reference library accepts the signature.
pub fn is_signed(secret: &str, received: &Received) -> bool {
    let headers: HeaderMap = received
        .headers
        .iter()
        .map(|(name, value)| {
            (name.parse::<HeaderName>().expect("a header's name"), value.parse().expect("a header's value"))
        })
        .collect();
    let webhook = Webhook::new(secret).expect("a secret");
    webhook.verify(received.body.as_bytes(), &headers).is_ok()
}
