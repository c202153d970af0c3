//! API keys and clients that use them.

use serde_json::json;

use crate::{App, Client, Person};

/// The names of all scopes.
pub fn every_scope() -> Vec<&'static str> {
    domain::Scope::ALL.into_iter().map(domain::Scope::name).collect()
}

/// An API key. Dereferences to a [`Client`] that sends it.
pub struct Key {
    client: Client,
    pub id: String,
    /// The key itself, as `pw_live_…`.
    pub key: String,
}

impl std::ops::Deref for Key {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

impl App {
    /// Creates a key of live mode.
    pub async fn live_key(&self, admin: &Person, scopes: &[&str]) -> Key {
        self.key(admin, true, scopes).await
    }

    /// Creates a key of test mode.
    pub async fn test_key(&self, admin: &Person, scopes: &[&str]) -> Key {
        self.key(admin, false, scopes).await
    }

    async fn key(&self, admin: &Person, livemode: bool, scopes: &[&str]) -> Key {
        let body = json!({ "name": "Careers page", "livemode": livemode, "scopes": scopes });
        let created = admin.post("/v1/api-keys", body).await;
        assert_eq!(created.status, 201, "{created:?}");
        let key = created.text_at("/key");
        Key { client: self.anonymous().with_token(&key), id: created.text_at("/api_key/id"), key }
    }

    /// A client with an access token that the key was exchanged for.
    pub async fn client_of(&self, key: &Key) -> Client {
        let form =
            [("grant_type", "client_credentials"), ("client_id", &key.id), ("client_secret", &key.key)];
        let token = self.anonymous().form("/v1/oauth/token", &form).await;
        assert_eq!(token.status, 200, "{token:?}");
        self.anonymous().with_token(token.text_at("/access_token"))
    }
}
