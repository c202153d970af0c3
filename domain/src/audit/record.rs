//! Appends events to the audit log.

use serde_json::Value as Json;
use uuid::Uuid;

use crate::error::Result;
use crate::executor::Executor;
use crate::stored_function::stored_function;
use crate::tenant_tx::TenantTx;

stored_function! {
    /// Returns whether the entry was appended, and not one too many of this hour.
    pub(crate) struct AppendAuditEntry = Tenant volatile "append_audit_entry" {
        action: &'static str,
        object_type: Option<&'static str>,
        object: Option<Uuid>,
        details: Option<String>,
        hourly: Option<i32>,
    } -> bool
}

/// How many entries of one action, actor and object an hour may have, for actions that cost their actor nothing.
pub(super) const HOURLY: i32 = 60;

/// An event that changes no audited row.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    /// The object's type and a verb, such as `sign_in.refused`; `docs/audit.md` lists all.
    action: &'static str,
    /// Type and id.
    object: Option<(&'static str, Uuid)>,
    details: Option<Json>,
    is_limited: bool,
}

impl Event {
    pub fn new(action: &'static str) -> Self {
        Self { action, object: None, details: None, is_limited: false }
    }

    pub fn about(self, kind: &'static str, id: Uuid) -> Self {
        Self { object: Some((kind, id)), ..self }
    }

    pub fn with_details(self, details: Json) -> Self {
        Self { details: Some(details), ..self }
    }

    /// For what costs its actor nothing: only the first 60 of an hour have an entry.
    pub fn limited(self) -> Self {
        Self { is_limited: true, ..self }
    }
}

/// Appends an event in the transaction of its effect. The actor is the caller of the transaction.
///
/// # Errors
/// When the database cannot be reached.
pub(crate) async fn record(tx: &TenantTx, event: Event) -> Result<()> {
    let Event { action, object, details, is_limited } = event;
    let (object_type, object) = object.unzip();
    let details = details.map(|details| details.to_string());
    let hourly = is_limited.then_some(HOURLY);
    let call = AppendAuditEntry { action, object_type, object, details, hourly };
    if !Executor::from(tx).call_one(call).await? {
        tracing::info!(action, "an entry too many of this hour for the audit log");
    }
    Ok(())
}
