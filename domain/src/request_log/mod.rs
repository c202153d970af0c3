//! The request log: which requests of an organization were refused or failed, so that a partner's engineer finds out why.

mod list;
mod queue;

pub use list::{Filter, list};
pub(crate) use queue::RequestLogQueue;

use chrono::{DateTime, Utc};
use entity::id::{ApiKeyId, UserId};
use uuid::Uuid;

use crate::db::Db;
use crate::tenant::Caller;

/// A request that was refused or failed.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The `X-Request-Id` of the response.
    pub request_id: Uuid,
    pub occurred_at: DateTime<Utc>,
    pub livemode: bool,
    pub refused: FailedRequest,
    /// The person, or the member that the API key acted for.
    pub user_id: Option<UserId>,
    pub api_key_id: Option<ApiKeyId>,
}

/// What was asked for, and the answer.
#[derive(Clone, Debug)]
pub struct FailedRequest {
    pub method: String,
    /// Without the query string.
    pub path: String,
    /// `None` when the request timed out or failed inside the server.
    pub operation_id: Option<String>,
    pub status: u16,
    /// The code of the problem.
    pub code: String,
}

/// Writes the request to the organization's log within about a second. What a process could not write before it ends is lost,
/// and what an organization has too much of is only counted in the process's own log.
pub fn record(db: &Db, caller: &Caller, request_id: Uuid, refused: FailedRequest) {
    let entry = Entry {
        request_id,
        occurred_at: time_of(request_id),
        livemode: caller.livemode,
        refused,
        user_id: caller.user_id(),
        api_key_id: caller.api_key_id(),
    };
    db.request_log().write_later(db, caller.organization_id(), entry);
}

/// Waits until what this process has recorded of the caller's organization and mode is written, at most two seconds.
pub async fn wait_for_entries(db: &Db, caller: &Caller) {
    db.request_log().written((caller.organization_id(), caller.livemode)).await;
}

/// The time that the id of a request was made.
fn time_of(request_id: Uuid) -> DateTime<Utc> {
    let (seconds, nanoseconds) = request_id.get_timestamp().map_or((0, 0), |time| time.to_unix());
    DateTime::from_timestamp(seconds.cast_signed(), nanoseconds).unwrap_or_default()
}
