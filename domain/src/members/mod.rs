//! The members of an organization and their roles.

mod roles;

use chrono::{DateTime, Utc};
use entity::id::UserId;
use entity::membership::{Column, Entity, Model, Role};
use sea_orm::ColumnTrait;

pub use roles::{change_role, leave, remove, transfer_ownership};
pub(crate) use roles::{check_may_manage, end_membership, promote, require_owner};

use crate::cross_tenant::{ListAccounts, PublicAccount};
use crate::emails::{self, Email, EmailKind};
use crate::error::{Error, Result};
use crate::page::{Page, Paged};
use crate::stored_function::call_in;
use crate::tenant_tx::TenantTx;

/// A user as a member of the organization.
#[derive(Clone, Debug)]
pub struct Member {
    pub user_id: UserId,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub created_at: DateTime<Utc>,
}

/// The organization's members, ordered by user id.
///
/// # Errors
/// [`Error::Invalid`] for a cursor of another list.
pub async fn list(tx: &TenantTx, page: &Page) -> Result<Paged<Member>> {
    let mut rows = tx.find::<Entity>().oldest_first(Column::UserId).limit(page.fetch());
    if let Some(after) = page.key::<UserId>()? {
        rows = rows.filter(Column::UserId.gt(after));
    }
    let paged = page.cut(rows.all().await?, |row| row.user_id.to_string());
    Ok(Paged { items: with_accounts(tx, paged.items).await?, next: paged.next })
}

/// All members, ordered by user id, for the operator of the service.
pub(crate) async fn all(tx: &TenantTx) -> Result<Vec<Member>> {
    let rows = tx.find::<Entity>().oldest_first(Column::UserId).all().await?;
    with_accounts(tx, rows).await
}

async fn with_accounts(tx: &TenantTx, rows: Vec<Model>) -> Result<Vec<Member>> {
    let people = accounts(tx, rows.iter().map(|row| row.user_id)).await?;
    let describe = |row: &Model| {
        let person = people.iter().find(|person| person.user_id == row.user_id);
        person.map(|person| describe(row, person)).ok_or(Error::NotFound("member"))
    };
    rows.iter().map(describe).collect()
}

/// Reads one member.
///
/// # Errors
/// [`Error::NotFound`] when the user is not a member of the organization.
pub async fn find(tx: &TenantTx, user: UserId) -> Result<Member> {
    let row = row_of(tx, user).await?;
    let person = accounts(tx, [user]).await?.pop().ok_or(Error::NotFound("member"))?;
    Ok(describe(&row, &person))
}

/// The accounts of these users, as far as they are members.
pub(crate) async fn accounts(
    tx: &TenantTx,
    users: impl IntoIterator<Item = UserId>,
) -> Result<Vec<PublicAccount>> {
    let users = users.into_iter().map(|user| user.0).collect();
    Ok(call_in(tx.raw(), ListAccounts { users }).await?)
}

/// Sends an e-mail to every member.
pub(crate) async fn email_all(tx: &TenantTx, kind: &EmailKind) -> Result<()> {
    let members = tx.find::<Entity>().all().await?;
    for account in accounts(tx, members.iter().map(|member| member.user_id)).await? {
        emails::enqueue(tx, Email { to: account.email, language: None, kind: kind.clone() }).await?;
    }
    Ok(())
}

async fn row_of(tx: &TenantTx, user: UserId) -> Result<Model> {
    tx.find::<Entity>().filter(Column::UserId.eq(user)).one().await?.ok_or(Error::NotFound("member"))
}

fn describe(row: &Model, person: &PublicAccount) -> Member {
    Member {
        user_id: row.user_id,
        email: person.email.clone(),
        name: person.name.clone(),
        role: row.role,
        created_at: row.created_at,
    }
}
