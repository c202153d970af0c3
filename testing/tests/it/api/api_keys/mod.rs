//! API keys: admins create and revoke them, programs call with them.

mod acting_for;
mod authentication;
mod ending;
mod management;

use serde_json::Value;
use tests::{Client, Key};

/// Status and error code of `GET /v1/me`.
pub async fn me(client: &Client) -> (u16, Value) {
    let me = client.get("/v1/me").await;
    (me.status, me.at("/code"))
}

pub fn path_of(key: &Key) -> String {
    format!("/v1/api-keys/{}", key.id)
}
