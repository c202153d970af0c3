//! Events of a person's account, which belongs to no single organization: they are in the log of each of the person's.

use entity::id::UserId;
use sea_orm::ConnectionTrait;
use serde_json::Value as Json;
use uuid::Uuid;

use super::record::HOURLY;
use crate::cross_tenant::ListMemberships;
use crate::error::Result;
use crate::stored_function::{call_in, stored_function};

stored_function! {
    pub(crate) struct RecordAccountEvent = CrossTenant volatile "record_account_event" {
        user: UserId,
        organizations: Vec<Uuid>,
        action: &'static str,
        details: Option<String>,
        hourly: i32,
    } -> ()
}

/// Appends an event of the person's account in the transaction of its effect. The actor is the person, unless the
/// transaction has another one. Organizations other than the transaction's do not learn from where the request came. Only the
/// first 60 of an hour have an entry.
///
/// # Errors
/// When the database cannot be reached.
pub(crate) async fn record_of_account(
    transaction: &impl ConnectionTrait,
    user: UserId,
    action: &'static str,
    details: Option<Json>,
) -> Result<()> {
    let memberships = call_in(transaction, ListMemberships { user }).await?;
    let organizations = memberships.iter().map(|membership| membership.organization_id.0).collect();
    let details = details.map(|details| details.to_string());
    call_in(transaction, RecordAccountEvent { user, organizations, action, details, hourly: HOURLY }).await?;
    Ok(())
}
