//! OAuth 2.0 for programs: client credentials (RFC 6749, section 4.4) and server metadata (RFC 8414).

mod credentials;
mod errors;
mod form;
mod models;

use domain::{Db, api_keys};
use poem::Request;
use poem::http::StatusCode;
use poem::web::Data;
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use self::credentials::Credentials;
use self::errors::{bad_request, problem_of};
use self::form::TokenForm;
use self::models::{AccessToken, AuthorizationServer, TokenRequest};
use super::client_address::client_address;
use super::tags::Tag;
use crate::problem::{OAuthErrors, Problem};
use crate::rate_limit::{RateLimitHeaders, RateLimits};
use crate::settings::Settings;

pub struct OAuth;

#[OpenApi(tag = "Tag::Keys")]
impl OAuth {
    /// Issue an access token for an API key
    ///
    /// Client credentials (RFC 6749, section 4.4): `client_id` is the API key's id and `client_secret` the key itself, in the
    /// form or in HTTP Basic authentication. The access token is a JWT with the claims `client_id` and `scope`. It stops
    /// working with the key. Errors have the form of section 5.2: `unauthorized_client` while the organization is suspended.
    /// Wrong credentials throttle further attempts (429). An access token is optional: requests may send the key itself as
    /// `Authorization: Bearer pw_live_…`.
    #[oai(path = "/v1/oauth/token", method = "post", operation_id = "issue_token")]
    async fn issue_token(
        &self,
        Data(db): Data<&Db>,
        Data(limits): Data<&RateLimits>,
        request: &Request,
        form: TokenForm<TokenRequest>,
    ) -> Result<Json<AccessToken>, OAuthErrors<401, 429>> {
        let form = form.fields;
        match form.get("grant_type").map(String::as_str) {
            Some("client_credentials") => {}
            Some(_) => return Err(bad_request("unsupported_grant_type", "Only client_credentials.").into()),
            None => return Err(bad_request("invalid_request", "grant_type is missing.").into()),
        }
        let Credentials { id, secret } = Credentials::of(request, &form)?;
        let scope = form.get("scope").map(String::as_str).filter(|scope| !scope.is_empty());
        let client = api_keys::Client { id, secret, address: client_address(request) };
        let token = api_keys::token(db, &client, scope).await.map_err(problem_of)?;
        limits.count(&token.caller, request.data::<RateLimitHeaders>())?;
        Ok(Json(token.into()))
    }

    /// Get the authorization server's metadata
    ///
    /// For OAuth libraries (RFC 8414).
    #[oai(
        path = "/.well-known/oauth-authorization-server",
        method = "get",
        operation_id = "read_authorization_server"
    )]
    async fn read_authorization_server(
        &self,
        Data(settings): Data<&Settings>,
    ) -> Result<Json<AuthorizationServer>, Problem> {
        let base_url =
            settings.public_url.as_deref().ok_or_else(|| Problem::of_status(StatusCode::NOT_FOUND))?;
        Ok(Json(AuthorizationServer::at(base_url)))
    }
}
