//! Signs in the person whom the identity provider has named.

use chrono::{DateTime, Utc};
use entity::id::{LoginId, UserId};
use entity::membership::Role;
use entity::{external_identity, identity_provider, membership};
use sea_orm::{ColumnTrait, Condition, Set};
use serde_json::json;

use super::Taken;
use super::members::{check_may_join, vouched_address};
use super::providers::row_of;
use super::take::{code_of, sign_in_ended};
use crate::accounts::browser::{self, BrowserLogin};
use crate::accounts::{
    Admitted, Authentication, Device, EmailAddress, Tokens, begin_login, check_name, email_taken, is_taken,
};
use crate::audit::{self, Event};
use crate::auth::RandomSecret;
use crate::cross_tenant::{self, CreateAccount};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::invitations;
use crate::stored_function::call_in;
use crate::tenant::Tenant;
use crate::tenant_tx::TenantTx;

/// A person, as the provider's ID token describes them. The caller has checked the token.
#[derive(Clone, Debug)]
pub struct Identity {
    /// The provider's id of the person.
    pub subject: String,
    /// An address that the provider has verified.
    pub verified_email: Option<String>,
    pub name: Option<String>,
    /// When the person last proved to the provider who they are.
    pub authenticated_at: Option<DateTime<Utc>>,
}

/// Who signs in.
enum Person {
    /// The identity was linked before.
    Linked(UserId),
    /// The address has an account.
    Known(UserId),
    New(CreateAccount),
}

impl Person {
    fn user(&self) -> UserId {
        match self {
            Self::Linked(user) | Self::Known(user) => *user,
            Self::New(account) => account.user,
        }
    }
}

/// Begins a login of the person in the organization. The first sign-in links the identity with the account of its verified
/// address, and from then on the identity alone decides. Somebody who is no member becomes one with an invitation, or if the
/// organization admits newcomers.
///
/// # Errors
/// [`Error::Forbidden`] `email_not_verified`, `domain_not_verified`, `not_a_member`, `member_removed`, `identity_differs`,
/// `sign_up_closed` or `organization_suspended`; [`Error::Conflict`] `sign_in_ended` when the provider's configuration has
/// changed meanwhile.
pub async fn sign_in(db: &Db, taken: &Taken, identity: Identity, device: &Device) -> Result<Tokens> {
    recording_refusals(db, taken, async {
        let (tx, admitted) = admit(db, taken, &identity, device).await?;
        let tokens = begin_login(&tx, admitted.login(device)).await?;
        tx.commit().await?;
        Ok(tokens)
    })
    .await
}

/// As [`sign_in`], for a browser.
///
/// # Errors
/// As [`sign_in`].
pub async fn sign_in_browser(
    db: &Db,
    taken: &Taken,
    identity: Identity,
    device: &Device,
) -> Result<BrowserLogin> {
    recording_refusals(db, taken, async {
        let (tx, admitted) = admit(db, taken, &identity, device).await?;
        let begun = browser::begin(&tx, LoginId::new(), admitted.login(device)).await?;
        tx.commit().await?;
        Ok(begun)
    })
    .await
}

async fn recording_refusals<T>(
    db: &Db,
    taken: &Taken,
    sign_in: impl Future<Output = Result<T>>,
) -> Result<T> {
    let begun = sign_in.await;
    if let Err(error @ (Error::Forbidden { .. } | Error::Conflict { .. })) = &begun {
        refused(db, taken, code_of(error)).await?;
    }
    begun
}

/// Records a sign-in that the provider or this module refused.
///
/// # Errors
/// When the database cannot be reached.
pub async fn refused(db: &Db, taken: &Taken, code: &str) -> Result<()> {
    let tx = db.begin(Tenant::system(taken.organization_id, true)).await?;
    let event = Event::new("single_sign_on.refused").with_details(json!({ "code": code })).limited();
    audit::record(&tx, event).await?;
    tx.commit().await
}

/// Finds or makes the member, and opens a transaction in which their login can begin.
async fn admit(db: &Db, taken: &Taken, identity: &Identity, device: &Device) -> Result<(TenantTx, Admitted)> {
    let person = find(db, taken, identity, device).await?;
    let user = person.user();
    let tx = db.begin(Tenant::system(taken.organization_id, true).on_behalf_of(user)).await?;
    tx.lock_organization().await?;
    let provider = provider_of(&tx, taken).await?;
    let role = match member(&tx, user).await? {
        Some(role) => role,
        None => join(&tx, &provider, &person, identity).await?,
    };
    link(&tx, taken, identity, user).await?;
    let authentication = Authentication::by_single_sign_on(&tx, identity.authenticated_at);
    Ok((tx, Admitted { user, role, authentication }))
}

/// Finds the person by their identity, else by their address.
async fn find(db: &Db, taken: &Taken, identity: &Identity, device: &Device) -> Result<Person> {
    let tx = db.begin(Tenant::system(taken.organization_id, true)).await?;
    if let Some(linked) = linked_to(&tx, taken, identity).await? {
        tx.commit().await?;
        return Ok(Person::Linked(linked));
    }
    let provider = provider_of(&tx, taken).await?;
    let email = vouched_address(&tx, identity.verified_email.as_deref()).await?;
    if let Some(account) =
        call_in(tx.raw(), cross_tenant::FindAccount { email: email.to_string() }).await?.pop()
    {
        tx.commit().await?;
        return Ok(Person::Known(account.user_id));
    }
    check_may_join(&tx, &provider, None, &email).await?;
    tx.commit().await?;
    Ok(Person::New(new_account(db, identity, &email, device).await?))
}

/// An account with a password that nobody knows. Its owner sets one with a link to the address.
async fn new_account(
    db: &Db,
    identity: &Identity,
    email: &EmailAddress,
    device: &Device,
) -> Result<CreateAccount> {
    db.sign_up_policy().check_invited()?;
    let name = identity.name.as_deref().and_then(|name| check_name("/name", name).ok());
    let local_part = || email.as_str().split('@').next().unwrap_or_default().to_owned();
    let password = RandomSecret::without_organization()?.into_secret();
    let password_hash = db.passwords().rehash(password, device.address()).await?;
    Ok(CreateAccount {
        user: UserId::new(),
        email: email.to_string(),
        name: name.unwrap_or_else(local_part),
        password_hash,
        language: None,
    })
}

/// The provider that this sign-in began with.
async fn provider_of(tx: &TenantTx, taken: &Taken) -> Result<identity_provider::Model> {
    let provider = row_of(tx).await?;
    let is_same =
        |now: &identity_provider::Model| now.issuer == taken.issuer && now.client_id == taken.client_id;
    provider.filter(is_same).ok_or_else(sign_in_ended)
}

async fn member(tx: &TenantTx, user: UserId) -> Result<Option<Role>> {
    let row = tx.find::<membership::Entity>().filter(membership::Column::UserId.eq(user)).one().await?;
    Ok(row.map(|row| row.role))
}

/// Makes the person a member, and a new person an account before.
async fn join(
    tx: &TenantTx,
    provider: &identity_provider::Model,
    person: &Person,
    identity: &Identity,
) -> Result<Role> {
    let (user, known) = (person.user(), !matches!(person, Person::New(..)));
    let email = vouched_address(tx, identity.verified_email.as_deref()).await?;
    let role = check_may_join(tx, provider, known.then_some(user), &email).await?;
    if let Person::New(account) = person {
        match call_in(tx.raw(), account.clone()).await {
            Err(error) if is_taken(&error) => return Err(email_taken()),
            created => drop(created?),
        }
    }
    match invitations::accept_for(tx, email.as_str(), user).await? {
        Some(role) => Ok(role),
        None => invitations::join(tx, user, role).await,
    }
}

/// Links the identity with the account, unless it is.
///
/// # Errors
/// [`Error::Forbidden`] `identity_differs` when the account has another identity: the provider has given its address to somebody
/// else, or has made the person anew.
async fn link(tx: &TenantTx, taken: &Taken, identity: &Identity, user: UserId) -> Result<()> {
    let by_user = external_identity::Column::UserId.eq(user);
    let of_user = tx.find::<external_identity::Entity>().filter(by_user).one().await?;
    match (linked_to(tx, taken, identity).await?, of_user) {
        (Some(linked), _) if linked == user => Ok(()),
        (None, None) => {
            tx.insert(external_identity::ActiveModel {
                issuer: Set(taken.issuer.clone()),
                subject: Set(identity.subject.clone()),
                user_id: Set(user),
                created_at: Set(tx.now()),
                ..Default::default()
            })
            .await?;
            Ok(())
        }
        _ => Err(Error::Forbidden {
            code: "identity_differs",
            detail: "The account with your e-mail address is linked with another person at the identity provider. Ask an \
                     admin of your organization to remove that member and to invite you.",
        }),
    }
}

async fn linked_to(tx: &TenantTx, taken: &Taken, identity: &Identity) -> Result<Option<UserId>> {
    let this = Condition::all()
        .add(external_identity::Column::Issuer.eq(&taken.issuer))
        .add(external_identity::Column::Subject.eq(&identity.subject));
    let row = tx.find::<external_identity::Entity>().filter(this).one().await?;
    Ok(row.map(|row| row.user_id))
}
