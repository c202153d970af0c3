//! The e-mails that wait in a database, read with the keys of its installation: what people would receive.

use domain::{EncryptionKeys, Purpose, Sealer};
use secrecy::ExposeSecret as _;
use serde_json::Value;
use sqlx::PgPool;
use uuid::Uuid;

use crate::wait_until;

/// Reads the e-mails of a database that no worker sends.
#[derive(Clone)]
pub struct Outbox {
    superuser: PgPool,
    sealer: Sealer,
}

impl Outbox {
    pub fn new(superuser: PgPool, sealer: Sealer) -> Self {
        Self { superuser, sealer }
    }

    /// With the keys of a file.
    pub fn with_keys(superuser: PgPool, keys: &str) -> Self {
        Self::new(superuser, Sealer::new(EncryptionKeys::from_text(keys).expect("encryption keys")))
    }

    /// What waits for an address, oldest first: `kind`, `to`, `language`, and the members of the kind.
    pub async fn to(&self, address: &str) -> Vec<Value> {
        let query = "select id, payload from email where status = 'pending' order by id";
        let rows: Vec<(Uuid, Vec<u8>)> =
            sqlx::query_as(query).fetch_all(&self.superuser).await.expect("e-mails");
        let opened = rows.iter().map(|(id, sealed)| {
            let payload = self.sealer.open(Purpose::of_row("email.payload", *id), sealed);
            serde_json::from_slice(payload.expect("a payload").expose_secret()).expect("an e-mail")
        });
        opened.filter(|email: &Value| email["to"] == address).collect()
    }

    /// The kinds of what waits for an address, oldest first.
    pub async fn kinds(&self, address: &str) -> Vec<String> {
        let kind = |email: &Value| email["kind"].as_str().unwrap_or_default().to_owned();
        self.to(address).await.iter().map(kind).collect()
    }

    /// The token of the newest link of this kind to an address. Waits for it.
    pub async fn token(&self, kind: &str, address: &str) -> String {
        let find = async || {
            let emails = self.to(address).await;
            let newest = emails.into_iter().rfind(|email| email["kind"] == kind)?;
            newest["token"].as_str().map(str::to_owned)
        };
        wait_until("the link is in the outbox", async || find().await.is_some()).await;
        find().await.expect("a token")
    }
}
