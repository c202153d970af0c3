//! Logins of browsers. A cookie stands for the login itself, so no token is in the page, and no use of it makes a new one:
//! any number of tabs share it.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use entity::id::{LoginId, OrganizationId, UserId};
use entity::login::{self, AuthenticationMethod};
use secrecy::SecretString;

use super::logins;
use super::moves::{self, Continued};
use super::proof::OwnProof;
use super::reauthentication::admit_again;
use super::sign_in::{SignIn, admit, choose};
use super::tokens::{NewLogin, insert_login, is_by_single_sign_on};
use crate::auth::RandomSecret;
use crate::cross_tenant;
use crate::db::Db;
use crate::error::{Error, Result, Unauthenticated};
use crate::single_sign_on::password_sign_in_required;
use crate::stored_function::{returned_row, stored_function};
use crate::tenant::{Caller, Person, Role};
use crate::tenant_tx::TenantTx;

/// A login that was not used for this long has ended.
const IDLE_TIMEOUT: Duration = Duration::from_secs(12 * 60 * 60);
/// After this long the person has to sign in again, however often the login is used.
pub const MAX_LIFETIME: Duration = Duration::from_secs(14 * 24 * 60 * 60);
/// How often a use is noted.
const USE_INTERVAL: Duration = Duration::from_secs(5 * 60);

stored_function! {
    pub(crate) struct UseBrowserLogin = CrossTenant volatile "use_browser_login" {
        organization: OrganizationId,
        hash: Vec<u8>,
        idle: Duration,
        longest: Duration,
        interval: Duration,
    } -> UsedLogin
}

returned_row! {
    pub(crate) struct UsedLogin {
        login_id: LoginId,
        user_id: UserId,
        role: Role,
    }
}

/// A login that has begun, with the secret for the cookie.
#[derive(Debug)]
pub struct BrowserLogin {
    pub secret: SecretString,
    pub user_id: UserId,
    pub organization_id: OrganizationId,
    /// When the person has to sign in again at the latest.
    pub expires_at: DateTime<Utc>,
}

/// Begins a login of a browser.
///
/// # Errors
/// As [`super::sign_in`].
pub async fn sign_in(db: &Db, credentials: SignIn) -> Result<BrowserLogin> {
    let device = credentials.device.clone();
    let (tx, admitted) = admit(db, credentials).await?;
    let begun = begin(&tx, LoginId::new(), admitted.login(&device)).await?;
    tx.commit().await?;
    Ok(begun)
}

/// Replaces the caller's login by a fresh one.
///
/// # Errors
/// As [`super::reauthenticate`].
pub async fn reauthenticate(db: &Db, caller: &Caller, proof: OwnProof) -> Result<BrowserLogin> {
    let device = proof.device.clone();
    let (tx, admitted) = admit_again(db, caller, proof, LoginKind::Browser).await?;
    let begun = begin(&tx, LoginId::new(), admitted.login(&device)).await?;
    tx.commit().await?;
    Ok(begun)
}

/// Moves the caller's login to another of the person's organizations.
///
/// # Errors
/// [`Error::Forbidden`] `another_kind_of_login`, `not_a_member`, `organization_suspended`, `single_sign_on_required`, and
/// `password_sign_in_required` for a login by single sign-on; [`Error::Invalid`] for the organization that it is in;
/// [`Unauthenticated::RevokedToken`].
pub async fn switch_organization(db: &Db, caller: &Caller, to: OrganizationId) -> Result<BrowserLogin> {
    let tx = db.begin(caller).await?;
    let person = tx.person()?;
    let login = require_kind(&tx, LoginKind::Browser).await?;
    tx.commit().await?;
    if to == login.organization_id {
        return Err(Error::invalid("/organization_id", "is the organization that you are in"));
    }
    choose(cross_tenant::memberships(db, person.user).await?, Some(to))?;
    moves::check_target(db, to, person.user).await?;
    if is_by_single_sign_on(&login) {
        return Err(password_sign_in_required());
    }
    let Continued { tx, login, user, role, device, authentication } = moves::end_moved(db, to, login).await?;
    let new = NewLogin { user, role, device: &device, authentication };
    let begun = begin(&tx, login, new).await?;
    tx.commit().await?;
    Ok(begun)
}

/// Ends the caller's login.
///
/// # Errors
/// [`Error::Forbidden`] `another_kind_of_login`; [`Unauthenticated::RevokedToken`].
pub async fn sign_out(db: &Db, caller: &Caller) -> Result<()> {
    let tx = db.begin(caller).await?;
    require_kind(&tx, LoginKind::Browser).await?;
    tx.commit().await?;
    super::sign_out(db, caller).await
}

/// What a client holds of a login.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LoginKind {
    /// A cookie.
    Browser,
    /// Tokens.
    Tokens,
}

impl LoginKind {
    pub fn of(login: &login::Model) -> Self {
        if login.browser_hash.is_some() { Self::Browser } else { Self::Tokens }
    }
}

/// The caller's login, if it is of this kind. A thief of an access token must not get a cookie for it, which lasts longer; and
/// no token may reach a page.
///
/// # Errors
/// [`Error::Forbidden`] `another_kind_of_login`; [`Unauthenticated::RevokedToken`].
pub(super) async fn require_kind(tx: &TenantTx, kind: LoginKind) -> Result<login::Model> {
    let login = logins::find(tx, tx.person()?.login).await?;
    match LoginKind::of(&login) == kind {
        true => Ok(login),
        false => Err(Error::Forbidden {
            code: "another_kind_of_login",
            detail: "Logins of browsers use the operations below /v1/auth/browser, and other logins those below /v1/auth.",
        }),
    }
}

/// Begins a login in the transaction's organization.
///
/// # Errors
/// As [`super::begin_login`].
pub(crate) async fn begin(tx: &TenantTx, login: LoginId, new: NewLogin<'_>) -> Result<BrowserLogin> {
    let (user_id, organization_id) = (new.user, tx.organization_id());
    let secret = RandomSecret::new(organization_id)?;
    // The provider's own session may be older than any login; such a login does not move, so it begins only once.
    let begun = match new.authentication.method {
        AuthenticationMethod::Password => new.authentication.at,
        AuthenticationMethod::SingleSignOn => tx.real_time(),
    };
    let expires_at = begun + TimeDelta::seconds(MAX_LIFETIME.as_secs().cast_signed());
    let idle_until = tx.real_time() + TimeDelta::seconds(IDLE_TIMEOUT.as_secs().cast_signed());
    let new = new.ending(expires_at.min(idle_until));
    insert_login(tx, login, new, Some(secret.hash())).await?;
    Ok(BrowserLogin { secret: secret.into_secret(), user_id, organization_id, expires_at })
}

impl Db {
    /// The caller whose cookie this is.
    ///
    /// # Errors
    /// [`Unauthenticated::RevokedToken`] when there is no such login, or not any more.
    pub async fn authenticate_browser(&self, secret: SecretString) -> Result<Caller> {
        let secret = RandomSecret::received(secret);
        let organization = secret.organization();
        let call = UseBrowserLogin {
            organization,
            hash: secret.hash(),
            idle: IDLE_TIMEOUT,
            longest: MAX_LIFETIME,
            interval: USE_INTERVAL,
        };
        let UsedLogin { login_id, user_id, role } =
            self.call(call).await?.pop().ok_or(Unauthenticated::RevokedToken)?;
        let person = Person { user: user_id, login: login_id, role };
        Ok(Caller {
            organization,
            livemode: true,
            person: Some(person),
            key: None,
            token_validity: None,
            is_enrolling: false,
        })
    }
}
