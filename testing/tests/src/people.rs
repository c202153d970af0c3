//! People with an account, signed in.

use serde_json::json;

use crate::{App, Client, Outbox, Reply};

/// The password of every test person. It meets the password rules.
pub const PASSWORD: &str = "tall ships leave at dawn";

/// A signed-in person. Dereferences to their [`Client`].
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

impl Client {
    /// Signs up `<name>@example.com` as the owner of a new organization, `<name> trading`, through the link of the e-mail.
    /// Returns the tokens.
    pub async fn sign_up(&self, name: &str, outbox: &Outbox) -> Reply {
        let email = format!("{name}@example.com");
        let body = json!({ "organization_name": format!("{name} trading"), "name": name, "email": email });
        let requested = self.post("/v1/auth/sign-up", body).await;
        assert_eq!(requested.status, 202, "{requested:?}");
        let token = outbox.token("complete_sign_up", &email).await;
        let tokens = self.complete_sign_up(&token).await;
        assert_eq!(tokens.status, 201, "{tokens:?}");
        tokens
    }

    /// Chooses [`PASSWORD`] with the token of a sign-up.
    pub async fn complete_sign_up(&self, token: &str) -> Reply {
        self.post("/v1/auth/complete-sign-up", json!({ "token": token, "password": PASSWORD })).await
    }

    /// [`Self::sign_up`]; returns a client with the access token.
    pub async fn sign_up_owner(&self, name: &str, outbox: &Outbox) -> Client {
        self.with_token(self.sign_up(name, outbox).await.text_at("/access_token"))
    }
}

impl App {
    /// A new person who owns a new organization.
    pub async fn owner(&self, name: &str) -> Person {
        let tokens = self.anonymous().sign_up(name, &self.outbox()).await;
        self.signed_in(format!("{name}@example.com"), &tokens).await
    }

    /// A new person in the organization of `admin`.
    pub async fn colleague(&self, admin: &Person, name: &str, role: &str) -> Person {
        let email = format!("{name}@example.com");
        let body = json!({ "email": email, "name": name, "role": role, "password": PASSWORD });
        let added = admin.post("/v1/members", body).await;
        assert_eq!(added.status, 201, "{added:?}");
        self.sign_in(&email).await
    }

    pub async fn sign_in(&self, email: &str) -> Person {
        let tokens =
            self.anonymous().post("/v1/auth/sign-in", json!({ "email": email, "password": PASSWORD })).await;
        assert_eq!(tokens.status, 200, "{tokens:?}");
        self.signed_in(email.to_owned(), &tokens).await
    }

    /// The person of these tokens.
    pub async fn signed_in(&self, email: String, tokens: &Reply) -> Person {
        let client = self.anonymous().with_token(tokens.text_at("/access_token"));
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
