//! Change of a person's e-mail address: the new address confirms, the old one gets an e-mail.

use std::time::Duration;

use entity::id::UserId;
use secrecy::SecretString;

use super::account_tokens::{self, Purpose, link_ended};
use super::device::Device;
use super::email_address::EmailAddress;
use super::fresh_sign_in::require_fresh_sign_in;
use super::passwords::{prove_password, wrong_password};
use super::proof::LockPassword;
use super::sign_up::{email_taken, is_taken};
use crate::audit;
use crate::auth::RandomSecret;
use crate::db::Db;
use crate::emails::{self, Email, EmailKind};
use crate::error::{Error, Result};
use crate::single_sign_on::require_whole_reach;
use crate::stored_function::{call_in, returned_row, stored_function};
use crate::tenant::Caller;
use crate::tenant_tx::TenantTx;

/// When to try again after too many requests.
const RETRY_AFTER: Duration = Duration::from_secs(60 * 60);

stored_function! {
    pub(crate) struct ConfirmEmail = CrossTenant volatile "confirm_email" {
        token_hash: Vec<u8>,
    } -> ConfirmedEmail
}

returned_row! {
    pub(crate) struct ConfirmedEmail {
        user_id: UserId,
        old_email: String,
        new_email: String,
    }
}

/// Sends a link that confirms the new address to it, and a note to the old one. A new address that has an account gets a note
/// about that instead of the link; the caller sees no difference. At most three links an hour are sent to an address, and ten
/// for a person.
///
/// # Errors
/// [`Error::Forbidden`] `fresh_sign_in_required`, `password_sign_in_required` or `wrong_password`, the latter also when it was
/// changed meanwhile; [`Error::Invalid`] for a text that is no address, or the present one; [`Error::TooMany`] after several
/// wrong passwords or too many links.
pub async fn request_email_change(
    db: &Db,
    caller: &Caller,
    email: &str,
    password: SecretString,
    device: &Device,
) -> Result<()> {
    let new_email = EmailAddress::parse(email)?.to_string();
    // The password alone is no second factor, which a fresh sign-in had if there is one.
    let tx = db.begin(caller).await?;
    require_whole_reach(&tx).await?;
    require_fresh_sign_in(&tx).await?;
    tx.commit().await?;
    let (person, account) = prove_password(db, caller, password, device).await?;
    if new_email == account.email {
        return Err(Error::invalid("/email", "This is your address already."));
    }
    let tx = db.begin(caller).await?;
    // A new password voids the links of before, so none may follow that the old password allowed.
    let lock = LockPassword { user: person.user, hash: account.password_hash.clone() };
    if call_in(tx.raw(), lock).await? != [true] {
        return Err(wrong_password());
    }
    let recipient = (new_email.clone(), account.language());
    let purpose = Purpose::EmailChange(person.user);
    let organization = Some(caller.organization_id());
    // Before anything depends on the new address: neither the note nor its count shows whether that has an account.
    notify_old_address(&tx, person.user, account.email, new_email).await?;
    account_tokens::send_link(db, tx.raw(), organization, recipient, purpose).await?;
    audit::record_of_account(tx.raw(), person.user, "account.email_change_requested", None).await?;
    tx.commit().await
}

/// Counts by the person, who may have another address before the hour ends.
///
/// # Errors
/// [`Error::TooMany`] when the person has requested too many changes. The transaction then sends no link either.
async fn notify_old_address(tx: &TenantTx, user: UserId, to: String, new_email: String) -> Result<()> {
    let note = Email { to, language: None, kind: EmailKind::EmailChangeRequested { new_email } };
    // Caused by the person, not by the organization of the login: a person may belong to many.
    match emails::enqueue_counted_by(tx.db(), tx.raw(), None, user.to_string(), note).await? {
        true => Ok(()),
        false => Err(Error::TooMany { retry_after: RETRY_AFTER }),
    }
}

/// Gives the account its new address with the token of a link, and sends a notice to both addresses.
///
/// # Errors
/// [`Error::Conflict`] `link_ended` for a token that is not valid, `email_taken` when the address got an account meanwhile.
pub async fn confirm_email(db: &Db, token: SecretString) -> Result<()> {
    let token_hash = RandomSecret::received(token).hash();
    let transaction = db.begin_plain().await?;
    let confirmed = match call_in(transaction.raw(), ConfirmEmail { token_hash }).await {
        Err(error) if is_taken(&error) => return Err(email_taken()),
        confirmed => confirmed?.pop().ok_or_else(link_ended)?,
    };
    let ConfirmedEmail { user_id, old_email, new_email } = confirmed;
    audit::record_of_account(transaction.raw(), user_id, "account.email_changed", None).await?;
    let language = super::me::own_account_in(transaction.raw(), user_id).await?.language();
    for to in [old_email, new_email.clone()] {
        let kind = EmailKind::EmailChanged { new_email: new_email.clone() };
        emails::enqueue_in(db, transaction.raw(), None, Email { to, language, kind }).await?;
    }
    transaction.commit().await
}
