//! Proof of who somebody is: the password of an account, and a code of its second factor if it has one.

use std::net::IpAddr;

use entity::id::UserId;
use secrecy::SecretString;

use super::email_address::EmailAddress;
use crate::auth::PasswordCheck;
use crate::cross_tenant::{self, Account, PublicAccount, ReplacePasswordHash};
use crate::db::Db;
use crate::error::{Error, Result, Unauthenticated};
use crate::second_factors;
use crate::tenant::Caller;

/// What somebody presents to prove that an account is theirs.
#[derive(Debug)]
pub struct Proof {
    pub email: String,
    pub password: SecretString,
    /// A code of the second factor, or a recovery code. Not needed by an account without a second factor.
    pub code: Option<SecretString>,
    /// The client's IP address, for throttling per account and address.
    pub address: Option<IpAddr>,
}

/// What a signed-in person presents to prove again that the account is theirs.
#[derive(Debug)]
pub struct OwnProof {
    pub password: SecretString,
    pub code: Option<SecretString>,
    pub address: Option<IpAddr>,
}

/// Checks the password and then the second factor; returns whose account it is. Everything that signs a person in with a
/// password goes through here.
///
/// # Errors
/// [`Unauthenticated::WrongCredentials`], also for an unknown e-mail address; [`Unauthenticated::SecondFactorRequired`] and
/// [`Unauthenticated::WrongCode`] after the right password; [`Error::TooMany`] after several failures of either.
pub(crate) async fn prove(db: &Db, proof: Proof) -> Result<UserId> {
    let account = check_password(db, &proof.email, proof.password, proof.address).await?;
    second_factors::verify(db, account.user_id, proof.code.as_ref()).await?;
    Ok(account.user_id)
}

/// [`prove`] for the caller's own account.
///
/// # Errors
/// Those of [`prove`], and [`Error::Unauthenticated`] when the login has ended.
pub(crate) async fn prove_own(db: &Db, caller: &Caller, proof: OwnProof) -> Result<PublicAccount> {
    let tx = db.begin(caller).await?;
    let own = crate::members::accounts(&tx, [tx.person()?.user]).await?.pop();
    tx.commit().await?;
    let account = own.ok_or(Error::NotFound("user"))?;
    let OwnProof { password, code, address } = proof;
    let user = prove(db, Proof { email: account.email.clone(), password, code, address }).await?;
    // The address may have changed hands since it was read.
    if user == account.user_id { Ok(account) } else { Err(Unauthenticated::WrongCredentials.into()) }
}

async fn check_password(
    db: &Db,
    email: &str,
    password: SecretString,
    address: Option<IpAddr>,
) -> Result<Account> {
    // What is no e-mail address is counted and answered like an unknown one.
    let email = EmailAddress::parse(email).map_or_else(|_| email.to_owned(), |email| email.to_string());
    let address = address.map(|address| address.to_string()).unwrap_or_default();
    let (email, address) = (&*email, &*address);
    db.login_throttle().check(email, address)?;
    let account = cross_tenant::find_account(db, email).await?;
    let stored = account.as_ref().map(|account| account.password_hash.clone());
    let check = db.passwords().verify(password.clone(), stored).await?;
    let account = match (check, account) {
        (PasswordCheck::Right | PasswordCheck::RightButWeak, Some(account)) => account,
        _ => {
            db.login_throttle().failed(email, address);
            return Err(Unauthenticated::WrongCredentials.into());
        }
    };
    db.login_throttle().succeeded(email, address);
    if check == PasswordCheck::RightButWeak {
        let new_hash = db.passwords().rehash(password).await?;
        let (user, old_hash) = (account.user_id, account.password_hash.clone());
        db.call(ReplacePasswordHash { user, old_hash, new_hash }).await?;
    }
    Ok(account)
}
