//! Staying signed in: a refresh token is good for one use and gives its successor (RFC 9700, section 4.14).

use chrono::TimeDelta;
use entity::id::OrganizationId;
use entity::refresh_token::{Column, Entity};
use entity::{login, membership};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition};
use secrecy::SecretString;

use super::sign_in::choose;
use super::tokens::{Tokens, begin_login, hand_out, store};
use crate::across::{self, TokenOwner};
use crate::auth::{ACCESS_TOKEN_SECONDS, RandomSecret};
use crate::db::Db;
use crate::error::{Result, Unauthenticated};
use crate::scope::Scope;
use crate::tenant::{Caller, Role, Tenant};

/// Exchanges a refresh token for new tokens, for the same organization or another one of the person's.
///
/// A token is good once. Used again while its successor is unused, the answer was probably lost: a new successor
/// takes the place of the old one, so that of uses at the same moment one chain survives. Used again after that, somebody stole one of the two: the login ends.
///
/// # Errors
/// [`Unauthenticated::InvalidToken`], or [`Unauthenticated::RevokedToken`] when the login has ended or ends now.
pub async fn refresh(db: &Db, token: SecretString, organization: Option<OrganizationId>) -> Result<Tokens> {
    let token = RandomSecret::received(token);
    let owner = across::find_refresh_token(db, &token.hash()).await?.ok_or(Unauthenticated::InvalidToken)?;
    // Before a scope is open: a request never holds two connections.
    let memberships = across::memberships(db, owner.user).await?;
    let target = match organization {
        None => owner.organization,
        Some(wanted) => choose(memberships, Some(wanted))?.organization_id,
    };
    let scope = db.scope(Tenant::system(owner.organization, true)).await?;
    let role = check_login(&scope, &owner).await?;
    let successor = RandomSecret::new()?;
    if !exchange(&scope, &token, &successor).await?
        && !replace_unused_successor(&scope, &token, &successor).await?
    {
        end_login(&scope, &owner).await?;
        scope.commit().await?;
        return Err(Unauthenticated::RevokedToken.into());
    }
    if target != owner.organization {
        return move_to(db, scope, &owner, target).await;
    }
    store(&scope, owner.login, &successor).await?;
    let lifetime = TimeDelta::seconds(ACCESS_TOKEN_SECONDS);
    let tokens = hand_out(&scope, owner.user, role, owner.login, successor, lifetime)?;
    scope.commit().await?;
    Ok(tokens)
}

/// Ends the login in one organization and begins one in another. Should the process die between, the person signs in.
async fn move_to(db: &Db, from: Scope, owner: &TokenOwner, other: OrganizationId) -> Result<Tokens> {
    end_login(&from, owner).await?;
    from.commit().await?;
    let scope = db.scope(Tenant::system(other, true)).await?;
    let by_user = membership::Column::UserId.eq(owner.user);
    let member = scope
        .find::<membership::Entity>()
        .filter(by_user)
        .one()
        .await?
        .ok_or(Unauthenticated::RevokedToken)?;
    let lifetime = TimeDelta::seconds(ACCESS_TOKEN_SECONDS);
    let tokens = begin_login(&scope, owner.user, member.role, lifetime).await?;
    scope.commit().await?;
    Ok(tokens)
}

/// Ends the caller's login: none of its tokens is good any more.
///
/// # Errors
/// When the database cannot be reached, or the login has ended already.
pub async fn sign_out(db: &Db, caller: &Caller) -> Result<()> {
    let scope = db.scope(caller).await?;
    let person = scope.person()?;
    revoke(&scope, login::Column::Id.eq(person.login)).await?;
    scope.commit().await
}

/// The person's role, while the login stands. The row stays locked, so that uses at the same moment come in turn.
async fn check_login(scope: &Scope, owner: &TokenOwner) -> Result<Role> {
    let login =
        scope.find::<login::Entity>().filter(login::Column::Id.eq(owner.login)).locked().one().await?;
    let stands =
        login.is_some_and(|login| login.revoked_at.is_none() && login.expires_at > scope.real_time());
    let member =
        scope.find::<membership::Entity>().filter(membership::Column::UserId.eq(owner.user)).one().await?;
    match member {
        Some(member) if stands => Ok(member.role),
        _ => Err(Unauthenticated::RevokedToken.into()),
    }
}

/// Compare and set: of uses at the same moment one wins.
async fn exchange(scope: &Scope, token: &RandomSecret, successor: &RandomSecret) -> Result<bool> {
    let unused = Condition::all()
        .add(Column::TokenHash.eq(token.hash()))
        .add(Column::UsedAt.is_null())
        .add(Column::VoidedAt.is_null());
    let set = [
        (Column::UsedAt, Expr::value(scope.real_time())),
        (Column::SuccessorHash, Expr::value(successor.hash())),
    ];
    Ok(scope.update::<Entity>(unused, set).await? == 1)
}

async fn replace_unused_successor(
    scope: &Scope,
    token: &RandomSecret,
    successor: &RandomSecret,
) -> Result<bool> {
    let used = scope.find::<Entity>().filter(Column::TokenHash.eq(token.hash())).one().await?;
    let Some(lost) = used.filter(|used| used.voided_at.is_none()).and_then(|used| used.successor_hash) else {
        return Ok(false);
    };
    let unused = Condition::all()
        .add(Column::TokenHash.eq(lost))
        .add(Column::UsedAt.is_null())
        .add(Column::VoidedAt.is_null());
    if scope.update::<Entity>(unused, [(Column::VoidedAt, Expr::value(scope.real_time()))]).await? == 0 {
        return Ok(false);
    }
    let set = [(Column::SuccessorHash, Expr::value(successor.hash()))];
    Ok(scope.update::<Entity>(Column::TokenHash.eq(token.hash()), set).await? == 1)
}

async fn end_login(scope: &Scope, owner: &TokenOwner) -> Result<()> {
    revoke(scope, login::Column::Id.eq(owner.login)).await
}

async fn revoke(scope: &Scope, which: impl sea_orm::sea_query::IntoCondition) -> Result<()> {
    scope
        .update::<login::Entity>(which, [(login::Column::RevokedAt, Expr::value(scope.real_time()))])
        .await?;
    Ok(())
}
