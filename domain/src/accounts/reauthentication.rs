//! A signed-in person proves again who they are.

use chrono::TimeDelta;
use entity::login::Column;
use sea_orm::ColumnTrait;

use super::proof::{OwnProof, ProvenAccount, prove_own};
use super::refresh::revoke;
use super::tokens::{Authentication, NewLogin, Tokens, begin_login};
use crate::audit::{self, Event};
use crate::auth::ACCESS_TOKEN_SECONDS;
use crate::db::Db;
use crate::error::Result;
use crate::single_sign_on::require_password_allowed;
use crate::tenant::Caller;

/// Replaces the caller's login by a fresh one in the same organization. The old one ends, so that a thief of its tokens is not
/// made fresh too (OWASP ASVS 5.0, 7.2.4).
///
/// # Errors
/// Those of [`prove_own`], which count as failures of a sign-in; [`crate::Error::Forbidden`] `single_sign_on_required`.
pub async fn reauthenticate(db: &Db, caller: &Caller, proof: OwnProof) -> Result<Tokens> {
    let device = proof.device.clone();
    let (person, account) = prove_own(db, caller, proof).await?;
    let tx = db.begin(caller).await?;
    ProvenAccount::own(person.user, account).lock(&tx).await?;
    require_password_allowed(&tx, person.user).await?;
    let (user, role, authentication) = (person.user, person.role, Authentication::by_password(&tx));
    let lifetime = TimeDelta::seconds(ACCESS_TOKEN_SECONDS);
    let tokens = begin_login(&tx, NewLogin { user, role, lifetime, device: &device, authentication }).await?;
    revoke(&tx, Column::Id.eq(person.login)).await?;
    audit::record(&tx, Event::new("login.reauthenticated").about("login", person.login.0)).await?;
    tx.commit().await?;
    Ok(tokens)
}
