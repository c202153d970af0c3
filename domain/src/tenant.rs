//! Who acts, and for which organization. The only way to rows goes through a value of this file.

use chrono::{DateTime, Utc};
use entity::id::{ApiKeyId, LoginId, OrganizationId, UserId};
pub use entity::membership::Role;

use crate::scopes::{Scope, Scopes};

/// Proof that somebody may act for one organization.
///
/// It cannot be built or deserialized outside this crate: people get theirs from an access token, the worker from the
/// turn it claimed.
#[derive(Clone, Copy, Debug)]
pub struct Tenant {
    pub(crate) organization: OrganizationId,
    /// Test mode and live mode never see each other's rows.
    pub(crate) livemode: bool,
    pub(crate) person: Option<Person>,
    /// What is written is marked with it.
    pub(crate) key: Option<Key>,
}

/// The person behind a request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Person {
    pub user: UserId,
    pub login: LoginId,
    pub role: Role,
    /// From when until when the token is good; a key itself has no such times.
    pub times: Option<[DateTime<Utc>; 2]>,
}

/// The API key behind a request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    pub id: ApiKeyId,
    /// What this request may do with it: all that the key may, or less.
    pub scopes: Scopes,
}

impl Tenant {
    /// The product itself at work for an organization: the worker, or a sign-in before there is a login.
    pub(crate) fn system(organization: OrganizationId, livemode: bool) -> Self {
        Self { organization, livemode, person: None, key: None }
    }

    /// What is written is marked with this key, which has been asked before whether it may.
    pub(crate) fn with_api_key(self, key: Option<ApiKeyId>) -> Self {
        Self { key: key.map(|id| Key { id, scopes: Scopes::default() }), ..self }
    }

    /// Whether who acts sees every session of the organization, or only their own.
    pub(crate) fn sees_all_sessions(&self) -> bool {
        self.person.is_none_or(|person| person.role.may_administer())
    }
}

/// A person with a valid access token, or an API key that acts for one. Whether their login or the key still stands is
/// asked when the transaction opens.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    pub(crate) organization: OrganizationId,
    pub(crate) livemode: bool,
    pub(crate) person: Person,
    pub(crate) key: Option<Key>,
}

impl Caller {
    #[must_use]
    pub fn organization_id(&self) -> OrganizationId {
        self.organization
    }

    #[must_use]
    pub fn user_id(&self) -> UserId {
        self.person.user
    }

    #[must_use]
    pub fn role(&self) -> Role {
        self.person.role
    }

    #[must_use]
    pub fn is_live(&self) -> bool {
        self.livemode
    }

    /// The key that acts for the person, if one does.
    #[must_use]
    pub fn api_key_id(&self) -> Option<ApiKeyId> {
        self.key.map(|key| key.id)
    }

    /// What the key may do; none for people, who may do what their role allows.
    #[must_use]
    pub fn scopes(&self) -> Option<Scopes> {
        self.key.map(|key| key.scopes)
    }

    /// Whether nothing but the role decides, or the key has this scope.
    #[must_use]
    pub fn may(&self, scope: Scope) -> bool {
        self.scopes().is_none_or(|scopes| scopes.contain(scope))
    }

    /// For the rest of a request that was admitted: a token that expires while an answer is awaited does not turn what
    /// was accepted into a refusal.
    #[must_use]
    pub fn as_system(&self) -> Tenant {
        Tenant { person: None, ..self.into() }
    }
}

impl From<&Caller> for Tenant {
    fn from(caller: &Caller) -> Self {
        let Caller { organization, livemode, person, key } = *caller;
        Self { organization, livemode, person: Some(person), key }
    }
}

/// What a role allows: the one table.
pub trait RolePermissions {
    /// Starts and continues conversations.
    fn may_write(self) -> bool;
    /// Sees every session of the organization and decides who belongs to it.
    fn may_administer(self) -> bool;
}

impl RolePermissions for Role {
    fn may_write(self) -> bool {
        matches!(self, Self::Owner | Self::Admin | Self::Member)
    }

    fn may_administer(self) -> bool {
        matches!(self, Self::Owner | Self::Admin)
    }
}
