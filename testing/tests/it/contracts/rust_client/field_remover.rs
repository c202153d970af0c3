//! A proxy that removes one field from every response.

use std::convert::Infallible;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpListener;

pub struct FieldRemover {
    pub base_url: String,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for FieldRemover {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl FieldRemover {
    /// Starts in front of `base_url`. Without a field it forwards responses unchanged.
    pub async fn start(base_url: &str, field: Option<&'static str>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let here = format!("http://{}", listener.local_addr().unwrap());
        let target = base_url.to_owned();
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let task = tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let (http, target) = (http.clone(), target.clone());
                let service = hyper::service::service_fn(move |request| {
                    let (http, target) = (http.clone(), target.clone());
                    async move { Ok::<_, Infallible>(forward(&http, &target, field, request).await) }
                });
                let connection = hyper::server::conn::http1::Builder::new();
                tokio::spawn(connection.serve_connection(TokioIo::new(stream), service));
            }
        });
        Self { base_url: here, task }
    }
}

async fn forward(
    http: &reqwest::Client,
    target: &str,
    field: Option<&str>,
    request: Request<Incoming>,
) -> Response<Full<Bytes>> {
    let (head, body) = request.into_parts();
    let mut headers = head.headers;
    headers.remove("host");
    let body = body.collect().await.unwrap().to_bytes();
    let sent = http.request(head.method, format!("{target}{}", head.uri)).headers(headers).body(body);
    let mut upstream = sent.send().await.unwrap();
    let (status, kind) = (upstream.status(), upstream.headers().get("content-type").cloned());
    let body = if kind.as_ref().is_some_and(|kind| kind == "text/event-stream") {
        events(&mut upstream, field).await
    } else {
        let body = upstream.bytes().await.unwrap();
        serde_json::from_slice(&body).map_or(body, |json| without(json, field).to_string().into())
    };
    let mut response = Response::new(Full::new(body));
    *response.status_mut() = status;
    response.headers_mut().extend(kind.map(|kind| (hyper::header::CONTENT_TYPE, kind)));
    response
}

/// The events that an event stream has sent before its first pause.
async fn events(upstream: &mut reqwest::Response, field: Option<&str>) -> Bytes {
    let mut text = String::new();
    while let Ok(chunk) = tokio::time::timeout(Duration::from_millis(500), upstream.chunk()).await {
        let Some(chunk) = chunk.unwrap() else { break };
        text += std::str::from_utf8(&chunk).unwrap();
    }
    let lines = text.lines().map(|line| match line.strip_prefix("data: ") {
        Some(data) => format!("data: {}\n", without(serde_json::from_str(data).unwrap(), field)),
        None => format!("{line}\n"),
    });
    lines.collect::<String>().into()
}

fn without(mut json: Value, field: Option<&str>) -> Value {
    if let (Some(field), Some(object)) = (field, json.as_object_mut()) {
        object.remove(field);
    }
    json
}
