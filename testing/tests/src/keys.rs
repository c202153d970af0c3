//! API keys, as a partner has them.

use serde_json::json;

use crate::{App, Client, Person};

/// All scopes that there are.
pub fn every_scope() -> Vec<&'static str> {
    domain::Scope::ALL.into_iter().map(domain::Scope::name).collect()
}

/// A key. Used like a [`Client`] that calls with it.
pub struct Key {
    client: Client,
    pub id: String,
    /// As it is written.
    pub key: String,
}

impl std::ops::Deref for Key {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

impl App {
    /// A new key of live mode.
    pub async fn live_key(&self, admin: &Person, scopes: &[&str]) -> Key {
        self.key(admin, true, scopes).await
    }

    /// A new key of test mode.
    pub async fn test_key(&self, admin: &Person, scopes: &[&str]) -> Key {
        self.key(admin, false, scopes).await
    }

    async fn key(&self, admin: &Person, livemode: bool, scopes: &[&str]) -> Key {
        let wish = json!({ "name": "Careers page", "livemode": livemode, "scopes": scopes });
        let made = admin.post("/v1/api-keys", wish).await;
        assert_eq!(made.status, 201, "{made:?}");
        let key = made.text_at("/key");
        Key { client: self.nobody().with_token(&key), id: made.text_at("/api_key/id"), key }
    }

    /// An access token for the key, as a client of its own.
    pub async fn client_of(&self, key: &Key) -> Client {
        let form =
            [("grant_type", "client_credentials"), ("client_id", &key.id), ("client_secret", &key.key)];
        let token = self.nobody().form("/v1/oauth/token", &form).await;
        assert_eq!(token.status, 200, "{token:?}");
        self.nobody().with_token(token.text_at("/access_token"))
    }
}
