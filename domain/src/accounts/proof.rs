//! Proof of who somebody is: the password of an account, and a code of its second factor if it has one.

use std::net::IpAddr;

use entity::id::UserId;
use secrecy::SecretString;

use super::credentials::check_credentials;
use super::device::Device;
use super::me::OwnAccount;
use super::passwords::prove_password;
use crate::db::Db;
use crate::error::{Error, Result, Unauthenticated};
use crate::second_factors;
use crate::stored_function::{call_in, stored_function};
use crate::tenant::{Caller, Person};
use crate::tenant_tx::TenantTx;

stored_function! {
    /// Keeps the password as it is until the transaction ends.
    pub(crate) struct LockPassword = CrossTenant volatile "lock_password" {
        user: UserId,
        hash: String,
    } -> bool
}

/// An account that somebody has proved to be theirs.
pub(crate) struct ProvenAccount {
    pub user: UserId,
    /// The hash of the proved password.
    hash: String,
}

impl ProvenAccount {
    /// The caller's account, after its password was proved.
    pub(super) fn own(user: UserId, account: OwnAccount) -> Self {
        Self { user, hash: account.password_hash }
    }

    /// Keeps the password as it is until the transaction ends.
    ///
    /// # Errors
    /// [`Unauthenticated::WrongCredentials`] when it was changed or reset since it was proved.
    pub async fn lock(&self, tx: &TenantTx) -> Result<()> {
        match call_in(tx.raw(), LockPassword { user: self.user, hash: self.hash.clone() }).await?[..] {
            [true] => Ok(()),
            _ => Err(Unauthenticated::WrongCredentials.into()),
        }
    }
}

/// What somebody presents to prove that an account is theirs.
pub(crate) struct Proof<'a> {
    pub email: &'a str,
    pub password: SecretString,
    /// A code of the second factor, or a recovery code. Not needed by an account without a second factor.
    pub code: Option<&'a SecretString>,
    /// The client's IP address, for throttling.
    pub address: Option<IpAddr>,
}

/// What a signed-in person presents to prove again that the account is theirs.
#[derive(Debug)]
pub struct OwnProof {
    pub password: SecretString,
    pub code: Option<SecretString>,
    pub device: Device,
}

/// Checks the password and then the second factor; returns the account. Everything that signs a person in with a password
/// goes through here; a link (`sign_in_links`) stands for the password.
///
/// # Errors
/// [`Unauthenticated::WrongCredentials`], also for an unknown e-mail address; [`Unauthenticated::SecondFactorRequired`] and
/// [`Unauthenticated::WrongCode`] after the right password; [`Error::TooMany`] after several failures of either.
pub(crate) async fn prove(db: &Db, proof: Proof<'_>) -> Result<ProvenAccount> {
    let account = check_credentials(db, proof.email, proof.password, proof.address).await?;
    second_factors::verify(db, account.user_id, proof.code).await?;
    Ok(ProvenAccount { user: account.user_id, hash: account.password_hash })
}

/// [`prove`] for the caller's own account. The caller stays signed in, so failures are 403 and not 401.
///
/// # Errors
/// [`Error::Forbidden`] `wrong_password`, `second_factor_required` or `wrong_code`; [`Error::TooMany`];
/// [`Error::Unauthenticated`] when the login has ended.
pub(crate) async fn prove_own(db: &Db, caller: &Caller, proof: OwnProof) -> Result<(Person, OwnAccount)> {
    let (person, account) = prove_password(db, caller, proof.password, &proof.device).await?;
    let verified = second_factors::verify(db, person.user, proof.code.as_ref()).await;
    verified.map_err(|error| match error {
        Error::Unauthenticated(
            why @ (Unauthenticated::SecondFactorRequired | Unauthenticated::WrongCode),
        ) => Error::Forbidden { code: why.code(), detail: why.detail() },
        other => other,
    })?;
    Ok((person, account))
}
