//! What an operation needs of an API key: its scope, as a type, so that a signature can say it.

use domain::{Caller, Permission};

/// The scope of an operation.
pub trait Need: Send + Sync {
    /// As the document's requirement of `oauth2`; none for what no key can have.
    const REQUIREMENT: Option<&'static str>;
    /// None when any key will do, or none.
    const PERMISSION: Option<Permission>;

    fn is_met(caller: &Caller) -> bool {
        match Self::PERMISSION {
            Some(permission) => caller.may(permission),
            None => caller.api_key_id().is_none() || Self::REQUIREMENT.is_some(),
        }
    }
}

/// Keys cannot do it, whatever their scopes are.
pub struct PeopleOnly;

impl Need for PeopleOnly {
    const REQUIREMENT: Option<&'static str> = None;
    const PERMISSION: Option<Permission> = None;
}

/// Every key can do it.
pub struct AnyKey;

impl Need for AnyKey {
    const REQUIREMENT: Option<&'static str> = Some("oauth2");
    const PERMISSION: Option<Permission> = None;
}

/// poem knows scopes only as attributes beside the extractor, where they could be forgotten. So a scheme's name has them
/// behind it, and the document's finishing pass puts them where they belong.
macro_rules! needs {
    ($($name:ident, $scope:literal;)*) => {$(
        pub struct $name;

        impl Need for $name {
            const REQUIREMENT: Option<&'static str> = Some(concat!("oauth2 ", $scope));
            const PERMISSION: Option<Permission> = Some(Permission::$name);
        }
    )*

        #[cfg(test)]
        const NAMED: &[(Permission, &str)] = &[$((Permission::$name, $scope)),*];
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
    assert_eq!(NAMED, Permission::ALL.map(|permission| (permission, permission.name())));
}
