//! The ids of a request: ours, which responses, log lines and the audit log have, and the caller's.

use domain::audit::RequestOrigin;
use poem::Request;
use poem::http::header::USER_AGENT;
use uuid::Uuid;

use crate::routes::client_address_by;
use crate::settings::Settings;

const USER_AGENT_CHARACTERS: usize = 200;

#[derive(Clone, Debug)]
pub struct RequestId {
    own: Uuid,
    /// Ours as text.
    text: String,
    callers: Option<String>,
}

impl RequestId {
    /// A new id, and the caller's `X-Request-Id` if it is valid. The caller's does not replace ours: it may name many
    /// requests.
    pub fn of(request: &Request) -> Self {
        let own = Uuid::now_v7();
        let callers = request.header("x-request-id").filter(|id| is_valid(id)).map(str::to_owned);
        Self { own, text: own.to_string(), callers }
    }

    pub fn own(&self) -> Uuid {
        self.own
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The caller's own id of the request.
    pub fn callers(&self) -> Option<&str> {
        self.callers.as_deref()
    }

    /// The request as the audit log names it.
    pub fn origin(&self, settings: &Settings, request: &Request) -> RequestOrigin {
        let agent = request.headers().get(USER_AGENT);
        let agent = agent.map(|agent| {
            let text = String::from_utf8_lossy(agent.as_bytes());
            text.chars().filter(|c| !c.is_control()).take(USER_AGENT_CHARACTERS).collect()
        });
        RequestOrigin {
            request_id: self.own,
            caller_request_id: self.callers.clone(),
            address: client_address_by(settings, request).map(|address| address.to_string()),
            user_agent: agent,
            is_operator: false,
        }
    }
}

/// Short, and without characters that have a meaning in a log or a shell.
fn is_valid(id: &str) -> bool {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    (1..=64).contains(&id.len()) && id.chars().all(is_allowed)
}
