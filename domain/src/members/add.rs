//! Adds members, with a new account where the e-mail address has none.

use entity::id::UserId;
use entity::membership;
use entity::membership::Role;
use sea_orm::{ConnectionTrait, Set};
use secrecy::SecretString;

use super::roles::check_may_manage;
use super::{Member, find};
use crate::accounts::{EmailAddress, check_name};
use crate::cross_tenant::{self, AddAccount, ONE_ACCOUNT_PER_EMAIL};
use crate::db::Db;
use crate::error::{Error, Result, violated_constraint};
use crate::stored_function::StoredFunction as _;
use crate::tenant_tx::TenantTx;

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

/// Finds the account of a new member, or prepares a new one. Call it before the transaction opens.
///
/// # Errors
/// [`Error::Invalid`] when there is no account and the name or the password is missing or invalid.
pub async fn prepare(db: &Db, new: NewMember) -> Result<(MemberAccount, Role)> {
    let email = EmailAddress::parse(&new.email)?.to_string();
    if let Some(account) = cross_tenant::find_account(db, &email).await? {
        return Ok((MemberAccount::Existing(account.user_id), new.role));
    }
    let missing =
        |pointer| Error::invalid(pointer, "This e-mail has no account yet: name and password are needed.");
    let name = check_name("/name", new.name.as_deref().ok_or_else(|| missing("/name"))?)?;
    let password = new.password.ok_or_else(|| missing("/password"))?;
    let password_hash = db.passwords().new_hash(password, &[&email, &name], None).await?;
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
