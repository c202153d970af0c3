//! Bodies of single sign-on, and their conversions. Types with secrets do not implement `Debug`.

use chrono::DateTime;
use domain::single_sign_on::{Begun, Identity, Response, Taken, Target};
use openid::{AuthorizationRequest, AuthorizationResponse, Client, Expected, Redemption};
use poem_openapi::Object;
use poem_openapi::types::{Example, Password};
use secrecy::ExposeSecret as _;
use uuid::Uuid;

use crate::examples::{ISSUER, SIGN_IN_TOKEN};
use crate::problem::Problem;
use crate::routes::accounts::{EMAIL, organization};

/// Who wants to sign in. Either `email` or `organization_id`.
#[derive(Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct BeginSingleSignOnRequest {
    /// The identity provider gets it as a hint.
    #[oai(validator(min_length = 3, max_length = 254))]
    pub email: Option<String>,
    organization_id: Option<Uuid>,
    /// Where your front end takes the provider's answer: one of the identity provider's `redirect_uris`. If absent, it is the page
    /// `/account/single-sign-on`, which shows the answer for copying.
    #[oai(validator(min_length = 1, max_length = 2048))]
    pub redirect_uri: Option<String>,
    /// Whether the person has to prove anew who they are, for operations that need a fresh sign-in.
    pub fresh: Option<bool>,
}

/// A sign-in that has begun.
#[derive(Object)]
#[oai(example)]
pub struct SingleSignOnBegun {
    /// The address that the person's browser opens.
    authorization_url: String,
    /// Completes the sign-in. Keep it where the sign-in began.
    sign_in_token: String,
    /// How long the sign-in can be completed, in seconds.
    #[oai(validator(minimum(value = "0")))]
    expires_in: i64,
}

/// The answer of the identity provider.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct CompleteSingleSignOnRequest {
    #[oai(validator(min_length = 1, max_length = 512))]
    pub sign_in_token: Password,
    /// What the provider appended to the redirect URI, after its question mark: `code=…&state=…`.
    #[oai(validator(min_length = 1, max_length = 8192))]
    pub response: Password,
}

impl BeginSingleSignOnRequest {
    /// # Errors
    /// 422 unless the request has one of the two.
    pub fn target(&self) -> Result<Target, Problem> {
        match (&self.email, organization(self.organization_id)) {
            (Some(email), None) => Ok(Target::Email(email.clone())),
            (None, Some(organization)) => Ok(Target::Organization(organization)),
            _ => Err(Problem::invalid_field(
                "/email",
                "is required, unless there is an organization_id; not both",
            )),
        }
    }
}

impl SingleSignOnBegun {
    pub fn new(begun: Begun, authorization_url: String) -> Self {
        let sign_in_token = begun.token.expose_secret().to_owned();
        Self { authorization_url, sign_in_token, expires_in: begun.expires_in }
    }
}

/// The request that the person's browser takes to the provider.
pub fn authorization_request<'a>(
    begun: &'a Begun,
    login_hint: Option<&'a str>,
    is_fresh: bool,
) -> AuthorizationRequest<'a> {
    AuthorizationRequest {
        issuer: &begun.issuer,
        client_id: &begun.client_id,
        redirect_uri: &begun.parameters.redirect_uri,
        state: &begun.parameters.state,
        nonce: &begun.parameters.nonce,
        code_verifier: &begun.parameters.code_verifier,
        login_hint,
        is_fresh,
    }
}

pub fn response(text: &str) -> Response {
    let AuthorizationResponse { state, code, issuer, error } = AuthorizationResponse::read(text);
    Response { state, code: code.map(Into::into), issuer, is_error: error.is_some() }
}

/// The exchange of the code of a sign-in.
pub fn redemption(taken: &Taken) -> Redemption<'_> {
    Redemption {
        client: Client { issuer: &taken.issuer, id: &taken.client_id, secret: &taken.client_secret },
        redirect_uri: &taken.parameters.redirect_uri,
        code: taken.code.expose_secret(),
        code_verifier: &taken.parameters.code_verifier,
        expected: Expected {
            issuer: &taken.issuer,
            client_id: &taken.client_id,
            nonce: &taken.parameters.nonce,
            now: taken.now,
            authenticated_since: taken.authenticated_since,
        },
    }
}

pub fn identity(person: openid::Identity) -> Identity {
    Identity {
        subject: person.subject,
        verified_email: person.verified_email,
        name: person.name,
        authenticated_at: person.authenticated_at.and_then(|at| DateTime::from_timestamp(at, 0)),
    }
}

impl Example for BeginSingleSignOnRequest {
    fn example() -> Self {
        Self { email: Some(EMAIL.to_owned()), organization_id: None, redirect_uri: None, fresh: None }
    }
}

impl Example for SingleSignOnBegun {
    fn example() -> Self {
        Self {
            authorization_url: format!("{ISSUER}/authorize?response_type=code&client_id=postwright"),
            sign_in_token: SIGN_IN_TOKEN.to_owned(),
            expires_in: 600,
        }
    }
}

impl Example for CompleteSingleSignOnRequest {
    fn example() -> Self {
        let response = "code=for-the-document-only&state=for-the-document-only".to_owned();
        Self { sign_in_token: Password(SIGN_IN_TOKEN.to_owned()), response: Password(response) }
    }
}
