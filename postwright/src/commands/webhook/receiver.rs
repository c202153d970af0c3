//! The HTTP endpoint that receives webhooks: it verifies, prints and forwards them, and answers the server's challenge.

use std::{
    io,
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use domain::webhooks::{Signed, verify};
use poem::{
    EndpointExt as _, IntoResponse as _, Request, Response, Route, Server, handler,
    http::StatusCode,
    listener::TcpAcceptor,
    post,
    web::{Data, Json},
};
use reqwest::Client;
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::terminal;

/// Senders keep idle connections open; shutdown does not wait longer than this for them.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(1);

pub struct Receiver {
    secret: SecretString,
    forward_to: Option<String>,
    http: Client,
}

impl Receiver {
    pub fn new(secret: SecretString, forward_to: Option<String>, http: Client) -> Self {
        Self { secret, forward_to, http }
    }

    /// Serves until `shutdown`.
    ///
    /// # Errors
    /// The listener fails.
    pub async fn serve(self, listener: TcpListener, shutdown: CancellationToken) -> io::Result<()> {
        let routes = Route::new().at("/", post(receive)).data(Arc::new(self));
        Server::new_with_acceptor(TcpAcceptor::from_tokio(listener)?)
            .name("webhook listen")
            .run_with_graceful_shutdown(routes, shutdown.cancelled_owned(), Some(SHUTDOWN_TIMEOUT))
            .await
    }

    /// Forwards the event if an address is set. Returns the status to answer the sender with.
    async fn forward(&self, request: &Request, body: String) -> StatusCode {
        let Some(url) = &self.forward_to else { return StatusCode::NO_CONTENT };
        let mut forwarded = self.http.post(url).body(body);
        for name in ["content-type", "webhook-id", "webhook-timestamp", "webhook-signature"] {
            forwarded = forwarded.header(name, header(request, name));
        }
        match forwarded.send().await {
            Ok(response) => response.status(),
            Err(error) => {
                terminal::report(&format!("not forwarded: {}", error.without_url()));
                StatusCode::BAD_GATEWAY
            }
        }
    }
}

#[handler]
async fn receive(request: &Request, body: String, receiver: Data<&Arc<Receiver>>) -> Response {
    let signed = Signed {
        id: header(request, "webhook-id"),
        timestamp: header(request, "webhook-timestamp"),
        signatures: header(request, "webhook-signature"),
        body: &body,
    };
    if !verify(&receiver.secret, signed, now()) {
        terminal::report("refused: the signature does not match this endpoint's secret");
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let event: Value = serde_json::from_str(&body).unwrap_or_default();
    let kind = event["type"].as_str().unwrap_or_default();
    terminal::say(&format!(
        "{} {kind} {}\n{:#}",
        event["timestamp"].as_str().unwrap_or_default(),
        signed.id,
        event["data"]
    ));
    if kind == "webhook_endpoint.verification" {
        // The server verifies this endpoint, not the one that events are forwarded to.
        return Json(json!({ "challenge": event["data"]["challenge"] })).into_response();
    }
    let status = receiver.forward(request, body.clone()).await;
    if receiver.forward_to.is_some() {
        terminal::say(&format!("forwarded: {status}"));
    }
    status.into_response()
}

fn header<'a>(request: &'a Request, name: &str) -> &'a str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

#[expect(clippy::disallowed_methods, reason = "a receiver of webhooks has no database clock")]
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or_default()
}
