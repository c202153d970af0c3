//! The stand-in model behind a real HTTP endpoint, so that nothing else needs to know it is none.

use poem::{
    IntoResponse, Response, Route, Server, get, handler, http::StatusCode, listener::TcpAcceptor, post,
    web::Json,
};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// The name it answers to; any other is accepted too.
pub const MODEL: &str = "postwright-standin";

/// Serves `POST /v1/chat/completions` and `GET /v1/models` until told to stop; what is being answered then is still
/// answered.
///
/// # Errors
/// The listener cannot be used.
pub async fn serve(listener: TcpListener, shutdown: CancellationToken) -> std::io::Result<()> {
    let routes = Route::new().at("/v1/chat/completions", post(complete)).at("/v1/models", get(models));
    Server::new_with_acceptor(TcpAcceptor::from_tokio(listener)?)
        .name("stand-in")
        .run_with_graceful_shutdown(routes, shutdown.cancelled_owned(), None)
        .await
}

#[handler]
fn complete(request: poem::Result<Json<Value>>) -> Response {
    match request {
        Ok(Json(request)) if request["stream"] == true => stream(&request),
        Ok(Json(request)) => Json(agent::standin::complete(&request)).into_response(),
        Err(_) => refuse("the body is not JSON"),
    }
}

/// The answer as server-sent events. It is ready at once, so all of them go out together.
fn stream(request: &Value) -> Response {
    let pieces = agent::standin::stream(request);
    let events: String = pieces.iter().map(|piece| format!("data: {piece}\n\n")).collect();
    Response::builder()
        .content_type("text/event-stream")
        .header("Cache-Control", "no-cache")
        .body(format!("{events}data: [DONE]\n\n"))
}

/// In the form that clients of chat completions know.
fn refuse(message: &str) -> Response {
    let error = json!({ "error": { "message": message, "type": "invalid_request_error" } });
    Json(error).with_status(StatusCode::BAD_REQUEST).into_response()
}

#[handler]
fn models() -> Json<Value> {
    let model = json!({ "id": MODEL, "object": "model", "created": 0, "owned_by": "postwright" });
    Json(json!({ "object": "list", "data": [model] }))
}
