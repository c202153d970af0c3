//! One HTTP request: sent, and its failures sorted.

use reqwest::{RequestBuilder, Response, StatusCode};

use super::{patience::Patience, response::Pieces, retry_after::retry_after, wire};
use crate::Fault;

/// What a server that was reached makes of a request.
pub(crate) enum Outcome {
    /// It answers; nothing of the body has been read.
    Answer(Pieces),
    /// 400 or 422: some parameter is not liked; the words of the error.
    Refused(StatusCode, String),
}

pub(crate) async fn send(request: RequestBuilder, patience: Patience) -> Result<Outcome, Fault> {
    let response = patience.first(request.send()).await?.map_err(unreached)?;
    let status = response.status();
    if status.is_success() {
        return Ok(Outcome::Answer(Pieces::new(response, patience)));
    }
    if is_passing(status) {
        return Err(Fault::Overloaded { retry_after: retry_after(response.headers()) });
    }
    let error = error(status, response, patience).await?;
    match status {
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => Ok(Outcome::Refused(status, error)),
        _ => Err(refused(status, &error)),
    }
}

/// The fault of a status that no other request would change.
pub(crate) fn refused(status: StatusCode, error: &str) -> Fault {
    Fault::Configuration(format!("HTTP {} {error}", status.as_u16()).trim().to_owned())
}

async fn error(status: StatusCode, response: Response, patience: Patience) -> Result<String, Fault> {
    // What is said about a key may quote the key.
    if matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) {
        return Ok(String::new());
    }
    let (body, _) = Pieces::new(response, patience).body().await?;
    Ok(wire::error_text(&body))
}

/// Statuses that say "not now" rather than "not so".
fn is_passing(status: StatusCode) -> bool {
    status.is_server_error() || matches!(status.as_u16(), 408 | 409 | 425 | 429)
}

/// A request that got no answer: a connection refused, cut or reset may work the next time.
fn unreached(error: reqwest::Error) -> Fault {
    if error.is_timeout() && !error.is_connect() {
        return Fault::Timeout;
    }
    if error.is_builder() {
        return Fault::Configuration(error.without_url().to_string());
    }
    // Its causes say whether nobody listens, or the name or the certificate is wrong.
    tracing::warn!(error = ?error.without_url(), "the model's endpoint was not reached");
    Fault::Overloaded { retry_after: None }
}
