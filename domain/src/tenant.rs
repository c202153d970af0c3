//! Who acts, and for which organization. The only way to rows goes through a value of this file.

use chrono::{DateTime, Utc};
use entity::id::{LoginId, OrganizationId, UserId};
pub use entity::membership::Role;

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
}

/// The person behind a request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Person {
    pub user: UserId,
    pub login: LoginId,
    pub role: Role,
    pub not_before: DateTime<Utc>,
    pub expires: DateTime<Utc>,
}

impl Tenant {
    /// The product itself at work for an organization: the worker, or a sign-in before there is a login.
    pub(crate) fn system(organization: OrganizationId, livemode: bool) -> Self {
        Self { organization, livemode, person: None }
    }

    /// Whether who acts sees every session of the organization, or only their own.
    pub(crate) fn sees_all_sessions(&self) -> bool {
        self.person.is_none_or(|person| person.role.may_administer())
    }
}

/// A person with a valid access token. Whether their login still stands is asked when the scope opens.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    pub(crate) organization: OrganizationId,
    pub(crate) livemode: bool,
    pub(crate) person: Person,
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

    /// For the rest of a request that was admitted: a token that expires while an answer is awaited does not turn what
    /// was accepted into a refusal.
    #[must_use]
    pub fn admitted(&self) -> Tenant {
        Tenant::system(self.organization, self.livemode)
    }
}

impl From<&Caller> for Tenant {
    fn from(caller: &Caller) -> Self {
        Self { organization: caller.organization, livemode: caller.livemode, person: Some(caller.person) }
    }
}

/// What a role allows: the one table.
pub trait Powers {
    /// Starts and continues conversations.
    fn may_write(self) -> bool;
    /// Sees every session of the organization and decides who belongs to it.
    fn may_administer(self) -> bool;
}

impl Powers for Role {
    fn may_write(self) -> bool {
        matches!(self, Self::Owner | Self::Admin | Self::Member)
    }

    fn may_administer(self) -> bool {
        matches!(self, Self::Owner | Self::Admin)
    }
}
