//! The tokens in links of e-mails for which no organization is known yet: sign-up, password reset, change of address; and how
//! many links an address gets.

use std::time::Duration;

use entity::id::{OrganizationId, UserId};
use job_post::Language;
use sea_orm::ConnectionTrait;

use crate::auth::RandomSecret;
use crate::db::Db;
use crate::emails::{self, Email, EmailKind, LinkToken};
use crate::error::{Error, Result};
use crate::stored_function::{call_in, returned_row, stored_function};

/// How many links of one purpose are sent to an address within [`COUNTED_WITHIN`]. Further requests are answered alike and
/// send nothing.
const MOST: i32 = 3;
const COUNTED_WITHIN: Duration = Duration::from_secs(60 * 60);

/// How many e-mails with an invitation are sent to an address within [`INVITATIONS_WITHIN`], by all organizations together,
/// besides the first ones of each.
const MOST_INVITATIONS: i32 = 20;
const INVITATIONS_WITHIN: Duration = Duration::from_secs(24 * 60 * 60);

stored_function! {
    pub(crate) struct InsertAccountToken = CrossTenant volatile "insert_account_token" {
        token_hash: Vec<u8>,
        purpose: &'static str,
        email: String,
        user: Option<UserId>,
        lifetime: Duration,
        most: i32,
        within: Duration,
    } -> bool
}

stored_function! {
    pub(crate) struct FindAccountToken = CrossTenant stable "find_account_token" {
        token_hash: Vec<u8>,
        purpose: &'static str,
    } -> AccountToken
}

stored_function! {
    /// Returns whether the token was valid.
    pub(crate) struct UseAccountToken = CrossTenant volatile "use_account_token" {
        token_hash: Vec<u8>,
        purpose: &'static str,
    } -> bool
}

returned_row! {
    /// What a valid token is for.
    pub(crate) struct AccountToken {
        /// The address that the link was sent to.
        email: String,
    }
}

/// What a token allows.
#[derive(Clone, Copy, Debug)]
pub enum Purpose {
    SignUp,
    PasswordReset,
    EmailChange(UserId),
}

impl Purpose {
    /// The purpose in the database.
    pub const SIGN_UP: &'static str = "sign_up";
    pub const PASSWORD_RESET: &'static str = "password_reset";

    const fn name(&self) -> &'static str {
        match self {
            Self::SignUp => Self::SIGN_UP,
            Self::PasswordReset => Self::PASSWORD_RESET,
            Self::EmailChange(_) => "email_change",
        }
    }

    fn email(&self, token: LinkToken) -> EmailKind {
        match self {
            Self::SignUp => EmailKind::CompleteSignUp { token },
            Self::PasswordReset => EmailKind::PasswordReset { token },
            Self::EmailChange(_) => EmailKind::ConfirmEmail { token },
        }
    }
}

/// Sends a link with a new token to an address; `Ok(false)` when the address got enough of them lately. The work is the same
/// whether the address has an account or not: the worker finds that out when it sends.
///
/// # Errors
/// When the database cannot be reached.
pub async fn send_link(
    db: &Db,
    transaction: &impl ConnectionTrait,
    organization: Option<OrganizationId>,
    (to, language): (String, Option<Language>),
    purpose: Purpose,
) -> Result<bool> {
    let token = RandomSecret::without_organization()?;
    let kind = purpose.email(LinkToken::new(&token));
    let user = match purpose {
        Purpose::EmailChange(user) => Some(user),
        Purpose::SignUp | Purpose::PasswordReset => None,
    };
    let call = InsertAccountToken {
        token_hash: token.hash(),
        purpose: purpose.name(),
        email: to.clone(),
        user,
        lifetime: kind.lifetime(),
        most: MOST,
        within: COUNTED_WITHIN,
    };
    let is_stored = call_in(transaction, call).await?.pop().unwrap_or_default();
    if is_stored {
        emails::enqueue_in(db, transaction, organization, Email { to, language, kind }).await?;
    }
    Ok(is_stored)
}

/// Counts an e-mail with an invitation; `Ok(false)` when the address got enough of them lately, from whatever organizations.
/// The response must be the same in both cases: it would show that others invite the person.
///
/// # Errors
/// When the database cannot be reached.
pub async fn count_invitation(
    transaction: &impl ConnectionTrait,
    email: String,
    token: &RandomSecret,
) -> Result<bool> {
    count(transaction, "invitation", email, token, (MOST_INVITATIONS, INVITATIONS_WITHIN)).await
}

/// Counts an e-mail with a link that verifies a domain; `Ok(false)` when the domain's administrator got enough of them lately,
/// from whatever organizations.
///
/// # Errors
/// When the database cannot be reached.
pub async fn count_domain_link(
    transaction: &impl ConnectionTrait,
    email: String,
    token: &RandomSecret,
) -> Result<bool> {
    count(transaction, "domain", email, token, (MOST, COUNTED_WITHIN)).await
}

/// Counts a link whose token is in a table of its organization.
async fn count(
    transaction: &impl ConnectionTrait,
    purpose: &'static str,
    email: String,
    token: &RandomSecret,
    (most, within): (i32, Duration),
) -> Result<bool> {
    let call = InsertAccountToken {
        token_hash: token.hash(),
        purpose,
        email,
        user: None,
        lifetime: within,
        most,
        within,
    };
    Ok(call_in(transaction, call).await?.pop().unwrap_or_default())
}

/// The address that the link with this token was sent to.
///
/// # Errors
/// [`link_ended`] when the token is unknown, used or expired.
pub async fn find(db: &Db, token: &RandomSecret, purpose: &'static str) -> Result<String> {
    let found = db.call(FindAccountToken { token_hash: token.hash(), purpose }).await?.pop();
    Ok(found.ok_or_else(link_ended)?.email)
}

/// For a token of a link that is unknown, used or expired; these look alike.
pub fn link_ended() -> Error {
    Error::conflict("link_ended", "This link was used, has expired or was replaced. Ask for a new one.")
}
