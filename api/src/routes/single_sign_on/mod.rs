//! Sign-in at the identity provider of an organization, with OpenID Connect.

mod errors;
mod models;

use domain::Db;
use domain::single_sign_on::{self, Identity, Taken};
use openid::RelyingParty;
use poem::Request;
use poem::http::StatusCode;
use poem::web::Data;
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use self::errors::problem_of;
pub use self::models::CompleteSingleSignOnRequest;
use self::models::{
    BeginSingleSignOnRequest, SingleSignOnBegun, authorization_request, identity, redemption, response,
};
use super::accounts::Tokens;
use super::client_address::client_address;
use super::device::device;
use super::tags::Tag;
use crate::network_limits::SingleSignOnLimits;
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::settings::Settings;

/// Where a sign-in ends, unless the request names another address.
const ACCOUNT_PAGE: &str = "/account/single-sign-on";

pub struct SingleSignOn;

#[OpenApi(tag = "Tag::Accounts")]
impl SingleSignOn {
    /// Begin single sign-on
    ///
    /// Takes the id of an organization, or an e-mail address in a domain that it has verified. Returns the address at the
    /// identity provider that the person's browser opens, and a `sign_in_token` that stays with the client: it completes the
    /// sign-in within ten minutes, once. 404 `no_single_sign_on` when no organization with single sign-on is found; whether the
    /// e-mail address has an account plays no role. 502 and 504 when the provider is not available. 429 when the client or the
    /// organization begins too many sign-ins.
    #[oai(path = "/v1/auth/single-sign-on", method = "post", operation_id = "begin_single_sign_on")]
    async fn begin_single_sign_on(
        &self,
        Data(db): Data<&Db>,
        Data(settings): Data<&Settings>,
        Data(limits): Data<&SingleSignOnLimits>,
        Data(openid): Data<&RelyingParty>,
        request: &Request,
        body: Valid<BeginSingleSignOnRequest>,
    ) -> Result<Json<SingleSignOnBegun>, Errors<404, 429, 502, 504>> {
        limits.count(client_address(request))?;
        let account_page = account_page(settings)?;
        let body = body.0;
        let (target, is_fresh) = (body.target()?, body.fresh.unwrap_or_default());
        let begun =
            single_sign_on::begin(db, &target, body.redirect_uri.clone(), account_page, is_fresh).await?;
        let request = authorization_request(&begun, body.email.as_deref(), is_fresh);
        let url = openid.authorization_url(&request).await.map_err(|error| problem_of(&error))?;
        Ok(Json(SingleSignOnBegun::new(begun, url)))
    }

    /// Complete single sign-on
    ///
    /// Takes the `sign_in_token` and what the identity provider appended to the redirect URI. Returns tokens, as
    /// signing in does. The first sign-in links the person at the provider with the account of their e-mail address,
    /// which the provider must have verified and which must be in a domain of the organization. A person who is not a
    /// member becomes one by an invitation, or if `just_in_time` is on.
    ///
    /// 409 `sign_in_ended` when the sign-in was completed, has expired, or did not begin with this token: begin again. 403
    /// `email_not_verified`, `domain_not_verified`, `not_a_member`, `member_removed`, `identity_differs`,
    /// `identity_provider_refused` or `sign_up_closed` when the person may not sign in. 502 `identity_provider_unavailable`,
    /// `identity_provider_unusable`, `identity_provider_client_refused` or `id_token_refused`, and 504
    /// `identity_provider_timeout`, when the provider fails.
    #[oai(
        path = "/v1/auth/single-sign-on/complete",
        method = "post",
        operation_id = "complete_single_sign_on"
    )]
    async fn complete_single_sign_on(
        &self,
        Data(db): Data<&Db>,
        Data(openid): Data<&RelyingParty>,
        request: &Request,
        body: Valid<CompleteSingleSignOnRequest>,
    ) -> Result<Json<Tokens>, Errors<403, 409, 502, 504>> {
        let (taken, identity) = redeem(db, openid, body.0).await?;
        let tokens = single_sign_on::sign_in(db, &taken, identity, &device(request)).await?;
        Ok(Json(tokens.into()))
    }
}

/// Uses the sign-in up, and asks the identity provider who the person is.
///
/// # Errors
/// 409 `sign_in_ended`; those of the provider.
pub async fn redeem(
    db: &Db,
    openid: &RelyingParty,
    body: CompleteSingleSignOnRequest,
) -> Result<(Taken, Identity), Problem> {
    let CompleteSingleSignOnRequest { sign_in_token, response: text } = body;
    let taken = single_sign_on::take(db, sign_in_token.0.into(), response(&text.0)).await?;
    match openid.redeem(&redemption(&taken)).await {
        Ok(person) => Ok((taken, identity(person))),
        Err(error) => {
            let problem = problem_of(&error);
            single_sign_on::refused(db, &taken, &problem.code).await?;
            Err(problem)
        }
    }
}

/// # Errors
/// 503 when the operator has not said at which address the service is.
fn account_page(settings: &Settings) -> Result<String, Problem> {
    let missing = || {
        let detail = "The operator of the service has to set POSTWRIGHT_PUBLIC_URL for single sign-on.";
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, "public_url_missing", detail)
    };
    let url = settings.public_url.as_deref().ok_or_else(missing)?;
    Ok(format!("{}{ACCOUNT_PAGE}", url.trim_end_matches('/')))
}
