//! The names of the quotas and their limits.

use std::fmt;
use std::str::FromStr;

use serde_json::Value;

/// What a quota is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotaName {
    /// Sessions that are kept in one mode, expired ones included.
    Sessions,
    /// Turns of one session.
    SessionTurns,
    /// Versions of one session's job data. Turns add some too, but only changes by hand are refused.
    SessionVersions,
    /// Bytes of one session's messages, changes and job posts.
    SessionBytes,
    /// Forks of one session.
    SessionForks,
    /// Bytes of the messages and drafts that the forks in one mode began with.
    ForkBytes,
    /// API keys that are not revoked, of both modes.
    ApiKeys,
    /// Webhook endpoints in one mode.
    WebhookEndpoints,
    /// Event streams that are open at one process of the API.
    EventStreams,
}

/// No quota has this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownQuota;

impl QuotaName {
    pub const ALL: [Self; 9] = [
        Self::Sessions,
        Self::SessionTurns,
        Self::SessionVersions,
        Self::SessionBytes,
        Self::SessionForks,
        Self::ForkBytes,
        Self::ApiKeys,
        Self::WebhookEndpoints,
        Self::EventStreams,
    ];

    /// As the API and the database write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sessions => "sessions",
            Self::SessionTurns => "session_turns",
            Self::SessionVersions => "session_versions",
            Self::SessionBytes => "session_bytes",
            Self::SessionForks => "session_forks",
            Self::ForkBytes => "fork_bytes",
            Self::ApiKeys => "api_keys",
            Self::WebhookEndpoints => "webhook_endpoints",
            Self::EventStreams => "event_streams",
        }
    }

    /// Whether an organization can have a limit of its own. Streams are counted before the organization's row is read.
    #[must_use]
    pub fn is_adjustable(self) -> bool {
        self != Self::EventStreams
    }

    /// What is used up, and what helps without a higher limit.
    pub(super) fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Sessions => ("The organization keeps as many sessions as it may", "Delete some"),
            Self::SessionTurns => ("The session has as many turns as it may", "Go on in a new session"),
            Self::SessionVersions => {
                ("The session's job data have changed as often as they may", "Go on in a new session")
            }
            Self::SessionBytes => {
                ("The session would store more bytes of text than it may", "Go on in a new session")
            }
            Self::SessionForks => ("The session has as many forks as it may", "Delete some"),
            Self::ForkBytes => {
                ("The organization's forks would copy more bytes than they may", "Delete some")
            }
            Self::ApiKeys => ("The organization has as many API keys as it may", "Revoke some"),
            Self::WebhookEndpoints => {
                ("The organization has as many webhook endpoints as it may", "Delete some")
            }
            Self::EventStreams => ("The organization has as many event streams open as it may", "Close some"),
        }
    }
}

impl fmt::Display for QuotaName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl FromStr for QuotaName {
    type Err = UnknownQuota;

    fn from_str(text: &str) -> Result<Self, UnknownQuota> {
        Self::ALL.into_iter().find(|name| name.as_str() == text).ok_or(UnknownQuota)
    }
}

impl fmt::Display for UnknownQuota {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = QuotaName::ALL.map(QuotaName::as_str);
        write!(out, "must be one of {}", names.join(", "))
    }
}

impl std::error::Error for UnknownQuota {}

/// How much of each quota an organization may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub sessions: u32,
    pub session_turns: u32,
    pub session_versions: u32,
    pub session_bytes: u32,
    pub session_forks: u32,
    pub fork_bytes: u32,
    pub api_keys: u32,
    pub webhook_endpoints: u32,
    pub event_streams: u32,
}

/// More than a busy organization needs, and little enough that none fills the disk of all.
impl Default for Limits {
    fn default() -> Self {
        Self {
            sessions: 1_000_000,
            session_turns: 1_000,
            session_versions: 2_000,
            session_bytes: 8_000_000,
            session_forks: 100,
            fork_bytes: 200_000_000,
            api_keys: 100,
            webhook_endpoints: 20,
            event_streams: 1_000,
        }
    }
}

impl Limits {
    /// The limit of one quota.
    #[must_use]
    pub fn of(&self, name: QuotaName) -> i64 {
        let mut all = *self;
        i64::from(*all.limit(name))
    }

    /// These limits for stored functions, which count in PostgreSQL's `integer`.
    pub(crate) fn integer(&self, name: QuotaName) -> i32 {
        i32::try_from(self.of(name)).unwrap_or(i32::MAX)
    }

    /// These limits, with an organization's own ones instead. Unknown names have no effect.
    pub(crate) fn with(mut self, own: &Value) -> Self {
        for (name, limit) in Self::own(own) {
            *self.limit(name) = u32::try_from(limit).unwrap_or(u32::MAX);
        }
        self
    }

    /// The limits that an organization has of its own.
    pub(crate) fn own(quotas: &Value) -> impl Iterator<Item = (QuotaName, u64)> {
        let adjustable = QuotaName::ALL.into_iter().filter(|name| name.is_adjustable());
        adjustable.filter_map(|name| Some((name, quotas[name.as_str()].as_u64()?)))
    }

    fn limit(&mut self, name: QuotaName) -> &mut u32 {
        match name {
            QuotaName::Sessions => &mut self.sessions,
            QuotaName::SessionTurns => &mut self.session_turns,
            QuotaName::SessionVersions => &mut self.session_versions,
            QuotaName::SessionBytes => &mut self.session_bytes,
            QuotaName::SessionForks => &mut self.session_forks,
            QuotaName::ForkBytes => &mut self.fork_bytes,
            QuotaName::ApiKeys => &mut self.api_keys,
            QuotaName::WebhookEndpoints => &mut self.webhook_endpoints,
            QuotaName::EventStreams => &mut self.event_streams,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_organizations_own_limits_replace_those_of_the_settings() {
        let own = json!({ "sessions": 3, "session_turns": 0, "event_streams": 1, "of_another_build": 9 });
        let limits = Limits::default().with(&own);
        let expected = Limits { sessions: 3, session_turns: 0, ..Limits::default() };
        assert_eq!(limits, expected);
        assert_eq!(Limits::default().with(&json!({})), Limits::default());
    }

    #[test]
    fn a_quota_is_found_by_its_name() {
        for name in QuotaName::ALL {
            assert_eq!(name.as_str().parse(), Ok(name));
        }
        assert_eq!("turns".parse::<QuotaName>(), Err(UnknownQuota));
    }
}
