//! Who belongs to an organization, and in which role.

use chrono::{DateTime, Utc};
use entity::id::UserId;
use entity::membership::{Column, Entity, Model, Role};
use entity::{membership, user_account};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, Set, Statement};
use secrecy::SecretString;

use crate::accounts::{check_email, check_name};
use crate::auth::check_password;
use crate::error::{Error, Result, violated_constraint};
use crate::page::{Page, Paged};
use crate::tenant_tx::TenantTx;
use crate::{Db, cross_tenant};

#[derive(Clone, Debug)]
pub struct Member {
    pub user_id: UserId,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub created_at: DateTime<Utc>,
}

/// Somebody who shall belong to the organization.
#[derive(Debug)]
pub struct NewMember {
    pub email: String,
    pub role: Role,
    /// For somebody without an account.
    pub name: Option<String>,
    /// For somebody without an account; they should change it.
    pub password: Option<SecretString>,
}

/// Whom a new member's e-mail belongs to. Found before the transaction, as hashing a password takes its time.
pub enum Newcomer {
    Known(UserId),
    New { user: UserId, email: String, name: String, password_hash: String },
}

/// The organization's members, in the order of their ids.
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
            people.iter().find(|person| person.id == row.user_id).ok_or(Error::NotFound("member"))?;
        members.push(describe(&row, person));
    }
    Ok(Paged { items: members, next: paged.next })
}

/// # Errors
/// [`Error::NotFound`] for somebody who is not of this organization.
pub async fn find(tx: &TenantTx, user: UserId) -> Result<Member> {
    let row = row_of(tx, user).await?;
    let person = accounts(tx, [user]).await?.pop().ok_or(Error::NotFound("member"))?;
    Ok(describe(&row, &person))
}

/// Finds the account of a new member, or prepares one; to be called before the transaction opens.
///
/// # Errors
/// [`Error::Invalid`] when there is no account and name or password are missing or unusable.
pub async fn prepare(db: &Db, wish: NewMember) -> Result<(Newcomer, Role)> {
    let email = check_email(&wish.email)?;
    if let Some(account) = cross_tenant::find_account(db, &email).await? {
        return Ok((Newcomer::Known(account.user), wish.role));
    }
    let missing =
        |pointer| Error::invalid(pointer, "This e-mail has no account yet: name and password are needed.");
    let name = check_name("/name", wish.name.as_deref().ok_or_else(|| missing("/name"))?)?;
    let password = wish.password.ok_or_else(|| missing("/password"))?;
    check_password(&password, &[&email, &name])?;
    let password_hash = db.passwords().hash(password).await?;
    Ok((Newcomer::New { user: UserId::new(), email, name, password_hash }, wish.role))
}

/// Adds a member; only an owner adds owners.
///
/// # Errors
/// [`Error::Conflict`] `already_a_member`, [`Error::Forbidden`] for an admin who adds an owner.
pub async fn add(tx: &TenantTx, newcomer: Newcomer, role: Role) -> Result<Member> {
    check_power_over(tx, role)?;
    let user = match newcomer {
        Newcomer::Known(user) => user,
        Newcomer::New { user, email, name, password_hash } => {
            create_account(tx, user, &email, &name, &password_hash).await?;
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

/// Gives a member another role. Their access tokens of the old role end at once.
///
/// # Errors
/// [`Error::Forbidden`] for an admin who makes or unmakes an owner, [`Error::Conflict`] `last_owner`.
pub async fn change_role(tx: &TenantTx, user: UserId, role: Role) -> Result<Member> {
    let before = keep_an_owner(tx, user, Some(role)).await?;
    check_power_over(tx, before.role)?;
    check_power_over(tx, role)?;
    tx.update::<Entity>(Column::UserId.eq(user), [(Column::Role, Expr::value(role))]).await?;
    find(tx, user).await
}

/// Removes a member. Their logins end at once; their sessions stay with the organization.
///
/// # Errors
/// [`Error::Forbidden`] for an admin who removes an owner, [`Error::Conflict`] `last_owner`.
pub async fn remove(tx: &TenantTx, user: UserId) -> Result<()> {
    let before = keep_an_owner(tx, user, None).await?;
    check_power_over(tx, before.role)?;
    tx.delete::<Entity>(Column::UserId.eq(user)).await?;
    Ok(())
}

pub(crate) async fn accounts(
    tx: &TenantTx,
    users: impl IntoIterator<Item = UserId>,
) -> Result<Vec<user_account::Model>> {
    // Not a table of tenants: its policy shows the members of this organization only.
    Ok(user_account::Entity::find().filter(user_account::Column::Id.is_in(users)).all(tx.raw()).await?)
}

async fn row_of(tx: &TenantTx, user: UserId) -> Result<Model> {
    tx.find::<Entity>().filter(Column::UserId.eq(user)).one().await?.ok_or(Error::NotFound("member"))
}

fn describe(row: &Model, person: &user_account::Model) -> Member {
    Member {
        user_id: row.user_id,
        email: person.email.clone(),
        name: person.name.clone(),
        role: row.role,
        created_at: row.created_at,
    }
}

fn check_power_over(tx: &TenantTx, role: Role) -> Result<()> {
    if role == Role::Owner && tx.person()?.role != Role::Owner {
        return Err(Error::Forbidden {
            code: "owner_required",
            detail: "Only an owner can do this with an owner.",
        });
    }
    Ok(())
}

/// The member as they are now; refuses what would leave the organization without an owner. All owners stay locked
/// until the end, so that two cannot remove each other at the same moment.
async fn keep_an_owner(tx: &TenantTx, user: UserId, becomes: Option<Role>) -> Result<Model> {
    let of_interest = Condition::any().add(Column::Role.eq(Role::Owner)).add(Column::UserId.eq(user));
    let rows = tx.find::<Entity>().filter(of_interest).oldest_first(Column::UserId).locked().all().await?;
    let other_owner = rows.iter().any(|row| row.role == Role::Owner && row.user_id != user);
    let row = rows.into_iter().find(|row| row.user_id == user).ok_or(Error::NotFound("member"))?;
    if row.role == Role::Owner && becomes != Some(Role::Owner) && !other_owner {
        return Err(Error::conflict(
            "last_owner",
            "An organization keeps at least one owner. Make somebody else one first.",
        ));
    }
    Ok(row)
}

async fn create_account(
    tx: &TenantTx,
    user: UserId,
    email: &str,
    name: &str,
    password_hash: &str,
) -> Result<()> {
    let account = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "select across.add_account($1, $2, $3, $4)",
        [user.into(), email.into(), name.into(), password_hash.into()],
    );
    match tx.raw().execute_raw(account).await {
        Err(error) if violated_constraint(&error).as_deref() == Some("one_account_per_email") => {
            Err(Error::conflict(
                "email_taken",
                "This e-mail has just been given an account. Try again without a password.",
            ))
        }
        other => Ok(other.map(|_| ())?),
    }
}
