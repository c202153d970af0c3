//! The scope that an operation requires of an API key, as a type.

use domain::{Caller, Scope};

/// Which API keys may call an operation. People are admitted by their role alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyAccess {
    /// No API key, whatever its scopes.
    PeopleOnly,
    /// Every API key.
    AnyKey,
    /// API keys with this scope.
    Scope(Scope),
}

impl KeyAccess {
    pub fn admits(self, caller: &Caller) -> bool {
        match self {
            Self::PeopleOnly => caller.api_key_id().is_none(),
            Self::AnyKey => true,
            Self::Scope(scope) => caller.may(scope),
        }
    }
}

pub trait RequiredScope: Send + Sync {
    const KEY_ACCESS: KeyAccess;
    /// The security requirement of the OpenAPI document; none when no API key is admitted.
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

/// poem takes scopes from an attribute beside the extractor, where they could be forgotten. So the scheme's name carries
/// the scope, and `openapi/security.rs` moves it to its place.
macro_rules! required_scopes {
    ($($name:ident, $scope:literal;)*) => {$(
        pub struct $name;

        impl RequiredScope for $name {
            const KEY_ACCESS: KeyAccess = KeyAccess::Scope(Scope::$name);
            const SECURITY_SCHEME: Option<&'static str> = Some(concat!("oauth2 ", $scope));
        }
    )*

        #[cfg(test)]
        const SCOPES: &[(Scope, &str)] = &[$((Scope::$name, $scope)),*];
    };
}

required_scopes! {
    SessionsRead, "sessions:read";
    SessionsWrite, "sessions:write";
    JobPostsRead, "job_posts:read";
    JobPostsWrite, "job_posts:write";
    OrganizationRead, "organization:read";
    OrganizationWrite, "organization:write";
    WebhooksRead, "webhooks:read";
    WebhooksWrite, "webhooks:write";
    PublicationsRead, "publications:read";
    PublicationsWrite, "publications:write";
}

#[cfg(test)]
#[test]
fn a_required_scope_has_the_name_of_its_scope() {
    assert_eq!(SCOPES, Scope::ALL.map(|scope| (scope, scope.name())));
}
