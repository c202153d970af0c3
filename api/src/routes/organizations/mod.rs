//! The caller's organization and its settings.

mod models;

use domain::organizations;
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use self::models::{Organization, UpdateOrganizationRequest};
use super::tags::Tag;
use crate::caller::{Admin, OrganizationRead, OrganizationWrite, Reader};
use crate::payload::Valid;
use crate::problem::Problem;

pub struct Organizations;

#[OpenApi(tag = "Tag::Members")]
impl Organizations {
    /// Get the organization
    ///
    /// The organization of the token, with its requirements for job posts.
    #[oai(path = "/v1/organization", method = "get", operation_id = "read_organization")]
    async fn read_organization(
        &self,
        reader: Reader<OrganizationRead>,
    ) -> Result<Json<Organization>, Problem> {
        let own = reader.transaction(async |tx| organizations::own(tx).await).await?;
        Ok(Json(own.into()))
    }

    /// Update the organization
    ///
    /// Absent fields stay unchanged. New requirements for job posts apply to all sessions at once; a running turn still ends
    /// under the previous ones. Live and test mode share the settings, so an API key of test mode gets 403 `live_only`.
    #[oai(path = "/v1/organization", method = "patch", operation_id = "update_organization")]
    async fn update_organization(
        &self,
        admin: Admin<OrganizationWrite>,
        body: Valid<UpdateOrganizationRequest>,
    ) -> Result<Json<Organization>, Problem> {
        let change = body.0.into();
        let own = admin.transaction(async |tx| organizations::update(tx, change).await).await?;
        Ok(Json(own.into()))
    }
}
