//! Bodies of accounts. Types with secrets do not implement `Debug`.

use domain::accounts::{self, Device};
use entity::id::OrganizationId;
use poem_openapi::Object;
use poem_openapi::types::{Example, Password};
use secrecy::ExposeSecret;
use uuid::Uuid;

use crate::examples::{ACCESS_TOKEN, LINK_TOKEN, ORGANIZATION, REFRESH_TOKEN, TOTP_CODE};
use crate::types::Language;

/// The person of the examples.
pub const NAME: &str = "Amina Haddad";
pub const EMAIL: &str = "amina@papaya.example";
pub const PASSWORD: &str = "kettle-orbit-walnut-42";

/// A new person and their organization.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct SignUpRequest {
    #[oai(validator(min_length = 3, max_length = 254))]
    pub email: String,
    /// The language of the e-mail with the link. If absent, it is English.
    pub language: Option<Language>,
}

/// What the holder of the address chooses, and the token of the link that allows it.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct CompleteSignUpRequest {
    /// The token of the link.
    #[oai(validator(min_length = 1, max_length = 512))]
    token: Password,
    #[oai(validator(min_length = 1, max_length = 200))]
    organization_name: String,
    /// The name of the person.
    #[oai(validator(min_length = 1, max_length = 200))]
    name: String,
    /// The language of e-mails to the person. If absent, it is English.
    language: Option<Language>,
    /// At least 12 characters, and not easily guessed.
    #[oai(validator(min_length = 12, max_length = 256))]
    password: Password,
}

impl From<CompleteSignUpRequest> for accounts::SignUp {
    fn from(body: CompleteSignUpRequest) -> Self {
        let CompleteSignUpRequest { token, organization_name, name, language, password } = body;
        let (token, password) = (token.0.into(), password.0.into());
        Self { token, organization_name, name, language: language.map(Language::into), password }
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
    /// The organization to sign in to. If absent, it is the one that the person joined first and that is
    /// not suspended.
    organization_id: Option<Uuid>,
}

impl SignInRequest {
    /// Failures throttle further attempts from the device's address.
    pub fn into_domain(self, device: Device) -> accounts::SignIn {
        let Self { email, password, code, organization_id } = self;
        accounts::SignIn {
            email,
            password: password.0.into(),
            code: code.map(|code| code.0.into()),
            organization_id: organization(organization_id),
            device,
        }
    }
}

/// The password of the caller, and a code of their authenticator app.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct ReauthenticateRequest {
    #[oai(validator(min_length = 1, max_length = 256))]
    password: Password,
    /// A code of the authenticator app, or a recovery code. Needed if the account has an authenticator app.
    #[oai(validator(min_length = 6, max_length = 64))]
    code: Option<Password>,
}

impl ReauthenticateRequest {
    /// Failures throttle further attempts from the device's address.
    pub fn into_domain(self, device: Device) -> accounts::OwnProof {
        let Self { password, code } = self;
        accounts::OwnProof { password: password.0.into(), code: code.map(|code| code.0.into()), device }
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

impl Example for SignUpRequest {
    fn example() -> Self {
        Self { email: EMAIL.to_owned(), language: Some(Language::English) }
    }
}

impl Example for CompleteSignUpRequest {
    fn example() -> Self {
        Self {
            token: Password(LINK_TOKEN.to_owned()),
            organization_name: "Papaya Trading".to_owned(),
            name: NAME.to_owned(),
            language: Some(Language::English),
            password: Password(PASSWORD.to_owned()),
        }
    }
}

impl Example for SignInRequest {
    fn example() -> Self {
        let (email, password) = (EMAIL.to_owned(), Password(PASSWORD.to_owned()));
        let code = Some(Password(TOTP_CODE.to_owned()));
        Self { email, password, code, organization_id: Some(ORGANIZATION) }
    }
}

impl Example for ReauthenticateRequest {
    fn example() -> Self {
        Self { password: Password(PASSWORD.to_owned()), code: Some(Password(TOTP_CODE.to_owned())) }
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
