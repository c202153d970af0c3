//! Logins and the pair of tokens that each sign-in and refresh issues.

use chrono::{DateTime, TimeDelta, Utc};
use entity::id::{LoginId, OrganizationId, UserId};
use entity::login::AuthenticationMethod;
use entity::{login, refresh_token};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, Set};
use secrecy::SecretString;

use super::device::Device;
use super::fresh_sign_in::FRESH_MINUTES;
use super::refresh::revoke;
use crate::auth::{ACCESS_TOKEN_SECONDS, Grant, RandomSecret};
use crate::error::Result;
use crate::organizations;
use crate::second_factors;
use crate::tenant::Role;
use crate::tenant_tx::TenantTx;

/// Lifetime of a login in days; after that the person has to enter the password again.
const LOGIN_DAYS: i64 = 30;

/// The valid logins that a person can have in an organization; a further one ends the oldest. Scripts that sign in for every
/// request would otherwise store without limit.
const MOST_LOGINS: u64 = 100;

/// How often the tokens of a login can be refreshed: with the first one it then has had 10,000 refresh tokens. A token that is
/// used again ends its login, so none is forgotten before. A client that refreshes every five minutes needs 8,640.
const MOST_REFRESHES: i32 = 9_999;

/// The tokens of a login.
#[derive(Debug)]
pub struct Tokens {
    pub access_token: SecretString,
    /// Lifetime of the access token, in seconds.
    pub expires_in: i64,
    pub refresh_token: SecretString,
    pub organization_id: OrganizationId,
}

/// A login to begin.
pub(crate) struct NewLogin<'a> {
    pub user: UserId,
    pub role: Role,
    pub device: &'a Device,
    pub authentication: Authentication,
}

impl NewLogin<'_> {
    /// The same, with an earlier end.
    pub fn ending(self, expires_at: DateTime<Utc>) -> Self {
        let authentication = Authentication { expires_at, ..self.authentication };
        Self { authentication, ..self }
    }
}

/// A person who may sign in to the transaction's organization.
pub(crate) struct Admitted {
    pub user: UserId,
    pub role: Role,
    pub authentication: Authentication,
}

impl Admitted {
    pub fn login(self, device: &Device) -> NewLogin<'_> {
        let Self { user, role, authentication } = self;
        NewLogin { user, role, device, authentication }
    }
}

/// A person's proof of who they are, on which a login rests.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Authentication {
    pub method: AuthenticationMethod,
    pub at: DateTime<Utc>,
    /// When the login ends and the person has to prove it again.
    pub expires_at: DateTime<Utc>,
}

impl Authentication {
    /// With the password, and the second factor if there is one, just now.
    pub fn by_password(tx: &TenantTx) -> Self {
        let at = tx.real_time();
        Self { method: AuthenticationMethod::Password, at, expires_at: at + TimeDelta::days(LOGIN_DAYS) }
    }

    /// At the organization's identity provider, which says when; a proof of an unknown time is not fresh.
    pub fn by_single_sign_on(tx: &TenantTx, at: Option<DateTime<Utc>>) -> Self {
        let now = tx.real_time();
        let at = at.map_or(now - TimeDelta::minutes(FRESH_MINUTES), |at| at.min(now));
        Self { method: AuthenticationMethod::SingleSignOn, at, expires_at: now + TimeDelta::days(LOGIN_DAYS) }
    }

    /// The proof on which a login rests. Another login that continues it proves nothing anew.
    pub fn of(login: &login::Model) -> Self {
        Self { method: login.authenticated_by, at: login.authenticated_at, expires_at: login.expires_at }
    }
}

/// Whether the person proved at the organization's identity provider who they are.
pub(crate) fn is_by_single_sign_on(login: &login::Model) -> bool {
    login.authenticated_by == AuthenticationMethod::SingleSignOn
}

/// Begins a login in the transaction's organization. If that requires a second factor and the person has none, the login may
/// only add one.
///
/// # Errors
/// [`crate::Error::Forbidden`] `organization_suspended`.
pub(crate) async fn begin_login(tx: &TenantTx, new: NewLogin<'_>) -> Result<Tokens> {
    begin_login_as(tx, LoginId::new(), new, TimeDelta::seconds(ACCESS_TOKEN_SECONDS)).await
}

/// [`begin_login`] with this id and this lifetime of the access token.
pub(super) async fn begin_login_as(
    tx: &TenantTx,
    login: LoginId,
    new: NewLogin<'_>,
    lifetime: TimeDelta,
) -> Result<Tokens> {
    let (user, role) = (new.user, new.role);
    insert_login(tx, login, new, None).await?;
    let refresh_token = RandomSecret::new(tx.organization_id())?;
    store(tx, login, &refresh_token).await?;
    issue(tx, user, role, login, refresh_token, lifetime)
}

/// Stores a login; `browser_hash` is of the secret in its cookie, if it has one.
///
/// # Errors
/// As [`begin_login`].
pub(super) async fn insert_login(
    tx: &TenantTx,
    login: LoginId,
    new: NewLogin<'_>,
    browser_hash: Option<Vec<u8>>,
) -> Result<()> {
    let NewLogin { user, role: _, device, authentication } = new;
    organizations::require_active(tx).await?;
    tx.insert(login::ActiveModel {
        id: Set(login),
        user_id: Set(user),
        created_at: Set(tx.real_time()),
        expires_at: Set(authentication.expires_at),
        revoked_at: Set(None),
        last_used_at: Set(tx.real_time()),
        user_agent: Set(device.user_agent().map(str::to_owned)),
        address: Set(device.address().map(|address| address.to_string())),
        authenticated_at: Set(authentication.at),
        authenticated_by: Set(authentication.method),
        enrolment_required: Set(false),
        browser_hash: Set(browser_hash),
        ..Default::default()
    })
    .await?;
    end_oldest(tx, user).await?;
    second_factors::apply_rule(tx, user).await
}

/// Ends the oldest valid logins of a person in the organization, beyond [`MOST_LOGINS`].
async fn end_oldest(tx: &TenantTx, user: UserId) -> Result<()> {
    let valid = Condition::all()
        .add(login::Column::UserId.eq(user))
        .add(login::Column::RevokedAt.is_null())
        .add(login::Column::ExpiresAt.gt(tx.real_time()));
    let newest_first = tx.find::<login::Entity>().filter(valid.clone()).newest_first(login::Column::Id);
    match newest_first.skip(MOST_LOGINS).one().await? {
        Some(surplus) => revoke(tx, valid.add(login::Column::Id.lte(surplus.id))).await,
        None => Ok(()),
    }
}

/// Whether the login has had as many refresh tokens as it can have.
pub(super) fn has_all_tokens(login: &login::Model) -> bool {
    login.refreshes >= MOST_REFRESHES
}

/// Stores the hash of a further refresh token of a login, which is locked.
pub(super) async fn store_successor(
    tx: &TenantTx,
    login: &login::Model,
    successor: &RandomSecret,
) -> Result<()> {
    store(tx, login.id, successor).await?;
    let set = [
        (login::Column::LastUsedAt, Expr::value(tx.real_time())),
        (login::Column::Refreshes, Expr::value(login.refreshes + 1)),
    ];
    tx.update::<login::Entity>(login::Column::Id.eq(login.id), set).await?;
    Ok(())
}

/// Stores the hash of a login's refresh token.
async fn store(tx: &TenantTx, login: LoginId, token: &RandomSecret) -> Result<()> {
    tx.insert(refresh_token::ActiveModel {
        token_hash: Set(token.hash()),
        login_id: Set(login),
        created_at: Set(tx.real_time()),
        ..Default::default()
    })
    .await?;
    Ok(())
}

/// Signs an access token and returns it with the refresh token.
pub(super) fn issue(
    tx: &TenantTx,
    user: UserId,
    role: Role,
    login: LoginId,
    refresh_token: RandomSecret,
    lifetime: TimeDelta,
) -> Result<Tokens> {
    let organization = tx.organization_id();
    let grant = Grant {
        subject: user.0,
        organization,
        role,
        login,
        from: tx.real_time(),
        lifetime,
        key: None,
        livemode: true,
    };
    Ok(Tokens {
        access_token: tx.db().keys().sign(&grant)?,
        expires_in: lifetime.num_seconds(),
        refresh_token: refresh_token.into_secret(),
        organization_id: organization,
    })
}
