//! Who belongs to the organization, and as what.

mod models;

use domain::members;
use entity::id::UserId;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};
use uuid::Uuid;

use self::models::{AddMemberRequest, Member, MemberPage, UpdateMemberRequest};
use super::{NoContent, Tag};
use crate::caller::{Admin, OrganizationRead, Reader};
use crate::idempotency::{IdempotencyKey, Replayable, known, once};
use crate::pagination::PageParams;
use crate::payload::Valid;
use crate::problem::Problem;

pub struct Members;

#[OpenApi(tag = "Tag::Members")]
impl Members {
    /// List the members of the organization
    ///
    /// Everybody who belongs to it sees who else does.
    #[oai(path = "/v1/members", method = "get", operation_id = "list_members")]
    async fn list_members(
        &self,
        reader: Reader<OrganizationRead>,
        page: PageParams,
    ) -> Result<Json<MemberPage>, Problem> {
        let paged = reader.transaction(async |tx| members::list(tx, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Add a member
    ///
    /// Somebody who has an account joins with it; for anybody else name and password make one. Only an owner adds
    /// owners.
    #[oai(path = "/v1/members", method = "post", operation_id = "add_member")]
    async fn add_member(
        &self,
        admin: Admin,
        /// Your name for this request: sent again within 24 hours, it is not done again but answered alike.
        #[oai(name = "Idempotency-Key")]
        key: IdempotencyKey,
        body: Valid<AddMemberRequest>,
    ) -> Result<Replayable<Added>, Problem> {
        let key = key.of("add_member");
        // Hashing a password takes long, so it is done before the transaction; but not for a caller who is none, nor for
        // one who has been answered.
        if let Some(answered) = known(&admin, key.as_ref()).await? {
            return Ok(answered);
        }
        let (newcomer, role) = members::prepare(&admin.db, body.0.into()).await?;
        once(&admin, key, async |tx| {
            let member = members::add(tx, newcomer, role).await?;
            Ok((Added::Created(Json(member.into())), None))
        })
        .await
    }

    /// Get a member
    ///
    /// Who they are, and as what they belong to the organization.
    #[oai(path = "/v1/members/:user_id", method = "get", operation_id = "read_member")]
    async fn read_member(
        &self,
        reader: Reader<OrganizationRead>,
        #[oai(name = "user_id")] user_id: Path<Uuid>,
    ) -> Result<Json<Member>, Problem> {
        let member = reader.transaction(async |tx| members::find(tx, UserId(user_id.0)).await).await?;
        Ok(Json(member.into()))
    }

    /// Change a member's role
    ///
    /// Their access tokens stop working; a refresh gives new ones. The last owner stays owner.
    #[oai(path = "/v1/members/:user_id", method = "patch", operation_id = "update_member")]
    async fn update_member(
        &self,
        admin: Admin,
        #[oai(name = "user_id")] user_id: Path<Uuid>,
        body: Valid<UpdateMemberRequest>,
    ) -> Result<Json<Member>, Problem> {
        let member = admin
            .transaction(async |tx| members::change_role(tx, UserId(user_id.0), body.0.role.into()).await)
            .await?;
        Ok(Json(member.into()))
    }

    /// Remove a member
    ///
    /// Their account stays; their tokens for this organization stop working. The last owner stays.
    #[oai(path = "/v1/members/:user_id", method = "delete", operation_id = "remove_member")]
    async fn remove_member(
        &self,
        admin: Admin,
        #[oai(name = "user_id")] user_id: Path<Uuid>,
    ) -> Result<NoContent, Problem> {
        admin.transaction(async |tx| members::remove(tx, UserId(user_id.0)).await).await?;
        Ok(NoContent::NoContent)
    }
}

#[derive(ApiResponse)]
enum Added {
    /// The person belongs to the organization now.
    #[oai(status = 201)]
    Created(Json<Member>),
}
