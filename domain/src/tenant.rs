//! Tenants and callers: the organization, mode, person and API key that a transaction acts for.

use chrono::{DateTime, Utc};
use entity::id::{ApiKeyId, LoginId, OrganizationId, UserId};
pub use entity::membership::Role;

use crate::error::{Error, Result};
use crate::scopes::{Scope, Scopes};

/// The right to act for one organization, in one mode.
///
/// Other crates cannot construct one. Requests get theirs from a [`Caller`], the worker from the turn or the delivery that
/// it claimed.
#[derive(Clone, Copy, Debug)]
pub struct Tenant {
    pub(crate) organization: OrganizationId,
    /// Live mode and test mode never see each other's rows.
    pub(crate) livemode: bool,
    /// `None` while an API key acts for no member, or the product itself acts: then all sessions of the organization are
    /// visible.
    pub(crate) person: Option<Person>,
    /// Rows that this tenant writes name this key.
    pub(crate) key: Option<Key>,
    /// Whom the audit log names while the product itself acts.
    pub(crate) on_behalf_of: Option<UserId>,
    pub(crate) token_validity: Option<TokenValidity>,
    /// Whether the product itself acts, so that there is no credential to check.
    pub(crate) is_system: bool,
    /// Whether the operation is open to a person who has to add a second factor first.
    pub(crate) is_enrolling: bool,
}

/// Beginning and end of an access token's validity; `None` in its place when the API key itself was sent.
pub(crate) type TokenValidity = [DateTime<Utc>; 2];

/// The person behind a request, or the member that an API key acts for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Person {
    pub user: UserId,
    pub login: LoginId,
    pub role: Role,
}

/// The API key behind a request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    pub id: ApiKeyId,
    /// The scopes of this request: those of the key, or fewer.
    pub scopes: Scopes,
}

impl Tenant {
    /// The product itself acting for an organization: the worker, or a sign-in before its login exists.
    pub(crate) fn system(organization: OrganizationId, livemode: bool) -> Self {
        Self {
            organization,
            livemode,
            person: None,
            key: None,
            on_behalf_of: None,
            token_validity: None,
            is_system: true,
            is_enrolling: false,
        }
    }

    /// Names the person in the audit log whose request this is: someone who signs in or accepts an invitation.
    pub(crate) fn on_behalf_of(self, user: UserId) -> Self {
        Self { on_behalf_of: Some(user), ..self }
    }

    /// Whether every session of the organization is visible, or only the person's own.
    pub(crate) fn sees_all_sessions(&self) -> bool {
        self.person.is_none_or(|person| person.role.may_administer())
    }
}

/// The role of an API key that acts for no member. It belongs to the organization, so it does not change with its maker's.
pub(crate) const KEY_ROLE: Role = Role::Admin;

/// An authenticated caller: a person, or an API key that acts for a member or for the organization itself. Whether the login or the key is still valid is checked
/// when a transaction opens, see [`crate::Db::begin`].
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    pub(crate) organization: OrganizationId,
    pub(crate) livemode: bool,
    /// `None` for an API key that acts for no member.
    pub(crate) person: Option<Person>,
    pub(crate) key: Option<Key>,
    pub(crate) token_validity: Option<TokenValidity>,
    pub(crate) is_enrolling: bool,
}

impl Caller {
    /// The same caller, in an operation that is open to a person who has to add a second factor first.
    #[must_use]
    pub fn enrolling(self) -> Self {
        Self { is_enrolling: true, ..self }
    }

    /// The same person, in live or in test mode. An API key has the mode that it was created for.
    ///
    /// # Errors
    /// [`Error::Forbidden`] `mode_of_key` for an API key of the other mode.
    pub fn in_mode(self, livemode: bool) -> Result<Self> {
        match self.key {
            Some(_) if self.livemode != livemode => Err(Error::Forbidden {
                code: "mode_of_key",
                detail: "An API key acts in the mode that it was created for. Leave Postwright-Mode out, or use another key.",
            }),
            _ => Ok(Self { livemode, ..self }),
        }
    }

    #[must_use]
    pub fn organization_id(&self) -> OrganizationId {
        self.organization
    }

    /// The person, or the member that the API key acts for; `None` for an API key that acts for no member.
    #[must_use]
    pub fn user_id(&self) -> Option<UserId> {
        self.person.map(|person| person.user)
    }

    /// The person's role. An API key that acts for no member has the rights of an admin, as far as its scopes allow.
    #[must_use]
    pub fn role(&self) -> Role {
        self.person.map_or(KEY_ROLE, |person| person.role)
    }

    #[must_use]
    pub fn is_live(&self) -> bool {
        self.livemode
    }

    /// The API key that was sent, if any.
    #[must_use]
    pub fn api_key_id(&self) -> Option<ApiKeyId> {
        self.key.map(|key| key.id)
    }

    /// The scopes of the API key; `None` for people, whose role alone decides.
    #[must_use]
    pub fn scopes(&self) -> Option<Scopes> {
        self.key.map(|key| key.scopes)
    }

    /// Whether the caller is a person or the API key has this scope. Says nothing about the role.
    #[must_use]
    pub fn may(&self, scope: Scope) -> bool {
        self.scopes().is_none_or(|scopes| scopes.contain(scope))
    }

    /// The product itself, acting for the caller's organization; rows still name the caller's API key.
    ///
    /// Warning: this drops the person, so *all* sessions of the organization become visible. Use it only for a session that
    /// the caller was allowed to see, to complete a request whose token may expire meanwhile.
    #[must_use]
    pub fn as_system(&self) -> Tenant {
        let on_behalf_of = self.person.map(|person| person.user);
        Tenant { person: None, is_system: true, on_behalf_of, ..self.into() }
    }
}

impl From<&Caller> for Tenant {
    fn from(caller: &Caller) -> Self {
        let Caller { organization, livemode, person, key, token_validity, is_enrolling } = *caller;
        Self {
            organization,
            livemode,
            person,
            key,
            on_behalf_of: None,
            token_validity,
            is_system: false,
            is_enrolling,
        }
    }
}

/// What each role allows.
pub trait RolePermissions {
    /// Whether the role may start and continue sessions.
    fn may_write(self) -> bool;
    /// Whether the role sees every session of the organization and manages its members, keys and settings.
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
