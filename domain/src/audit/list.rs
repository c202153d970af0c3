//! Reads the audit log.

use chrono::{DateTime, Utc};
use entity::audit_entry::{ActorKind, Column, Entity, Model};
use entity::id::{ApiKeyId, AuditEntryId, UserId};
use sea_orm::{ColumnTrait, Condition};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::record::{Event, record};
use crate::error::{Error, Result};
use crate::page::{Page, Paged};
use crate::tenant_tx::{Rows, TenantTx};

/// An entry of the audit log.
#[derive(Clone, Debug)]
pub struct Entry {
    pub id: AuditEntryId,
    pub occurred_at: DateTime<Utc>,
    /// The mode of the actor's request.
    pub livemode: bool,
    pub action: String,
    pub actor: ActorKind,
    /// The person, or the member that the API key acted for.
    pub user_id: Option<UserId>,
    pub api_key_id: Option<ApiKeyId>,
    pub address: Option<String>,
    pub user_agent: Option<String>,
    pub request_id: Option<Uuid>,
    pub caller_request_id: Option<String>,
    /// Type and id of what the action is about.
    pub object: Option<(String, Uuid)>,
    /// The recorded values that the action changed, without secrets.
    pub before: Option<Json>,
    pub after: Option<Json>,
    /// Of an action that changed no recorded value.
    pub details: Option<Json>,
}

/// Conditions of a list of entries; `None` does not filter.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub action: Option<String>,
    /// A person or an API key.
    pub actor: Option<Uuid>,
    pub object: Option<Uuid>,
    /// Entries of this time and later, exact to the millisecond.
    pub from: Option<DateTime<Utc>>,
    /// Entries before this time.
    pub to: Option<DateTime<Utc>>,
}

/// The organization's entries, newest first. In test mode only those of test mode.
///
/// # Errors
/// [`Error::Invalid`] for a cursor of another list.
pub async fn list(tx: &TenantTx, filter: &Filter, page: &Page) -> Result<Paged<Entry>> {
    let mut rows = matching(tx, filter).newest_first(Column::Id).limit(page.fetch());
    if let Some(after) = page.key::<AuditEntryId>()? {
        rows = rows.filter(Column::Id.lt(after));
    }
    Ok(page.cut(rows.all().await?, |row| row.id.to_string()).map(Entry::from))
}

/// Reads one entry.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn find(tx: &TenantTx, id: AuditEntryId) -> Result<Entry> {
    let row = tx.find::<Entity>().filter(Column::Id.eq(id)).one().await?;
    row.map(Entry::from).ok_or(Error::NotFound("audit entry"))
}

/// Records that the entries that match the filter are exported.
///
/// # Errors
/// When the database cannot be reached.
pub async fn record_export(tx: &TenantTx, filter: &Filter) -> Result<()> {
    let Filter { action, actor, object, from, to } = filter;
    let filters = json!({ "action": action, "actor_id": actor, "object_id": object, "from": from, "to": to });
    record(tx, Event::new("audit_log.exported").with_details(json!({ "filters": filters }))).await
}

fn matching<'a>(tx: &'a TenantTx, filter: &Filter) -> Rows<'a, Entity> {
    let mut rows = tx.find::<Entity>();
    if let Some(action) = &filter.action {
        rows = rows.filter(Column::Action.eq(action));
    }
    if let Some(actor) = filter.actor {
        let is_actor =
            Condition::any().add(Column::ActorUserId.eq(actor)).add(Column::ActorApiKeyId.eq(actor));
        rows = rows.filter(is_actor);
    }
    if let Some(object) = filter.object {
        rows = rows.filter(Column::ObjectId.eq(object));
    }
    if let Some(from) = filter.from {
        rows = rows.filter(Column::Id.gte(first_id_at(from)));
    }
    if let Some(to) = filter.to {
        rows = rows.filter(Column::Id.lt(first_id_at(to)));
    }
    rows
}

/// The smallest id of a time, as the stored function of this name makes it. Entries have ids of their time.
fn first_id_at(time: DateTime<Utc>) -> AuditEntryId {
    let milliseconds = u64::try_from(time.timestamp_millis()).unwrap_or_default();
    AuditEntryId(Uuid::from_u128(u128::from(milliseconds) << 80))
}

impl From<Model> for Entry {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            occurred_at: row.occurred_at,
            livemode: row.livemode,
            action: row.action,
            actor: row.actor_kind,
            user_id: row.actor_user_id,
            api_key_id: row.actor_api_key_id,
            address: row.address,
            user_agent: row.user_agent,
            request_id: row.request_id,
            caller_request_id: row.caller_request_id,
            object: row.object_type.zip(row.object_id),
            before: row.before,
            after: row.after,
            details: row.details,
        }
    }
}
