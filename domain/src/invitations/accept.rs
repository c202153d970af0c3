//! Reads and accepts an invitation with the token of its link.

use chrono::{DateTime, Utc};
use entity::id::{InvitationId, OrganizationId, UserId};
use entity::invitation::{Column, Entity, Model};
use entity::membership;
use entity::membership::Role;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Set};
use secrecy::SecretString;

use super::{is_open, row_of};
use crate::accounts::{
    Authentication, Device, NewLogin, Proof, ProvenAccount, Tokens, begin_login, check_name, email_taken,
    is_taken, link_ended, prove,
};
use crate::auth::RandomSecret;
use crate::cross_tenant::{self, CreateAccount};
use crate::db::Db;
use crate::emails::{self, Email, EmailKind};
use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::members::accounts;
use crate::organizations;
use crate::single_sign_on::{forget_removal, require_password_allowed_for};
use crate::stored_function::{call_in, returned_row, stored_function};
use crate::tenant::Tenant;
use crate::tenant_tx::TenantTx;

stored_function! {
    pub(crate) struct FindInvitation = Tenant stable "find_invitation" {
        token_hash: Vec<u8>,
    } -> FoundInvitation
}

returned_row! {
    /// An invitation that can be accepted.
    pub(crate) struct FoundInvitation {
        invitation_id: InvitationId,
        email: String,
        role: Role,
        language: Option<String>,
        organization_name: String,
        expires_at: DateTime<Utc>,
    }
}

/// What the holder of a link sees before accepting.
#[derive(Clone, Debug)]
pub struct OpenInvitation {
    pub organization_id: OrganizationId,
    pub organization_name: String,
    pub email: String,
    pub role: Role,
    pub expires_at: DateTime<Utc>,
    /// Whether the address has an account, whose password accepting takes.
    pub has_account: bool,
}

/// The acceptance of an invitation.
#[derive(Debug)]
pub struct Acceptance {
    pub token: SecretString,
    /// The person's name. Required when the address has no account, else ignored.
    pub name: Option<String>,
    /// The password of the account, or of the account to create.
    pub password: SecretString,
    /// A code of the account's second factor, if it has one.
    pub code: Option<SecretString>,
    pub device: Device,
}

/// Who accepts.
enum Person {
    Existing(ProvenAccount),
    New(CreateAccount),
}

impl Person {
    fn user(&self) -> UserId {
        match self {
            Self::Existing(proven) => proven.user,
            Self::New(account) => account.user,
        }
    }
}

/// Reads the invitation of a link.
///
/// # Errors
/// [`link_ended`] when the token is unknown, used, replaced, revoked or expired.
pub async fn read(db: &Db, token: SecretString) -> Result<OpenInvitation> {
    let token = RandomSecret::received(token);
    let tenant = Tenant::system(token.organization(), true);
    let found = find(&db.autocommit(tenant), &token).await?;
    let has_account = cross_tenant::find_account(db, &found.email).await?.is_some();
    Ok(OpenInvitation {
        organization_id: token.organization(),
        organization_name: found.organization_name,
        email: found.email,
        role: found.role,
        expires_at: found.expires_at,
        has_account,
    })
}

/// Makes the holder of a link a member, and begins a login. An address without an account gets one with this name and
/// password; for an account the password must be its own. Who is a member already keeps their role.
///
/// # Errors
/// [`link_ended`] as for [`read`]; [`Error::Invalid`] for a missing name or a weak password of a new account; for an account
/// as for a sign-in: [`crate::Unauthenticated::WrongCredentials`], [`Error::TooMany`]; [`Error::Conflict`] `email_taken` when
/// the address got an account meanwhile, `account_being_erased`; [`Error::Forbidden`] `sign_up_closed` or
/// `single_sign_on_required`.
pub async fn accept(db: &Db, acceptance: Acceptance) -> Result<Tokens> {
    let token = RandomSecret::received(acceptance.token.clone());
    let tenant = Tenant::system(token.organization(), true);
    let invitation = find(&db.autocommit(tenant), &token).await?;
    let device = acceptance.device.clone();
    let person = prepare(db, &invitation, acceptance).await?;
    let tx = db.begin(tenant.on_behalf_of(person.user())).await?;
    tx.lock_organization().await?;
    // What happened before the lock was taken may have ended the invitation.
    let invitation = find(&Executor::from(&tx), &token).await?;
    // Owners keep their passwords, where single sign-on is required.
    if invitation.role != Role::Owner {
        require_password_allowed_for(&tx, &invitation.email).await?;
    }
    let user = account_of(&tx, person).await?;
    let role = use_up(&tx, invitation.invitation_id, invitation.role, user).await?;
    let authentication = Authentication::by_password(&tx);
    let tokens = begin_login(&tx, NewLogin { user, role, device: &device, authentication }).await?;
    tx.commit().await?;
    Ok(tokens)
}

async fn find(executor: &Executor<'_>, token: &RandomSecret) -> Result<FoundInvitation> {
    let found = executor.call(FindInvitation { token_hash: token.hash() }).await?.pop();
    found.ok_or_else(link_ended)
}

/// Proves the password of the account, or hashes that of a new one. Both are slow, so they come before the transaction.
async fn prepare(db: &Db, invitation: &FoundInvitation, acceptance: Acceptance) -> Result<Person> {
    let Acceptance { name, password, code, device, .. } = acceptance;
    let email = invitation.email.clone();
    if cross_tenant::find_account(db, &email).await?.is_some() {
        let proof = Proof { email: &email, password, code: code.as_ref(), address: device.address() };
        return Ok(Person::Existing(prove(db, proof).await?));
    }
    db.sign_up_policy().check_invited()?;
    let missing = || Error::invalid("/name", "is required: this address has no account yet");
    let name = check_name("/name", name.as_deref().ok_or_else(missing)?)?;
    let known = [&*email, &name, &invitation.organization_name];
    let password_hash = db.passwords().new_hash(password, &known, device.address()).await?;
    let language = invitation.language.clone();
    Ok(Person::New(CreateAccount { user: UserId::new(), email, name, password_hash, language }))
}

/// The person's account, which a new person gets now.
async fn account_of(tx: &TenantTx, person: Person) -> Result<UserId> {
    match person {
        Person::Existing(proven) => {
            proven.lock(tx).await?;
            Ok(proven.user)
        }
        Person::New(account) => {
            let user = account.user;
            match call_in(tx.raw(), account).await {
                Err(error) if is_taken(&error) => Err(email_taken()),
                created => Ok(created.map(|_| user)?),
            }
        }
    }
}

/// The role of an invitation of this address that can be accepted, for a person who signs in at the organization's identity
/// provider.
pub(crate) async fn open_role(tx: &TenantTx, email: &str) -> Result<Option<Role>> {
    Ok(open_of(tx, email).await?.map(|row| row.role))
}

/// Makes such a person a member by the invitation of their address; returns their role. `None`: there is no invitation.
pub(crate) async fn accept_for(tx: &TenantTx, email: &str, user: UserId) -> Result<Option<Role>> {
    match open_of(tx, email).await? {
        Some(row) => use_up(tx, row.id, row.role, user).await.map(Some),
        None => Ok(None),
    }
}

async fn open_of(tx: &TenantTx, email: &str) -> Result<Option<Model>> {
    let theirs = is_open().add(Column::Email.eq(email)).add(Column::ExpiresAt.gt(tx.now()));
    tx.find::<Entity>().filter(theirs).one().await
}

/// Makes the person a member, records the acceptance and sends an e-mail about it to the sender.
async fn use_up(tx: &TenantTx, invitation: InvitationId, role: Role, user: UserId) -> Result<Role> {
    let role = join(tx, user, role).await?;
    forget_removal(tx, user).await?;
    let set = [(Column::AcceptedAt, Expr::value(tx.now())), (Column::AcceptedBy, Expr::value(user))];
    tx.update::<Entity>(is_open().add(Column::Id.eq(invitation)), set).await?;
    email_sender(tx, invitation, user).await?;
    Ok(role)
}

/// Adds the member unless they are one; returns their role.
pub(crate) async fn join(tx: &TenantTx, user: UserId, role: Role) -> Result<Role> {
    let row = membership::ActiveModel {
        user_id: Set(user),
        role: Set(role),
        created_at: Set(tx.real_time()),
        ..Default::default()
    };
    if tx.insert_unless_there(row).await? {
        return Ok(role);
    }
    let by_user = membership::Column::UserId.eq(user);
    let member = tx.find::<membership::Entity>().filter(by_user).one().await?;
    member.map(|member| member.role).ok_or(Error::NotFound("member"))
}

/// Sends an e-mail to the sender of the invitation, unless they have left.
async fn email_sender(tx: &TenantTx, invitation: InvitationId, user: UserId) -> Result<()> {
    let sender = row_of(tx, invitation).await?.invited_by;
    let people = accounts(tx, sender.into_iter().chain([user])).await?;
    let of = |user| people.iter().find(|person| person.user_id == user);
    let (Some(to), Some(joined)) = (sender.and_then(of), of(user)) else { return Ok(()) };
    let kind = EmailKind::InvitationAccepted {
        organization_name: organizations::own(tx).await?.name,
        name: joined.name.clone(),
        email: joined.email.clone(),
    };
    emails::enqueue(tx, Email { to: to.email.clone(), language: None, kind }).await
}
