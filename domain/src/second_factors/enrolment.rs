//! Enrols a second factor, confirms it, removes it, and renews its recovery codes.

use entity::id::UserId;
use secrecy::{ExposeSecret as _, SecretString};

use super::recovery_codes::NewCodes;
use super::requirement::apply_rules_of;
use super::totp::Seed;
use super::{find, open_seed, purpose};
use crate::accounts::logins::EndLogins;
use crate::accounts::{OwnProof, email_person, prove_own};
use crate::audit;
use crate::db::Db;
use crate::emails::EmailKind;
use crate::error::{Error, Result};
use crate::single_sign_on::require_whole_reach;
use crate::stored_function::{call_in, stored_function};
use crate::tenant::{Caller, Person};
use crate::tenant_tx::TenantTx;

stored_function! {
    pub(crate) struct StoreSecondFactor = CrossTenant volatile "store_second_factor" {
        user: UserId,
        seed: Vec<u8>,
    } -> bool
}

stored_function! {
    pub(crate) struct ConfirmSecondFactor = CrossTenant volatile "confirm_second_factor" {
        user: UserId,
        seed: Vec<u8>,
        step: i64,
        code_hashes: Vec<Vec<u8>>,
    } -> bool
}

stored_function! {
    pub(crate) struct RemoveSecondFactor = CrossTenant volatile "remove_second_factor" {
        user: UserId,
    } -> bool
}

stored_function! {
    pub(crate) struct ReplaceRecoveryCodes = CrossTenant volatile "replace_recovery_codes" {
        user: UserId,
        code_hashes: Vec<Vec<u8>>,
    } -> bool
}

/// What an authenticator app needs. Shown once.
#[derive(Debug)]
pub struct Enrolment {
    /// In base32, to type.
    pub secret: SecretString,
    /// `otpauth://…`, to show as a QR code.
    pub uri: SecretString,
}

/// Begins the enrolment of an authenticator app, in place of one that was begun before. Sign-in asks for its codes once one of
/// them has been confirmed.
///
/// # Errors
/// [`Error::Conflict`] `second_factor_enrolled` when there is a confirmed one; those of [`prove_own`].
pub async fn enrol(db: &Db, caller: &Caller, proof: OwnProof) -> Result<Enrolment> {
    if confirmed(db, caller).await? {
        return Err(enrolled());
    }
    let (person, account) = prove_own(db, caller, proof).await?;
    let seed = Seed::new(&account.email)?;
    let sealed = db.sealer().seal(purpose(person.user), seed.as_bytes())?;
    let tx = db.begin(caller).await?;
    if call_in(tx.raw(), StoreSecondFactor { user: person.user, seed: sealed }).await? != [true] {
        return Err(enrolled());
    }
    tx.commit().await?;
    Ok(Enrolment { secret: seed.secret(), uri: seed.uri()? })
}

/// Confirms the enrolment with a code of the app, and ends the person's other logins: nobody has shown a code for them. Returns
/// the recovery codes, of which only hashes are stored.
///
/// # Errors
/// [`Error::Invalid`] for a wrong code; [`Error::Conflict`] `second_factor_enrolled` when it was confirmed before,
/// `no_enrolment` when none has begun.
pub async fn confirm(tx: &TenantTx, code: &SecretString) -> Result<Vec<SecretString>> {
    let none = || Error::conflict("no_enrolment", "No enrolment of an authenticator app has begun.");
    require_whole_reach(tx).await?;
    let (user, pending) = (tx.person()?.user, find(tx).await?.ok_or_else(none)?);
    if pending.confirmed_at.is_some() {
        return Err(enrolled());
    }
    let seed = open_seed(tx.db(), user, &pending.seed)?;
    let wrong =
        || Error::invalid("/code", "This is no code of the app at this time. Is the phone's clock right?");
    let step = seed.matching_step(code.expose_secret().trim(), pending.real_time).ok_or_else(wrong)?;
    let codes = NewCodes::of(user)?;
    let call = ConfirmSecondFactor { user, seed: pending.seed, step, code_hashes: codes.hashes };
    if call_in(tx.raw(), call).await? != [true] {
        return Err(Error::conflict(
            "second_factor_changed",
            "The enrolment was confirmed or begun again meanwhile.",
        ));
    }
    // First, because it locks the account before its logins. A thief of the password may have begun one of them.
    let except = Some(tx.person()?.login);
    call_in(tx.raw(), EndLogins { user, only: None, except }).await?;
    apply_rules_of(tx.raw(), user).await?;
    email_person(tx.db(), tx.raw(), user, EmailKind::SecondFactorAdded).await?;
    audit::record_of_account(tx.raw(), user, "account.second_factor_added", None).await?;
    Ok(codes.texts)
}

/// Removes the second factor with its recovery codes. Sign-in asks for the password only.
///
/// # Errors
/// [`Error::NotFound`] without a confirmed second factor; those of [`prove_own`].
pub async fn remove(db: &Db, caller: &Caller, proof: OwnProof) -> Result<()> {
    if !confirmed(db, caller).await? {
        return Err(none());
    }
    let (person, _) = prove_own(db, caller, proof).await?;
    let tx = db.begin(caller).await?;
    if call_in(tx.raw(), RemoveSecondFactor { user: person.user }).await? != [true] {
        return Err(none());
    }
    apply_rules_of(tx.raw(), person.user).await?;
    email_person(db, tx.raw(), person.user, EmailKind::SecondFactorRemoved).await?;
    audit::record_of_account(tx.raw(), person.user, "account.second_factor_removed", None).await?;
    tx.commit().await
}

/// Replaces the recovery codes by new ones, returns these, and tells the person by e-mail.
///
/// # Errors
/// As [`remove`].
pub async fn renew_recovery_codes(db: &Db, caller: &Caller, proof: OwnProof) -> Result<Vec<SecretString>> {
    if !confirmed(db, caller).await? {
        return Err(none());
    }
    let (Person { user, .. }, _) = prove_own(db, caller, proof).await?;
    let codes = NewCodes::of(user)?;
    let tx = db.begin(caller).await?;
    if call_in(tx.raw(), ReplaceRecoveryCodes { user, code_hashes: codes.hashes }).await? != [true] {
        return Err(none());
    }
    email_person(db, tx.raw(), user, EmailKind::RecoveryCodesReplaced).await?;
    audit::record_of_account(tx.raw(), user, "account.recovery_codes_replaced", None).await?;
    tx.commit().await?;
    Ok(codes.texts)
}

/// Whether the caller has a confirmed second factor, and may change it. Asked before a proof, which may use up a code.
async fn confirmed(db: &Db, caller: &Caller) -> Result<bool> {
    let tx = db.begin(caller).await?;
    require_whole_reach(&tx).await?;
    let factor = super::own(&tx).await?;
    tx.commit().await?;
    Ok(factor.confirmed_at.is_some())
}

fn none() -> Error {
    Error::NotFound("second factor")
}

fn enrolled() -> Error {
    Error::conflict(
        "second_factor_enrolled",
        "You have an authenticator app already. Remove it first; a code of it is needed for that.",
    )
}
