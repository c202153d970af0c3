//! OAuth scopes: what an API key and its access tokens may do.

use std::fmt;
use std::str::FromStr;

/// One scope. Each operation of the API requires one of these, or is for people only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    SessionsRead,
    SessionsWrite,
    JobPostsRead,
    JobPostsWrite,
    OrganizationRead,
    OrganizationWrite,
    WebhooksRead,
    WebhooksWrite,
    PublicationsRead,
    PublicationsWrite,
}

impl Scope {
    pub const ALL: [Self; 10] = [
        Self::SessionsRead,
        Self::SessionsWrite,
        Self::JobPostsRead,
        Self::JobPostsWrite,
        Self::OrganizationRead,
        Self::OrganizationWrite,
        Self::WebhooksRead,
        Self::WebhooksWrite,
        Self::PublicationsRead,
        Self::PublicationsWrite,
    ];

    /// The name on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SessionsRead => "sessions:read",
            Self::SessionsWrite => "sessions:write",
            Self::JobPostsRead => "job_posts:read",
            Self::JobPostsWrite => "job_posts:write",
            Self::OrganizationRead => "organization:read",
            Self::OrganizationWrite => "organization:write",
            Self::WebhooksRead => "webhooks:read",
            Self::WebhooksWrite => "webhooks:write",
            Self::PublicationsRead => "publications:read",
            Self::PublicationsWrite => "publications:write",
        }
    }

    /// What the scope allows, as a text for users.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::SessionsRead => "Read conversations, their drafts, changes and events.",
            Self::SessionsWrite => {
                "Start, continue, edit, finalize and delete conversations, on the original routes too."
            }
            Self::JobPostsRead => "Read finished job posts, their checks and exports.",
            Self::JobPostsWrite => "Delete finished job posts.",
            Self::OrganizationRead => "Read the organization, its settings and its members.",
            Self::OrganizationWrite => {
                "Change the organization and its settings, but not its members. For keys of live mode only."
            }
            Self::WebhooksRead => "Read webhook endpoints and their deliveries.",
            Self::WebhooksWrite => "Manage and test webhook endpoints, and resend deliveries.",
            Self::PublicationsRead => "Read the publication target and publications.",
            Self::PublicationsWrite => "Manage the publication target and redeliver publications.",
        }
    }
}

impl FromStr for Scope {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|scope| scope.name() == name).ok_or(())
    }
}

/// A set of scopes.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Scopes(u16);

impl Scopes {
    #[must_use]
    pub fn contain(self, scope: Scope) -> bool {
        self.0 & bit(scope) != 0
    }

    #[must_use]
    pub fn are_within(self, others: Self) -> bool {
        self.0 & !others.0 == 0
    }

    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// In the order of [`Scope::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Scope> {
        Scope::ALL.into_iter().filter(move |scope| self.contain(*scope))
    }

    /// The scopes with these names. Unknown names are ignored, so a scope that was abolished allows nothing.
    pub(crate) fn known<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        names.into_iter().filter_map(|name| name.parse().ok()).collect()
    }

    pub(crate) fn names(self) -> Vec<String> {
        self.iter().map(|scope| scope.name().to_owned()).collect()
    }
}

impl FromIterator<Scope> for Scopes {
    fn from_iter<I: IntoIterator<Item = Scope>>(scopes: I) -> Self {
        Self(scopes.into_iter().fold(0, |bits, scope| bits | bit(scope)))
    }
}

/// The format of OAuth's `scope` (RFC 6749, section 3.3): names separated by spaces.
impl fmt::Display for Scopes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.names().join(" "))
    }
}

impl fmt::Debug for Scopes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "[{self}]")
    }
}

fn bit(scope: Scope) -> u16 {
    1 << scope as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_parses_as_its_scope() {
        for scope in Scope::ALL {
            assert_eq!(scope.name().parse(), Ok(scope));
            let alone: Scopes = [scope].into_iter().collect();
            assert_eq!(alone.iter().collect::<Vec<_>>(), [scope]);
        }
        assert_eq!("members:write".parse::<Scope>(), Err(()));
    }

    #[test]
    fn a_set_ignores_repeated_and_unknown_names() {
        let both = Scopes::known(["job_posts:read", "sessions:read", "sessions:read", "nonsense"]);
        assert_eq!(both.to_string(), "sessions:read job_posts:read");
        let one = Scopes::known(["job_posts:read"]);
        assert!(one.are_within(both) && !both.are_within(one));
        assert!(Scopes::default().is_empty() && Scopes::default().are_within(one));
    }
}
