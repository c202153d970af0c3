//! Signing up, in and out, and who one is.

mod models;

use domain::{Db, accounts};
use poem::Request;
use poem::web::Data;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use self::models::{Me, RefreshRequest, SignInRequest, SignUpRequest, Tokens, id};
use super::{NoContent, Tag, address_of};
use crate::caller::{AnyKey, Reader};
use crate::payload::Valid;
use crate::problem::Problem;

pub struct Accounts;

#[OpenApi(tag = "Tag::Accounts")]
impl Accounts {
    /// Sign up
    ///
    /// Creates an account and an organization of which it is the owner.
    #[oai(path = "/v1/auth/sign-up", method = "post", operation_id = "sign_up")]
    async fn sign_up(&self, Data(db): Data<&Db>, body: Valid<SignUpRequest>) -> Result<SignedUp, Problem> {
        let tokens = accounts::sign_up(db, body.0.into()).await?;
        Ok(SignedUp::Created(Json(tokens.into())))
    }

    /// Sign in
    ///
    /// The same answer in the same time, whether the e-mail is known or not. Failures slow down further tries (429).
    #[oai(path = "/v1/auth/sign-in", method = "post", operation_id = "sign_in")]
    async fn sign_in(
        &self,
        Data(db): Data<&Db>,
        request: &Request,
        body: Valid<SignInRequest>,
    ) -> Result<Json<Tokens>, Problem> {
        let tokens = accounts::sign_in(db, body.0.into_wish(address_of(request))).await?;
        Ok(Json(tokens.into()))
    }

    /// Exchange a refresh token for new tokens
    ///
    /// A refresh token works once; the answer has the next one. Using an old one again ends the login.
    #[oai(path = "/v1/auth/refresh", method = "post", operation_id = "refresh_tokens")]
    async fn refresh_tokens(
        &self,
        Data(db): Data<&Db>,
        body: Valid<RefreshRequest>,
    ) -> Result<Json<Tokens>, Problem> {
        let RefreshRequest { refresh_token, organization_id } = body.0;
        let tokens = accounts::refresh(db, refresh_token.0.into(), id(organization_id)).await?;
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

    /// Say who the caller is
    ///
    /// Whose token it is, for which organization, and to which others the person belongs.
    #[oai(path = "/v1/me", method = "get", operation_id = "read_me")]
    async fn read_me(&self, reader: Reader<AnyKey>) -> Result<Json<Me>, Problem> {
        Ok(Json(accounts::me(&reader.db, &reader.caller).await?.into()))
    }
}

#[derive(ApiResponse)]
enum SignedUp {
    /// The account and the organization exist now.
    #[oai(status = 201)]
    Created(Json<Tokens>),
}
