//! One id for a request, in its answer, its log lines and its problem.

use poem::http::HeaderMap;
use uuid::Uuid;

/// The id of one request.
#[derive(Clone, Debug)]
pub struct RequestId(String);

impl RequestId {
    /// The caller's own `X-Request-Id` if it is fit for a log line, else a new one.
    pub fn of(headers: &HeaderMap) -> Self {
        let given = headers.get("x-request-id").and_then(|value| value.to_str().ok());
        match given {
            Some(id) if is_sane(id) => Self(id.to_owned()),
            _ => Self(Uuid::now_v7().to_string()),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Short, and no characters that mean something to a log or a shell.
fn is_sane(id: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    (1..=64).contains(&id.len()) && id.chars().all(fits)
}
