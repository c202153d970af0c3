//! Sends one HTTP request and classifies its failures.

use std::{error::Error, iter::successors};

use reqwest::{RequestBuilder, StatusCode};

use super::{
    response::Body, response_timeout::ResponseTimeout, retry_after::retry_after, server_error::ServerError,
};
use crate::Fault;

/// The response of a server.
pub(crate) enum HttpResponse {
    /// A success, whose body is not read yet.
    Success(Body),
    /// 400 or 422: the server refuses a parameter.
    Refused(StatusCode, ServerError),
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
    let (body, _) = Body::new(response, timeout).bytes().await?;
    let error = ServerError::of_body(&body);
    match status {
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => {
            Ok(HttpResponse::Refused(status, error))
        }
        _ => Err(refused(status, &error)),
    }
}

/// The fault for a status that a retry would not change.
pub(crate) fn refused(status: StatusCode, error: &ServerError) -> Fault {
    Fault::Configuration(format!("HTTP {} {}", status.as_u16(), error.codes()).trim().to_owned())
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
    tracing::warn!(cause = cause(error), "the model's endpoint was not reached");
    Fault::Overloaded { retry_after: None }
}

/// Why there is no response. Before a connection exists, the chain of causes shows whether the port, the name or the
/// certificate is the problem. Later it can hold bytes of the server, such as the text of a GOAWAY frame.
fn cause(error: reqwest::Error) -> String {
    if !error.is_connect() {
        return "the connection broke".to_owned();
    }
    let error = error.without_url();
    let causes = successors(error.source(), |cause: &&dyn Error| (*cause).source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
