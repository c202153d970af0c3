//! Refresh and sign-out. Refresh tokens rotate: each can be used once and is replaced (RFC 9700, section 4.14).

use chrono::TimeDelta;
use entity::id::{LoginId, OrganizationId, UserId};
use entity::refresh_token::{Column, Entity};
use entity::{login, membership};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition};
use secrecy::SecretString;

use super::moves;
use super::sign_in::choose;
use super::tokens::{Tokens, has_all_tokens, is_by_single_sign_on, issue, store_successor};
use crate::audit::{self, Event};
use crate::auth::{ACCESS_TOKEN_SECONDS, RandomSecret};
use crate::cross_tenant::{self, FindRefreshToken};
use crate::db::Db;
use crate::error::{Result, Unauthenticated};
use crate::organizations;
use crate::second_factors;
use crate::single_sign_on::{password_sign_in_required, require_password_allowed};
use crate::tenant::{Caller, Role, Tenant};
use crate::tenant_tx::TenantTx;

/// Exchanges a refresh token for new tokens, for the same organization or for another one of the person's.
///
/// A token can be used once. If it is used again while its successor is unused, the response was probably lost: the
/// successor is replaced, so that of concurrent uses one chain survives. If it is used again later, or after its login has
/// moved to another organization, one of the two was probably stolen, and the login ends, also where it has moved to. It ends
/// after 10,000 tokens too.
///
/// # Errors
/// [`Unauthenticated::InvalidToken`], or [`Unauthenticated::RevokedToken`] when the login has ended or ends now;
/// [`crate::Error::Forbidden`] `single_sign_on_required` for a login with a password where none may be used, and
/// `password_sign_in_required` for one by single sign-on that wants another organization.
pub async fn refresh(db: &Db, token: SecretString, organization: Option<OrganizationId>) -> Result<Tokens> {
    let token = RandomSecret::received(token);
    let owner = find_owner(db, &token).await?;
    let target = find_target(db, &owner, organization).await?;
    let tx = db.begin(Tenant::system(owner.organization, true).on_behalf_of(owner.user)).await?;
    // Before the login is locked: it locks the organization first.
    second_factors::apply_rule(&tx, owner.user).await?;
    let (role, login) = match find_login(&tx, &owner, target).await? {
        Presented::Valid(role, login) => (role, login),
        Presented::Moved(login) if moves::end_continuation(&tx, &login).await? => {
            return refuse_reuse(tx, &owner).await;
        }
        Presented::Moved(_) | Presented::Ended => return Err(Unauthenticated::RevokedToken.into()),
    };
    match is_by_single_sign_on(&login) {
        true if target != owner.organization => return Err(password_sign_in_required()),
        true => {}
        false => require_password_allowed(&tx, owner.user).await?,
    }
    if has_all_tokens(&login) {
        return end(tx, &owner).await;
    }
    let successor = RandomSecret::new(owner.organization)?;
    if !exchange(&tx, &token, &successor).await? && !replace_unused_successor(&tx, &token, &successor).await?
    {
        revoke(&tx, login::Column::Id.eq(owner.login)).await?;
        return refuse_reuse(tx, &owner).await;
    }
    store_successor(&tx, &login, &successor).await?;
    if target != owner.organization {
        // With the successor stored, a repeated request moves the login if this process ends before it has moved.
        tx.commit().await?;
        return moves::move_to(db, target, login).await;
    }
    let lifetime = TimeDelta::seconds(ACCESS_TOKEN_SECONDS);
    let tokens = issue(&tx, owner.user, role, owner.login, successor, lifetime)?;
    tx.commit().await?;
    Ok(tokens)
}

/// The organization to issue tokens for. Asked before the transaction opens, so that a request never uses two connections
/// at a time.
async fn find_target(
    db: &Db,
    owner: &TokenOwner,
    requested: Option<OrganizationId>,
) -> Result<OrganizationId> {
    let Some(requested) = requested.filter(|&requested| requested != owner.organization) else {
        return Ok(owner.organization);
    };
    choose(cross_tenant::memberships(db, owner.user).await?, Some(requested))?;
    moves::check_target(db, requested, owner.user).await?;
    Ok(requested)
}

/// Whose a refresh token is.
struct TokenOwner {
    organization: OrganizationId,
    login: LoginId,
    user: UserId,
}

/// # Errors
/// [`Unauthenticated::InvalidToken`] for a token that the organization it names does not have.
async fn find_owner(db: &Db, token: &RandomSecret) -> Result<TokenOwner> {
    let organization = token.organization();
    let mut found = db.call(FindRefreshToken { organization, token_hash: token.hash() }).await?;
    let login = found.pop().ok_or(Unauthenticated::InvalidToken)?;
    Ok(TokenOwner { organization, login: login.login_id, user: login.user_id })
}

/// Ends the caller's login and with it all of its tokens.
///
/// # Errors
/// When the database cannot be reached, or the login has ended already.
pub async fn sign_out(db: &Db, caller: &Caller) -> Result<()> {
    let tx = db.begin(caller).await?;
    let person = tx.person()?;
    revoke(&tx, login::Column::Id.eq(person.login)).await?;
    tx.commit().await
}

/// The login of a refresh token, as it is found.
enum Presented {
    Valid(Role, login::Model),
    /// It goes on in another organization.
    Moved(login::Model),
    Ended,
}

/// Finds the login, and locks it, so that concurrent uses of its tokens are serialised.
///
/// # Errors
/// [`crate::Error::Forbidden`] `organization_suspended`, unless it moves to another organization.
async fn find_login(tx: &TenantTx, owner: &TokenOwner, target: OrganizationId) -> Result<Presented> {
    let login = tx.find::<login::Entity>().filter(login::Column::Id.eq(owner.login)).locked().one().await?;
    let by_user = membership::Column::UserId.eq(owner.user);
    let member = tx.find::<membership::Entity>().filter(by_user).one().await?;
    let (Some(login), Some(member)) = (login, member) else { return Ok(Presented::Ended) };
    if login.moved_to_login_id.is_some() {
        return Ok(Presented::Moved(login));
    }
    if login.revoked_at.is_some() || login.expires_at <= tx.real_time() {
        return Ok(Presented::Ended);
    }
    if target == owner.organization {
        organizations::require_active(tx).await?;
    }
    Ok(Presented::Valid(member.role, login))
}

/// Marks an unused token as used; `Ok(false)` when it was used or voided. Of concurrent uses one succeeds.
async fn exchange(tx: &TenantTx, token: &RandomSecret, successor: &RandomSecret) -> Result<bool> {
    let unused = Condition::all()
        .add(Column::TokenHash.eq(token.hash()))
        .add(Column::UsedAt.is_null())
        .add(Column::VoidedAt.is_null());
    let set = [
        (Column::UsedAt, Expr::value(tx.real_time())),
        (Column::SuccessorHash, Expr::value(successor.hash())),
    ];
    Ok(tx.update::<Entity>(unused, set).await? == 1)
}

/// Voids the unused successor of a used token in favour of a new one; `Ok(false)` when the successor has been used.
async fn replace_unused_successor(
    tx: &TenantTx,
    token: &RandomSecret,
    successor: &RandomSecret,
) -> Result<bool> {
    let used = tx.find::<Entity>().filter(Column::TokenHash.eq(token.hash())).one().await?;
    let Some(old_successor) =
        used.filter(|used| used.voided_at.is_none()).and_then(|used| used.successor_hash)
    else {
        return Ok(false);
    };
    let unused = Condition::all()
        .add(Column::TokenHash.eq(old_successor))
        .add(Column::UsedAt.is_null())
        .add(Column::VoidedAt.is_null());
    if tx.update::<Entity>(unused, [(Column::VoidedAt, Expr::value(tx.real_time()))]).await? == 0 {
        return Ok(false);
    }
    let set = [(Column::SuccessorHash, Expr::value(successor.hash()))];
    Ok(tx.update::<Entity>(Column::TokenHash.eq(token.hash()), set).await? == 1)
}

/// Ends a login whose tokens were refreshed very often, which would store without limit.
async fn end(tx: TenantTx, owner: &TokenOwner) -> Result<Tokens> {
    tracing::warn!(user = %owner.user, login = %owner.login, "a login has ended: its tokens were refreshed too often");
    revoke(&tx, login::Column::Id.eq(owner.login)).await?;
    tx.commit().await?;
    Err(Unauthenticated::RevokedToken.into())
}

/// One of two holders of a used refresh token may be a thief. Records that, with the end of the login.
async fn refuse_reuse(tx: TenantTx, owner: &TokenOwner) -> Result<Tokens> {
    tracing::warn!(user = %owner.user, login = %owner.login, "a refresh token was used again: the login has ended");
    audit::record(&tx, Event::new("refresh_token.reused").about("login", owner.login.0)).await?;
    tx.commit().await?;
    Err(Unauthenticated::RevokedToken.into())
}

/// Ends these logins.
pub(super) async fn revoke(tx: &TenantTx, which: impl sea_orm::sea_query::IntoCondition) -> Result<()> {
    tx.update::<login::Entity>(which, [(login::Column::RevokedAt, Expr::value(tx.real_time()))]).await?;
    Ok(())
}
