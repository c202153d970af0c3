//! Sends one HTTP request and classifies its failures.

use std::{error::Error, io, iter::successors};

use reqwest::{RequestBuilder, Response};

use super::{
    refusal::{Failed, Refusal},
    response::Body,
    response_timeout::ResponseTimeout,
    retry_after::retry_after,
    server_error::ServerError,
};
use crate::Fault;

/// Most HTTP requests of one call.
pub(crate) const MOST_REQUESTS: u32 = 8;

/// Counts the HTTP requests of one call.
#[derive(Debug)]
pub(crate) struct RequestCount {
    sent: u32,
    /// A request may be sent again on another connection. That happens once in a call.
    may_resend: bool,
    /// A part of the last request's answer has come.
    pub answer_began: bool,
}

impl RequestCount {
    /// `has_connected` says whether a connection may have been kept, which the server can have closed since.
    pub fn new(has_connected: bool) -> RequestCount {
        RequestCount { sent: 0, may_resend: has_connected, answer_began: false }
    }

    pub fn is_used_up(&self) -> bool {
        self.sent >= MOST_REQUESTS
    }

    fn take_resend(&mut self) -> bool {
        !self.is_used_up() && std::mem::take(&mut self.may_resend)
    }
}

/// Sends the request and waits for the head of a successful response.
///
/// A server may close an idle connection at the moment when a request is sent on it. Such a request is sent once more.
pub(crate) async fn send(
    request: RequestBuilder,
    timeout: ResponseTimeout,
    count: &mut RequestCount,
) -> Result<Body, Failed> {
    let again = request.try_clone();
    count.sent += 1;
    count.answer_began = false;
    let mut sent = timeout.first(request.send()).await?;
    if let (Err(error), Some(again)) = (&sent, again)
        && has_closed(error)
        && count.take_resend()
    {
        count.sent += 1;
        sent = timeout.first(again.send()).await?;
    }
    let response = sent.map_err(not_reached)?;
    if response.status().is_success() {
        return Ok(Body::new(response, timeout));
    }
    Err(Failed::Refused(refusal(response, timeout).await))
}

async fn refusal(response: Response, timeout: ResponseTimeout) -> Refusal {
    let (status, wait) = (response.status(), retry_after(response.headers()));
    let body = Body::new(response, timeout).of_error().await;
    Refusal::new(status, ServerError::of_body(&body), wait)
}

/// Was the connection closed before a byte of the response came?
fn has_closed(error: &reqwest::Error) -> bool {
    !error.is_connect() && !error.is_timeout() && causes(error).any(is_close)
}

fn is_close(cause: &(dyn Error + 'static)) -> bool {
    let kind = cause.downcast_ref::<io::Error>().map(io::Error::kind);
    // hyper shows the kind of its error only in words.
    matches!(kind, Some(io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe))
        || cause.to_string() == "connection closed before message completed"
}

/// The fault of a request without a response. A connection that is refused or reset may work the next time.
fn not_reached(error: reqwest::Error) -> Fault {
    if error.is_timeout() && !error.is_connect() {
        return Fault::Timeout;
    }
    if error.is_builder() {
        return Fault::Configuration(error.without_url().to_string());
    }
    let is_connect = error.is_connect();
    let cause = cause(error);
    tracing::warn!(cause, "the model's endpoint was not reached");
    if is_connect {
        Fault::Unreachable { cause }
    } else {
        Fault::Overloaded { status: None, retry_after: None }
    }
}

/// Why there is no response. Before a connection exists, the chain of causes shows whether the port, the name or the
/// certificate is the problem. Later it can hold bytes of the server, such as the text of a GOAWAY frame.
fn cause(error: reqwest::Error) -> String {
    if !error.is_connect() {
        return "the connection broke".to_owned();
    }
    let error = error.without_url();
    causes(&error).map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn Error + 'static)> {
    successors(error.source(), |cause: &&(dyn Error + 'static)| (*cause).source())
}
