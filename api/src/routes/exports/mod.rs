//! Exports of all data of a person or an organization, as a download.

mod download;
mod limits;
mod models;

use domain::exports;
use poem::web::Data;
use poem_openapi::OpenApi;

use self::download::Download;
pub use self::limits::ExportLimits;
use super::tags::Tag;
use crate::caller::{Admin, Reader};
use crate::problem::Problem;

pub struct Exports;

#[OpenApi(tag = "Tag::Data")]
impl Exports {
    /// Export the caller's data
    ///
    /// The person's account, their memberships in all organizations, and their rows in the organization of this token, in
    /// live and test mode: logins, sessions, turns, messages, changes, job posts and API keys, without secrets. For the rows
    /// in another organization, refresh with its `organization_id` and export again. Needs a sign-in within the last 15
    /// minutes (403 `fresh_sign_in_required`). The document is read page by page: rows that change meanwhile may be in it or
    /// not. A person may export ten times an hour (429). A document that ends early is not valid JSON.
    #[oai(path = "/v1/me/export", method = "get", operation_id = "export_me")]
    async fn export_me(
        &self,
        reader: Reader,
        Data(limits): Data<&ExportLimits>,
    ) -> Result<Download, Problem> {
        let permit = limits.acquire(&reader.caller)?;
        Ok(Download::begin(exports::person(&reader.db, &reader.caller).await?, permit))
    }

    /// Export the organization's data
    ///
    /// Owners only. Everything that the organization has, in live and test mode, without secrets: its settings, members, API
    /// keys, sessions with turns, messages and changes, job posts, publications, webhooks and deliveries. Needs a sign-in
    /// within the last 15 minutes (403 `fresh_sign_in_required`). Limits and consistency are those of `GET /v1/me/export`.
    #[oai(path = "/v1/organization/export", method = "get", operation_id = "export_organization")]
    async fn export_organization(
        &self,
        admin: Admin,
        Data(limits): Data<&ExportLimits>,
    ) -> Result<Download, Problem> {
        let permit = limits.acquire(&admin.caller)?;
        Ok(Download::begin(exports::organization(&admin.db, &admin.caller).await?, permit))
    }
}
