//! Somebody with an organization of their own, who talks.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Value, json};

use crate::Result;
use crate::connection::Connection;

/// Numbers of people and messages of this run.
static NEXT: AtomicU64 = AtomicU64::new(1);

#[derive(Clone, Debug)]
pub struct Person {
    pub token: String,
    pub organization: String,
}

pub fn next_number() -> u64 {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

impl Person {
    pub async fn sign_up(address: SocketAddr) -> Result<Self> {
        let name = format!("person-{}", next_number());
        let wish = json!({
            "organization_name": name, "name": name, "email": format!("{name}@example.com"),
            "password": "tall ships leave at dawn",
        });
        let tokens = Connection::open(address, "").await?.post("/v1/auth/sign-up", &[], &wish).await?;
        let tokens = expected(201, &tokens)?;
        Ok(Self { token: text(&tokens, "access_token")?, organization: text(&tokens, "organization_id")? })
    }
}

/// Begins a conversation; gives its id.
pub async fn begin(connection: &mut Connection) -> Result<String> {
    let session = connection.post("/v1/sessions", &[], &json!({})).await?;
    text(&expected(201, &session)?, "id")
}

pub fn expected(status: u16, reply: &crate::connection::Reply) -> Result<Value> {
    if reply.status == status {
        return reply.json();
    }
    Err(format!("answered with {}: {}", reply.status, String::from_utf8_lossy(&reply.body)).into())
}

pub fn text(value: &Value, member: &str) -> Result<String> {
    Ok(value[member].as_str().ok_or_else(|| format!("an answer without {member}"))?.to_owned())
}
