//! Who an e-mail goes to, as far as the text depends on it.

use job_post::Language;

use super::{Email, EmailKind};
use crate::db::Db;
use crate::error::Result;
use crate::stored_function::{returned_row, stored_function};

stored_function! {
    pub(crate) struct FindRecipient = CrossTenant stable "find_recipient" {
        email: String,
    } -> StoredRecipient
}

returned_row! {
    pub(crate) struct StoredRecipient {
        language: Option<String>,
    }
}

/// An e-mail as it is written: what it tells depends on whether the address has an account *when it is sent*. Requests are
/// answered alike for all addresses, so they cannot decide it.
#[derive(Debug)]
pub enum Message {
    Write {
        to: String,
        language: Language,
        text: Text,
    },
    /// Nothing is to be written to this address.
    Nothing,
}

/// The text of a message.
#[derive(Debug)]
pub enum Text {
    Of(EmailKind),
    /// To an address that somebody wanted to use for a new account, though it has one.
    AccountExists,
}

/// Decides what is written.
///
/// # Errors
/// When the database cannot be reached.
pub async fn message(db: &Db, email: Email) -> Result<Message> {
    let Email { to, language, kind } = email;
    let account = db.call(FindRecipient { email: to.clone() }).await?.pop();
    let of_account = account.as_ref().and_then(|account| account.language.as_deref());
    let language = language.or_else(|| of_account.and_then(Language::from_locale)).unwrap_or_default();
    let text = match (kind, account) {
        (EmailKind::PasswordReset { .. }, None) => return Ok(Message::Nothing),
        (EmailKind::CompleteSignUp { .. } | EmailKind::ConfirmEmail { .. }, Some(_)) => Text::AccountExists,
        (kind, _) => Text::Of(kind),
    };
    Ok(Message::Write { to, language, text })
}
