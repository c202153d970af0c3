//! Bodies of identity providers. Types with secrets do not implement `Debug`.

use domain::single_sign_on;
use poem_openapi::types::{Example, Password};
use poem_openapi::{Enum, Object};

use crate::examples::{ISSUER, at};
use crate::problem::Problem;
use crate::types::{RoleName, Timestamp};

/// Longest address at which a front end takes the provider's answer, in bytes.
const LONGEST_URI: usize = 2_048;

/// Where members of the organization sign in.
#[derive(Debug, Object)]
#[oai(example)]
pub struct IdentityProvider {
    /// As in the provider's ID tokens.
    issuer: String,
    client_id: String,
    /// Addresses of your front end at which a sign-in may end, besides the page `/account/single-sign-on`.
    redirect_uris: Vec<String>,
    /// Whether people with an address in a verified domain become members at their first sign-in, without an invitation.
    just_in_time: bool,
    /// The role of members who join by `just_in_time`.
    default_role: RoleName,
    /// Whether members with an address in a verified domain, and members who have signed in at the provider, sign in there
    /// only. Owners may go on using a password.
    enforced: bool,
    created_at: Timestamp,
    updated_at: Timestamp,
}

/// A role that somebody may get without an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum DefaultRole {
    Member,
    Viewer,
}

/// The identity provider. It replaces the previous one.
#[derive(Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct PutIdentityProviderRequest {
    /// A public https URL, as in the provider's ID tokens. `/.well-known/openid-configuration` is appended.
    #[oai(validator(min_length = 1, max_length = 2048))]
    pub issuer: String,
    #[oai(validator(min_length = 1, max_length = 512))]
    client_id: String,
    /// Not shown again.
    #[oai(validator(min_length = 1, max_length = 4096))]
    client_secret: Option<Password>,
    /// Addresses of your front end at which a sign-in may end, besides the page `/account/single-sign-on`. The provider has to
    /// know them too.
    #[oai(validator(max_items = 10))]
    redirect_uris: Option<Vec<String>>,
    /// Whether people with an address in a verified domain become members at their first sign-in, without an invitation.
    just_in_time: Option<bool>,
    /// The role of members who join by `just_in_time`. If absent, it is `member`.
    default_role: Option<DefaultRole>,
    /// Whether members with an address in a verified domain, and members who have signed in at the provider, sign in there
    /// only. Owners may go on using a password.
    enforced: Option<bool>,
}

impl PutIdentityProviderRequest {
    /// # Errors
    /// 422 for an address that is neither https nor of this machine, has a fragment, or is too long.
    pub fn check_redirect_uris(&self) -> Result<(), Problem> {
        let is_usable = |uri: &String| {
            let schemes = ["https://", "http://127.0.0.1", "http://localhost", "http://[::1]"];
            uri.len() <= LONGEST_URI
                && schemes.iter().any(|scheme| uri.starts_with(scheme))
                && !uri.contains('#')
                && !uri.chars().any(|letter| letter.is_whitespace() || letter.is_control())
        };
        match self.redirect_uris.as_deref().unwrap_or_default().iter().all(is_usable) {
            true => Ok(()),
            false => {
                Err(Problem::invalid_field("/redirect_uris", "must be https URLs without a fragment (#…)"))
            }
        }
    }
}

impl From<single_sign_on::IdentityProvider> for IdentityProvider {
    fn from(provider: single_sign_on::IdentityProvider) -> Self {
        Self {
            issuer: provider.issuer,
            client_id: provider.client_id,
            redirect_uris: provider.redirect_uris,
            just_in_time: provider.just_in_time,
            default_role: provider.default_role.into(),
            enforced: provider.enforced,
            created_at: provider.created_at.into(),
            updated_at: provider.updated_at.into(),
        }
    }
}

impl From<PutIdentityProviderRequest> for single_sign_on::NewIdentityProvider {
    fn from(body: PutIdentityProviderRequest) -> Self {
        Self {
            issuer: body.issuer,
            client_id: body.client_id,
            client_secret: body.client_secret.map(|secret| secret.0.into()),
            redirect_uris: body.redirect_uris.unwrap_or_default(),
            just_in_time: body.just_in_time.unwrap_or_default(),
            default_role: match body.default_role {
                Some(DefaultRole::Viewer) => domain::Role::Viewer,
                Some(DefaultRole::Member) | None => domain::Role::Member,
            },
            enforced: body.enforced.unwrap_or_default(),
        }
    }
}

impl Example for IdentityProvider {
    fn example() -> Self {
        Self {
            issuer: ISSUER.to_owned(),
            client_id: "postwright".to_owned(),
            redirect_uris: Vec::new(),
            just_in_time: true,
            default_role: RoleName("member".into()),
            enforced: false,
            created_at: at(0),
            updated_at: at(0),
        }
    }
}

impl Example for PutIdentityProviderRequest {
    fn example() -> Self {
        Self {
            issuer: ISSUER.to_owned(),
            client_id: "postwright".to_owned(),
            client_secret: Some(Password("for-the-document-only-and-not-secret".to_owned())),
            redirect_uris: None,
            just_in_time: Some(true),
            default_role: Some(DefaultRole::Member),
            enforced: None,
        }
    }
}
