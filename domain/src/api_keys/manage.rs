//! Creates, lists, changes and revokes API keys.

use chrono::{DateTime, Utc};
use entity::api_key::{ActiveModel, Column, Entity, Model, RevokeReason};
use entity::id::ApiKeyId;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, Set};
use secrecy::SecretString;

use super::format::KeyText;
use super::{ApiKey, KeyStatus};
use crate::accounts::{check_name, require_fresh_sign_in};
use crate::auth::RandomSecret;
use crate::error::{Error, Result};
use crate::page::{Page, Paged};
use crate::quotas::{self, QuotaName};
use crate::scopes::Scopes;
use crate::tenant_tx::TenantTx;

/// A key to create.
#[derive(Clone, Debug)]
pub struct NewKey {
    pub name: String,
    pub livemode: bool,
    pub scopes: Scopes,
    pub expires_at: Option<DateTime<Utc>>,
}

/// The members to change; `None` keeps a member as it is.
#[derive(Clone, Debug, Default)]
pub struct KeyChange {
    pub name: Option<String>,
    pub scopes: Option<Scopes>,
    /// `Some(None)` removes the expiry.
    pub expires_at: Option<Option<DateTime<Utc>>>,
}

/// Creates a key and returns it with its text, which cannot be read again: only a hash of the secret is stored.
///
/// # Errors
/// [`Error::Forbidden`] `fresh_sign_in_required`; [`Error::Invalid`] for an invalid name, no scopes, or an expiry in the past;
/// [`Error::QuotaExceeded`].
pub async fn create(tx: &TenantTx, new: NewKey) -> Result<(ApiKey, SecretString)> {
    require_fresh_sign_in(tx).await?;
    let name = check_name("/name", &new.name)?;
    check_scopes(new.scopes)?;
    check_expiry(tx, new.expires_at)?;
    // Under the lock, concurrent requests count one after another.
    tx.lock_organization().await?;
    let existing = tx.find::<Entity>().filter(Column::RevokedAt.is_null()).count().await?;
    quotas::require(tx, QuotaName::ApiKeys, existing).await?;
    let key_text = KeyText {
        livemode: new.livemode,
        id: ApiKeyId::new(),
        secret: RandomSecret::new(tx.organization_id())?,
    };
    let row = tx
        .insert(ActiveModel {
            id: Set(key_text.id),
            livemode: Set(new.livemode),
            name: Set(name),
            secret_hash: Set(key_text.secret.hash()),
            scopes: Set(new.scopes.names()),
            created_by: Set(tx.person()?.user),
            created_at: Set(tx.real_time()),
            expires_at: Set(new.expires_at),
            ..Default::default()
        })
        .await?;
    Ok((ApiKey::from_row(row, tx.real_time()), key_text.write()))
}

/// The organization's keys with this status, newest first; without a status, those that are not revoked.
///
/// # Errors
/// [`Error::Invalid`] for a cursor of another list.
pub async fn list(tx: &TenantTx, status: Option<KeyStatus>, page: &Page) -> Result<Paged<ApiKey>> {
    let not_revoked = Condition::all().add(Column::RevokedAt.is_null());
    let mut rows = tx.find::<Entity>().filter(match status {
        None => not_revoked,
        Some(KeyStatus::Active) => is_active(tx),
        Some(KeyStatus::Expired) => not_revoked.add(Column::ExpiresAt.lte(tx.real_time())),
        Some(KeyStatus::Revoked) => Condition::all().add(Column::RevokedAt.is_not_null()),
    });
    if let Some(after) = page.key::<ApiKeyId>()? {
        rows = rows.filter(Column::Id.lt(after));
    }
    let rows = rows.newest_first(Column::Id).limit(page.fetch()).all().await?;
    Ok(page.cut(rows.into_iter().map(|row| ApiKey::from_row(row, tx.real_time())).collect(), |key| {
        key.id.to_string()
    }))
}

/// Reads one key, also a revoked one.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn find(tx: &TenantTx, id: ApiKeyId) -> Result<ApiKey> {
    Ok(ApiKey::from_row(row_of(tx, id).await?, tx.real_time()))
}

/// Changes a key. Removed scopes are withdrawn from its access tokens at once. More scopes and a later end need what a new
/// key needs: a fresh sign-in.
///
/// # Errors
/// As [`create`]; [`Error::NotFound`]; [`Error::Conflict`] `api_key_revoked`.
pub async fn update(tx: &TenantTx, id: ApiKeyId, change: KeyChange) -> Result<ApiKey> {
    let mut columns: Vec<(Column, SimpleExpr)> = Vec::new();
    if let Some(name) = &change.name {
        columns.push((Column::Name, Expr::value(check_name("/name", name)?)));
    }
    if let Some(scopes) = change.scopes {
        check_scopes(scopes)?;
        columns.push((Column::Scopes, Expr::value(scopes.names())));
    }
    if let Some(end) = change.expires_at {
        check_expiry(tx, end)?;
        columns.push((Column::ExpiresAt, Expr::value(end)));
    }
    let not_revoked = Condition::all().add(Column::Id.eq(id)).add(Column::RevokedAt.is_null());
    if gives_more(&row_of(tx, id).await?, &change) {
        require_fresh_sign_in(tx).await?;
    }
    if !columns.is_empty() {
        tx.update::<Entity>(not_revoked, columns).await?;
    }
    let key = find(tx, id).await?;
    match key.status {
        KeyStatus::Revoked => {
            Err(Error::conflict("api_key_revoked", "This key was revoked. Make another one."))
        }
        KeyStatus::Active | KeyStatus::Expired => Ok(key),
    }
}

/// Whether the key could do more after the change, or for longer.
fn gives_more(before: &Model, change: &KeyChange) -> bool {
    let held = Scopes::known(before.scopes.iter().map(String::as_str));
    let adds_scopes = change.scopes.is_some_and(|scopes| !scopes.are_within(held));
    let ends_later = change
        .expires_at
        .is_some_and(|end| before.expires_at.is_some_and(|before| end.is_none_or(|end| end > before)));
    adds_scopes || ends_later
}

/// Revokes a key and its access tokens at once and for good. A repeated call changes nothing.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn revoke(tx: &TenantTx, id: ApiKeyId) -> Result<()> {
    row_of(tx, id).await?;
    let not_revoked = Condition::all().add(Column::Id.eq(id)).add(Column::RevokedAt.is_null());
    revoke_all(tx, not_revoked, RevokeReason::Revoked).await
}

pub(super) async fn revoke_all(tx: &TenantTx, which: Condition, reason: RevokeReason) -> Result<()> {
    let set = [(Column::RevokedAt, Expr::value(tx.real_time())), (Column::RevokeReason, Expr::value(reason))];
    tx.update::<Entity>(which, set).await?;
    Ok(())
}

/// The condition of keys that are neither revoked nor expired.
pub(super) fn is_active(tx: &TenantTx) -> Condition {
    let unexpired =
        Condition::any().add(Column::ExpiresAt.is_null()).add(Column::ExpiresAt.gt(tx.real_time()));
    Condition::all().add(Column::RevokedAt.is_null()).add(unexpired)
}

async fn row_of(tx: &TenantTx, id: ApiKeyId) -> Result<Model> {
    tx.find::<Entity>().filter(Column::Id.eq(id)).one().await?.ok_or(Error::NotFound("API key"))
}

fn check_scopes(scopes: Scopes) -> Result<()> {
    match scopes.is_empty() {
        true => Err(Error::invalid("/scopes", "must have at least one")),
        false => Ok(()),
    }
}

fn check_expiry(tx: &TenantTx, end: Option<DateTime<Utc>>) -> Result<()> {
    match end.is_some_and(|end| end <= tx.real_time()) {
        true => Err(Error::invalid("/expires_at", "must be in the future")),
        false => Ok(()),
    }
}
