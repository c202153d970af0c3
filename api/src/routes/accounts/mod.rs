//! Sign up, sign in, sign out, and the caller's own account.

mod models;

use domain::{Db, accounts};
use poem::Request;
use poem::web::Data;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use self::models::{Me, RefreshRequest, SignInRequest, SignUpRequest, Tokens, organization};
use super::client_address::client_address;
use super::no_content::NoContent;
use super::tags::Tag;
use crate::caller::{AnyKey, Reader};
use crate::payload::Valid;
use crate::problem::{Errors, Problem};

pub struct Accounts;

#[OpenApi(tag = "Tag::Accounts")]
impl Accounts {
    /// Sign up
    ///
    /// Creates an account and an organization, with the person as its owner. 409 `email_taken` when the e-mail has an
    /// account already.
    #[oai(path = "/v1/auth/sign-up", method = "post", operation_id = "sign_up")]
    async fn sign_up(
        &self,
        Data(db): Data<&Db>,
        body: Valid<SignUpRequest>,
    ) -> Result<SignedUp, Errors<409, 429>> {
        let tokens = accounts::sign_up(db, body.0.into()).await?;
        Ok(SignedUp::Created(Json(tokens.into())))
    }

    /// Sign in
    ///
    /// Exchanges e-mail and password for tokens. An unknown e-mail gets the same response in the same time as a wrong
    /// password. An account with an authenticator app needs a `code` too: without one the response to the right password is
    /// 401 `second_factor_required`, with a wrong, old or used one 401 `wrong_code`. Failures throttle further attempts (429).
    #[oai(path = "/v1/auth/sign-in", method = "post", operation_id = "sign_in")]
    async fn sign_in(
        &self,
        Data(db): Data<&Db>,
        request: &Request,
        body: Valid<SignInRequest>,
    ) -> Result<Json<Tokens>, Errors<401, 403, 429>> {
        let tokens = accounts::sign_in(db, body.0.into_domain(client_address(request))).await?;
        Ok(Json(tokens.into()))
    }

    /// Refresh the tokens
    ///
    /// Exchanges a refresh token for a new access token and a new refresh token. A refresh token works once. Using it
    /// again before its successor was used returns new tokens; using it later ends the login.
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

    /// Sign out
    ///
    /// Ends this login: its access and refresh tokens stop working.
    #[oai(path = "/v1/auth/sign-out", method = "post", operation_id = "sign_out")]
    async fn sign_out(&self, reader: Reader) -> Result<NoContent, Problem> {
        accounts::sign_out(&reader.db, &reader.caller).await?;
        Ok(NoContent::NoContent)
    }

    /// Get the caller
    ///
    /// The person of the token, the organization it is for, and the person's other organizations.
    #[oai(path = "/v1/me", method = "get", operation_id = "read_me")]
    async fn read_me(&self, reader: Reader<AnyKey>) -> Result<Json<Me>, Problem> {
        Ok(Json(accounts::me(&reader.db, &reader.caller).await?.into()))
    }
}

#[derive(ApiResponse)]
enum SignedUp {
    /// The account and the organization were created.
    #[oai(status = 201)]
    Created(Json<Tokens>),
}
