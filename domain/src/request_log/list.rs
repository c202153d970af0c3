//! Reads the request log.

use chrono::{DateTime, Utc};
use entity::id::ApiKeyId;
use entity::request_log_entry::{Column, Entity, Model};
use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::{Entry, FailedRequest};
use crate::error::Result;
use crate::page::{Page, Paged};
use crate::tenant_tx::TenantTx;

/// Conditions of a list of entries; `None` does not filter.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub status: Option<i32>,
    pub code: Option<String>,
    pub api_key_id: Option<ApiKeyId>,
    /// Entries of this time and later.
    pub from: Option<DateTime<Utc>>,
    /// Entries before this time.
    pub to: Option<DateTime<Utc>>,
}

/// The entries of the organization and mode, newest first.
///
/// # Errors
/// [`crate::Error::Invalid`] for a cursor of another list.
pub async fn list(tx: &TenantTx, filter: &Filter, page: &Page) -> Result<Paged<Entry>> {
    let Filter { status, code, api_key_id, from, to } = filter;
    let conditions = [
        status.map(|status| Column::Status.eq(status)),
        code.as_ref().map(|code| Column::Code.eq(code)),
        api_key_id.map(|key| Column::ApiKeyId.eq(key)),
        from.map(|from| Column::OccurredAt.gte(from)),
        to.map(|to| Column::OccurredAt.lt(to)),
        page.key::<Uuid>()?.map(|after| Column::RequestId.lt(after)),
    ];
    let rows = tx.find::<Entity>().newest_first(Column::RequestId).limit(page.fetch());
    let rows = conditions.into_iter().flatten().fold(rows, |rows, condition| rows.filter(condition));
    Ok(page.cut(rows.all().await?, |row| row.request_id.to_string()).map(Entry::from))
}

impl From<Model> for Entry {
    fn from(row: Model) -> Self {
        let Model { request_id, livemode, occurred_at, user_id, api_key_id, .. } = row;
        let refused = FailedRequest {
            method: row.method,
            path: row.path,
            operation_id: row.operation_id,
            status: u16::try_from(row.status).unwrap_or_default(),
            code: row.code,
        };
        Self { request_id, occurred_at, livemode, refused, user_id, api_key_id }
    }
}
