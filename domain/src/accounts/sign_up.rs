//! Sign-up: a link to the e-mail address, and behind it the account and the organization.
//!
//! Nothing exists before the holder of the address has chosen a password: nobody can hold an account under somebody else's
//! address, and no anonymous request hashes a password. The holder also names the account and the organization, because anybody
//! can request a link for any address.

use chrono::TimeDelta;
use entity::id::{LoginId, OrganizationId, UserId};
use job_post::Language;
use sea_orm::DbErr;
use secrecy::SecretString;

use super::account_tokens::{self, Purpose, link_ended};
use super::device::Device;
use super::email_address::EmailAddress;
use super::names::check_name;
use super::tokens::{Authentication, NewLogin, Tokens, begin_login_as};
use crate::auth::{ACCESS_TOKEN_SECONDS, RandomSecret};
use crate::cross_tenant;
use crate::db::Db;
use crate::error::{Error, Result, violated_constraint};
use crate::stored_function::{StoredFunction, call_in, stored_function};
use crate::tenant::{Role, Tenant};
use crate::tenant_tx::TenantTx;

/// What the holder of an address chooses in a sign-up.
#[derive(Debug)]
pub struct SignUp {
    /// The token of the link.
    pub token: SecretString,
    pub organization_name: String,
    pub name: String,
    /// The language of e-mails to the person.
    pub language: Option<Language>,
    pub password: SecretString,
}

/// The data of an account that is created without a link.
#[derive(Clone, Debug)]
pub struct NewOwner {
    pub organization_name: String,
    pub name: String,
    pub email: String,
}

/// Who may sign up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SignUpPolicy {
    /// Everybody, with an organization of their own.
    Open,
    /// People with an invitation to an organization.
    #[default]
    Invited,
    /// Nobody: invitations can only be accepted by people who have an account.
    Closed,
}

impl SignUpPolicy {
    /// # Errors
    /// [`Error::Forbidden`] `invitation_required` or `sign_up_closed` unless everybody may sign up.
    pub fn check_open(self) -> Result<()> {
        match self {
            Self::Open => Ok(()),
            Self::Invited => Err(Error::Forbidden {
                code: "invitation_required",
                detail: "Here people join by invitation. Ask an admin of your organization for one.",
            }),
            Self::Closed => self.check_invited(),
        }
    }

    /// For a person with an invitation who has no account yet.
    ///
    /// # Errors
    /// [`Error::Forbidden`] `sign_up_closed`.
    pub fn check_invited(self) -> Result<()> {
        let closed = Error::Forbidden { code: "sign_up_closed", detail: "No new accounts are made here." };
        if self == Self::Closed { Err(closed) } else { Ok(()) }
    }
}

stored_function! {
    pub(crate) struct CompleteSignUp = CrossTenant volatile "complete_sign_up" {
        token_hash: Vec<u8>,
        user: UserId,
        name: String,
        language: Option<String>,
        password_hash: String,
        organization: OrganizationId,
        organization_name: String,
    } -> bool
}

/// Sends a link that completes the sign-up to the address, in this language. An address with an account gets a note
/// instead; the caller sees no difference. At most three links an hour are sent to an address.
///
/// # Errors
/// [`Error::Invalid`] for invalid input; [`Error::Forbidden`] when not everybody may sign up.
pub async fn sign_up(db: &Db, email: &str, language: Option<Language>) -> Result<()> {
    db.sign_up_policy().check_open()?;
    let email = EmailAddress::parse(email)?.to_string();
    let transaction = db.begin_plain().await?;
    account_tokens::send_link(db, transaction.raw(), None, (email, language), Purpose::SignUp).await?;
    transaction.commit().await
}

/// Creates the account and the organization of a sign-up, and begins a login.
///
/// # Errors
/// [`Error::Conflict`] `link_ended` for a token that is not valid, `email_taken` when the address got an account meanwhile;
/// [`Error::Invalid`] for an invalid name and a weak password; [`Error::Forbidden`] when not everybody may sign up.
pub async fn complete_sign_up(db: &Db, new: SignUp, device: &Device) -> Result<Tokens> {
    db.sign_up_policy().check_open()?;
    let name = check_name("/name", &new.name)?;
    let organization_name = check_name("/organization_name", &new.organization_name)?;
    let token = RandomSecret::received(new.token);
    let email = account_tokens::find(db, &token, Purpose::SIGN_UP).await?;
    let known = [&*email, &name, &organization_name];
    let password_hash = db.passwords().new_hash(new.password, &known, device.address()).await?;
    let (user, organization) = (UserId::new(), OrganizationId::new());
    let language = new.language.map(|language| language.code().to_owned());
    let token_hash = token.hash();
    let call =
        CompleteSignUp { token_hash, user, name, language, password_hash, organization, organization_name };
    let tx = db.begin(Tenant::system(organization, true).on_behalf_of(user)).await?;
    create(&tx, call).await?.pop().filter(|is_valid| *is_valid).ok_or_else(link_ended)?;
    commit_with_login(tx, user, device, TimeDelta::seconds(ACCESS_TOKEN_SECONDS)).await
}

/// Creates an account and its organization at once, without a link, and begins a login whose first access token has this
/// lifetime: for the demo organization.
///
/// # Errors
/// [`Error::Invalid`] for invalid input; [`Error::Conflict`] `email_taken`.
pub async fn create_owner(
    db: &Db,
    new: NewOwner,
    password: SecretString,
    lifetime: TimeDelta,
) -> Result<Tokens> {
    let email = EmailAddress::parse(&new.email)?.to_string();
    let name = check_name("/name", &new.name)?;
    let organization_name = check_name("/organization_name", &new.organization_name)?;
    let known = [&*email, &name, &organization_name];
    let password_hash = db.passwords().new_hash(password, &known, None).await?;
    let (user, organization) = (UserId::new(), OrganizationId::new());
    let call = cross_tenant::CreateOwner {
        user,
        email,
        name,
        password_hash,
        language: None,
        organization,
        organization_name,
    };
    let tx = db.begin(Tenant::system(organization, true).on_behalf_of(user)).await?;
    create(&tx, call).await?;
    commit_with_login(tx, user, &Device::default(), lifetime).await
}

/// Calls a function that creates an account and its organization.
async fn create<F: StoredFunction>(tx: &TenantTx, call: F) -> Result<Vec<F::Returned>> {
    match call_in(tx.raw(), call).await {
        Err(error) if is_taken(&error) => Err(email_taken()),
        created => Ok(created?),
    }
}

/// Begins the owner's first login, and commits it with the account and the organization.
async fn commit_with_login(
    tx: TenantTx,
    user: UserId,
    device: &Device,
    lifetime: TimeDelta,
) -> Result<Tokens> {
    let (role, authentication) = (Role::Owner, Authentication::by_password(&tx));
    let login = NewLogin { user, role, device, authentication };
    let tokens = begin_login_as(&tx, LoginId::new(), login, lifetime).await?;
    tx.commit().await?;
    Ok(tokens)
}

/// Whether the address has an account already.
pub(crate) fn is_taken(error: &DbErr) -> bool {
    violated_constraint(error).as_deref() == Some(cross_tenant::ONE_ACCOUNT_PER_EMAIL)
}

/// Shown only to a person who proved to hold the address.
pub(crate) fn email_taken() -> Error {
    Error::conflict("email_taken", "This e-mail address has an account already. Sign in instead.")
}
