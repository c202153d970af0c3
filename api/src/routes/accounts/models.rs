//! Bodies of accounts. Types with secrets do not implement `Debug`.

use std::net::IpAddr;

use domain::accounts;
use entity::id::OrganizationId;
use poem_openapi::Object;
use poem_openapi::types::{Example, Password};
use secrecy::ExposeSecret;
use uuid::Uuid;

use crate::examples::{ACCESS_TOKEN, ORGANIZATION, REFRESH_TOKEN, TOTP_CODE, USER};
use crate::types::{RoleName, Scope};

/// A new person and their organization.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct SignUpRequest {
    #[oai(validator(min_length = 1, max_length = 200))]
    organization_name: String,
    #[oai(validator(min_length = 1, max_length = 200))]
    name: String,
    #[oai(validator(min_length = 3, max_length = 254))]
    email: String,
    /// At least 12 characters, and not easily guessed.
    #[oai(validator(min_length = 12, max_length = 256))]
    password: Password,
}

impl From<SignUpRequest> for accounts::SignUp {
    fn from(body: SignUpRequest) -> Self {
        let SignUpRequest { organization_name, name, email, password } = body;
        Self { organization_name, name, email, password: password.0.into() }
    }
}

/// The credentials of a person.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct SignInRequest {
    #[oai(validator(min_length = 1, max_length = 254))]
    email: String,
    #[oai(validator(min_length = 1, max_length = 256))]
    password: Password,
    /// A code of the authenticator app, or a recovery code. Needed if the account has an authenticator app.
    #[oai(validator(min_length = 6, max_length = 64))]
    code: Option<Password>,
    /// The organization to sign in to. If absent, it is the one that the person joined first.
    organization_id: Option<Uuid>,
}

impl SignInRequest {
    /// `address` is the client's; failures throttle further attempts from it.
    pub fn into_domain(self, address: Option<IpAddr>) -> accounts::SignIn {
        let Self { email, password, code, organization_id } = self;
        accounts::SignIn {
            email,
            password: password.0.into(),
            code: code.map(|code| code.0.into()),
            organization_id: organization(organization_id),
            address,
        }
    }
}

/// The refresh token of a sign-in or of the last refresh.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct RefreshRequest {
    #[oai(validator(min_length = 1, max_length = 512))]
    pub refresh_token: Password,
    /// Another organization of the person. If absent, it is the same as before.
    pub organization_id: Option<Uuid>,
}

pub fn organization(organization_id: Option<Uuid>) -> Option<OrganizationId> {
    organization_id.map(OrganizationId)
}

/// An access token and the refresh token for the next one.
#[derive(Object)]
#[oai(example)]
pub struct Tokens {
    /// A JWT for `Authorization: Bearer …`.
    access_token: String,
    /// Always `Bearer`.
    token_type: String,
    /// Lifetime of the access token in seconds.
    #[oai(validator(minimum(value = "0")))]
    expires_in: i64,
    /// It can be used once.
    refresh_token: String,
    /// The organization of the tokens.
    organization_id: Uuid,
}

impl From<accounts::Tokens> for Tokens {
    fn from(tokens: accounts::Tokens) -> Self {
        Self {
            access_token: tokens.access_token.expose_secret().to_owned(),
            token_type: "Bearer".to_owned(),
            expires_in: tokens.expires_in,
            refresh_token: tokens.refresh_token.expose_secret().to_owned(),
            organization_id: tokens.organization_id.0,
        }
    }
}

/// The caller, the organization of the token, and the caller's memberships. `user_id`, `name` and `email` are absent for an
/// API key that acts for no member.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct Me {
    user_id: Option<Uuid>,
    name: Option<String>,
    email: Option<String>,
    /// The organization of the access token.
    organization_id: Uuid,
    /// The caller's role there. An API key that acts for no member has the rights of an admin, within its scopes.
    role: RoleName,
    /// `false` in test mode.
    livemode: bool,
    /// The API key of the request, if any.
    api_key_id: Option<Uuid>,
    /// The scopes of the key or of its access token.
    scopes: Option<Vec<Scope>>,
    /// All organizations of the person. For an API key only its own.
    organizations: Vec<Membership>,
}

/// An organization of a person, and their role there.
#[derive(Debug, Object)]
#[oai(example)]
pub struct Membership {
    id: Uuid,
    name: String,
    role: RoleName,
}

impl From<accounts::Me> for Me {
    fn from(me: accounts::Me) -> Self {
        let (user_id, name, email) = match me.account {
            Some(account) => (Some(account.user_id.0), Some(account.name), Some(account.email)),
            None => (None, None, None),
        };
        Self {
            user_id,
            name,
            email,
            organization_id: me.organization_id.0,
            role: me.role.into(),
            livemode: me.livemode,
            api_key_id: me.api_key.map(|(id, _)| id.0),
            scopes: me.api_key.map(|(_, scopes)| scopes.iter().map(Scope::from).collect()),
            organizations: me.organizations.into_iter().map(Membership::from).collect(),
        }
    }
}

impl From<accounts::Membership> for Membership {
    fn from(membership: accounts::Membership) -> Self {
        Self {
            id: membership.organization_id.0,
            name: membership.organization_name,
            role: membership.role.into(),
        }
    }
}

impl Example for SignUpRequest {
    fn example() -> Self {
        Self {
            organization_name: "Papaya Trading".to_owned(),
            name: "Amina Haddad".to_owned(),
            email: "amina@papaya.example".to_owned(),
            password: Password("kettle-orbit-walnut-42".to_owned()),
        }
    }
}

impl Example for SignInRequest {
    fn example() -> Self {
        let SignUpRequest { email, password, .. } = SignUpRequest::example();
        let code = Some(Password(TOTP_CODE.to_owned()));
        Self { email, password, code, organization_id: Some(ORGANIZATION) }
    }
}

impl Example for RefreshRequest {
    fn example() -> Self {
        Self { refresh_token: Password(REFRESH_TOKEN.to_owned()), organization_id: Some(ORGANIZATION) }
    }
}

impl Example for Tokens {
    fn example() -> Self {
        Self {
            access_token: ACCESS_TOKEN.to_owned(),
            token_type: "Bearer".to_owned(),
            expires_in: 900,
            refresh_token: REFRESH_TOKEN.to_owned(),
            organization_id: ORGANIZATION,
        }
    }
}

impl Example for Me {
    fn example() -> Self {
        let SignUpRequest { name, email, .. } = SignUpRequest::example();
        let organizations = vec![Membership::example()];
        Self {
            user_id: Some(USER),
            name: Some(name),
            email: Some(email),
            organization_id: ORGANIZATION,
            role: RoleName("owner".into()),
            livemode: true,
            api_key_id: None,
            scopes: None,
            organizations,
        }
    }
}

impl Example for Membership {
    fn example() -> Self {
        Self { id: ORGANIZATION, name: "Papaya Trading".to_owned(), role: RoleName("owner".into()) }
    }
}
