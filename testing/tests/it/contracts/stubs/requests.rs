//! The request of a stub, made one that the server answers with the stub's status.

use std::time::Duration;

use contract_kit::document::Operation;
use reqwest::{RequestBuilder, Response};
use serde_json::{Value, json};
use tests::Client;

use super::cases::Case;
use super::scenes::{Known, NOBODY, World, fill_body, fill_path};

/// A request in the making.
pub struct Wish<'a> {
    pub operation: &'a Operation<'a>,
    pub status: u16,
    pub sample: &'a Value,
    pub case: Case,
}

/// What came back; of an event stream what came within a moment.
pub struct Answered {
    pub status: u16,
    pub body: Value,
}

impl Wish<'_> {
    pub async fn send(&self, world: &World<'_>, operations: &[Operation<'_>]) -> Answered {
        let (login, mut known) = match &self.case.scene {
            Some(scene) => world.set(scene).await,
            None if self.status >= 300 || self.operation.method == "get" => world.untouched(operations).await,
            None => world.set("finished").await,
        };
        world.furnish(&login, operations, self.operation.path, &mut known).await;
        let overrides = self.case.parameters.iter().chain(&self.case.fields);
        let overrides: Vec<_> = overrides.map(|(name, value)| (name.clone(), told(value, &known))).collect();
        known.extend(overrides);
        let session = format!("/v1/sessions/{}", known["session_id"]);
        let mut streams = Vec::new();
        for _ in 0..self.case.streams {
            let stream = login.request(reqwest::Method::GET, &format!("{session}/events"));
            streams.push(stream.send().await.unwrap());
        }
        if self.case.model_fails {
            world.let_the_model_fail();
        }
        let mut answered = None;
        for _ in 0..self.case.times.unwrap_or(1) {
            answered = Some(read(self.request(world, &login, &known).await).await);
        }
        self.calm_down(&login, &known).await;
        answered.expect("at least once")
    }

    /// As somebody who signed in before, with nothing prepared.
    pub async fn send_as(&self, world: &World<'_>, login: &Client, known: &Known) -> Answered {
        read(self.request(world, login, known).await).await
    }

    async fn request(&self, world: &World<'_>, login: &Client, known: &Known) -> Response {
        let path = match self.status {
            404 => self.operation.path.split('/').map(elsewhere).collect::<Vec<_>>().join("/"),
            _ => fill_path(self.operation.path, known).expect("known parameters"),
        };
        let takes = |name: &str| self.operation.takes(name);
        let path = match self.status {
            422 if self.operation.body().is_none() && takes("limit") => format!("{path}?limit=0"),
            // Fewer than there are, so that there is a next page.
            200 if takes("limit") => format!("{path}?limit=2"),
            _ => path,
        };
        let caller = match self.status {
            401 if self.operation.is_secured() => &world.nobody,
            403 if self.operation.is_secured() => &world.lost,
            _ if !self.operation.is_secured() => &world.nobody,
            _ if self.case.with_key => &world.program,
            _ => login,
        };
        let method = self.sample["method"].as_str().unwrap().parse().unwrap();
        let mut request = caller.request(method, &path);
        if let Some(prefer) = self.sample["headers"]["Prefer"].as_str() {
            request = request.header("Prefer", prefer);
        }
        for (name, value) in &self.case.headers {
            request = request.header(name, told(value, known));
        }
        self.with_headers(login, request, &path).await.send_body(self, known).await
    }

    /// The headers that lead to the status.
    async fn with_headers(&self, login: &Client, request: RequestBuilder, path: &str) -> Prepared {
        let takes = |name: &str| self.operation.takes(name);
        let has_body = self.operation.body().is_some();
        Prepared(match self.status {
            304 => request.header("If-None-Match", login.get(path).await.header("etag")),
            412 => request.header("If-Match", "\"of another time\""),
            422 if !has_body && takes("Idempotency-Key") => {
                request.header("Idempotency-Key", "k".repeat(256))
            }
            422 if !has_body && takes("Last-Event-ID") => request.header("Last-Event-ID", "-1"),
            _ => request,
        })
    }

    /// No turn is left behind that a test would wait for.
    async fn calm_down(&self, login: &Client, known: &Known) {
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

struct Prepared(RequestBuilder);

impl Prepared {
    async fn send_body(self, wish: &Wish<'_>, known: &Known) -> Response {
        let Some((media_type, media)) = wish.operation.body() else { return self.0.send().await.unwrap() };
        let mut body = fill_body(media["example"].clone(), known);
        for (name, value) in &wish.case.fields {
            body[name] = json!(told(value, known));
        }
        let is_form = media_type.ends_with("form-urlencoded");
        let raw = |text: &str, media_type: &str| {
            self.0.try_clone().unwrap().header("Content-Type", media_type).body(text.to_owned())
        };
        let request = match wish.status {
            400 => raw("{\"", "application/json"),
            413 => raw(&format!("{{\"message\": \"{}\"}}", "a".repeat(1_000_000)), "application/json"),
            415 => raw("<a/>", "text/xml"),
            422 if is_form => raw("unheard_of=yes", media_type),
            422 => raw("{\"unheard_of\": \"yes\"}", media_type),
            _ if is_form => self.0.form(&body),
            _ => self.0.json(&body),
        };
        request.send().await.unwrap()
    }
}

/// A value of `cases.json`.
fn told(value: &str, known: &Known) -> String {
    match value.strip_prefix('$') {
        Some(name) => known[name].clone(),
        None => value.to_owned(),
    }
}

/// An id that is nobody's.
fn elsewhere(part: &str) -> &str {
    if part.starts_with('{') { NOBODY } else { part }
}

async fn read(mut response: Response) -> Answered {
    let status = response.status().as_u16();
    let media_type = response.headers().get("content-type").and_then(|value| value.to_str().ok());
    let media_type = media_type.unwrap_or_default().to_owned();
    if media_type == "text/event-stream" {
        let (mut text, moment) = (String::new(), Duration::from_millis(700));
        while let Ok(Ok(Some(chunk))) = tokio::time::timeout(moment, response.chunk()).await {
            text.push_str(&String::from_utf8_lossy(&chunk));
        }
        return Answered { status, body: json!(text) };
    }
    let text = response.text().await.unwrap();
    let body = match media_type.contains("json") {
        true => serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} in {text}")),
        false => json!(text),
    };
    Answered { status, body }
}
