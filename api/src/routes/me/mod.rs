//! The caller's own account.

mod models;

use domain::{Db, accounts, api_keys, erasure};
use poem::Request;
use poem::web::Data;
use poem_openapi::OpenApi;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;

use self::models::{ChangeEmailRequest, ConfirmEmailRequest, Me, UpdateMeRequest};
use super::device::device;
use super::link_requested::LinkRequested;
use super::members::KeysOfCreator;
use super::no_content::NoContent;
use super::tags::Tag;
use crate::caller::{AnyKey, Enroller, Reader};
use crate::payload::Valid;
use crate::problem::{Errors, Problem};

pub struct OwnAccount;

#[OpenApi(tag = "Tag::Accounts")]
impl OwnAccount {
    /// Get the caller
    ///
    /// The person of the token, the organization that it is for, and all organizations of the person.
    #[oai(path = "/v1/me", method = "get", operation_id = "read_me")]
    async fn read_me(&self, reader: Enroller<AnyKey>) -> Result<Json<Me>, Problem> {
        Ok(Json(accounts::me(&reader.db, &reader.caller).await?.into()))
    }

    /// Change one's name or language
    ///
    /// Absent fields stay unchanged. The language is that of e-mails to the person. Only people can do this, not API
    /// keys.
    #[oai(path = "/v1/me", method = "patch", operation_id = "update_me")]
    async fn update_me(&self, reader: Reader, body: Valid<UpdateMeRequest>) -> Result<Json<Me>, Problem> {
        Ok(Json(accounts::update_me(&reader.db, &reader.caller, body.0.into()).await?.into()))
    }

    /// Delete one's account
    ///
    /// Deletes the person's account for ever. Needs a fresh sign-in (403 `fresh_sign_in_required`). The person leaves all
    /// organizations, and all logins end. Sessions that the person began or wrote in are deleted, and forks of
    /// them. Job posts stay with their organization. 409 `last_owner` names the organizations that would have no owner. 409
    /// `owns_api_keys` when the person created API keys that are active: `api_keys` of the problem names them. Repeat the
    /// request with a choice in the parameter `api_keys`. After a 503 the deletion goes on, and ends within minutes.
    #[oai(path = "/v1/me", method = "delete", operation_id = "delete_me")]
    async fn delete_me(
        &self,
        reader: Reader,
        /// What happens to the active API keys that the person created.
        #[oai(name = "api_keys")]
        api_keys: Query<Option<KeysOfCreator>>,
    ) -> Result<NoContent, Errors<409>> {
        let keys = api_keys.0.map(api_keys::KeysOfCreator::from);
        erasure::erase_own(&reader.db, &reader.caller, keys).await?;
        Ok(NoContent::NoContent)
    }

    /// Request a change of one's e-mail address
    ///
    /// Sends a link to the new address, whose token `confirm_email` takes, and a note to the old one. The address changes
    /// when it is confirmed. A new address that has an account gets a note instead, and the response is the same. The link
    /// is valid for a day, and an address gets at most three an hour. Needs a fresh sign-in (403 `fresh_sign_in_required`). 403
    /// `wrong_password` when the password is wrong; failures throttle further attempts (429). A person requests at most ten
    /// changes an hour (429).
    #[oai(path = "/v1/me/email", method = "post", operation_id = "request_email_change")]
    async fn request_email_change(
        &self,
        reader: Reader,
        request: &Request,
        body: Valid<ChangeEmailRequest>,
    ) -> Result<LinkRequested, Problem> {
        let ChangeEmailRequest { email, current_password } = body.0;
        let (password, device) = (current_password.0.into(), device(request));
        accounts::request_email_change(&reader.db, &reader.caller, &email, password, &device).await?;
        Ok(LinkRequested::Accepted)
    }

    /// Confirm an e-mail address
    ///
    /// Gives the account its new address with the token of the link, which works once. Voids password reset links that
    /// were sent to the old address, and sends a notice to both addresses. 409 `link_ended` when the link was used, has
    /// expired or was voided, `email_taken` when the address got another account meanwhile.
    #[oai(path = "/v1/auth/confirm-email", method = "post", operation_id = "confirm_email")]
    async fn confirm_email(
        &self,
        Data(db): Data<&Db>,
        body: Valid<ConfirmEmailRequest>,
    ) -> Result<NoContent, Errors<409>> {
        accounts::confirm_email(db, body.0.token.0.into()).await?;
        Ok(NoContent::NoContent)
    }
}
