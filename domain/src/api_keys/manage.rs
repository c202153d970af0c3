//! What admins do with keys.

use chrono::{DateTime, Utc};
use entity::api_key::{ActiveModel, Column, Entity, Model};
use entity::id::ApiKeyId;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, Set};
use secrecy::SecretString;

use super::ApiKey;
use super::format::KeyText;
use crate::accounts::check_name;
use crate::auth::RandomSecret;
use crate::error::{Error, Result};
use crate::page::{Page, Paged};
use crate::scopes::Scopes;
use crate::tenant_tx::TenantTx;

/// Keys that are not revoked, of both modes.
const KEYS_AT_MOST: u64 = 100;

#[derive(Clone, Debug)]
pub struct NewKey {
    pub name: String,
    pub livemode: bool,
    pub scopes: Scopes,
    pub expires_at: Option<DateTime<Utc>>,
}

/// What shall be otherwise; what is absent stays.
#[derive(Clone, Debug, Default)]
pub struct KeyChange {
    pub name: Option<String>,
    pub scopes: Option<Scopes>,
    /// `Some(None)`: never.
    pub expires_at: Option<Option<DateTime<Utc>>>,
}

/// Makes a key, and gives it as it is written. It is not to be had again: only its hash is kept.
///
/// # Errors
/// [`Error::Invalid`] for a name out of bounds, no scopes, or an end that has passed; [`Error::Conflict`]
/// `too_many_api_keys`.
pub async fn create(tx: &TenantTx, wish: NewKey) -> Result<(ApiKey, SecretString)> {
    let name = check_name("/name", &wish.name)?;
    check_scopes(wish.scopes)?;
    check_end(tx, wish.expires_at)?;
    let standing = tx.find::<Entity>().filter(Column::RevokedAt.is_null()).limit(KEYS_AT_MOST).all().await?;
    if standing.len() as u64 >= KEYS_AT_MOST {
        let detail = format!("An organization has at most {KEYS_AT_MOST} keys. Revoke one first.");
        return Err(Error::conflict("too_many_api_keys", detail));
    }
    let written = KeyText {
        livemode: wish.livemode,
        id: ApiKeyId::new(),
        secret: RandomSecret::new(tx.organization_id())?,
    };
    let row = tx
        .insert(ActiveModel {
            id: Set(written.id),
            livemode: Set(wish.livemode),
            name: Set(name),
            secret_hash: Set(written.secret.hash()),
            scopes: Set(wish.scopes.names()),
            created_by: Set(tx.person()?.user),
            created_at: Set(tx.real_time()),
            expires_at: Set(wish.expires_at),
            ..Default::default()
        })
        .await?;
    Ok((row.into(), written.write()))
}

/// The organization's keys that are not revoked, newest first.
///
/// # Errors
/// [`Error::Invalid`] for a cursor of another list.
pub async fn list(tx: &TenantTx, page: &Page) -> Result<Paged<ApiKey>> {
    let mut rows = tx.find::<Entity>().filter(Column::RevokedAt.is_null());
    if let Some(after) = page.key::<ApiKeyId>()? {
        rows = rows.filter(Column::Id.lt(after));
    }
    let rows = rows.newest_first(Column::Id).limit(page.fetch()).all().await?;
    Ok(page.cut(rows.into_iter().map(ApiKey::from).collect(), |key| key.id.to_string()))
}

/// # Errors
/// [`Error::NotFound`]; one that was revoked is there.
pub async fn find(tx: &TenantTx, id: ApiKeyId) -> Result<ApiKey> {
    Ok(row_of(tx, id).await?.into())
}

/// Changes a key; what it may not do any more its tokens may not either, at once.
///
/// # Errors
/// As [`create`]; [`Error::NotFound`]; [`Error::Conflict`] `api_key_revoked`.
pub async fn update(tx: &TenantTx, id: ApiKeyId, change: KeyChange) -> Result<ApiKey> {
    if row_of(tx, id).await?.revoked_at.is_some() {
        return Err(Error::conflict("api_key_revoked", "This key was revoked. Make another one."));
    }
    let mut columns: Vec<(Column, SimpleExpr)> = Vec::new();
    if let Some(name) = &change.name {
        columns.push((Column::Name, Expr::value(check_name("/name", name)?)));
    }
    if let Some(scopes) = change.scopes {
        check_scopes(scopes)?;
        columns.push((Column::Scopes, Expr::value(scopes.names())));
    }
    if let Some(end) = change.expires_at {
        check_end(tx, end)?;
        columns.push((Column::ExpiresAt, Expr::value(end)));
    }
    if !columns.is_empty() {
        tx.update::<Entity>(Column::Id.eq(id), columns).await?;
    }
    find(tx, id).await
}

/// Ends a key and its tokens at once, for good. Doing it again changes nothing.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn revoke(tx: &TenantTx, id: ApiKeyId) -> Result<()> {
    row_of(tx, id).await?;
    let still = Condition::all().add(Column::Id.eq(id)).add(Column::RevokedAt.is_null());
    tx.update::<Entity>(still, [(Column::RevokedAt, Expr::value(tx.real_time()))]).await?;
    Ok(())
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

fn check_end(tx: &TenantTx, end: Option<DateTime<Utc>>) -> Result<()> {
    match end.is_some_and(|end| end <= tx.real_time()) {
        true => Err(Error::invalid("/expires_at", "must be in the future")),
        false => Ok(()),
    }
}
