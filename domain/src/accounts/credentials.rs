//! Checks the password of an account; failures are throttled.

use std::net::IpAddr;

use secrecy::SecretString;

use super::email_address::EmailAddress;
use crate::audit::{self, SignInRefusal};
use crate::auth::PasswordCheck;
use crate::cross_tenant::{self, Account, ReplacePasswordHash};
use crate::db::Db;
use crate::error::{Result, Unauthenticated};

/// The account of an e-mail address, if this is its password.
///
/// # Errors
/// As [`check_password_of`].
pub(crate) async fn check_credentials(
    db: &Db,
    email: &str,
    password: SecretString,
    address: Option<IpAddr>,
) -> Result<Account> {
    // What is no e-mail address is counted and answered like an unknown one.
    let email = EmailAddress::parse(email).map_or_else(|_| email.to_owned(), |email| email.to_string());
    let account = cross_tenant::find_account(db, &email).await?;
    check_password_of(db, account, &email, password, address).await
}

/// Returns the account if this is its password. `None`, an account that is not there, is answered like a wrong password, in
/// the same time. `address` is the client's.
///
/// # Errors
/// [`Unauthenticated::WrongCredentials`]; [`Error::TooMany`](crate::Error::TooMany) after several failures of this account and
/// network, for a failure of a network with many of them, and when too many passwords are waiting.
pub(crate) async fn check_password_of(
    db: &Db,
    account: Option<Account>,
    email: &str,
    password: SecretString,
    address: Option<IpAddr>,
) -> Result<Account> {
    let user = account.as_ref().map(|account| account.user_id);
    let attempt = db.login_throttle().count(user, email, address);
    let attempt = attempt.inspect_err(|_| audit::sign_in_refused(db, user, SignInRefusal::LockedOut))?;
    let stored = account.as_ref().map(|account| account.password_hash.clone());
    let check = db.passwords().check(password.clone(), stored, &attempt).await?;
    let Some(mut account) = account.filter(|_| check != PasswordCheck::Wrong) else {
        audit::sign_in_refused(db, user, SignInRefusal::WrongPassword);
        return Err(Unauthenticated::WrongCredentials.into());
    };
    attempt.succeeded();
    // While too many passwords are waiting, the next sign-in gets the newer parameters.
    if check == PasswordCheck::RightButWeak
        && let Ok(new_hash) = db.passwords().rehash(password.clone(), address).await
    {
        let old_hash = std::mem::replace(&mut account.password_hash, new_hash.clone());
        let replace = ReplacePasswordHash { user: account.user_id, old_hash, new_hash };
        if !db.call_one(replace).await? {
            // Another sign-in has replaced it, or the password was changed: check against what is stored now.
            return Box::pin(check_credentials(db, email, password, address)).await;
        }
    }
    Ok(account)
}
