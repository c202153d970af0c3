//! The stand-in's HTTP endpoint: an OpenAI-compatible server, so that workers call it like any other model.

mod call_counter;

use std::{io, sync::Arc, time::Duration};

use futures_util::stream;
use poem::{
    Body, EndpointExt as _, IntoResponse, Request, Response, Route, Server, get, handler,
    http::StatusCode,
    listener::TcpAcceptor,
    post,
    web::{Data, Json},
};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use self::call_counter::CallCounter;
use crate::{InjectedFault, chat_completion, injected_faults};

/// The model's name. The endpoint accepts any other too.
pub const MODEL: &str = "postwright-standin";

/// Serves `POST /v1/chat/completions` and `GET /v1/models` until `shutdown`; requests in flight are still answered.
///
/// `docs/stand-in.md` describes the messages that make it fail.
///
/// # Errors
/// The listener cannot be used.
pub async fn serve(listener: TcpListener, shutdown: CancellationToken) -> io::Result<()> {
    let routes = Route::new().at("/v1/chat/completions", post(complete)).at("/v1/models", get(models));
    Server::new_with_acceptor(TcpAcceptor::from_tokio(listener)?)
        .name("stand-in")
        .run_with_graceful_shutdown(
            routes.data(Arc::<CallCounter>::default()),
            shutdown.cancelled_owned(),
            None,
        )
        .await
}

#[handler]
async fn complete(
    request: &Request,
    body: poem::Result<Json<Value>>,
    calls: Data<&Arc<CallCounter>>,
) -> Response {
    let Ok(Json(body)) = body else {
        return refuse(StatusCode::BAD_REQUEST, "the body is not JSON");
    };
    let faults = injected_faults(&body);
    for fault in &faults {
        match fault {
            InjectedFault::Slow(seconds) => tokio::time::sleep(Duration::from_secs(*seconds)).await,
            InjectedFault::Fail { status, calls: limit } => {
                // All calls of a turn have its id as their request id.
                let before = calls.count(request.header("x-request-id").unwrap_or_default());
                if limit.is_none_or(|limit| before < limit) {
                    return refuse(
                        StatusCode::from_u16(*status).unwrap_or_default(),
                        "as the message asks for",
                    );
                }
            }
            _ => {}
        }
    }
    let (content_type, text) = written(&body);
    let response = Response::builder().content_type(content_type).header("Cache-Control", "no-cache");
    if faults.contains(&InjectedFault::Cut) { response.body(cut(text)) } else { response.body(text) }
}

/// The answer as one object or as server-sent events. All events go out together, since the answer is ready at once.
fn written(request: &Value) -> (&'static str, String) {
    if request["stream"] != true {
        return ("application/json", chat_completion::complete(request).to_string());
    }
    let chunks = chat_completion::stream(request);
    let events: String = chunks.iter().map(|chunk| format!("data: {chunk}\n\n")).collect();
    ("text/event-stream", format!("{events}data: [DONE]\n\n"))
}

/// A body that breaks the connection after its first half.
fn cut(mut text: String) -> Body {
    let half = (0..=text.len() / 2).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    text.truncate(half);
    let broken = io::Error::new(io::ErrorKind::ConnectionReset, "as the message asks for");
    Body::from_bytes_stream(stream::iter([Ok(text), Err(broken)]))
}

/// An error as OpenAI's API writes it.
fn refuse(status: StatusCode, message: &str) -> Response {
    let kind = if status.is_server_error() { "server_error" } else { "invalid_request_error" };
    let error = json!({ "error": { "message": message, "type": kind } });
    Json(error).with_status(status).into_response()
}

#[handler]
fn models() -> Json<Value> {
    let model = json!({ "id": MODEL, "object": "model", "created": 0, "owned_by": "postwright" });
    Json(json!({ "object": "list", "data": [model] }))
}
