//! Bodies of quotas.

use domain::quotas::{self, Limits, Usage};
use poem_openapi::types::Example;
use poem_openapi::{Enum, Object};

/// What a quota is about.
///
/// `sessions`: sessions that are kept, expired ones included. `session_turns`, `session_versions`, `session_bytes` and
/// `session_forks` are about each session: its turns, the versions of its job data, the bytes of its messages, changes and job
/// posts, and its forks. `fork_bytes`: the bytes of the messages and job data that all forks began with. `api_keys`: API keys
/// that are not revoked. `webhook_endpoints`: webhook endpoints. `event_streams`: event streams that are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum QuotaName {
    Sessions,
    SessionTurns,
    SessionVersions,
    SessionBytes,
    SessionForks,
    ForkBytes,
    ApiKeys,
    WebhookEndpoints,
    EventStreams,
}

impl From<quotas::QuotaName> for QuotaName {
    fn from(name: quotas::QuotaName) -> Self {
        match name {
            quotas::QuotaName::Sessions => Self::Sessions,
            quotas::QuotaName::SessionTurns => Self::SessionTurns,
            quotas::QuotaName::SessionVersions => Self::SessionVersions,
            quotas::QuotaName::SessionBytes => Self::SessionBytes,
            quotas::QuotaName::SessionForks => Self::SessionForks,
            quotas::QuotaName::ForkBytes => Self::ForkBytes,
            quotas::QuotaName::ApiKeys => Self::ApiKeys,
            quotas::QuotaName::WebhookEndpoints => Self::WebhookEndpoints,
            quotas::QuotaName::EventStreams => Self::EventStreams,
        }
    }
}

/// A quota and what is used of it.
#[derive(Debug, Object)]
#[oai(example)]
pub struct Quota {
    name: QuotaName,
    /// How much is allowed.
    #[oai(validator(minimum(value = "0")))]
    limit: i64,
    /// How much is used. It can be more than `limit`, for example after the limit was lowered.
    #[oai(validator(minimum(value = "0")))]
    used: i64,
}

impl From<Usage> for Quota {
    fn from(usage: Usage) -> Self {
        Self { name: usage.name.into(), limit: usage.limit, used: usage.used }
    }
}

/// The quotas of an organization.
#[derive(Debug, Object)]
#[oai(example)]
pub struct QuotaList {
    items: Vec<Quota>,
}

impl From<Vec<Usage>> for QuotaList {
    fn from(all: Vec<Usage>) -> Self {
        Self { items: all.into_iter().map(Quota::from).collect() }
    }
}

impl Example for Quota {
    fn example() -> Self {
        Self { name: QuotaName::Sessions, limit: 1_000_000, used: 1_204 }
    }
}

impl Example for QuotaList {
    fn example() -> Self {
        let used = [1_204, 38, 61, 48_112, 2, 96_224, 3, 1, 4];
        let usage = |(name, used)| Usage { name, limit: Limits::default().of(name), used };
        quotas::QuotaName::ALL.into_iter().zip(used).map(usage).collect::<Vec<_>>().into()
    }
}
