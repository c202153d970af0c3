//! The stand-in's HTTP endpoint: an OpenAI-compatible server, so that workers call it like any other model.
//!
//! It has a thread and a few further ones for computing of its own: whatever messages ask of it, the process beside it
//! goes on. A request whose client has gone is given up.

mod call_counter;
mod computing;
mod connection;

use std::{io, sync::Arc, thread, time::Duration};

use futures_util::stream;
use poem::{
    Body, EndpointExt as _, IntoResponse, Request, Response, Route, Server, get, handler,
    http::StatusCode,
    listener::TcpAcceptor,
    post,
    web::{Data, Json},
};
use serde_json::{Value, json};
use tokio::{
    net::TcpListener,
    runtime,
    sync::oneshot,
    time::{sleep, timeout},
};
use tokio_util::sync::CancellationToken;

use self::{
    call_counter::CallCounter,
    computing::{Computing, computers},
    connection::WatchingAcceptor,
};
use crate::{InjectedFault, chat_completion, injected_faults};

/// The model's name. The endpoint accepts any other too.
pub const MODEL: &str = "postwright-standin";

/// The longest wait that `!slow` causes: the default of `LLM_TIMEOUT_SECONDS`, the time that a worker waits for an answer.
const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// The longest request: a prompt has some tens of kilobytes.
const LONGEST_BODY: usize = 1024 * 1024;
/// How long a request's body may take.
const BODY: Duration = Duration::from_secs(10);
/// How long a connection may be idle.
const IDLE: Duration = Duration::from_secs(75);
/// Requests at once of one HTTP/2 connection.
const STREAMS: u32 = 100;

/// Serves `POST /v1/chat/completions` and `GET /v1/models` until `shutdown`; requests in flight are still answered.
///
/// `docs/stand-in.md` describes the messages that make it fail.
///
/// # Errors
/// The listener cannot be used, or no thread can be started.
pub async fn serve(listener: TcpListener, shutdown: CancellationToken) -> io::Result<()> {
    let listener = listener.into_std()?;
    let shutdown = shutdown.child_token();
    // Ends the thread if this future is dropped.
    let _stop = shutdown.clone().drop_guard();
    let (end, ended) = oneshot::channel();
    thread::Builder::new().name("stand-in".to_owned()).spawn(move || {
        let served = runtime().and_then(|runtime| {
            let served = runtime.block_on(run(listener, shutdown));
            // Without waiting for what is still computed.
            runtime.shutdown_background();
            served
        });
        // It fails only if nobody waits for it any more.
        let _ = end.send(served);
    })?;
    ended.await.unwrap_or_else(|_| Err(io::Error::other("the stand-in's thread panicked")))
}

fn runtime() -> io::Result<runtime::Runtime> {
    runtime::Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(computers())
        .thread_name("stand-in")
        .build()
}

async fn run(listener: std::net::TcpListener, shutdown: CancellationToken) -> io::Result<()> {
    let acceptor = TcpAcceptor::from_tokio(TcpListener::from_std(listener)?)?;
    let routes = Route::new().at("/v1/chat/completions", post(complete)).at("/v1/models", get(models));
    let routes = routes.data(Arc::<CallCounter>::default()).data(Arc::<Computing>::default());
    Server::new_with_acceptor(WatchingAcceptor(acceptor))
        .name("stand-in")
        .idle_timeout(IDLE)
        .http2_max_concurrent_streams(STREAMS)
        .run_with_graceful_shutdown(routes, shutdown.cancelled_owned(), None)
        .await
}

#[handler]
async fn complete(
    request: &Request,
    body: Body,
    calls: Data<&Arc<CallCounter>>,
    computing: Data<&Arc<Computing>>,
) -> Response {
    let Some(_place) = computing.enter() else {
        return refuse(StatusCode::SERVICE_UNAVAILABLE, "too many requests are waiting");
    };
    let Ok(body) = timeout(BODY, body.into_bytes_limit(LONGEST_BODY)).await else {
        return refuse(StatusCode::REQUEST_TIMEOUT, "the body took too long");
    };
    let Ok(body) = body else {
        return refuse(StatusCode::PAYLOAD_TOO_LARGE, "the body is too long");
    };
    let Ok(read) = serde_json::from_slice::<Value>(&body) else {
        return refuse(StatusCode::BAD_REQUEST, "the body is not JSON");
    };
    let faults = injected_faults(&read);
    // Text needs less memory than its values while the request waits.
    drop(read);
    for fault in &faults {
        match fault {
            InjectedFault::Slow(seconds) => sleep(LONGEST_WAIT.min(Duration::from_secs(*seconds))).await,
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
    let Some((content_type, text)) = computing.run(move || written(&body)).await else {
        return refuse(StatusCode::SERVICE_UNAVAILABLE, "the answer took too long");
    };
    let response = Response::builder().content_type(content_type).header("Cache-Control", "no-cache");
    if faults.contains(&InjectedFault::Cut) { response.body(cut(text)) } else { response.body(text) }
}

/// The answer as one object or as server-sent events. All events go out together, since the answer is ready at once.
fn written(body: &[u8]) -> (&'static str, String) {
    let request: Value = serde_json::from_slice(body).unwrap_or_default();
    if request["stream"] != true {
        return ("application/json", chat_completion::complete(&request).to_string());
    }
    let chunks = chat_completion::stream(&request);
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

#[cfg(test)]
mod tests;
