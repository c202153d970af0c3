//! Somebody with an organization of their own, who talks. What comes before the clock runs is done with the client that
//! partners have.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};

use postwright_client::{Client, describe};
use serde_json::Value;

use crate::Result;

const PASSWORD: &str = "tall ships leave at dawn";

/// Numbers of people and messages of this run.
static NEXT: AtomicU64 = AtomicU64::new(1);

#[derive(Clone, Debug)]
pub struct Person {
    client: Client,
    pub token: String,
    pub organization: String,
}

pub fn next_number() -> u64 {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

impl Person {
    pub async fn sign_up(address: SocketAddr) -> Result<Self> {
        let name = &*format!("person-{}", next_number());
        let base_url = format!("http://{address}");
        let nobody = Client::anonymous(&base_url);
        let wish = nobody.sign_up().body_map(|wish| {
            wish.organization_name(name).name(name).email(format!("{name}@example.com")).password(PASSWORD)
        });
        let tokens = wish.send().await.map_err(|error| describe(&error))?.into_inner();
        Self::signed_in(&base_url, tokens.access_token, tokens.organization_id.to_string())
    }

    pub fn signed_in(base_url: &str, token: String, organization: String) -> Result<Self> {
        Ok(Self { client: Client::with_token(base_url, &token)?, token, organization })
    }

    /// Begins a conversation; gives its id.
    pub async fn begin(&self) -> Result<String> {
        let session = self.client.start_session().send().await.map_err(|error| describe(&error))?;
        Ok(session.id.to_string())
    }
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
