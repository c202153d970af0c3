//! Signed webhooks (Standard Webhooks), to test a receiver with.

use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

/// Public, since it only signs fixtures.
const SECRET: &[u8] = b"a secret for fixtures, no more";
const ID: &str = "019a9f41-0000-7000-8000-0000000000a3";
/// The time of the documentation's examples, in two notations.
const SENT_AT: i64 = 1_795_000_540;
const TIMESTAMP: &str = "2026-11-18T11:15:40.000Z";

const DATA: &str = include_str!("../data/webhooks.json");

/// One fixture for each type: the headers, the exact body, and the secret that signs it.
pub fn fixtures() -> Vec<(String, Value)> {
    let all: Map<String, Value> =
        serde_json::from_str(DATA).unwrap_or_else(|error| panic!("data/webhooks.json: {error}"));
    let fixtures = all.into_iter().map(|(kind, data)| {
        let fixture = fixture(&json!({"type": kind, "timestamp": TIMESTAMP, "data": data}));
        (kind, fixture)
    });
    fixtures.collect()
}

fn fixture(event: &Value) -> Value {
    let body = event.to_string();
    let key = hmac::Key::new(hmac::HMAC_SHA256, SECRET);
    let signature = hmac::sign(&key, format!("{ID}.{SENT_AT}.{body}").as_bytes());
    json!({
        "secret": format!("whsec_{}", STANDARD.encode(SECRET)),
        "headers": {
            "content-type": "application/json",
            "webhook-id": ID,
            "webhook-timestamp": SENT_AT.to_string(),
            "webhook-signature": format!("v1,{}", STANDARD.encode(signature)),
        },
        "body": body,
    })
}
