//! A raw HTTP client of the application.
//!
//! Use it for headers, malformed requests, the original routes and contract snapshots: it shows each response as it was
//! received. For normal flows use the generated Rust client ([`crate::Partner`]), so that these tests cover it too.

use std::fmt::Display;

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    base_url: String,
    token: Option<String>,
    acting_for: Option<String>,
    browser: Option<Browser>,
    mode: Option<&'static str>,
}

/// What a browser adds to the requests of a page.
#[derive(Clone, Default)]
struct Browser {
    cookie: Option<String>,
}

/// A response with its whole body.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub text: String,
}

impl Client {
    pub fn new(http: reqwest::Client, base_url: String) -> Self {
        Self { http, base_url, token: None, acting_for: None, browser: None, mode: None }
    }

    #[must_use]
    pub fn with_token(&self, token: impl Into<String>) -> Self {
        Self { token: Some(token.into()), ..self.clone() }
    }

    /// Sends `Postwright-User` with every request.
    #[must_use]
    pub fn acting_for(&self, user: &str) -> Self {
        Self { acting_for: Some(user.to_owned()), ..self.clone() }
    }

    /// Sends what a browser sends of a page of the same host.
    #[must_use]
    pub fn in_browser(&self) -> Self {
        Self { browser: Some(Browser::default()), ..self.clone() }
    }

    /// The page of a browser that has the cookie of this reply, and no token.
    #[must_use]
    pub fn with_cookie_of(&self, reply: &Reply) -> Self {
        let cookie = reply.header("set-cookie").split(';').next().map(str::to_owned);
        Self { token: None, browser: Some(Browser { cookie }), ..self.clone() }
    }

    /// Sends `Postwright-Mode` with every request.
    #[must_use]
    pub fn in_mode(&self, mode: &'static str) -> Self {
        Self { mode: Some(mode), ..self.clone() }
    }

    /// The cookie, as the header `Cookie` has it.
    pub fn cookie(&self) -> &str {
        self.browser.as_ref().and_then(|browser| browser.cookie.as_deref()).unwrap_or_default()
    }

    /// The same API, without a token.
    #[must_use]
    pub fn anonymous(&self) -> Self {
        Self::new(self.http.clone(), self.base_url.clone())
    }

    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    pub fn token(&self) -> &str {
        self.token.as_deref().unwrap_or_default()
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.base_url));
        let request = match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        let mut request = match &self.acting_for {
            Some(user) => request.header("Postwright-User", user),
            None => request,
        };
        if let Some(mode) = self.mode {
            request = request.header("Postwright-Mode", mode);
        }
        if let Some(browser) = &self.browser {
            request = request.header("Sec-Fetch-Site", "same-origin");
            request = browser.cookie.iter().fold(request, |request, cookie| request.header("Cookie", cookie));
        }
        request
    }

    pub async fn get(&self, path: &str) -> Reply {
        Reply::of(self.request(Method::GET, path)).await
    }

    pub async fn delete(&self, path: &str) -> Reply {
        Reply::of(self.request(Method::DELETE, path)).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Reply {
        Reply::of(self.request(Method::POST, path).json(&body)).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Reply {
        Reply::of(self.request(Method::PUT, path).json(&body)).await
    }

    pub async fn patch(&self, path: &str, body: Value) -> Reply {
        Reply::of(self.request(Method::PATCH, path).json(&body)).await
    }

    /// Posts a form, as the original front ends do.
    pub async fn form(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        Reply::of(self.request(Method::POST, path).form(fields)).await
    }

    /// Posts a message and waits until the turn has ended.
    pub async fn say(&self, session: &str, message: &str) -> Reply {
        let path = format!("/v1/sessions/{session}/turns");
        let body = json!({ "message": message });
        Reply::of(self.request(Method::POST, &path).header("Prefer", "wait=30").json(&body)).await
    }

    /// Starts a session and returns its id.
    pub async fn begin(&self) -> String {
        let begun = self.post("/v1/sessions", json!({})).await;
        assert_eq!(begun.status, 201, "{begun:?}");
        begun.text_at("/id")
    }

    /// Starts a session and leads it to the summary, which is not confirmed. Returns the session's id.
    pub async fn begin_summarized(&self) -> String {
        let session = self.begin().await;
        self.say(&session, "Backend engineer in Lisbon, hybrid.").await;
        session
    }

    /// Reads a session.
    pub async fn read(&self, session: impl Display) -> Reply {
        self.get(&format!("/v1/sessions/{session}")).await
    }

    /// Posts a message without waiting for the turn.
    pub async fn start_turn(&self, session: impl Display, message: &str) -> Reply {
        self.post(&format!("/v1/sessions/{session}/turns"), json!({ "message": message })).await
    }

    /// Finalizes the session with its present content hash.
    pub async fn finalize(&self, session: impl Display) -> Reply {
        let hash = self.read(&session).await.text_at("/content_hash");
        self.post(&format!("/v1/sessions/{session}/finalize"), json!({ "content_hash": hash })).await
    }
}

impl Reply {
    pub async fn of(request: RequestBuilder) -> Self {
        let response = request.send().await.expect("a response");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Self { status, headers, text: response.text().await.expect("a body of text") }
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error} in {self:?}"))
    }

    /// The value at a JSON pointer of the body; null where there is none.
    pub fn at(&self, pointer: &str) -> Value {
        self.json().pointer(pointer).cloned().unwrap_or_default()
    }

    /// The string at a JSON pointer.
    pub fn text_at(&self, pointer: &str) -> String {
        self.at(pointer).as_str().unwrap_or_else(|| panic!("no string at {pointer} in {self:?}")).to_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Asserts that this is a problem document (RFC 9457) with this status; returns its code.
    #[track_caller]
    pub fn problem(&self, status: u16) -> String {
        assert_eq!(self.status, status, "{self:?}");
        assert_eq!(self.header("content-type"), "application/problem+json", "{self:?}");
        assert_eq!(self.at("/status"), status, "{self:?}");
        for member in ["type", "title", "detail", "code", "request_id"] {
            assert!(self.at(&format!("/{member}")).is_string(), "no {member} in {self:?}");
        }
        assert_eq!(self.text_at("/request_id"), self.header("x-request-id"), "{self:?}");
        self.text_at("/code")
    }
}
