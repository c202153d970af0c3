//! Sign-in of a browser, whose cookie stands for the login: its page never has a token.

mod models;

use domain::accounts::{browser, sign_in_links};
use domain::{Db, single_sign_on};
use entity::id::OrganizationId;
use openid::RelyingParty;
use poem::Request;
use poem::web::Data;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use self::models::{BrowserLogin, OpenLinkRequest, SwitchOrganizationRequest};
use super::accounts::{ReauthenticateRequest, SignInRequest};
use super::device::device;
use super::single_sign_on::{CompleteSingleSignOnRequest, redeem};
use super::tags::Tag;
use crate::caller::{BrowserCookie, Enroller, Reader, cookie_of, require_same_origin};
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::settings::Settings;

pub struct Browsers;

#[OpenApi(tag = "Tag::Accounts")]
impl Browsers {
    /// Sign in with a browser
    ///
    /// As `sign_in`, but sets an HttpOnly cookie that stands for the login, for pages of this host: no script can read it,
    /// and any number of tabs share it. It ends after 12 hours without a request, and 14 days after the sign-in.
    /// If the browser has a valid login already, that login ends. Every operation below `/v1` takes the cookie instead of a
    /// token, except `issue_token` and `reauthenticate_login`. 403 `cross_site_request` unless the browser says that a page of
    /// this host sends the request.
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
        end_replaced(db, request, settings).await;
        Ok(SignedIn::of(login, settings))
    }

    /// Sign in with a link
    ///
    /// Uses the link that the all-in-one start prints, and sets the cookie as `sign_in_browser` does. The link works once, for
    /// an hour. 409 `link_ended` when it was used or has expired; 401 `second_factor_required` when the account has a second
    /// factor, which no link replaces.
    #[oai(path = "/v1/auth/browser/open-link", method = "post", operation_id = "open_sign_in_link")]
    async fn open_link(
        &self,
        Data(db): Data<&Db>,
        Data(settings): Data<&Settings>,
        request: &Request,
        body: Valid<OpenLinkRequest>,
    ) -> Result<SignedIn, Errors<401, 403, 409>> {
        require_same_origin(request, settings)?;
        let login = sign_in_links::open(db, body.0.token.0.into(), &device(request)).await?;
        end_replaced(db, request, settings).await;
        Ok(SignedIn::of(login, settings))
    }

    /// Complete single sign-on with a browser
    ///
    /// As `complete_single_sign_on`, but sets the cookie as `sign_in_browser` does.
    #[oai(
        path = "/v1/auth/browser/single-sign-on/complete",
        method = "post",
        operation_id = "complete_browser_single_sign_on"
    )]
    async fn complete_single_sign_on(
        &self,
        Data(db): Data<&Db>,
        Data(settings): Data<&Settings>,
        Data(openid): Data<&RelyingParty>,
        request: &Request,
        body: Valid<CompleteSingleSignOnRequest>,
    ) -> Result<SignedIn, Errors<403, 409, 502, 504>> {
        require_same_origin(request, settings)?;
        let (taken, identity) = redeem(db, openid, body.0).await?;
        let login = single_sign_on::sign_in_browser(db, &taken, identity, &device(request)).await?;
        end_replaced(db, request, settings).await;
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
    /// Ends this login and begins one in the other organization, which is as fresh as this one. Replaces the cookie. 403
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

/// Ends the login whose cookie the new one replaces: nobody could end it any more.
async fn end_replaced(db: &Db, request: &Request, settings: &Settings) {
    let Ok(Some(secret)) = cookie_of(request, settings) else { return };
    let Ok(caller) = db.authenticate_browser(secret).await else { return };
    if let Err(error) = browser::sign_out(db, &caller).await {
        tracing::warn!(%error, "the login of a replaced cookie goes on until it expires");
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
