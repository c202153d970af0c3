//! Passwords: reset by e-mail, and change.

mod models;

use domain::{Db, accounts};
use poem::Request;
use poem::web::Data;
use poem_openapi::OpenApi;

use self::models::{ChangePasswordRequest, PasswordResetRequest, ResetPasswordRequest};
use super::client_address::client_address;
use super::device::device;
use super::link_requested::LinkRequested;
use super::no_content::NoContent;
use super::tags::Tag;
use crate::caller::Reader;
use crate::network_limits::EmailLimits;
use crate::payload::Valid;
use crate::problem::Errors;

pub struct Passwords;

#[OpenApi(tag = "Tag::Accounts")]
impl Passwords {
    /// Request a password reset
    ///
    /// Sends a link to the e-mail address; `reset_password` takes its token. An address without an account gets nothing,
    /// and the response is the same. The link is valid for an hour, and an address gets at most three an hour. 429 when the
    /// client has requested too many e-mails.
    #[oai(path = "/v1/auth/request-password-reset", method = "post", operation_id = "request_password_reset")]
    async fn request_password_reset(
        &self,
        Data(db): Data<&Db>,
        Data(limits): Data<&EmailLimits>,
        request: &Request,
        body: Valid<PasswordResetRequest>,
    ) -> Result<LinkRequested, Errors<429>> {
        limits.count(client_address(request))?;
        accounts::request_password_reset(db, &body.0.email).await?;
        Ok(LinkRequested::Accepted)
    }

    /// Reset a password
    ///
    /// Sets a new password with the token of the link, which works once. Ends all logins of the person, voids their other
    /// links, also one that would change the address, and sends them a notice. 409 `link_ended` when the link was used, has
    /// expired or was voided. 422 for a password that is too short or easily guessed; the token stays valid.
    #[oai(path = "/v1/auth/reset-password", method = "post", operation_id = "reset_password")]
    async fn reset_password(
        &self,
        Data(db): Data<&Db>,
        request: &Request,
        body: Valid<ResetPasswordRequest>,
    ) -> Result<NoContent, Errors<409, 429>> {
        let ResetPasswordRequest { token, password } = body.0;
        accounts::reset_password(db, token.0.into(), password.0.into(), &device(request)).await?;
        Ok(NoContent::NoContent)
    }

    /// Change the password
    ///
    /// Ends the person's other logins, voids their links, and sends them a notice. This login stays, but that of a browser ends
    /// too, and its person signs in again. An account with an authenticator app needs a `code` too. 403 `wrong_password`,
    /// `second_factor_required` or `wrong_code`; failures throttle further attempts (429). 409 `password_changed` when the
    /// password was changed meanwhile.
    #[oai(path = "/v1/me/password", method = "post", operation_id = "change_password")]
    async fn change_password(
        &self,
        reader: Reader,
        request: &Request,
        body: Valid<ChangePasswordRequest>,
    ) -> Result<NoContent, Errors<409>> {
        let (proof, new) = body.0.into_domain(device(request));
        accounts::change_password(&reader.db, &reader.caller, proof, new).await?;
        Ok(NoContent::NoContent)
    }
}
