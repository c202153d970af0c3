//! Calls that look beyond one organization. Each is one stored function, and none returns what users wrote.

use std::time::Duration;

use entity::id::{LoginId, OrganizationId, UserId};
use sqlx::Row as _;
use sqlx::postgres::types::PgInterval;
use uuid::Uuid;

use crate::db::Db;
use crate::error::{Error, Result};
use crate::tenant::Role;

/// An account, as needed to check a password.
pub(crate) struct Account {
    pub user: UserId,
    pub password_hash: String,
}

/// A user's membership of an organization.
#[derive(Clone, Debug)]
pub struct Membership {
    pub organization_id: OrganizationId,
    pub organization_name: String,
    pub role: Role,
}

pub(crate) async fn find_account(db: &Db, email: &str) -> Result<Option<Account>> {
    let row = sqlx::query("select user_id, password_hash from across.find_account($1)")
        .bind(email)
        .fetch_optional(db.pool())
        .await?;
    row.map(|row| Ok(Account { user: UserId(row.try_get(0)?), password_hash: row.try_get(1)? })).transpose()
}

/// Creates a user and their organization; `Ok(false)` when an account with that e-mail address exists.
pub(crate) async fn sign_up(
    db: &Db,
    (user, email, name, password_hash): (UserId, &str, &str, &str),
    (organization, organization_name): (OrganizationId, &str),
) -> Result<bool> {
    let created = sqlx::query("select across.sign_up($1, $2, $3, $4, $5, $6)")
        .bind(user.0)
        .bind(email)
        .bind(name)
        .bind(password_hash)
        .bind(organization.0)
        .bind(organization_name)
        .execute(db.pool())
        .await;
    match created {
        Err(sqlx::Error::Database(refused)) if refused.is_unique_violation() => Ok(false),
        other => other.map(|_| true).map_err(Error::from),
    }
}

pub(crate) async fn replace_password_hash(db: &Db, account: &Account, new_hash: &str) -> Result<()> {
    sqlx::query("select across.replace_password_hash($1, $2, $3)")
        .bind(account.user.0)
        .bind(&account.password_hash)
        .bind(new_hash)
        .execute(db.pool())
        .await?;
    Ok(())
}

/// The user's organizations, oldest membership first.
pub(crate) async fn memberships(db: &Db, user: UserId) -> Result<Vec<Membership>> {
    let rows = sqlx::query("select organization_id, name, role from across.memberships($1)")
        .bind(user.0)
        .fetch_all(db.pool())
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Membership {
                organization_id: OrganizationId(row.try_get(0)?),
                organization_name: row.try_get(1)?,
                role: sea_orm::ActiveEnum::try_from_value(&row.try_get(2)?)?,
            })
        })
        .collect()
}

/// The owner of a refresh token.
pub(crate) struct TokenOwner {
    pub organization: OrganizationId,
    pub login: LoginId,
    pub user: UserId,
}

pub(crate) async fn find_refresh_token(db: &Db, hash: &[u8]) -> Result<Option<TokenOwner>> {
    let row = sqlx::query("select organization_id, login_id, user_id from across.find_refresh_token($1)")
        .bind(hash)
        .fetch_optional(db.pool())
        .await?;
    row.map(|row| {
        Ok(TokenOwner {
            organization: OrganizationId(row.try_get(0)?),
            login: LoginId(row.try_get(1)?),
            user: UserId(row.try_get::<Uuid, _>(2)?),
        })
    })
    .transpose()
}

/// Deletes up to `most` expired sessions; returns how many.
pub(crate) async fn sweep_sessions(db: &Db, most: i32) -> Result<i32> {
    Ok(sqlx::query_scalar("select across.sweep_sessions($1)").bind(most).fetch_one(db.pool()).await?)
}

/// Deletes up to `most` logins that ended long ago; returns how many.
pub(crate) async fn sweep_logins(db: &Db, most: i32) -> Result<i32> {
    Ok(sqlx::query_scalar("select across.sweep_logins($1)").bind(most).fetch_one(db.pool()).await?)
}

/// Emits webhooks for up to `most` sessions that have expired or will within `ahead`; returns how many sessions.
pub(crate) async fn emit_expiry_webhooks(db: &Db, ahead: Duration, most: i32) -> Result<i32> {
    let ahead = PgInterval::try_from(ahead).map_err(Error::internal)?;
    let emitted = sqlx::query_scalar("select across.tell_of_expiries($1, $2)").bind(ahead).bind(most);
    Ok(emitted.fetch_one(db.pool()).await?)
}

/// Deletes up to `most` old webhook events and as many deliveries; returns the larger of the two counts.
pub(crate) async fn sweep_deliveries(db: &Db, most: i32) -> Result<i32> {
    Ok(sqlx::query_scalar("select across.sweep_deliveries($1)").bind(most).fetch_one(db.pool()).await?)
}

/// Deletes up to `most` old idempotency keys and as many streamed pieces of replies; returns the larger of the two counts.
pub(crate) async fn sweep_traces(db: &Db, most: i32) -> Result<i32> {
    Ok(sqlx::query_scalar("select across.sweep_traces($1)").bind(most).fetch_one(db.pool()).await?)
}
