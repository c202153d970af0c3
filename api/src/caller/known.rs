//! The caller of a request, for what is written after its handler: the log line, the request log and the audit log.

use std::sync::{Arc, OnceLock};

use domain::request_log::FailedRequest;
use domain::{Caller, Db, audit, request_log};
use poem::http::StatusCode;
use uuid::Uuid;

use crate::problem::Problem;

/// Set when the caller is authenticated, read when the request is answered.
#[derive(Clone, Default)]
pub struct KnownCaller(Arc<OnceLock<Known>>);

struct Known {
    caller: Caller,
    db: Db,
    /// Whether the operation is for those who administer the organization.
    is_administrative: bool,
}

impl KnownCaller {
    /// Sets the caller and names them in the request's log lines.
    pub fn set(&self, caller: &Caller, db: &Db, is_administrative: bool) {
        let span = tracing::Span::current();
        span.record("organization", tracing::field::display(caller.organization_id()));
        if let Some(user) = caller.user_id() {
            span.record("user", tracing::field::display(user));
        }
        if let Some(key) = caller.api_key_id() {
            span.record("api_key", tracing::field::display(key));
        }
        let _ = self.0.set(Known { caller: *caller, db: db.clone(), is_administrative });
    }

    /// Writes a request that is answered with an error into the organization's request log, unless the rate limit refused it:
    /// too many requests would only push out what somebody looks for.
    pub fn log_request(&self, id: Uuid, problem: &Problem, failed: impl FnOnce() -> FailedRequest) {
        if let Some(known) = self.0.get().filter(|_| problem.status != StatusCode::TOO_MANY_REQUESTS) {
            request_log::record(&known.db, &known.caller, id, failed());
        }
    }

    /// Records in the audit log that a caller may not do what is for those who administer.
    pub async fn record_refusal(&self, operation: &str, problem: &Problem) {
        let Some(known) = self.0.get().filter(|known| known.is_administrative) else { return };
        // A suspended organization's transactions are refused, also those that would record it. A quota says nothing of the caller.
        let is_other = ["organization_suspended", "quota_exceeded"].contains(&&*problem.code);
        if problem.status != StatusCode::FORBIDDEN || is_other {
            return;
        }
        if let Err(error) = audit::refused(&known.db, &known.caller, operation, &problem.code).await {
            tracing::error!(%error, "a refusal is not in the audit log");
        }
    }
}
