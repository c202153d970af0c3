//! The request id, the same in the response, the log lines and the problem.

use poem::http::HeaderMap;
use uuid::Uuid;

#[derive(Clone, Debug)]
pub struct RequestId(String);

impl RequestId {
    /// The caller's `X-Request-Id` if it is valid, else a new id.
    pub fn of(headers: &HeaderMap) -> Self {
        let given = headers.get("x-request-id").and_then(|value| value.to_str().ok());
        match given {
            Some(id) if is_valid(id) => Self(id.to_owned()),
            _ => Self(Uuid::now_v7().to_string()),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Short, and without characters that have a meaning in a log or a shell.
fn is_valid(id: &str) -> bool {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    (1..=64).contains(&id.len()) && id.chars().all(is_allowed)
}
