//! A refusal: an error status of the server, or an error in the body of a success.

use std::time::Duration;

use reqwest::StatusCode;

use super::server_error::ServerError;
use crate::Fault;

/// Why a request has no completion.
pub(crate) enum Failed {
    /// The server refuses this request. Another one may be accepted.
    Refused(Refusal),
    Fault(Fault),
}

impl From<Fault> for Failed {
    fn from(fault: Fault) -> Failed {
        Failed::Fault(fault)
    }
}

/// The error of a server.
pub(crate) struct Refusal {
    /// The status; for an error in the body of a success the one that the error names, if any.
    status: Option<StatusCode>,
    pub error: ServerError,
    retry_after: Option<Duration>,
}

impl Refusal {
    pub fn new(status: StatusCode, error: ServerError, retry_after: Option<Duration>) -> Refusal {
        Refusal { status: Some(status), error, retry_after }
    }

    /// An error in the body of a success.
    pub fn in_success(error: ServerError) -> Refusal {
        let status = error.status().and_then(|status| StatusCode::from_u16(status).ok());
        Refusal { status, error, retry_after: None }
    }

    /// Is the request too long? A 413 says so without words.
    pub fn is_overflow(&self) -> bool {
        match self.status.map(|status| status.as_u16()) {
            Some(401..=404) => false,
            Some(413) => true,
            status => self.error.is_context_overflow(status == Some(429)),
        }
    }

    /// Can other parameters help?
    pub fn is_bad_request(&self) -> bool {
        matches!(self.status, Some(StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY))
    }

    /// Did a content filter refuse the prompt?
    pub fn is_withheld(&self) -> bool {
        (self.is_bad_request() || self.status.is_none()) && self.error.is_content_filter()
    }

    /// The fault if nothing else is sent. Logs the known codes of a passing one, which has no words for them.
    pub fn fault(&self) -> Fault {
        let codes = self.error.codes();
        if self.is_temporary() {
            let status = self.status.map(|status| status.as_u16());
            tracing::warn!(status, codes, "the model's endpoint reported an error");
        }
        match self.status {
            _ if !self.is_temporary() => self.configuration(),
            Some(status) => {
                Fault::Overloaded { status: Some(status.as_u16()), retry_after: self.retry_after }
            }
            None => self.interruption(),
        }
    }

    /// The fault of an error in the middle of an answer.
    pub fn interruption(&self) -> Fault {
        let reported = format!("the server reported an error {}", self.error.codes());
        Fault::Interrupted(reported.trim_end().to_owned())
    }

    /// The fault of a refusal that a retry would not change.
    pub fn configuration(&self) -> Fault {
        let status = self.status.map(|status| format!("HTTP {} ", status.as_u16())).unwrap_or_default();
        Fault::Configuration(format!("{status}{}", self.error.codes()).trim().to_owned())
    }

    fn is_temporary(&self) -> bool {
        let is_temporary =
            |status: StatusCode| status.is_server_error() || matches!(status.as_u16(), 408 | 409 | 425 | 429);
        self.status.is_none_or(is_temporary)
            && !(self.is_quota_status() && self.error.is_out_of_quota(self.retry_after.is_some()))
    }

    /// The statuses with which servers report an empty account. A 5xx with such words is a failure of a gateway.
    fn is_quota_status(&self) -> bool {
        self.status.is_none_or(|status| status.is_client_error())
    }
}
