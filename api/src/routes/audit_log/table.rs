//! The audit log as CSV.

use chrono::SecondsFormat;
use domain::audit::{self, Entry, Filter};
use domain::{Page, Paged, TenantTx};

use super::models::actor_kind;
use crate::csv::Table;

pub struct AuditLogTable;

impl Table for AuditLogTable {
    type Filter = Filter;
    type Row = Entry;

    const FILE: &'static str = "audit-log.csv";
    const ROWS: &'static str = "entries";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "occurred_at",
        "livemode",
        "action",
        "actor",
        "user_id",
        "api_key_id",
        "address",
        "user_agent",
        "object_type",
        "object_id",
        "before",
        "after",
        "details",
        "request_id",
        "caller_request_id",
    ];

    async fn page(tx: &TenantTx, filter: &Filter, page: &Page) -> domain::Result<Paged<Entry>> {
        audit::list(tx, filter, page).await
    }

    fn cells(entry: Entry) -> Vec<String> {
        let text = |value: Option<String>| value.unwrap_or_default();
        let json = |value: Option<serde_json::Value>| text(value.map(|value| value.to_string()));
        let (object_type, object_id) =
            entry.object.map(|(kind, id)| (kind, id.to_string())).unwrap_or_default();
        vec![
            entry.id.to_string(),
            entry.occurred_at.to_rfc3339_opts(SecondsFormat::Millis, true),
            entry.livemode.to_string(),
            entry.action,
            actor_kind(entry.actor).to_owned(),
            text(entry.user_id.map(|id| id.to_string())),
            text(entry.api_key_id.map(|id| id.to_string())),
            text(entry.address),
            text(entry.user_agent),
            object_type,
            object_id,
            json(entry.before),
            json(entry.after),
            json(entry.details),
            text(entry.request_id.map(|id| id.to_string())),
            text(entry.caller_request_id),
        ]
    }
}
