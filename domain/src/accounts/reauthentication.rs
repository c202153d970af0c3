//! A signed-in person proves again who they are.

use entity::login::Column;
use sea_orm::ColumnTrait;

use super::browser::{LoginKind, require_kind};
use super::proof::{OwnProof, ProvenAccount, prove_own};
use super::refresh::revoke;
use super::tokens::{Admitted, Authentication, Tokens, begin_login};
use crate::audit::{self, Event};
use crate::db::Db;
use crate::error::Result;
use crate::second_factors;
use crate::single_sign_on::require_password_allowed;
use crate::tenant::Caller;
use crate::tenant_tx::TenantTx;

/// Replaces the caller's login by a fresh one in the same organization. The old one ends, so that a thief of its tokens is not
/// made fresh too (OWASP ASVS 5.0, 7.2.4).
///
/// # Errors
/// Those of [`prove_own`], which count as failures of a sign-in; [`crate::Error::Forbidden`] `single_sign_on_required`.
pub async fn reauthenticate(db: &Db, caller: &Caller, proof: OwnProof) -> Result<Tokens> {
    let device = proof.device.clone();
    let (tx, admitted) = admit_again(db, caller, proof, LoginKind::Tokens).await?;
    let tokens = begin_login(&tx, admitted.login(&device)).await?;
    tx.commit().await?;
    Ok(tokens)
}

/// Proves again who the caller is, and ends their login.
///
/// # Errors
/// As [`reauthenticate`].
pub(super) async fn admit_again(
    db: &Db,
    caller: &Caller,
    proof: OwnProof,
    kind: LoginKind,
) -> Result<(TenantTx, Admitted)> {
    let tx = db.begin(caller).await?;
    require_kind(&tx, kind).await?;
    tx.commit().await?;
    let (person, account) = prove_own(db, caller, proof).await?;
    let tx = db.begin(caller).await?;
    ProvenAccount::own(person.user, account).lock(&tx).await?;
    require_password_allowed(&tx, person.user).await?;
    // Before the login is locked: it locks the organization first.
    second_factors::apply_rule(&tx, person.user).await?;
    revoke(&tx, Column::Id.eq(person.login)).await?;
    audit::record(&tx, Event::new("login.reauthenticated").about("login", person.login.0)).await?;
    let authentication = Authentication::by_password(&tx);
    Ok((tx, Admitted { user: person.user, role: person.role, authentication }))
}
