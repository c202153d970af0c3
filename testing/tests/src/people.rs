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
        let requested = self.post("/v1/auth/sign-up", json!({ "email": email })).await;
        assert_eq!(requested.status, 202, "{requested:?}");
        let token = outbox.token("complete_sign_up", &email).await;
        let tokens = self.complete_sign_up(&token, name).await;
        assert_eq!(tokens.status, 201, "{tokens:?}");
        tokens
    }

    /// Chooses a name, `<name> trading` and [`PASSWORD`] with the token of a sign-up.
    pub async fn complete_sign_up(&self, token: &str, name: &str) -> Reply {
        let organization = format!("{name} trading");
        let body =
            json!({ "token": token, "organization_name": organization, "name": name, "password": PASSWORD });
        self.post("/v1/auth/complete-sign-up", body).await
    }

    /// Accepts with [`PASSWORD`], which an account of the address must have.
    pub async fn accept_invitation(&self, token: &str, name: &str) -> Reply {
        let body = json!({ "token": token, "name": name, "password": PASSWORD });
        self.post("/v1/auth/accept-invitation", body).await
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

    /// `<name>@example.com` in the organization of `admin`, by an invitation. Signed in there.
    pub async fn colleague(&self, admin: &Person, name: &str, role: &str) -> Person {
        let email = format!("{name}@example.com");
        let token = self.invite(admin, &email, role).await;
        let tokens = self.anonymous().accept_invitation(&token, name).await;
        assert_eq!(tokens.status, 201, "{tokens:?}");
        self.signed_in(email, &tokens).await
    }

    /// A person with an account joins the organization of `admin`, by an invitation. Signed in there.
    pub async fn joins(&self, admin: &Person, person: &Person, role: &str) -> Person {
        let token = self.invite(admin, &person.email, role).await;
        let tokens = self.anonymous().accept_invitation(&token, "ignored").await;
        assert_eq!(tokens.status, 201, "{tokens:?}");
        self.signed_in(person.email.clone(), &tokens).await
    }

    /// Invites the address to the organization of `admin`; returns the token of the link.
    pub async fn invite(&self, admin: &Person, email: &str, role: &str) -> String {
        let invited = admin.post("/v1/invitations", json!({ "email": email, "role": role })).await;
        assert_eq!(invited.status, 201, "{invited:?}");
        self.outbox().token("invitation", email).await
    }

    pub async fn sign_in(&self, email: &str) -> Person {
        let tokens =
            self.anonymous().post("/v1/auth/sign-in", json!({ "email": email, "password": PASSWORD })).await;
        assert_eq!(tokens.status, 200, "{tokens:?}");
        self.signed_in(email.to_owned(), &tokens).await
    }

    /// Signs a person in with a browser.
    pub async fn sign_in_browser(&self, email: &str) -> Client {
        let page = self.anonymous().in_browser();
        let credentials = json!({ "email": email, "password": PASSWORD });
        let login = page.post("/v1/auth/browser/sign-in", credentials).await;
        assert_eq!(login.status, 200, "{login:?}");
        page.with_cookie_of(&login)
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
