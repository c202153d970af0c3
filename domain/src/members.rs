//! The members of an organization and their roles.

use chrono::{DateTime, Utc};
use entity::id::UserId;
use entity::membership;
use entity::membership::{Column, Entity, Model, Role};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, Set};
use secrecy::SecretString;

use crate::accounts::{check_email, check_name};
use crate::auth::check_password;
use crate::cross_tenant::{self, AddAccount, ListAccounts, ONE_ACCOUNT_PER_EMAIL, PublicAccount};
use crate::db::Db;
use crate::error::{Error, Result, violated_constraint};
use crate::page::{Page, Paged};
use crate::stored_function::{Returned as _, StoredFunction as _};
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

/// A member to add.
#[derive(Debug)]
pub struct NewMember {
    pub email: String,
    pub role: Role,
    /// Required when the e-mail address has no account.
    pub name: Option<String>,
    /// Required when the e-mail address has no account: its first password.
    pub password: Option<SecretString>,
}

/// The account of a new member. Prepared before the transaction opens, as hashing a password takes long.
pub enum MemberAccount {
    Existing(UserId),
    New { user: UserId, email: String, name: String, password_hash: String },
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
    let people = accounts(tx, paged.items.iter().map(|row| row.user_id)).await?;
    let mut members = Vec::with_capacity(paged.items.len());
    for row in paged.items {
        let person =
            people.iter().find(|person| person.user_id == row.user_id).ok_or(Error::NotFound("member"))?;
        members.push(describe(&row, person));
    }
    Ok(Paged { items: members, next: paged.next })
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

/// Finds the account of a new member, or prepares a new one. Call it before the transaction opens.
///
/// # Errors
/// [`Error::Invalid`] when there is no account and the name or the password is missing or invalid.
pub async fn prepare(db: &Db, new: NewMember) -> Result<(MemberAccount, Role)> {
    let email = check_email(&new.email)?;
    if let Some(account) = cross_tenant::find_account(db, &email).await? {
        return Ok((MemberAccount::Existing(account.user_id), new.role));
    }
    let missing =
        |pointer| Error::invalid(pointer, "This e-mail has no account yet: name and password are needed.");
    let name = check_name("/name", new.name.as_deref().ok_or_else(|| missing("/name"))?)?;
    let password = new.password.ok_or_else(|| missing("/password"))?;
    check_password(&password, &[&email, &name])?;
    let password_hash = db.passwords().hash(password).await?;
    Ok((MemberAccount::New { user: UserId::new(), email, name, password_hash }, new.role))
}

/// Adds a member. Only an owner may add an owner.
///
/// # Errors
/// [`Error::Conflict`] `already_a_member`, [`Error::Forbidden`] for an admin who adds an owner.
pub async fn add(tx: &TenantTx, account: MemberAccount, role: Role) -> Result<Member> {
    check_may_manage(tx, role)?;
    let user = match account {
        MemberAccount::Existing(user) => user,
        MemberAccount::New { user, email, name, password_hash } => {
            create_account(tx, AddAccount { user, email, name, password_hash }).await?;
            user
        }
    };
    let row = membership::ActiveModel {
        user_id: Set(user),
        role: Set(role),
        created_at: Set(tx.real_time()),
        ..Default::default()
    };
    if !tx.insert_unless_there(row).await? {
        return Err(Error::conflict("already_a_member", "This person belongs to the organization already."));
    }
    find(tx, user).await
}

/// Changes a member's role. Access tokens with the old role become invalid at once.
///
/// # Errors
/// [`Error::Forbidden`] for an admin when the old or the new role is owner, [`Error::Conflict`] `last_owner`.
pub async fn change_role(tx: &TenantTx, user: UserId, role: Role) -> Result<Member> {
    let before = require_remaining_owner(tx, user, Some(role)).await?;
    check_may_manage(tx, before.role)?;
    check_may_manage(tx, role)?;
    tx.update::<Entity>(Column::UserId.eq(user), [(Column::Role, Expr::value(role))]).await?;
    find(tx, user).await
}

/// Removes a member. Their logins end at once; their sessions are kept by the organization.
///
/// # Errors
/// [`Error::Forbidden`] for an admin who removes an owner, [`Error::Conflict`] `last_owner`.
pub async fn remove(tx: &TenantTx, user: UserId) -> Result<()> {
    let before = require_remaining_owner(tx, user, None).await?;
    check_may_manage(tx, before.role)?;
    tx.delete::<Entity>(Column::UserId.eq(user)).await?;
    Ok(())
}

/// The accounts of these users, as far as they are members.
pub(crate) async fn accounts(
    tx: &TenantTx,
    users: impl IntoIterator<Item = UserId>,
) -> Result<Vec<PublicAccount>> {
    let users = users.into_iter().map(|user| user.0).collect();
    let rows = tx.raw().query_all_raw(ListAccounts { users }.statement()).await?;
    rows.iter().map(|row| Ok(PublicAccount::read(row)?)).collect()
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

fn check_may_manage(tx: &TenantTx, role: Role) -> Result<()> {
    if role == Role::Owner && tx.person()?.role != Role::Owner {
        return Err(Error::Forbidden {
            code: "owner_required",
            detail: "Only an owner can do this with an owner.",
        });
    }
    Ok(())
}

/// Reads the member, and checks that an owner remains when their role becomes `new_role` (`None`: they are removed). Locks
/// all owners until the transaction ends, so that two owners cannot remove each other concurrently.
///
/// # Errors
/// [`Error::Conflict`] `last_owner`.
async fn require_remaining_owner(tx: &TenantTx, user: UserId, new_role: Option<Role>) -> Result<Model> {
    let owners_and_member = Condition::any().add(Column::Role.eq(Role::Owner)).add(Column::UserId.eq(user));
    let rows =
        tx.find::<Entity>().filter(owners_and_member).oldest_first(Column::UserId).locked().all().await?;
    let other_owner = rows.iter().any(|row| row.role == Role::Owner && row.user_id != user);
    let row = rows.into_iter().find(|row| row.user_id == user).ok_or(Error::NotFound("member"))?;
    if row.role == Role::Owner && new_role != Some(Role::Owner) && !other_owner {
        return Err(Error::conflict(
            "last_owner",
            "An organization keeps at least one owner. Make somebody else one first.",
        ));
    }
    Ok(row)
}

async fn create_account(tx: &TenantTx, new: AddAccount) -> Result<()> {
    match tx.raw().execute_raw(new.statement()).await {
        Err(error) if violated_constraint(&error).as_deref() == Some(ONE_ACCOUNT_PER_EMAIL) => {
            Err(Error::conflict(
                "email_taken",
                "This e-mail has just been given an account. Try again without a password.",
            ))
        }
        other => Ok(other.map(|_| ())?),
    }
}
