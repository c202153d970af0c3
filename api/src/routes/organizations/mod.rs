//! The caller's organization and its settings.

mod models;
mod writing;

use domain::erasure::organizations as deletion;
use domain::organizations;
use poem::web::Data;
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use self::models::{Organization, OrganizationDeletion, UpdateOrganizationRequest};
use super::no_content::NoContent;
use super::tags::Tag;
use crate::caller::{Admin, OrganizationRead, OrganizationWrite, Reader};
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::settings::Settings;

pub struct Organizations;

#[OpenApi(tag = "Tag::Members")]
impl Organizations {
    /// Get the organization
    ///
    /// The organization of the token, with its requirements for job posts, and its deletion if one is requested.
    #[oai(path = "/v1/organization", method = "get", operation_id = "read_organization")]
    async fn read_organization(
        &self,
        reader: Reader<OrganizationRead>,
    ) -> Result<Json<Organization>, Problem> {
        let own = async |tx: &_| Ok((organizations::own(tx).await?, deletion::scheduled(tx).await?));
        Ok(Json(reader.transaction(own).await?.into()))
    }

    /// Update the organization
    ///
    /// Absent fields stay unchanged. New requirements for job posts apply to all sessions at once; a running turn still ends
    /// under the previous ones. Live and test mode share the settings, so an API key of test mode gets 403 `live_only`.
    ///
    /// Only an owner with a fresh sign-in changes `second_factor_required` (403 `owner_required`, `fresh_sign_in_required`),
    /// and requires a second factor only with one of their own (409 `no_second_factor`). From then on members without one can
    /// only add one: their other requests get 403 `second_factor_enrolment_required`.
    ///
    /// Only an owner with a fresh sign-in lowers `audit_retention_days` (403 `owner_required`, `fresh_sign_in_required`). Admins
    /// and API keys can only raise it.
    #[oai(path = "/v1/organization", method = "patch", operation_id = "update_organization")]
    async fn update_organization(
        &self,
        admin: Admin<OrganizationWrite>,
        body: Valid<UpdateOrganizationRequest>,
    ) -> Result<Json<Organization>, Errors<409>> {
        let change = body.0.into();
        let changed =
            async |tx: &_| Ok((organizations::update(tx, change).await?, deletion::scheduled(tx).await?));
        Ok(Json(admin.transaction(changed).await?.into()))
    }

    /// Request the deletion of the organization
    ///
    /// Owners only, with a fresh sign-in (403 `owner_required`, `fresh_sign_in_required`). Until `due_at`, seven days later by
    /// default, everything goes on as before and an owner can cancel. Then the organization is deleted for ever in live and
    /// test mode: members, keys, sessions, job posts, settings, webhooks and deliveries. Accounts that belong to no other
    /// organization are erased with it. Repeating the request does not move `due_at`.
    #[oai(
        path = "/v1/organization/deletion",
        method = "post",
        operation_id = "request_organization_deletion"
    )]
    async fn request_organization_deletion(
        &self,
        admin: Admin,
        Data(settings): Data<&Settings>,
    ) -> Result<Json<OrganizationDeletion>, Problem> {
        let delay = settings.organization_deletion_delay;
        let deletion = admin.transaction(async |tx| deletion::request(tx, delay).await).await?;
        Ok(Json(deletion.into()))
    }

    /// Cancel the deletion of the organization
    ///
    /// Owners only. 404 when no deletion is requested.
    #[oai(
        path = "/v1/organization/deletion",
        method = "delete",
        operation_id = "cancel_organization_deletion"
    )]
    async fn cancel_organization_deletion(&self, admin: Admin) -> Result<NoContent, Errors<404>> {
        admin.transaction(async |tx| deletion::cancel(tx).await).await?;
        Ok(NoContent::NoContent)
    }
}
