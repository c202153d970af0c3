//! A person with an organization. Requests that are not measured are sent with the Rust client.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use postwright_client::{Client, describe};
use serde_json::Value;

use crate::Result;

pub const PASSWORD: &str = "tall ships leave at dawn";

const EMAIL_POLL_INTERVAL: Duration = Duration::from_millis(50);
/// In all half a minute.
const EMAIL_POLLS: u32 = 600;

/// The next number of a person or a message.
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
    /// Signs up through the link in the e-mail, which the worker writes to the folder `emails`.
    pub async fn sign_up(address: SocketAddr, emails: &Path) -> Result<Self> {
        let name = &*format!("person-{}", next_number());
        let base_url = format!("http://{address}");
        let anonymous = Client::anonymous(&base_url);
        let email = &*format!("{name}@example.com");
        let request = anonymous.sign_up().body_map(|body| body.email(email));
        request.send().await.map_err(|error| describe(&error))?;
        let token = token_for(email, emails).await?;
        let request = anonymous
            .complete_sign_up()
            .body_map(|body| body.token(token).organization_name(name).name(name).password(PASSWORD));
        let tokens = request.send().await.map_err(|error| describe(&error))?.into_inner();
        Self::signed_in(&base_url, tokens.access_token, tokens.organization_id.to_string())
    }

    pub fn signed_in(base_url: &str, token: String, organization: String) -> Result<Self> {
        Ok(Self { client: Client::with_token(base_url, &token)?, token, organization })
    }

    /// Starts a session; returns its id.
    pub async fn begin(&self) -> Result<String> {
        let session = self.client.start_session().send().await.map_err(|error| describe(&error))?;
        Ok(session.id.to_string())
    }
}

/// Waits for the e-mail to this address; returns the token of its link.
async fn token_for(email: &str, emails: &Path) -> Result<String> {
    let recipient = format!("\nTo: {email}\n");
    for _ in 0..EMAIL_POLLS {
        for file in std::fs::read_dir(emails).into_iter().flatten() {
            let text = std::fs::read_to_string(file?.path()).unwrap_or_default();
            if text.contains(&recipient)
                && let Some((_, token)) = text.split_once("#token=")
            {
                return Ok(token.split_whitespace().next().unwrap_or_default().to_owned());
            }
        }
        tokio::time::sleep(EMAIL_POLL_INTERVAL).await;
    }
    Err(format!("no e-mail to {email}").into())
}

/// The body of a response that must have this status.
pub fn expected(status: u16, reply: &crate::connection::Reply) -> Result<Value> {
    if reply.status == status {
        return reply.json();
    }
    Err(format!("a response with {}: {}", reply.status, String::from_utf8_lossy(&reply.body)).into())
}

/// A string member of a response.
pub fn text(value: &Value, member: &str) -> Result<String> {
    Ok(value[member].as_str().ok_or_else(|| format!("a response without {member}"))?.to_owned())
}
