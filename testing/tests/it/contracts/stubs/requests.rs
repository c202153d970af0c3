//! The request of a stub, completed so that the server responds with the stub's status.

use std::time::Duration;

use contract_kit::document::Operation;
use reqwest::RequestBuilder;
use serde_json::{Value, json};
use tests::Client;

use super::cases::Case;
use super::scenes::{Known, UNKNOWN_ID, World, fill_body, fill_path};

pub struct StubRequest<'a> {
    pub operation: &'a Operation<'a>,
    pub status: u16,
    pub sample: &'a Value,
    pub case: Case,
}

/// A response; of an event stream its first events.
pub struct Response {
    pub status: u16,
    pub body: Value,
}

impl StubRequest<'_> {
    pub async fn send(&self, world: &World<'_>, operations: &[Operation<'_>]) -> Response {
        let (login, mut known) = match &self.case.scene {
            Some(scene) => world.set(scene).await,
            None if self.status >= 300 || self.operation.method == "get" => world.untouched(operations).await,
            None => world.set("finished").await,
        };
        world.create_missing(&login, operations, self.operation.path, &mut known).await;
        let overrides = self.case.parameters.iter().chain(&self.case.fields);
        let overrides: Vec<_> =
            overrides.map(|(name, value)| (name.clone(), resolve(value, &known))).collect();
        known.extend(overrides);
        let session = format!("/v1/sessions/{}", known["session_id"]);
        let mut streams = Vec::new();
        for _ in 0..self.case.streams {
            let stream = login.request(reqwest::Method::GET, &format!("{session}/events"));
            streams.push(stream.send().await.unwrap());
        }
        if self.case.model_fails {
            world.make_the_model_fail();
        }
        let mut response = None;
        for _ in 0..self.case.times.unwrap_or(1) {
            response = Some(read(self.request(world, &login, &known).await).await);
        }
        self.cancel_turns(&login, &known).await;
        response.expect("at least one request")
    }

    /// Sends with a login and values that exist already.
    pub async fn send_as(&self, world: &World<'_>, login: &Client, known: &Known) -> Response {
        read(self.request(world, login, known).await).await
    }

    async fn request(&self, world: &World<'_>, login: &Client, known: &Known) -> reqwest::Response {
        let path = match self.status {
            404 => self.operation.path.split('/').map(unknown_id).collect::<Vec<_>>().join("/"),
            _ => fill_path(self.operation.path, known).expect("known parameters"),
        };
        let takes = |name: &str| self.operation.takes(name);
        let path = match self.status {
            422 if self.operation.body().is_none() && takes("limit") => format!("{path}?limit=0"),
            422 if self.operation.body().is_none() && takes("api_keys") => format!("{path}?api_keys=lend"),
            // Fewer than exist, so that there is a next page.
            200 if takes("limit") => format!("{path}?limit=2"),
            _ => path,
        };
        let caller = match self.status {
            401 if self.operation.is_secured() => &world.anonymous,
            403 if self.operation.is_secured() => &world.without_member,
            _ if !self.operation.is_secured() => &world.anonymous,
            _ if self.case.with_key => &world.program,
            _ => login,
        };
        let method = self.sample["method"].as_str().unwrap().parse().unwrap();
        let mut request = caller.request(method, &path);
        if let Some(prefer) = self.sample["headers"]["Prefer"].as_str() {
            request = request.header("Prefer", prefer);
        }
        if self.operation.path.starts_with("/v1/auth/browser/") {
            request = request.header("Sec-Fetch-Site", "same-origin");
        }
        for (name, value) in &self.case.headers {
            request = request.header(name, resolve(value, known));
        }
        let request = self.with_headers(login, request, &path).await;
        self.with_body(request, known).send().await.unwrap()
    }

    /// Adds the headers that lead to the status.
    async fn with_headers(&self, login: &Client, request: RequestBuilder, path: &str) -> RequestBuilder {
        let takes = |name: &str| self.operation.takes(name);
        let has_body = self.operation.body().is_some();
        match self.status {
            304 => request.header("If-None-Match", login.get(path).await.header("etag")),
            412 => request.header("If-Match", "\"outdated\""),
            422 if !has_body && takes("Idempotency-Key") => {
                request.header("Idempotency-Key", "k".repeat(256))
            }
            422 if !has_body && takes("Last-Event-ID") => request.header("Last-Event-ID", "-1"),
            _ => request,
        }
    }

    /// Adds the body that leads to the status.
    fn with_body(&self, request: RequestBuilder, known: &Known) -> RequestBuilder {
        let Some((media_type, media)) = self.operation.body() else { return request };
        let mut body = fill_body(media["example"].clone(), known);
        for (name, value) in &self.case.fields {
            body[name] = json!(resolve(value, known));
        }
        let is_form = media_type.ends_with("form-urlencoded");
        let raw = |text: &str, media_type: &str| (text.to_owned(), media_type.to_owned());
        let (text, media_type) = match self.status {
            400 => raw("{\"", "application/json"),
            413 => raw(&format!("{{\"message\": \"{}\"}}", "a".repeat(1_000_000)), "application/json"),
            415 => raw("<a/>", "text/xml"),
            422 if is_form => raw("unheard_of=yes", media_type),
            422 => raw("{\"unheard_of\": \"yes\"}", media_type),
            _ if is_form => return request.form(&body),
            _ => return request.json(&body),
        };
        request.header("Content-Type", media_type).body(text)
    }

    /// Cancels the turns that the request has left, because a test must not leave unfinished turns.
    async fn cancel_turns(&self, login: &Client, known: &Known) {
        if matches!(self.operation.id(), "start_turn" | "retry_turn")
            || self.case.scene.as_deref() == Some("busy")
        {
            let path = format!("/v1/sessions/{}/turns", known["session_id"]);
            for turn in login.get(&path).await.at("/items").as_array().into_iter().flatten() {
                let id = turn["id"].as_str().unwrap_or_default();
                login.post(&format!("{path}/{id}/cancel"), Value::Null).await;
            }
        }
    }
}

/// The value that `cases.json` means: a known one after `$`, else the text itself.
fn resolve(value: &str, known: &Known) -> String {
    match value.strip_prefix('$') {
        Some(name) => known[name].clone(),
        None => value.to_owned(),
    }
}

/// Replaces a path parameter by an id that does not exist.
fn unknown_id(part: &str) -> &str {
    if part.starts_with('{') { UNKNOWN_ID } else { part }
}

async fn read(mut response: reqwest::Response) -> Response {
    let status = response.status().as_u16();
    let media_type = response.headers().get("content-type").and_then(|value| value.to_str().ok());
    let media_type = media_type.unwrap_or_default().to_owned();
    if media_type == "text/event-stream" {
        let (mut text, moment) = (String::new(), Duration::from_millis(700));
        while let Ok(Ok(Some(chunk))) = tokio::time::timeout(moment, response.chunk()).await {
            text.push_str(&String::from_utf8_lossy(&chunk));
        }
        return Response { status, body: json!(text) };
    }
    let text = response.text().await.unwrap();
    let body = match media_type.contains("json") {
        true => serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} in {text}")),
        false => json!(text),
    };
    Response { status, body }
}
