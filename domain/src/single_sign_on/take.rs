//! Uses up a sign-in that has begun, before its code is exchanged.

use aws_lc_rs::constant_time::verify_slices_are_equal;
use entity::id::OrganizationId;
use entity::pending_sign_in::{Column, Entity};
use sea_orm::{ColumnTrait, Condition};
use secrecy::{ExposeSecret as _, SecretString};

use super::begin::Parameters;
use super::providers::row_of;
use crate::audit::{self, Event};
use crate::auth::RandomSecret;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::organizations;
use crate::sealing::columns::{IDENTITY_PROVIDER_SECRET, PENDING_SIGN_IN_PARAMETERS};
use crate::tenant::Tenant;

/// What the provider appended to the redirect URI.
#[derive(Debug, Default)]
pub struct Response {
    pub state: Option<String>,
    pub code: Option<SecretString>,
    /// Who answers (RFC 9207).
    pub issuer: Option<String>,
    /// Whether the provider reports an error instead of a code.
    pub is_error: bool,
}

/// A sign-in that nobody can complete any more, with what the exchange of its code needs.
#[derive(Debug)]
pub struct Taken {
    pub organization_id: OrganizationId,
    pub issuer: String,
    pub client_id: String,
    pub client_secret: SecretString,
    pub code: SecretString,
    pub parameters: Parameters,
    /// The database's time, in seconds since 1970.
    pub now: i64,
    /// When the sign-in began, in seconds since 1970, if the person had to prove anew who they are.
    pub authenticated_since: Option<i64>,
}

/// Uses up the sign-in of a client's token. A response that does not belong to it ends it too.
///
/// # Errors
/// [`sign_in_ended`] for a token that is unknown, used or expired, and for a response of another sign-in;
/// [`Error::Forbidden`] `identity_provider_refused` when the provider reports an error, and `organization_suspended`.
pub async fn take(db: &Db, token: SecretString, response: Response) -> Result<Taken> {
    let token = RandomSecret::received(token);
    let organization = token.organization();
    let tx = db.begin(Tenant::system(organization, true)).await?;
    let is_valid =
        Condition::all().add(Column::TokenHash.eq(token.hash())).add(Column::ExpiresAt.gt(tx.now()));
    let row = tx.find::<Entity>().filter(is_valid).locked().one().await?.ok_or_else(sign_in_ended)?;
    tx.delete::<Entity>(Column::Id.eq(row.id)).await?;
    let provider = row_of(&tx).await?.ok_or_else(sign_in_ended)?;
    let parameters = PENDING_SIGN_IN_PARAMETERS.open(&tx, row.id.0, &row.parameters)?;
    let parameters: Parameters = serde_json::from_slice(parameters.expose_secret())?;
    let secret = IDENTITY_PROVIDER_SECRET.open(&tx, provider.id.0, &provider.client_secret)?;
    let client_secret = String::from_utf8(secret.expose_secret().to_vec()).map_err(Error::internal)?;
    let checked = check(&response, &parameters, &provider.issuer);
    if let Err(error) = &checked {
        let event =
            Event::new("single_sign_on.refused").with_details(serde_json::json!({ "code": code_of(error) }));
        audit::record(&tx, event.limited()).await?;
    }
    let active = organizations::require_active(&tx).await;
    let (now, began_at) = (tx.real_time().timestamp(), row.created_at);
    let since = (tx.real_time() - (tx.now() - began_at)).timestamp();
    tx.commit().await?;
    checked?;
    active?;
    Ok(Taken {
        organization_id: organization,
        issuer: provider.issuer,
        client_id: provider.client_id,
        client_secret: client_secret.into(),
        code: response.code.ok_or_else(sign_in_ended)?,
        parameters,
        now,
        authenticated_since: row.is_fresh.then_some(since),
    })
}

/// Whether the response is one to this sign-in, and has a code.
fn check(response: &Response, parameters: &Parameters, issuer: &str) -> Result<()> {
    let state = response.state.as_deref().unwrap_or_default();
    let is_ours = verify_slices_are_equal(state.as_bytes(), parameters.state.as_bytes()).is_ok();
    if !is_ours || response.issuer.as_deref().is_some_and(|named| named != issuer) {
        return Err(sign_in_ended());
    }
    if response.is_error {
        return Err(Error::Forbidden {
            code: "identity_provider_refused",
            detail: "The identity provider did not sign you in. Begin again, or ask an admin of your organization for access.",
        });
    }
    if response.code.is_none() { Err(sign_in_ended()) } else { Ok(()) }
}

pub(super) fn code_of(error: &Error) -> &'static str {
    match error {
        Error::Forbidden { code, .. } | Error::Conflict { code, .. } => code,
        _ => "invalid",
    }
}

/// For a sign-in that cannot be completed any more, or not by this client.
pub(super) fn sign_in_ended() -> Error {
    Error::conflict(
        "sign_in_ended",
        "This sign-in was completed, has expired, or began elsewhere. Begin again.",
    )
}
