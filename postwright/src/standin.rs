//! The stand-in model behind a real HTTP endpoint, so that nothing else needs to know it is none.

mod calls;

use std::{io, sync::Arc, time::Duration};

use agent::standin::{Magic, complete as answer, magic, stream as pieces};
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

use self::calls::Calls;

/// The name it answers to; any other is accepted too.
pub const MODEL: &str = "postwright-standin";

/// Serves `POST /v1/chat/completions` and `GET /v1/models` until told to stop; what is being answered then is still
/// answered. What it does at a message with magic words is in `docs/stand-in.md`.
///
/// # Errors
/// The listener cannot be used.
pub async fn serve(listener: TcpListener, shutdown: CancellationToken) -> io::Result<()> {
    let routes = Route::new().at("/v1/chat/completions", post(complete)).at("/v1/models", get(models));
    Server::new_with_acceptor(TcpAcceptor::from_tokio(listener)?)
        .name("stand-in")
        .run_with_graceful_shutdown(routes.data(Arc::<Calls>::default()), shutdown.cancelled_owned(), None)
        .await
}

#[handler]
async fn complete(request: &Request, body: poem::Result<Json<Value>>, calls: Data<&Arc<Calls>>) -> Response {
    let Ok(Json(body)) = body else {
        return refuse(StatusCode::BAD_REQUEST, "the body is not JSON");
    };
    let magic = magic(&body);
    for word in &magic {
        match word {
            Magic::Slow(seconds) => tokio::time::sleep(Duration::from_secs(*seconds)).await,
            Magic::Fail { status, calls: limit } => {
                // The worker names the turn, which all of its calls have in common.
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
    if magic.contains(&Magic::Cut) { response.body(cut(text)) } else { response.body(text) }
}

/// The whole answer, as one object or as server-sent events. It is ready at once, so all of them go out together.
fn written(request: &Value) -> (&'static str, String) {
    if request["stream"] != true {
        return ("application/json", answer(request).to_string());
    }
    let events: String = pieces(request).iter().map(|piece| format!("data: {piece}\n\n")).collect();
    ("text/event-stream", format!("{events}data: [DONE]\n\n"))
}

/// The first half of it, and then the connection breaks.
fn cut(mut text: String) -> Body {
    let half = (0..=text.len() / 2).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    text.truncate(half);
    let broken = io::Error::new(io::ErrorKind::ConnectionReset, "as the message asks for");
    Body::from_bytes_stream(stream::iter([Ok(text), Err(broken)]))
}

/// In the form that clients of chat completions know.
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
