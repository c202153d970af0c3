//! The audit log: who did what in the organization.

#![expect(clippy::too_many_arguments, reason = "each argument of a handler is a part of the request")]

mod models;
mod table;

use domain::audit::{self, Filter};
use entity::id::AuditEntryId;
use poem_openapi::OpenApi;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use uuid::Uuid;

use self::models::{AuditEntry, AuditEntryPage};
use self::table::AuditLogTable;
use super::tags::Tag;
use crate::caller::{Admin, AuditRead};
use crate::csv::CsvExport;
use crate::pagination::PageParams;
use crate::problem::{Errors, Problem};
use crate::types::{Path, Timestamp};

pub struct AuditLog;

#[OpenApi(tag = "Tag::Audit")]
impl AuditLog {
    /// List the audit log
    ///
    /// Newest first. The audit log is for admins. An API key of test mode sees the entries of test mode only. Entries are kept
    /// as long as the organization's `audit_retention_days`.
    #[oai(path = "/v1/audit-log", method = "get", operation_id = "list_audit_log")]
    async fn list_audit_log(
        &self,
        admin: Admin<AuditRead>,
        page: PageParams,
        /// Only entries of this action, such as `member.role_changed`.
        #[oai(name = "action", validator(max_length = 100))]
        action: Query<Option<String>>,
        /// Only entries of this person or API key.
        #[oai(name = "actor_id")]
        actor: Query<Option<Uuid>>,
        /// Only entries about this object.
        #[oai(name = "object_id")]
        object: Query<Option<Uuid>>,
        /// Only entries of this time and later.
        #[oai(name = "from")]
        from: Query<Option<Timestamp>>,
        /// Only entries before this time.
        #[oai(name = "to")]
        to: Query<Option<Timestamp>>,
    ) -> Result<Json<AuditEntryPage>, Errors<403>> {
        let filter = filter(action, actor, object, from, to)?;
        audit::wait_for_refusals(&admin.db).await;
        let paged = admin.transaction(async |tx| audit::list(tx, &filter, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Get an entry of the audit log
    ///
    /// The entry that an `audit.recorded` webhook names.
    #[oai(path = "/v1/audit-log/:audit_entry_id", method = "get", operation_id = "read_audit_entry")]
    async fn read_audit_entry(
        &self,
        admin: Admin<AuditRead>,
        Path(audit_entry_id): Path<AuditEntryId>,
    ) -> Result<Json<AuditEntry>, Errors<403>> {
        let entry = admin.transaction(async |tx| audit::find(tx, audit_entry_id).await).await?;
        Ok(Json(entry.into()))
    }

    /// Export the audit log as CSV
    ///
    /// All entries that match the filters, newest first, as CSV (RFC 4180) with a header line. A cell that a spreadsheet would
    /// take for a formula begins with an apostrophe. The last line has the number of entries in its first cell, as in
    /// `# end: 12 entries`; its other cells are empty. A document without it is incomplete: the login ended meanwhile, or the
    /// database was unavailable. The export is an entry of the audit log too.
    #[oai(path = "/v1/audit-log/exports/csv", method = "get", operation_id = "export_audit_log_csv")]
    async fn export_audit_log_csv(
        &self,
        admin: Admin<AuditRead>,
        /// Only entries of this action, such as `member.role_changed`.
        #[oai(name = "action", validator(max_length = 100))]
        action: Query<Option<String>>,
        /// Only entries of this person or API key.
        #[oai(name = "actor_id")]
        actor: Query<Option<Uuid>>,
        /// Only entries about this object.
        #[oai(name = "object_id")]
        object: Query<Option<Uuid>>,
        /// Only entries of this time and later.
        #[oai(name = "from")]
        from: Query<Option<Timestamp>>,
        /// Only entries before this time.
        #[oai(name = "to")]
        to: Query<Option<Timestamp>>,
    ) -> Result<CsvExport<AuditLogTable>, Errors<403>> {
        let filter = filter(action, actor, object, from, to)?;
        audit::wait_for_refusals(&admin.db).await;
        admin.transaction(async |tx| audit::record_export(tx, &filter).await).await?;
        Ok(CsvExport::new(admin.db, admin.caller, filter))
    }
}

fn filter(
    action: Query<Option<String>>,
    actor: Query<Option<Uuid>>,
    object: Query<Option<Uuid>>,
    from: Query<Option<Timestamp>>,
    to: Query<Option<Timestamp>>,
) -> Result<Filter, Problem> {
    let is_name = |action: &String| action.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '_' | '.'));
    if !action.0.as_ref().is_none_or(is_name) {
        return Err(Problem::invalid_field("/action", "must be an object's type, a dot and a verb"));
    }
    Ok(Filter {
        action: action.0,
        actor: actor.0,
        object: object.0,
        from: from.0.map(|from| from.0),
        to: to.0.map(|to| to.0),
    })
}
