//! What the audited operations act on: people, objects, bodies and ids.

use std::collections::BTreeMap;

use domain::accounts::sign_in_links;
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use tests::{App, Authenticator, Client, Issuer, Key, PASSWORD, Person, Receiver, Reply, WebhookEndpoint};

use crate::api::publications::{finalize_by_conversation, set_target, wait_for_publication};
use crate::security::scopes::Operation;

/// Who performs an operation.
#[derive(Clone, Copy, PartialEq)]
pub enum As {
    /// The owner of the organization, who has just signed in.
    Owner,
    /// A member who leaves.
    Leaver,
    /// A member who enrols an authenticator app.
    Cautious,
    /// A request without a token, with the owner's credential. The entry names the owner.
    Anonymous,
    /// A request without a token, with an API key's credential. The entry names the key.
    Client,
    /// A request of somebody who is not known.
    Stranger,
}

/// The address that the owner moves to.
const NEW_ADDRESS: &str = "moved@example.com";
/// The address of a sign-up.
const NEWCOMER: &str = "newcomer@example.com";
/// The address of an invitation.
const GUEST: &str = "guest@example.com";

pub struct Stage {
    owner: Person,
    leaver: Person,
    cautious: Person,
    /// Of the cautious member.
    authenticator: Option<Authenticator>,
    /// Becomes the owner at last.
    heir: Person,
    /// By the parameter in the path.
    ids: BTreeMap<&'static str, String>,
    key: Key,
    receiver: Receiver,
    issuer: Issuer,
}

impl Stage {
    pub async fn set(app: &App) -> Self {
        let owner = app.owner("ada").await;
        let leaver = app.colleague(&owner, "bob", "member").await;
        let cautious = app.colleague(&owner, "eve", "member").await;
        let heir = app.colleague(&owner, "cid", "member").await;
        let receiver = Receiver::start().await;
        let endpoint = WebhookEndpoint::add(&owner, &receiver, &["webhook.test"]).await;
        let delivery = endpoint.test(&owner).await.text_at("/id");
        endpoint.wait_for(&owner, "delivered", 1).await;
        set_target(&owner, json!({ "format": "ai_create", "url": receiver.url() })).await;
        let (session, _) = finalize_by_conversation(&owner).await;
        let publication = wait_for_publication(&owner, "delivered").await.text_at("/id");
        let job_post = owner.get("/v1/job-posts").await.text_at("/items/0/id");
        let template = json!({ "name": "Cooks", "from_job_post": job_post });
        let template = owner.post("/v1/templates", template).await.text_at("/id");
        let key = app.live_key(&owner, &["sessions:read"]).await;
        let sign_up = json!({ "email": NEWCOMER });
        assert_eq!(app.anonymous().post("/v1/auth/sign-up", sign_up).await.status, 202);
        let ids = BTreeMap::from([
            ("{webhook_endpoint_id}", endpoint.path.rsplit('/').next().unwrap().to_owned()),
            ("{delivery_id}", delivery),
            ("{session_id}", session),
            ("{publication_id}", publication),
            ("{job_post_id}", job_post),
            ("{template_id}", template),
            ("{api_key_id}", key.id.clone()),
        ]);
        let issuer = Issuer::start().await;
        Self { owner, leaver, cautious, authenticator: None, heir, ids, key, receiver, issuer }
    }

    pub fn owner_id(&self) -> &str {
        &self.owner.user_id
    }

    pub fn leaver_id(&self) -> &str {
        &self.leaver.user_id
    }

    pub fn cautious_id(&self) -> &str {
        &self.cautious.user_id
    }

    pub fn key_id(&self) -> &str {
        &self.key.id
    }

    pub async fn perform(&mut self, app: &App, operation: &Operation, by: As) -> Reply {
        let client: Client = match by {
            As::Owner if operation.id.ends_with("_browser") => app.sign_in_browser(&self.owner.email).await,
            As::Owner => app.sign_in(&self.owner.email).await.clone(),
            As::Leaver => self.leaver.clone(),
            As::Cautious => self.cautious.clone(),
            As::Anonymous | As::Client | As::Stranger => app.anonymous(),
        };
        let client = if by == As::Anonymous { client.in_browser() } else { client };
        self.prepare(app, &operation.id, &client).await;
        let body = self.body(app, &operation.id).await;
        operation.call_with_body(&client, |parameter| self.ids.get(parameter).cloned(), body).await
    }

    /// Adds the ids that an operation needs for itself alone.
    async fn prepare(&mut self, app: &App, operation: &str, client: &Client) {
        let id = match operation {
            "reopen_session" => {
                let expired = "update session set expires_at = app_clock() - interval '1 minute'";
                sqlx::query(expired).execute(app.superuser()).await.unwrap();
                return;
            }
            "update_member" => ("{user_id}", self.heir.user_id.clone()),
            "remove_member" => ("{user_id}", app.colleague(&self.owner, "dan", "member").await.user_id),
            "resend_invitation" | "revoke_invitation" | "accept_invitation" => {
                let address = if operation == "accept_invitation" {
                    GUEST.to_owned()
                } else {
                    format!("{operation}@example.com")
                };
                let invited = json!({ "email": address, "role": "member" });
                ("{invitation_id}", self.owner.post("/v1/invitations", invited).await.text_at("/id"))
            }
            "confirm_totp" => {
                let enrolment = client.post("/v1/me/totp", json!({ "password": PASSWORD })).await;
                self.authenticator = Some(Authenticator::read(&enrolment.text_at("/uri")));
                return;
            }
            "complete_single_sign_on" => {
                app.verify_domain(&self.owner, "example.com").await;
                return self.issuer.is("owner", &self.owner.email);
            }
            "remove_email_domain" => {
                let domains = client.get("/v1/organization/email-domains").await;
                ("{email_domain_id}", domains.text_at("/items/0/id"))
            }
            "remove_totp" => return app.forget_codes().await,
            "delete_job_post_session" => ("{session_id}", client.begin().await),
            "end_login" => {
                app.sign_in(&self.owner.email).await;
                let logins = client.get("/v1/me/logins").await.at("/items");
                let other = logins.as_array().unwrap().iter().find(|login| login["current"] == false);
                ("{login_id}", other.unwrap()["id"].as_str().unwrap().to_owned())
            }
            _ => return,
        };
        self.ids.extend([id]);
    }

    /// The body of an operation whose example in openapi.yaml does not suit.
    #[expect(clippy::disallowed_methods, reason = "any recent time will do for a recovery")]
    async fn body(&self, app: &App, operation: &str) -> Option<Value> {
        let token = async |kind: &str, address: &str| app.outbox().token(kind, address).await;
        Some(match operation {
            "complete_sign_up" => {
                let token = token("complete_sign_up", NEWCOMER).await;
                json!({ "token": token, "organization_name": "Newcomers", "name": "Newcomer", "password": PASSWORD })
            }
            "sign_in" | "sign_in_browser" => json!({ "email": self.owner.email, "password": PASSWORD }),
            "reauthenticate_login" | "reauthenticate_browser" => json!({ "password": PASSWORD }),
            "put_identity_provider" => self.issuer.configuration(),
            "verify_email_domain" => {
                json!({ "token": token("verify_domain", "postmaster@papaya.example").await })
            }
            "complete_single_sign_on" | "complete_browser_single_sign_on" => {
                let begin = json!({ "email": self.owner.email });
                let begun = app.anonymous().begin_single_sign_on(begin).await;
                let response = self.issuer.authorize(&begun.text_at("/authorization_url")).await;
                json!({ "sign_in_token": begun.text_at("/sign_in_token"), "response": response })
            }
            "open_sign_in_link" => {
                let token = sign_in_links::issue(&app.db, &self.owner.email).await.unwrap();
                json!({ "token": token.expose_secret() })
            }
            "create_invitation" => json!({ "email": "third@example.com", "role": "viewer" }),
            "accept_invitation" => {
                json!({ "token": token("invitation", GUEST).await, "name": "Guest", "password": PASSWORD })
            }
            "confirm_totp" => json!({ "code": self.authenticator.as_ref()?.code() }),
            "renew_recovery_codes" => {
                json!({ "password": PASSWORD, "code": self.authenticator.as_ref()?.next_code() })
            }
            "remove_totp" => json!({ "password": PASSWORD, "code": self.authenticator.as_ref()?.code() }),
            "issue_token" => json!({
                "grant_type": "client_credentials", "client_id": self.key.id, "client_secret": self.key.key,
            }),
            "update_api_key" => json!({ "name": "Renamed" }),
            "update_member" => json!({ "role": "admin" }),
            "put_publication_target" => {
                json!({ "format": "ai_create", "url": format!("{}/other", self.receiver.url()) })
            }
            "create_webhook_endpoint" => json!({ "url": self.receiver.url() }),
            "create_template" | "update_template" => json!({ "name": "Waiters" }),
            "update_webhook_endpoint" => json!({ "description": "Changed" }),
            "recover_webhooks" => json!({ "since": chrono::Utc::now() - chrono::TimeDelta::days(1) }),
            "request_password_reset" => json!({ "email": self.owner.email }),
            "reset_password" => {
                json!({ "token": token("password_reset", &self.owner.email).await, "password": PASSWORD })
            }
            "change_password" => json!({ "current_password": PASSWORD, "new_password": PASSWORD }),
            "transfer_ownership" => json!({ "user_id": self.heir.user_id }),
            "request_email_change" => json!({ "email": NEW_ADDRESS, "current_password": PASSWORD }),
            "confirm_email" => json!({ "token": token("confirm_email", NEW_ADDRESS).await }),
            _ => return None,
        })
    }
}
