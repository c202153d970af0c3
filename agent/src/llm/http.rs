//! One HTTP request: sent, read within bounds, and its failures sorted.

use std::time::Duration;

use futures_util::StreamExt as _;
use reqwest::{Response, StatusCode};

use super::{retry_after::retry_after, wire};
use crate::Fault;

/// More than any honest answer; what is longer is not read.
const LONGEST_BODY: usize = 256 * 1024;

/// What came back from a server that was reached.
pub(crate) enum Outcome {
    Body(Vec<u8>),
    /// The body was longer than we read; its beginning.
    TooLong(Vec<u8>),
    /// 400 or 422: some parameter is not liked; the words of the error.
    Refused(StatusCode, String),
}

/// Sends one request, `timeout` being the limit from the first byte sent to the last one read.
pub(crate) async fn send(request: reqwest::RequestBuilder, timeout: Duration) -> Result<Outcome, Fault> {
    tokio::time::timeout(timeout, exchange(request)).await.unwrap_or(Err(Fault::Timeout))
}

async fn exchange(request: reqwest::RequestBuilder) -> Result<Outcome, Fault> {
    let response = request.send().await.map_err(unreached)?;
    let status = response.status();
    if status.is_success() {
        return Ok(match read(response).await? {
            (bytes, true) => Outcome::Body(bytes),
            (bytes, false) => Outcome::TooLong(bytes),
        });
    }
    if is_passing(status) {
        return Err(Fault::Overloaded { retry_after: retry_after(response.headers()) });
    }
    let error = match status {
        // What is said about a key may quote the key.
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => String::new(),
        _ => wire::error_text(&read(response).await?.0),
    };
    match status {
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => Ok(Outcome::Refused(status, error)),
        _ => Err(refused(status, &error)),
    }
}

/// The fault of a status that no other request would change.
pub(crate) fn refused(status: StatusCode, error: &str) -> Fault {
    Fault::Configuration(format!("HTTP {} {error}", status.as_u16()).trim().to_owned())
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
    Fault::Overloaded { retry_after: None }
}

/// The body up to the bound, and whether that was all.
async fn read(response: Response) -> Result<(Vec<u8>, bool), Fault> {
    let mut body = Vec::new();
    let mut chunks = response.bytes_stream();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(unreached)?;
        let room = LONGEST_BODY - body.len();
        if chunk.len() > room {
            body.extend_from_slice(&chunk[..room]);
            return Ok((body, false));
        }
        body.extend_from_slice(&chunk);
    }
    Ok((body, true))
}
