//! The configuration of an organization's identity provider.

use chrono::{DateTime, Utc};
use entity::id::IdentityProviderId;
use entity::identity_provider::{ActiveModel, Column, Entity, Model};
use entity::membership::Role;
use entity::{external_identity, pending_sign_in};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, Set};
use secrecy::{ExposeSecret as _, SecretString};

use crate::accounts::require_fresh_sign_in;
use crate::error::{Error, Result};
use crate::members::require_owner;
use crate::sealing::columns::IDENTITY_PROVIDER_SECRET;
use crate::tenant_tx::TenantTx;

const MISSING: Error = Error::NotFound("identity provider");

/// An identity provider without its client secret.
#[derive(Clone, Debug)]
pub struct IdentityProvider {
    pub issuer: String,
    pub client_id: String,
    /// Addresses besides the account page at which a front end takes the provider's answer.
    pub redirect_uris: Vec<String>,
    /// Whether people who sign in without an invitation become members.
    pub just_in_time: bool,
    /// The role of members who join by `just_in_time`.
    pub default_role: Role,
    /// Whether members with an address in a verified domain may use no password.
    pub enforced: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// The new configuration.
#[derive(Debug)]
pub struct NewIdentityProvider {
    /// The caller has checked that it does not lead into our own network.
    pub issuer: String,
    pub client_id: String,
    /// `None` keeps the current secret if issuer and client stay the same.
    pub client_secret: Option<SecretString>,
    pub redirect_uris: Vec<String>,
    pub just_in_time: bool,
    pub default_role: Role,
    pub enforced: bool,
}

/// The organization's identity provider.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub async fn provider(tx: &TenantTx) -> Result<IdentityProvider> {
    Ok(row_of(tx).await?.ok_or(MISSING)?.into())
}

/// Sets the organization's identity provider. With another issuer or client the identities of members are forgotten, because
/// its ids of people are others; sign-ins that have begun end.
///
/// # Errors
/// [`Error::Forbidden`] `owner_required` or `fresh_sign_in_required`; [`Error::Invalid`] without a secret, unless the present one
/// can stay.
pub async fn put_provider(tx: &TenantTx, new: NewIdentityProvider) -> Result<IdentityProvider> {
    require_owner(tx)?;
    require_fresh_sign_in(tx).await?;
    tx.lock_organization().await?;
    let known = row_of(tx).await?;
    let is_same = |known: &Model| known.issuer == new.issuer && known.client_id == new.client_id;
    let kept = known.as_ref().filter(|known| is_same(known));
    if known.is_some() && kept.is_none() {
        forget_identities(tx).await?;
    }
    end_pending(tx).await?;
    let id = known.as_ref().map_or_else(IdentityProviderId::new, |known| known.id);
    let secret = match (&new.client_secret, kept) {
        (Some(secret), _) => IDENTITY_PROVIDER_SECRET.seal(tx, id.0, secret.expose_secret().as_bytes())?,
        (None, Some(kept)) => kept.client_secret.clone(),
        (None, None) => {
            return Err(Error::invalid("/client_secret", "is required: issuer or client are new"));
        }
    };
    match known {
        Some(_) => change(tx, id, new, secret).await?,
        None => add(tx, id, new, secret).await?,
    }
    provider(tx).await
}

/// Removes the identity provider and the identities of members. Their logins stay until they end.
///
/// # Errors
/// [`Error::Forbidden`] `owner_required` or `fresh_sign_in_required`; [`Error::NotFound`] when there is none.
pub async fn remove_provider(tx: &TenantTx) -> Result<()> {
    require_owner(tx)?;
    require_fresh_sign_in(tx).await?;
    tx.lock_organization().await?;
    end_pending(tx).await?;
    forget_identities(tx).await?;
    match tx.delete::<Entity>(Condition::all()).await? {
        0 => Err(MISSING),
        _ => Ok(()),
    }
}

pub(super) async fn row_of(tx: &TenantTx) -> Result<Option<Model>> {
    tx.find::<Entity>().one().await
}

async fn add(tx: &TenantTx, id: IdentityProviderId, new: NewIdentityProvider, secret: Vec<u8>) -> Result<()> {
    tx.insert(ActiveModel {
        id: Set(id),
        issuer: Set(new.issuer),
        client_id: Set(new.client_id),
        client_secret: Set(secret),
        redirect_uris: Set(new.redirect_uris),
        just_in_time: Set(new.just_in_time),
        default_role: Set(new.default_role),
        enforced: Set(new.enforced),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        ..Default::default()
    })
    .await?;
    Ok(())
}

async fn change(
    tx: &TenantTx,
    id: IdentityProviderId,
    new: NewIdentityProvider,
    secret: Vec<u8>,
) -> Result<()> {
    let columns: [(Column, SimpleExpr); 8] = [
        (Column::Issuer, Expr::value(new.issuer)),
        (Column::ClientId, Expr::value(new.client_id)),
        (Column::ClientSecret, Expr::value(secret)),
        (Column::RedirectUris, Expr::value(new.redirect_uris)),
        (Column::JustInTime, Expr::value(new.just_in_time)),
        (Column::DefaultRole, Expr::value(new.default_role)),
        (Column::Enforced, Expr::value(new.enforced)),
        (Column::UpdatedAt, Expr::value(tx.now())),
    ];
    tx.update::<Entity>(Column::Id.eq(id), columns).await?;
    Ok(())
}

async fn forget_identities(tx: &TenantTx) -> Result<()> {
    tx.delete::<external_identity::Entity>(Condition::all()).await.map(drop)
}

/// Ends the sign-ins that have begun with the present configuration.
async fn end_pending(tx: &TenantTx) -> Result<()> {
    tx.delete::<pending_sign_in::Entity>(Condition::all()).await.map(drop)
}

impl From<Model> for IdentityProvider {
    fn from(row: Model) -> Self {
        Self {
            issuer: row.issuer,
            client_id: row.client_id,
            redirect_uris: row.redirect_uris,
            just_in_time: row.just_in_time,
            default_role: row.default_role,
            enforced: row.enforced,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}
