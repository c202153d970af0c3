//! The caller's logins.

mod models;

use domain::accounts::logins;
use entity::id::LoginId;
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use self::models::LoginPage;
use super::no_content::NoContent;
use super::tags::Tag;
use crate::caller::Reader;
use crate::pagination::PageParams;
use crate::problem::Problem;
use crate::types::Path;

pub struct Logins;

#[OpenApi(tag = "Tag::Accounts")]
impl Logins {
    /// List one's logins
    ///
    /// The caller's valid logins in all of their organizations, newest first. A login ends with a sign-out, or 30 days
    /// after the sign-in; in a browser it ends after 14 days, or 12 hours without a request.
    #[oai(path = "/v1/me/logins", method = "get", operation_id = "list_logins")]
    async fn list_logins(&self, reader: Reader, page: PageParams) -> Result<Json<LoginPage>, Problem> {
        Ok(Json(logins::list(&reader.db, &reader.caller, &page.0).await?.into()))
    }

    /// Sign out everywhere
    ///
    /// Ends all of the caller's logins in all of their organizations, this one too. Needs a fresh sign-in (403
    /// `fresh_sign_in_required`); `sign_out` ends this login without one.
    #[oai(path = "/v1/me/logins", method = "delete", operation_id = "end_all_logins")]
    async fn end_all_logins(&self, reader: Reader) -> Result<NoContent, Problem> {
        logins::end_all(&reader.db, &reader.caller).await?;
        Ok(NoContent::NoContent)
    }

    /// End one login
    ///
    /// Its access and refresh tokens stop working. Needs a fresh sign-in (403 `fresh_sign_in_required`); `sign_out` ends this
    /// login without one.
    #[oai(path = "/v1/me/logins/:login_id", method = "delete", operation_id = "end_login")]
    async fn end_login(&self, reader: Reader, Path(login_id): Path<LoginId>) -> Result<NoContent, Problem> {
        logins::end(&reader.db, &reader.caller, login_id).await?;
        Ok(NoContent::NoContent)
    }
}
