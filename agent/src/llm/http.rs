//! Sends one HTTP request and classifies its failures.

use reqwest::{RequestBuilder, Response, StatusCode};

use super::{chat_completion, response::Body, response_timeout::ResponseTimeout, retry_after::retry_after};
use crate::Fault;

/// The response of a server.
pub(crate) enum HttpResponse {
    /// A success, whose body is not read yet.
    Success(Body),
    /// 400 or 422: the server refuses a parameter; with the text of the error.
    Refused(StatusCode, String),
}

/// Sends the request and waits for the head of the response.
pub(crate) async fn send(request: RequestBuilder, timeout: ResponseTimeout) -> Result<HttpResponse, Fault> {
    let response = timeout.first(request.send()).await?.map_err(not_reached)?;
    let status = response.status();
    if status.is_success() {
        return Ok(HttpResponse::Success(Body::new(response, timeout)));
    }
    if is_temporary(status) {
        return Err(Fault::Overloaded { retry_after: retry_after(response.headers()) });
    }
    let error = error(status, response, timeout).await?;
    match status {
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => {
            Ok(HttpResponse::Refused(status, error))
        }
        _ => Err(refused(status, &error)),
    }
}

/// The fault for a status that a retry would not change.
pub(crate) fn refused(status: StatusCode, error: &str) -> Fault {
    Fault::Configuration(format!("HTTP {} {error}", status.as_u16()).trim().to_owned())
}

async fn error(status: StatusCode, response: Response, timeout: ResponseTimeout) -> Result<String, Fault> {
    // An error about a key may contain the key.
    if matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) {
        return Ok(String::new());
    }
    let (body, _) = Body::new(response, timeout).bytes().await?;
    Ok(chat_completion::error_text(&body))
}

/// Is it a temporary failure?
fn is_temporary(status: StatusCode) -> bool {
    status.is_server_error() || matches!(status.as_u16(), 408 | 409 | 425 | 429)
}

/// The fault of a request without a response. A connection that is refused or reset may work the next time.
fn not_reached(error: reqwest::Error) -> Fault {
    if error.is_timeout() && !error.is_connect() {
        return Fault::Timeout;
    }
    if error.is_builder() {
        return Fault::Configuration(error.without_url().to_string());
    }
    // The chain of causes shows whether the port, the name or the certificate is the problem.
    tracing::warn!(error = ?error.without_url(), "the model's endpoint was not reached");
    Fault::Overloaded { retry_after: None }
}
