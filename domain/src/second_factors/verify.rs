//! Verifies the code that a sign-in needs beside the password.

use std::time::Duration;

use chrono::{DateTime, Utc};
use entity::id::UserId;
use secrecy::{ExposeSecret, SecretString};

use super::recovery_codes::RecoveryCode;
use super::{FindSecondFactor, open_seed};
use crate::accounts::email_person;
use crate::audit::{self, SignInRefusal};
use crate::db::Db;
use crate::emails::EmailKind;
use crate::error::{Error, Result, Unauthenticated};
use crate::stored_function::{call_in, returned_row, stored_function};

stored_function! {
    /// Counts an attempt; returns no row without a confirmed second factor, and no seed while an attempt has to wait.
    pub(crate) struct BeginCodeAttempt = CrossTenant volatile "begin_code_attempt" {
        user: UserId,
    } -> CodeAttempt
}

returned_row! {
    pub(crate) struct CodeAttempt {
        seed: Option<Vec<u8>>,
        wait_seconds: f64,
        real_time: DateTime<Utc>,
    }
}

stored_function! {
    pub(crate) struct AcceptTimeStep = CrossTenant volatile "accept_time_step" {
        user: UserId,
        step: i64,
    } -> bool
}

stored_function! {
    pub(crate) struct UseRecoveryCode = CrossTenant volatile "use_recovery_code" {
        user: UserId,
        code_hash: Vec<u8>,
    } -> bool
}

/// Verifies the second factor of an account whose password was right: a code of the app or a recovery code, each of which is
/// accepted once. An account without a second factor needs no code.
///
/// # Errors
/// [`Unauthenticated::SecondFactorRequired`] without a code; [`Unauthenticated::WrongCode`], also for a code that was used;
/// [`Error::TooMany`] after several codes in a row. Recovery codes cannot be guessed, so they need not wait.
pub(crate) async fn verify(db: &Db, user: UserId, code: Option<&SecretString>) -> Result<()> {
    let factor = db.call(FindSecondFactor { user }).await?.pop();
    if factor.is_none_or(|factor| factor.confirmed_at.is_none()) {
        return Ok(());
    }
    let code = code.ok_or(Unauthenticated::SecondFactorRequired)?;
    let is_accepted = match RecoveryCode::read(code.expose_secret()) {
        Some(code) => use_recovery_code(db, user, &code).await?,
        None => verify_app_code(db, user, code).await?,
    };
    if is_accepted {
        return Ok(());
    }
    audit::sign_in_refused(db, Some(user), SignInRefusal::WrongCode);
    Err(Unauthenticated::WrongCode.into())
}

/// Uses the code up, and sends an e-mail about that.
async fn use_recovery_code(db: &Db, user: UserId, code: &RecoveryCode) -> Result<bool> {
    let transaction = db.begin_plain().await?;
    let call = UseRecoveryCode { user, code_hash: code.hash(user) };
    let is_used = call_in(transaction.raw(), call).await? == [true];
    if is_used {
        email_person(db, transaction.raw(), user, EmailKind::RecoveryCodeUsed).await?;
    }
    transaction.commit().await?;
    Ok(is_used)
}

/// # Errors
/// [`Error::TooMany`] after several codes in a row.
async fn verify_app_code(db: &Db, user: UserId, code: &SecretString) -> Result<bool> {
    let Some(attempt) = db.call(BeginCodeAttempt { user }).await?.pop() else {
        return Ok(false);
    };
    let Some(seed) = attempt.seed else {
        audit::sign_in_refused(db, Some(user), SignInRefusal::LockedOut);
        return Err(Error::TooMany { retry_after: Duration::from_secs_f64(attempt.wait_seconds) });
    };
    match open_seed(db, user, &seed)?.matching_step(code.expose_secret().trim(), attempt.real_time) {
        Some(step) => db.call_one(AcceptTimeStep { user, step }).await,
        None => Ok(false),
    }
}
