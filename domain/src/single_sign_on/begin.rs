//! Begins a sign-in at the identity provider.

use std::time::Duration;

use chrono::TimeDelta;
use entity::id::PendingSignInId;
use entity::pending_sign_in::{ActiveModel, Column, Entity};
use sea_orm::{ColumnTrait, Set};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use super::providers::row_of;
use super::{Target, no_single_sign_on, organization_of};
use crate::auth::RandomSecret;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::organizations;
use crate::sealing::columns::PENDING_SIGN_IN_PARAMETERS;
use crate::tenant::Tenant;

/// How long a person may take at the provider.
pub(super) const LIFETIME: TimeDelta = TimeDelta::minutes(10);
/// How many sign-ins of an organization may be pending, about: two at the same moment do not see each other.
const MOST_PENDING: u64 = 500;
/// When to try again after these.
const RETRY_AFTER: Duration = Duration::from_secs(60);

/// A sign-in that has begun.
#[derive(Debug)]
pub struct Begun {
    /// The secret of the client that began, which it sends to complete the sign-in.
    pub token: SecretString,
    /// How long it can be completed, in seconds.
    pub expires_in: i64,
    pub issuer: String,
    pub client_id: String,
    pub parameters: Parameters,
}

/// What connects the request to the provider with the answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Parameters {
    pub state: String,
    pub nonce: String,
    pub code_verifier: String,
    pub redirect_uri: String,
}

/// Begins a sign-in. The provider's answer goes to `account_page`, unless the request names another address that the provider's
/// configuration allows.
///
/// # Errors
/// [`Error::Missing`] `no_single_sign_on`; [`Error::Invalid`] for a text that is no address, and for a redirect URI that is not
/// configured; [`Error::Forbidden`] `organization_suspended`; [`Error::TooMany`] when too many sign-ins are pending.
pub async fn begin(
    db: &Db,
    target: &Target,
    redirect_uri: Option<String>,
    account_page: String,
    is_fresh: bool,
) -> Result<Begun> {
    let organization = organization_of(db, target).await?;
    let tx = db.begin(Tenant::system(organization, true)).await?;
    let provider = row_of(&tx).await?.ok_or_else(no_single_sign_on)?;
    organizations::require_active(&tx).await?;
    if redirect_uri.as_ref().is_some_and(|uri| !provider.redirect_uris.contains(uri)) {
        return Err(Error::invalid("/redirect_uri", "is not one of the identity provider's redirect_uris"));
    }
    tx.delete::<Entity>(Column::ExpiresAt.lte(tx.now())).await?;
    if tx.find::<Entity>().count().await? >= MOST_PENDING {
        return Err(Error::TooMany { retry_after: RETRY_AFTER });
    }
    let (id, token) = (PendingSignInId::new(), RandomSecret::new(organization)?);
    let parameters = Parameters::new(redirect_uri.unwrap_or(account_page))?;
    let sealed = PENDING_SIGN_IN_PARAMETERS.seal(&tx, id.0, &serde_json::to_vec(&parameters)?)?;
    tx.insert(ActiveModel {
        id: Set(id),
        token_hash: Set(token.hash()),
        parameters: Set(sealed),
        is_fresh: Set(is_fresh),
        created_at: Set(tx.now()),
        expires_at: Set(tx.now() + LIFETIME),
        ..Default::default()
    })
    .await?;
    tx.commit().await?;
    Ok(Begun {
        token: token.into_secret(),
        expires_in: LIFETIME.num_seconds(),
        issuer: provider.issuer,
        client_id: provider.client_id,
        parameters,
    })
}

impl Parameters {
    fn new(redirect_uri: String) -> Result<Self> {
        let random = || RandomSecret::without_organization().map(|secret| secret.expose().to_owned());
        Ok(Self { state: random()?, nonce: random()?, code_verifier: random()?, redirect_uri })
    }
}
