//! The pair of tokens that every way of signing in ends with.

use chrono::TimeDelta;
use entity::id::{LoginId, OrganizationId, UserId};
use entity::{login, refresh_token};
use sea_orm::Set;
use secrecy::SecretString;

use crate::auth::{Grant, RandomSecret};
use crate::error::Result;
use crate::scope::Scope;
use crate::tenant::Role;

/// How long one can stay signed in without entering the password, in days.
const LOGIN_DAYS: i64 = 30;

/// What a client gets when somebody signs in.
#[derive(Debug)]
pub struct Tokens {
    pub access_token: SecretString,
    /// Lifetime of the access token, in seconds.
    pub expires_in: i64,
    pub refresh_token: SecretString,
    pub organization_id: OrganizationId,
}

/// Begins a login in the scope's organization.
pub(super) async fn begin_login(
    scope: &Scope,
    user: UserId,
    role: Role,
    lifetime: TimeDelta,
) -> Result<Tokens> {
    let login = LoginId::new();
    scope
        .insert(login::ActiveModel {
            id: Set(login),
            user_id: Set(user),
            created_at: Set(scope.real_time()),
            expires_at: Set(scope.real_time() + TimeDelta::days(LOGIN_DAYS)),
            revoked_at: Set(None),
            ..Default::default()
        })
        .await?;
    let refresh_token = RandomSecret::new()?;
    store(scope, login, &refresh_token).await?;
    hand_out(scope, user, role, login, refresh_token, lifetime)
}

pub(super) async fn store(scope: &Scope, login: LoginId, token: &RandomSecret) -> Result<()> {
    scope
        .insert(refresh_token::ActiveModel {
            token_hash: Set(token.hash()),
            login_id: Set(login),
            created_at: Set(scope.real_time()),
            ..Default::default()
        })
        .await?;
    Ok(())
}

pub(super) fn hand_out(
    scope: &Scope,
    user: UserId,
    role: Role,
    login: LoginId,
    refresh_token: RandomSecret,
    lifetime: TimeDelta,
) -> Result<Tokens> {
    let organization = scope.organization_id();
    let grant = Grant {
        user,
        organization,
        role,
        login,
        from: scope.real_time(),
        lifetime,
        key: None,
        livemode: true,
    };
    Ok(Tokens {
        access_token: scope.db().keys().sign(&grant)?,
        expires_in: lifetime.num_seconds(),
        refresh_token: refresh_token.into_secret(),
        organization_id: organization,
    })
}
