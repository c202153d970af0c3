//! A webhook endpoint that a test has registered, its deliveries, and the check of their signatures.

use reqwest::header::{HeaderMap, HeaderName};
use serde_json::{Value, json};
use standardwebhooks::Webhook;

use crate::{Client, Received, Receiver, wait_until};

/// The type of the event that verifies an endpoint.
const VERIFICATION: &str = "webhook_endpoint.verification";

pub struct WebhookEndpoint {
    /// As `/v1/webhook-endpoints/…`.
    pub path: String,
    pub secret: String,
}

impl WebhookEndpoint {
    /// Registers the receiver for these event types, or for all types when `types` is empty, and waits until it is verified.
    /// Needs a worker.
    pub async fn add(admin: &Client, receiver: &Receiver, types: &[&str]) -> Self {
        let endpoint = Self::add_unverified(admin, receiver, types).await;
        endpoint.wait_until_verified(admin).await;
        endpoint
    }

    /// Registers the receiver without waiting.
    pub async fn add_unverified(admin: &Client, receiver: &Receiver, types: &[&str]) -> Self {
        let body = json!({ "url": receiver.url(), "event_types": types });
        let created = admin.post("/v1/webhook-endpoints", body).await;
        assert_eq!(created.status, 201, "{created:?}");
        Self { path: created.header("location").to_owned(), secret: created.text_at("/secret") }
    }

    pub async fn wait_until_verified(&self, admin: &Client) {
        wait_until("the endpoint is verified", async || self.unverified_since(admin).await.is_null()).await;
    }

    /// Since when it waits for its verification; null once it is verified.
    pub async fn unverified_since(&self, admin: &Client) -> Value {
        let read = admin.get(&self.path).await;
        assert_eq!(read.status, 200, "{read:?}");
        read.at("/unverified_since")
    }

    /// Sends a test event to the endpoint; returns the delivery.
    pub async fn test(&self, admin: &Client) -> crate::Reply {
        let tested = admin.post(&format!("{}/test", self.path), json!({})).await;
        assert_eq!(tested.status, 201, "{tested:?}");
        tested
    }

    /// Its deliveries without verifications, newest first.
    pub async fn deliveries(&self, admin: &Client) -> Vec<Value> {
        self.listed(admin, |kind| kind != VERIFICATION).await
    }

    /// The deliveries of its verifications, newest first.
    pub async fn verifications(&self, admin: &Client) -> Vec<Value> {
        self.listed(admin, |kind| kind == VERIFICATION).await
    }

    async fn listed(&self, admin: &Client, is_wanted: impl Fn(&Value) -> bool) -> Vec<Value> {
        let listed = admin.get(&format!("{}/deliveries?limit=100", self.path)).await;
        assert_eq!(listed.status, 200, "{listed:?}");
        let mut items = listed.at("/items").as_array().cloned().unwrap_or_default();
        items.retain(|delivery| is_wanted(&delivery["event_type"]));
        items
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
