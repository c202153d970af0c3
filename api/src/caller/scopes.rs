//! What an operation needs of an API key: its scope, as a type, so that a signature can say it.

use domain::{Caller, Scope};

/// Who may call an operation, of those who have its power.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyAccess {
    /// People: no key can, whatever its scopes are.
    PeopleOnly,
    /// People and every key.
    AnyKey,
    /// People, and keys with this scope.
    Scope(Scope),
}

impl KeyAccess {
    pub fn is_met(self, caller: &Caller) -> bool {
        match self {
            Self::PeopleOnly => caller.api_key_id().is_none(),
            Self::AnyKey => true,
            Self::Scope(scope) => caller.may(scope),
        }
    }
}

/// What an operation needs, as a type.
pub trait RequiredScope: Send + Sync {
    const KEY_ACCESS: KeyAccess;
    /// As the document's requirement of `oauth2`; none for what no key can have.
    const SECURITY_SCHEME: Option<&'static str>;
}

pub struct PeopleOnly;

impl RequiredScope for PeopleOnly {
    const KEY_ACCESS: KeyAccess = KeyAccess::PeopleOnly;
    const SECURITY_SCHEME: Option<&'static str> = None;
}

pub struct AnyKey;

impl RequiredScope for AnyKey {
    const KEY_ACCESS: KeyAccess = KeyAccess::AnyKey;
    const SECURITY_SCHEME: Option<&'static str> = Some("oauth2");
}

/// poem knows scopes only as attributes beside the extractor, where they could be forgotten. So a scheme's name has them
/// behind it, and the document's finishing pass puts them where they belong.
macro_rules! needs {
    ($($name:ident, $scope:literal;)*) => {$(
        pub struct $name;

        impl RequiredScope for $name {
            const KEY_ACCESS: KeyAccess = KeyAccess::Scope(Scope::$name);
            const SECURITY_SCHEME: Option<&'static str> = Some(concat!("oauth2 ", $scope));
        }
    )*

        #[cfg(test)]
        const NAMED: &[(Scope, &str)] = &[$((Scope::$name, $scope)),*];
    };
}

needs! {
    SessionsRead, "sessions:read";
    SessionsWrite, "sessions:write";
    JobPostsRead, "job_posts:read";
    OrganizationRead, "organization:read";
    OrganizationWrite, "organization:write";
    WebhooksRead, "webhooks:read";
    WebhooksWrite, "webhooks:write";
    PublicationsRead, "publications:read";
    PublicationsWrite, "publications:write";
}

#[cfg(test)]
#[test]
fn a_need_has_the_name_of_its_permission() {
    assert_eq!(NAMED, Scope::ALL.map(|scope| (scope, scope.name())));
}
