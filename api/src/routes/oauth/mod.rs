//! OAuth 2.0 for programs: client credentials (RFC 6749, section 4.4), and the metadata by which libraries find the way.

mod credentials;
mod form;
mod models;

use domain::{Db, api_keys};
use poem::Request;
use poem::http::StatusCode;
use poem::web::Data;
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use self::credentials::Credentials;
use self::form::TokenForm;
use self::models::{AccessToken, AuthorizationServer, TokenRequest};
use super::{Tag, address_of};
use crate::problem::{OAuthProblem, Problem};
use crate::rate_limit::{RateLimitHeaders, RateLimits};
use crate::settings::Settings;

pub struct OAuth;

#[OpenApi(tag = "Tag::Keys")]
impl OAuth {
    /// Get an access token for an API key
    ///
    /// Client credentials (RFC 6749, section 4.4): `client_id` is the key's id, `client_secret` the key itself, in the
    /// form or with HTTP Basic authentication. The token is a JWT as people have them, with `client_id` and `scope`
    /// besides, and ends with the key. Errors are those of section 5.2. Wrong credentials slow down further tries (429).
    /// Without a token the key itself does as well: `Authorization: Bearer pw_live_…`.
    #[oai(path = "/v1/oauth/token", method = "post", operation_id = "issue_token")]
    async fn issue_token(
        &self,
        Data(db): Data<&Db>,
        Data(rates): Data<&RateLimits>,
        request: &Request,
        form: TokenForm<TokenRequest>,
    ) -> Result<Json<AccessToken>, OAuthProblem> {
        let form = form.fields;
        match form.get("grant_type").map(String::as_str) {
            Some("client_credentials") => {}
            Some(_) => return Err(refusal("unsupported_grant_type", "Only client_credentials.").into()),
            None => return Err(refusal("invalid_request", "grant_type is missing.").into()),
        }
        let Credentials { id, secret } = Credentials::of(request, &form)?;
        let scope = form.get("scope").map(String::as_str).filter(|scope| !scope.is_empty());
        let client = api_keys::Client { id, secret, address: address_of(request) };
        let token = api_keys::token(db, &client, scope).await.map_err(refused)?;
        rates.count(&token.caller, request.data::<RateLimitHeaders>())?;
        Ok(Json(token.into()))
    }

    /// Describe the authorization server
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
        let known = settings.public_url.as_deref();
        Ok(Json(AuthorizationServer::at(known.ok_or_else(|| Problem::of_status(StatusCode::NOT_FOUND))?)))
    }
}

/// An error of RFC 6749, section 5.2.
fn refusal(error: &'static str, detail: &'static str) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, error, detail)
}

fn refused(error: domain::Error) -> Problem {
    match error {
        domain::Error::Unauthenticated(_) => credentials::invalid(),
        domain::Error::Invalid(_) => refusal("invalid_scope", "scope must be some of the key's scopes."),
        other => other.into(),
    }
}
