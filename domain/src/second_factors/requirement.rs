//! An organization can require a second factor of its members. A member without one may only add one.

use entity::id::UserId;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::own;
use crate::accounts::require_fresh_sign_in;
use crate::cross_tenant::ListMemberships;
use crate::error::{Error, Result};
use crate::members::require_owner;
use crate::stored_function::{call_in, stored_function};
use crate::tenant_tx::TenantTx;

stored_function! {
    /// For one person, or for all members.
    pub(crate) struct ApplySecondFactorRule = CrossTenant volatile "apply_second_factor_rule" {
        organizations: Vec<Uuid>,
        user: Option<UserId>,
    } -> ()
}

/// Says of a person's logins in the transaction's organization whether they may only add a second factor. Called when a login
/// begins or is refreshed.
///
/// # Errors
/// When the database cannot be reached.
pub(crate) async fn apply_rule(tx: &TenantTx, user: UserId) -> Result<()> {
    let organizations = vec![tx.organization_id().0];
    Ok(call_in(tx.raw(), ApplySecondFactorRule { organizations, user: Some(user) }).await.map(drop)?)
}

/// [`apply_rule`] for all members, after the rule has changed.
///
/// # Errors
/// When the database cannot be reached.
pub(crate) async fn apply_rule_to_members(tx: &TenantTx) -> Result<()> {
    let organizations = vec![tx.organization_id().0];
    Ok(call_in(tx.raw(), ApplySecondFactorRule { organizations, user: None }).await.map(drop)?)
}

/// [`apply_rule`] in all organizations of a person, whose second factor has changed.
///
/// # Errors
/// When the database cannot be reached.
pub(super) async fn apply_rules_of(transaction: &impl ConnectionTrait, user: UserId) -> Result<()> {
    let memberships = call_in(transaction, ListMemberships { user }).await?;
    let organizations = memberships.iter().map(|membership| membership.organization_id.0).collect();
    let call = ApplySecondFactorRule { organizations, user: Some(user) };
    Ok(call_in(transaction, call).await.map(drop)?)
}

/// Checks that the caller may switch the rule on or off.
///
/// # Errors
/// [`Error::Forbidden`] `owner_required` or `fresh_sign_in_required`; [`Error::Conflict`] `no_second_factor` when an owner
/// without a second factor would lock themselves out.
pub(crate) async fn check_may_require(tx: &TenantTx, required: bool) -> Result<()> {
    require_owner(tx)?;
    require_fresh_sign_in(tx).await?;
    if required && own(tx).await?.confirmed_at.is_none() {
        return Err(Error::conflict(
            "no_second_factor",
            "Add an authenticator app to your own account first: the rule holds for you too.",
        ));
    }
    Ok(())
}
