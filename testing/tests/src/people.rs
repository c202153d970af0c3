//! People who are signed in.

use serde_json::json;

use crate::{App, Client};

/// Good enough for the rule; every test person has it.
pub const PASSWORD: &str = "tall ships leave at dawn";

/// Somebody with a login. Used like a [`Client`] of theirs.
pub struct Person {
    client: Client,
    pub email: String,
    pub user_id: String,
    pub organization_id: String,
    pub refresh_token: String,
}

impl std::ops::Deref for Person {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

impl App {
    /// Somebody with a new organization of their own, named after them.
    pub async fn owner(&self, name: &str) -> Person {
        let email = format!("{name}@example.com");
        let wish = json!({
            "organization_name": format!("{name} trading"), "name": name, "email": email, "password": PASSWORD,
        });
        let tokens = self.nobody().post("/v1/auth/sign-up", wish).await;
        assert_eq!(tokens.status, 201, "{tokens:?}");
        self.signed_in(email, &tokens).await
    }

    /// Somebody new in the organization of `admin`.
    pub async fn colleague(&self, admin: &Person, name: &str, role: &str) -> Person {
        let email = format!("{name}@example.com");
        let wish = json!({ "email": email, "name": name, "role": role, "password": PASSWORD });
        let added = admin.post("/v1/members", wish).await;
        assert_eq!(added.status, 201, "{added:?}");
        self.sign_in(&email).await
    }

    pub async fn sign_in(&self, email: &str) -> Person {
        let tokens =
            self.nobody().post("/v1/auth/sign-in", json!({ "email": email, "password": PASSWORD })).await;
        assert_eq!(tokens.status, 200, "{tokens:?}");
        self.signed_in(email.to_owned(), &tokens).await
    }

    async fn signed_in(&self, email: String, tokens: &crate::Reply) -> Person {
        let client = self.nobody().with_token(tokens.text_at("/access_token"));
        let me = client.get("/v1/me").await;
        assert_eq!(me.status, 200, "{me:?}");
        Person {
            client,
            email,
            user_id: me.text_at("/user_id"),
            organization_id: tokens.text_at("/organization_id"),
            refresh_token: tokens.text_at("/refresh_token"),
        }
    }
}
