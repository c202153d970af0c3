//! An identity provider (OpenID Connect) of the tests' own, on loopback. It speaks the real protocol, and fails, forges and rotates
//! its keys as a test says.

mod forgery;
mod keys;
mod server;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::AbortHandle;

pub use forgery::Forgery;

use crate::{App, Client, Person, Reply};

/// What the issuer knows Postwright by.
pub const CLIENT_ID: &str = "postwright of the tests";
pub const CLIENT_SECRET: &str = "canary secret: of + the/client";

/// Listens until it is dropped.
pub struct Issuer {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    serving: AbortHandle,
}

/// How an endpoint of the issuer fails.
#[derive(Clone, Debug)]
pub enum Failure {
    /// Responds with this status and body.
    Status(u16, &'static str),
    /// Responds after this time.
    Slow(Duration),
    /// Closes the connection.
    Cut,
}

#[derive(Default)]
struct State {
    /// Claims of the person who signs in, in place of those that the issuer makes. `null` removes a claim.
    claims: serde_json::Map<String, Value>,
    forgery: Option<Forgery>,
    /// By the end of the path: `openid-configuration`, `keys`, `token`.
    failures: BTreeMap<&'static str, Failure>,
    /// The number of the key that signs.
    key: usize,
    /// What was granted, by code.
    grants: BTreeMap<String, Grant>,
    /// How many codes were granted.
    granted: usize,
    /// The paths of requests.
    requests: Vec<String>,
}

/// What a code stands for.
struct Grant {
    nonce: String,
    challenge: String,
    redirect_uri: String,
    is_fresh: bool,
}

impl Issuer {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let state = Arc::<Mutex<State>>::default();
        let serving = tokio::spawn(server::serve(listener, format!("http://{address}"), state.clone()));
        Self { address, state, serving: serving.abort_handle() }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The person who signs in from now on, with a verified address.
    pub fn is(&self, subject: &str, email: &str) {
        let claims = json!({ "sub": subject, "email": email, "email_verified": true, "name": format!("Name of {subject}") });
        self.lock().claims = claims.as_object().cloned().expect("an object");
    }

    /// Says this in ID tokens from now on. `null` removes a claim.
    pub fn says(&self, claim: &str, value: Value) {
        self.lock().claims.insert(claim.to_owned(), value);
    }

    /// Forges the tokens from now on.
    pub fn forges(&self, forgery: Option<Forgery>) {
        self.lock().forgery = forgery;
    }

    /// How an endpoint fails from now on: `openid-configuration`, `keys` or `token`.
    pub fn fails(&self, endpoint: &'static str, failure: Failure) {
        self.lock().failures.insert(endpoint, failure);
    }

    pub fn recovers(&self) {
        self.lock().failures.clear();
    }

    /// Signs with another key from now on, and publishes only that.
    pub fn rotates_keys(&self) {
        self.lock().key += 1;
    }

    /// The number of requests to an endpoint.
    pub fn requests(&self, endpoint: &str) -> usize {
        self.lock().requests.iter().filter(|path| path.ends_with(endpoint)).count()
    }

    /// Opens an authorization URL as the person's browser does. Returns what the issuer appends to the redirect URI.
    pub async fn authorize(&self, url: &str) -> String {
        let browser = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
        let response = browser.build().expect("a client").get(url).send().await.expect("a response");
        let location = response.headers().get("location").expect("a redirect").to_str().expect("a text");
        location.split_once('?').expect("a query").1.to_owned()
    }

    /// What an owner sends to configure this issuer.
    pub fn configuration(&self) -> Value {
        json!({ "issuer": self.url(), "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET })
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("the state")
    }
}

impl Drop for Issuer {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl App {
    /// Configures the issuer for the organization of `owner`, with more members of the request.
    pub async fn configure(&self, owner: &Client, issuer: &Issuer, more: Value) {
        let mut body = issuer.configuration();
        body.as_object_mut().expect("an object").extend(more.as_object().cloned().unwrap_or_default());
        let put = owner.put("/v1/organization/identity-provider", body).await;
        assert_eq!(put.status, 200, "{put:?}");
    }

    /// Verifies an e-mail domain for the organization of `owner`, through the link of the e-mail.
    pub async fn verify_domain(&self, owner: &Client, domain: &str) -> Reply {
        let added = json!({ "domain": domain, "recipient": "postmaster" });
        let added = owner.post("/v1/organization/email-domains", added).await;
        assert_eq!(added.status, 201, "{added:?}");
        let token = self.outbox().token("verify_domain", &format!("postmaster@{domain}")).await;
        let verified = self.anonymous().post("/v1/auth/verify-domain", json!({ "token": token })).await;
        assert_eq!(verified.status, 204, "{verified:?}");
        added
    }

    /// An issuer for the organization of `owner`, which has verified `example.com`.
    pub async fn issuer_of(&self, owner: &Client, more: Value) -> Issuer {
        let issuer = Issuer::start().await;
        self.configure(owner, &issuer, more).await;
        self.verify_domain(owner, "example.com").await;
        issuer
    }
}

impl Client {
    pub async fn begin_single_sign_on(&self, body: Value) -> Reply {
        self.post("/v1/auth/single-sign-on", body).await
    }

    pub async fn complete_single_sign_on(&self, begun: &Reply, response: &str) -> Reply {
        let body = json!({ "sign_in_token": begun.text_at("/sign_in_token"), "response": response });
        self.post("/v1/auth/single-sign-on/complete", body).await
    }

    /// Signs in to an organization as the person that the issuer says.
    pub async fn single_sign_on(&self, issuer: &Issuer, organization: &str) -> Reply {
        self.single_sign_on_with(issuer, json!({ "organization_id": organization })).await
    }

    /// [`Self::single_sign_on`] with another begin.
    pub async fn single_sign_on_with(&self, issuer: &Issuer, body: Value) -> Reply {
        let begun = self.begin_single_sign_on(body).await;
        assert_eq!(begun.status, 200, "{begun:?}");
        let response = issuer.authorize(&begun.text_at("/authorization_url")).await;
        self.complete_single_sign_on(&begun, &response).await
    }
}

impl App {
    /// Signs in to the organization of `owner` as the issuer's `<name>`, whose address is `<name>@example.com`.
    pub async fn by_single_sign_on(&self, owner: &Person, issuer: &Issuer, name: &str) -> Person {
        let email = format!("{name}@example.com");
        issuer.is(name, &email);
        let tokens = self.anonymous().single_sign_on(issuer, &owner.organization_id).await;
        assert_eq!(tokens.status, 200, "{tokens:?}");
        self.signed_in(email, &tokens).await
    }
}
