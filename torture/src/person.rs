//! Somebody with an organization, who says everything until it is answered.

use std::sync::Arc;
use std::time::Duration;

use rand::Rng;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tokio::sync::RwLock;

use crate::Result;
use crate::balancer::Balancer;
use crate::clock::now;
use crate::tally::Tally;

const PASSWORD: &str = "tall ships leave at dawn";
/// Past this nobody believes in an answer any more.
const PATIENCE_SECONDS: f64 = 180.0;

pub struct Person {
    http: reqwest::Client,
    /// Each try goes to any of the APIs.
    balancer: Arc<Balancer>,
    email: String,
    token: RwLock<String>,
    pub organization: String,
    tally: Arc<Tally>,
}

/// What is asked.
pub struct Request<'a> {
    pub method: Method,
    pub path: &'a str,
    pub key: Option<&'a str>,
    /// Seconds to wait for the turn's end.
    pub wait: u64,
    pub body: Option<Value>,
}

/// What the server said, in the end.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub is_replayed: bool,
    pub text: String,
    pub retry_after: Option<f64>,
    /// How often it was asked.
    pub tries: u32,
}

impl Reply {
    #[must_use]
    pub fn at(&self, pointer: &str) -> Value {
        let body: Value = serde_json::from_str(&self.text).unwrap_or_default();
        body.pointer(pointer).cloned().unwrap_or_default()
    }

    #[must_use]
    pub fn text_at(&self, pointer: &str) -> String {
        self.at(pointer).as_str().unwrap_or_default().to_owned()
    }
}

impl Person {
    /// # Errors
    /// The sign-up is refused.
    pub async fn sign_up(balancer: Arc<Balancer>, name: &str, tally: Arc<Tally>) -> Result<Self> {
        let http = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(40)).build()?;
        let email = format!("{name}@example.com");
        let mut person = Self {
            http,
            balancer,
            email: email.clone(),
            token: RwLock::default(),
            organization: String::new(),
            tally,
        };
        let wish = json!({
            "organization_name": format!("{name} trading"), "name": name, "email": email, "password": PASSWORD,
        });
        let tokens = person.ask(&post("/v1/auth/sign-up", None, 0, wish)).await?;
        person.token = RwLock::new(tokens.text_at("/access_token"));
        person.organization = tokens.text_at("/organization_id");
        if person.organization.is_empty() { Err(tokens.text.into()) } else { Ok(person) }
    }

    /// Begins a session and gives its id. Its key makes sure that there is only one.
    ///
    /// # Errors
    /// The server refuses or does not answer.
    pub async fn begin(&self, key: &str) -> Result<String> {
        let begun = self.ask(&post("/v1/sessions", Some(key), 0, json!({}))).await?;
        if begun.status == 201 { Ok(begun.text_at("/id")) } else { Err(begun.text.into()) }
    }

    /// Whether the server keeps to one answer per key.
    ///
    /// # Errors
    /// The server does not answer.
    pub async fn probe_keys(&self) -> Result<bool> {
        let request = post("/v1/sessions", Some("probe"), 0, json!({}));
        let first = self.ask(&request).await?;
        let second = self.ask(&request).await?;
        Ok(second.is_replayed && first.text == second.text)
    }

    /// # Errors
    /// The server does not answer.
    pub async fn get(&self, path: &str) -> Result<Reply> {
        self.ask(&Request { method: Method::GET, path, key: None, wait: 0, body: None }).await
    }

    /// Asks again and again, any of the APIs, until there is an answer that is more than "not now".
    ///
    /// # Errors
    /// The server does not answer.
    pub async fn ask(&self, request: &Request<'_>) -> Result<Reply> {
        let begun = now();
        for tries in 1.. {
            let pause = match self.ask_once(request, tries).await {
                Ok(reply) if reply.status == 401 && request.path != "/v1/auth/sign-up" => {
                    Box::pin(self.sign_in()).await?;
                    0.0
                }
                Ok(reply) if reply.status < 500 && ![409, 429].contains(&reply.status) => return Ok(reply),
                Ok(reply) => {
                    if reply.status == 500 {
                        self.tally.count_internal_error();
                    }
                    if reply.status >= 500 {
                        let Request { method, path, .. } = request;
                        self.tally.notice(format!("{method} {path}: {} {}", reply.status, reply.text));
                    }
                    reply.retry_after.unwrap_or(0.3).min(1.0)
                }
                Err(error) => {
                    self.tally.notice(format!("at {:.3}: {error:?}", now()));
                    rand::rng().random_range(0.05..0.3)
                }
            };
            self.tally.count_retry();
            if now() - begun > PATIENCE_SECONDS {
                break;
            }
            tokio::time::sleep(Duration::from_secs_f64(pause)).await;
        }
        Err(format!("no answer to {} {} in {PATIENCE_SECONDS} s", request.method, request.path).into())
    }

    async fn ask_once(&self, request: &Request<'_>, tries: u32) -> reqwest::Result<Reply> {
        self.tally.count_request();
        let address = self.balancer.pick();
        let url = format!("http://{address}{}", request.path);
        let mut sent = self.http.request(request.method.clone(), url);
        sent = sent.bearer_auth(self.token.read().await.as_str());
        if let Some(key) = request.key {
            sent = sent.header("Idempotency-Key", key);
        }
        if request.wait > 0 {
            sent = sent.header("Prefer", format!("wait={}", request.wait));
        }
        if let Some(body) = &request.body {
            sent = sent.json(body);
        }
        let response = sent.send().await?;
        let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok());
        let is_replayed = header("Idempotency-Replayed") == Some("true");
        let retry_after = header("Retry-After").and_then(|seconds| seconds.parse().ok());
        let status = response.status().as_u16();
        Ok(Reply { status, is_replayed, retry_after, tries, text: response.text().await? })
    }

    async fn sign_in(&self) -> Result<()> {
        let wish = json!({ "email": self.email, "password": PASSWORD });
        let tokens = self.ask(&post("/v1/auth/sign-in", None, 0, wish)).await?;
        if StatusCode::OK.as_u16() != tokens.status {
            return Err(tokens.text.into());
        }
        *self.token.write().await = tokens.text_at("/access_token");
        Ok(())
    }
}

#[must_use]
pub fn post<'a>(path: &'a str, key: Option<&'a str>, wait: u64, body: Value) -> Request<'a> {
    Request { method: Method::POST, path, key, wait, body: Some(body) }
}
