//! Sign up, sign in and sign out.

mod models;

use domain::{Db, accounts};
use poem::Request;
use poem::web::Data;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use self::models::{CompleteSignUpRequest, RefreshRequest, SignUpRequest};
pub use self::models::{EMAIL, NAME, PASSWORD, ReauthenticateRequest, SignInRequest, Tokens, organization};
use super::client_address::client_address;
use super::device::device;
use super::link_requested::LinkRequested;
use super::no_content::NoContent;
use super::tags::Tag;
use crate::caller::{Enroller, Reader};
use crate::network_limits::EmailLimits;
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::types::Language;

pub struct Accounts;

#[OpenApi(tag = "Tag::Accounts")]
impl Accounts {
    /// Sign up
    ///
    /// Sends a link to the e-mail address; `complete_sign_up` takes its token. Until then there is no account and no
    /// organization. An address that has an account gets a note about that instead, and the response is the same. The link
    /// is valid for a day, and an address gets at most three an hour. 403 `invitation_required` or `sign_up_closed` where
    /// not everybody may sign up. 429 when the client has requested too many e-mails.
    #[oai(path = "/v1/auth/sign-up", method = "post", operation_id = "sign_up")]
    async fn sign_up(
        &self,
        Data(db): Data<&Db>,
        Data(limits): Data<&EmailLimits>,
        request: &Request,
        body: Valid<SignUpRequest>,
    ) -> Result<LinkRequested, Errors<403, 429>> {
        limits.count(client_address(request))?;
        let SignUpRequest { email, language } = body.0;
        accounts::sign_up(db, &email, language.map(Language::into)).await?;
        Ok(LinkRequested::Accepted)
    }

    /// Complete a sign-up
    ///
    /// Creates the account with its password, and the organization with the person as its owner. Takes the token of the
    /// link, which works once; any of the links that the address got will do. 409 `link_ended` when the link was used or
    /// has expired, `email_taken` when the address got an account meanwhile. 422 for a password that is too short or
    /// easily guessed; the token stays valid.
    #[oai(path = "/v1/auth/complete-sign-up", method = "post", operation_id = "complete_sign_up")]
    async fn complete_sign_up(
        &self,
        Data(db): Data<&Db>,
        request: &Request,
        body: Valid<CompleteSignUpRequest>,
    ) -> Result<SignedUp, Errors<403, 409, 429>> {
        let tokens = accounts::complete_sign_up(db, body.0.into(), &device(request)).await?;
        Ok(SignedUp::Created(Json(tokens.into())))
    }

    /// Sign in
    ///
    /// Exchanges e-mail address and password for tokens. An unknown address gets the same response in the same time as a
    /// wrong password. An account with an authenticator app needs a `code` too: without one the response to the right password
    /// is 401 `second_factor_required`, with a wrong, old or used one 401 `wrong_code`. Failures throttle further attempts (429).
    #[oai(path = "/v1/auth/sign-in", method = "post", operation_id = "sign_in")]
    async fn sign_in(
        &self,
        Data(db): Data<&Db>,
        request: &Request,
        body: Valid<SignInRequest>,
    ) -> Result<Json<Tokens>, Errors<401, 403, 429>> {
        let tokens = accounts::sign_in(db, body.0.into_domain(device(request))).await?;
        Ok(Json(tokens.into()))
    }

    /// Refresh the tokens
    ///
    /// Exchanges a refresh token for a new access token and a new refresh token. A refresh token works once. Using it
    /// again before its successor was used returns new tokens; using it later ends the login. With the `organization_id` of
    /// another organization the login moves there; a token that is used again after that ends it there too.
    #[oai(path = "/v1/auth/refresh", method = "post", operation_id = "refresh_tokens")]
    async fn refresh_tokens(
        &self,
        Data(db): Data<&Db>,
        body: Valid<RefreshRequest>,
    ) -> Result<Json<Tokens>, Errors<401, 403>> {
        let RefreshRequest { refresh_token, organization_id } = body.0;
        let tokens = accounts::refresh(db, refresh_token.0.into(), organization(organization_id)).await?;
        Ok(Json(tokens.into()))
    }

    /// Sign in again
    ///
    /// Replaces this login by a new one in the same organization. For 15 minutes the new login is accepted where a fresh
    /// sign-in is needed. Returns its tokens; those of this login stop working. An account with an authenticator app
    /// needs a `code` too. 403 `wrong_password`, `second_factor_required` or `wrong_code`. Failures throttle further
    /// attempts (429), as in signing in.
    #[oai(path = "/v1/auth/reauthenticate", method = "post", operation_id = "reauthenticate_login")]
    async fn reauthenticate(
        &self,
        reader: Reader,
        request: &Request,
        body: Valid<ReauthenticateRequest>,
    ) -> Result<Json<Tokens>, Problem> {
        let proof = body.0.into_domain(device(request));
        Ok(Json(accounts::reauthenticate(&reader.db, &reader.caller, proof).await?.into()))
    }

    /// Sign out
    ///
    /// Ends this login: its access and refresh tokens stop working.
    #[oai(path = "/v1/auth/sign-out", method = "post", operation_id = "sign_out")]
    async fn sign_out(&self, reader: Enroller) -> Result<NoContent, Problem> {
        accounts::sign_out(&reader.db, &reader.caller).await?;
        Ok(NoContent::NoContent)
    }
}

#[derive(ApiResponse)]
enum SignedUp {
    /// The account and the organization were created.
    #[oai(status = 201)]
    Created(Json<Tokens>),
}
