//! Sign-in of a browser, whose cookie stands for the login: its page never has a token.

mod models;

use domain::Db;
use domain::accounts::browser;
use entity::id::OrganizationId;
use poem::Request;
use poem::web::Data;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use self::models::{BrowserLogin, SwitchOrganizationRequest};
use super::accounts::{ReauthenticateRequest, SignInRequest};
use super::device::device;
use super::tags::Tag;
use crate::caller::{BrowserCookie, Enroller, Reader, require_same_origin};
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::settings::Settings;

pub struct Browsers;

#[OpenApi(tag = "Tag::Accounts")]
impl Browsers {
    /// Sign in with a browser
    ///
    /// As `sign_in`, but sets an HttpOnly cookie that stands for the login, for pages of this host: no script can read it,
    /// and any number of tabs share it. It ends after 12 hours without a request, and 14 days after the sign-in. Every
    /// operation below `/v1` takes it instead of a token, except `issue_token` and `reauthenticate_login`. 403 `cross_site_request` unless the browser
    /// says that a page of this host sends the request.
    #[oai(path = "/v1/auth/browser/sign-in", method = "post", operation_id = "sign_in_browser")]
    async fn sign_in(
        &self,
        Data(db): Data<&Db>,
        Data(settings): Data<&Settings>,
        request: &Request,
        body: Valid<SignInRequest>,
    ) -> Result<SignedIn, Errors<401, 403, 429>> {
        require_same_origin(request, settings)?;
        let login = browser::sign_in(db, body.0.into_domain(device(request))).await?;
        Ok(SignedIn::of(login, settings))
    }

    /// Sign in again with a browser
    ///
    /// Replaces this login by a fresh one, and the cookie with it. For 15 minutes the new login is accepted where a fresh
    /// sign-in is needed. 403 `wrong_password`, `second_factor_required` or `wrong_code`, and `another_kind_of_login` with a
    /// token.
    #[oai(path = "/v1/auth/browser/reauthenticate", method = "post", operation_id = "reauthenticate_browser")]
    async fn reauthenticate(
        &self,
        reader: Reader,
        Data(settings): Data<&Settings>,
        request: &Request,
        body: Valid<ReauthenticateRequest>,
    ) -> Result<SignedIn, Problem> {
        require_same_origin(request, settings)?;
        let proof = body.0.into_domain(device(request));
        let login = browser::reauthenticate(&reader.db, &reader.caller, proof).await?;
        Ok(SignedIn::of(login, settings))
    }

    /// Go on in another organization with a browser
    ///
    /// Ends this login and begins one in the other organization, which is no fresher. Replaces the cookie. 403
    /// `not_a_member`, `organization_suspended`, `single_sign_on_required` or `password_sign_in_required`, and
    /// `another_kind_of_login` with a token.
    #[oai(
        path = "/v1/auth/browser/switch-organization",
        method = "post",
        operation_id = "switch_browser_organization"
    )]
    async fn switch_organization(
        &self,
        reader: Enroller,
        Data(settings): Data<&Settings>,
        request: &Request,
        body: Valid<SwitchOrganizationRequest>,
    ) -> Result<SignedIn, Problem> {
        require_same_origin(request, settings)?;
        let to = OrganizationId(body.0.organization_id);
        let login = browser::switch_organization(&reader.db, &reader.caller, to).await?;
        Ok(SignedIn::of(login, settings))
    }

    /// Sign out of a browser
    ///
    /// Ends this login and removes the cookie. 403 `another_kind_of_login` with a token.
    #[oai(path = "/v1/auth/browser/sign-out", method = "post", operation_id = "sign_out_browser")]
    async fn sign_out(
        &self,
        reader: Enroller,
        Data(settings): Data<&Settings>,
    ) -> Result<SignedOut, Problem> {
        browser::sign_out(&reader.db, &reader.caller).await?;
        Ok(SignedOut::NoContent(BrowserCookie::of(settings).remove()))
    }
}

#[derive(ApiResponse)]
enum SignedIn {
    /// The login has begun.
    #[oai(status = 200)]
    Begun(
        Json<BrowserLogin>,
        /// The cookie that stands for the login.
        #[oai(header = "Set-Cookie")]
        String,
    ),
}

impl SignedIn {
    fn of(login: browser::BrowserLogin, settings: &Settings) -> Self {
        let cookie = BrowserCookie::of(settings).set(&login.secret);
        Self::Begun(Json(login.into()), cookie)
    }
}

#[derive(ApiResponse)]
enum SignedOut {
    /// The login has ended.
    #[oai(status = 204)]
    NoContent(
        /// Removes the cookie.
        #[oai(header = "Set-Cookie")]
        String,
    ),
}
