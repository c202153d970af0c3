//! New passwords: change and reset.

use entity::id::UserId;
use secrecy::SecretString;

use super::account_tokens::{self, Purpose, link_ended};
use super::browser::LoginKind;
use super::credentials::check_password_of;
use super::device::Device;
use super::email_address::EmailAddress;
use super::logins::{self, EndLogins};
use super::me::{OwnAccount, own_account};
use super::proof::{OwnProof, prove_own};
use crate::audit;
use crate::auth::RandomSecret;
use crate::cross_tenant::{self, Account};
use crate::db::Db;
use crate::emails::{self, Email, EmailKind};
use crate::error::{Error, Result, Unauthenticated};
use crate::single_sign_on::require_whole_reach;
use crate::stored_function::{call_in, stored_function};
use crate::tenant::{Caller, Person};

stored_function! {
    pub(crate) struct ResetPassword = CrossTenant volatile "reset_password" {
        token_hash: Vec<u8>,
        user: UserId,
        password_hash: String,
    } -> bool
}

stored_function! {
    pub(crate) struct ChangePassword = CrossTenant volatile "change_password" {
        user: UserId,
        old_hash: String,
        new_hash: String,
    } -> bool
}

/// Sends a link that sets a new password to the address. An address without an account gets nothing; the caller sees no
/// difference. At most three links an hour are sent to an address.
///
/// # Errors
/// [`Error::Invalid`] for a text that is no e-mail address.
pub async fn request_password_reset(db: &Db, email: &str) -> Result<()> {
    let email = EmailAddress::parse(email)?.to_string();
    let transaction = db.begin_plain().await?;
    account_tokens::send_link(db, transaction.raw(), None, (email.clone(), None), Purpose::PasswordReset)
        .await?;
    transaction.commit().await?;
    // Looked up for every address, so that the response takes the same time with and without an account.
    if let Some(account) = cross_tenant::find_account(db, &email).await? {
        audit::reset_requested(db, account.user_id);
    }
    Ok(())
}

/// Sets a new password with the token of a link, ends all logins of the person, and tells them by e-mail.
///
/// # Errors
/// [`Error::Conflict`] `link_ended` for a token that is not valid, [`Error::Invalid`] for a weak password.
pub async fn reset_password(
    db: &Db,
    token: SecretString,
    password: SecretString,
    device: &Device,
) -> Result<()> {
    let token = RandomSecret::received(token);
    let email = account_tokens::find(db, &token, Purpose::PASSWORD_RESET).await?;
    let user = cross_tenant::find_account(db, &email).await?.ok_or_else(link_ended)?.user_id;
    let account = own_account(db, user).await?;
    let password_hash = new_hash(db, user, password, &account, device).await?;
    let transaction = db.begin_plain().await?;
    let reset = ResetPassword { token_hash: token.hash(), user, password_hash };
    if call_in(transaction.raw(), reset).await? != [true] {
        return Err(link_ended());
    }
    call_in(transaction.raw(), EndLogins { user, only: None, except: None }).await?;
    audit::record_of_account(transaction.raw(), user, "account.password_reset", None).await?;
    let notice = Email { to: email, language: None, kind: EmailKind::PasswordChanged };
    emails::enqueue_in(db, transaction.raw(), None, notice).await?;
    transaction.commit().await
}

/// Changes the caller's password, ends their other logins, and this one too if it is a browser's, and tells them by e-mail.
///
/// # Errors
/// Those of [`prove_own`] and [`require_whole_reach`]; [`Error::Invalid`] for a weak new password; [`Error::Conflict`]
/// `password_changed`.
pub async fn change_password(db: &Db, caller: &Caller, proof: OwnProof, new: SecretString) -> Result<()> {
    let device = proof.device.clone();
    let tx = db.begin(caller).await?;
    require_whole_reach(&tx).await?;
    tx.commit().await?;
    let (person, account) = prove_own(db, caller, proof).await?;
    let hashed = new_hash(db, person.user, new, &account, &device).await;
    let new_hash = hashed.map_err(|error| at_pointer(error, "/new_password"))?;
    let tx = db.begin(caller).await?;
    let change = ChangePassword { user: person.user, old_hash: account.password_hash, new_hash };
    if call_in(tx.raw(), change).await? != [true] {
        return Err(Error::conflict("password_changed", "The password was changed meanwhile."));
    }
    // A cookie stays the same, so a copy of it would still be valid.
    let login = logins::find(&tx, person.login).await?;
    let except = (LoginKind::of(&login) == LoginKind::Tokens).then_some(person.login);
    call_in(tx.raw(), EndLogins { user: person.user, only: None, except }).await?;
    audit::record_of_account(tx.raw(), person.user, "account.password_changed", None).await?;
    let notice = Email { to: account.email, language: None, kind: EmailKind::PasswordChanged };
    emails::enqueue(&tx, notice).await?;
    tx.commit().await
}

/// The hash of a new password of an account. It must not be made of the person's name or address, or of the name of one of
/// their organizations.
async fn new_hash(
    db: &Db,
    user: UserId,
    password: SecretString,
    account: &OwnAccount,
    device: &Device,
) -> Result<String> {
    let memberships = cross_tenant::memberships(db, user).await?;
    let organizations = memberships.iter().map(|membership| &*membership.organization_name);
    let known: Vec<&str> = organizations.chain([&*account.email, &account.name]).collect();
    db.passwords().new_hash(password, &known, device.address()).await
}

/// Names another member of the request in what is invalid.
fn at_pointer(error: Error, pointer: &'static str) -> Error {
    match error {
        Error::Invalid(mut violations) => {
            violations.iter_mut().for_each(|violation| violation.pointer = pointer.into());
            Error::Invalid(violations)
        }
        other => other,
    }
}

/// Proves that the caller knows the password of their account. Counts failures as a sign-in does.
///
/// # Errors
/// [`Error::Forbidden`] `wrong_password`, [`Error::TooMany`], [`Error::Unauthenticated`] when the login has ended.
pub(super) async fn prove_password(
    db: &Db,
    caller: &Caller,
    password: SecretString,
    device: &Device,
) -> Result<(Person, OwnAccount)> {
    let tx = db.begin(caller).await?;
    let person = tx.person()?;
    tx.commit().await?;
    let account = own_account(db, person.user).await?;
    let stored = Account { user_id: person.user, password_hash: account.password_hash.clone() };
    let checked = check_password_of(db, Some(stored), &account.email, password, device.address()).await;
    let checked = checked.map_err(|error| match error {
        Error::Unauthenticated(Unauthenticated::WrongCredentials) => wrong_password(),
        other => other,
    })?;
    Ok((person, OwnAccount { password_hash: checked.password_hash, ..account }))
}

/// For a signed-in person, who stays signed in.
pub(super) fn wrong_password() -> Error {
    Error::Forbidden { code: "wrong_password", detail: "This is not your password." }
}
