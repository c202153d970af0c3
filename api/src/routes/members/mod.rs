//! Members of the organization and their roles.

mod models;

use domain::members;
use entity::id::UserId;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use self::models::{AddMemberRequest, Member, MemberPage, UpdateMemberRequest};
use super::no_content::NoContent;
use super::tags::Tag;
use crate::caller::{Admin, OrganizationRead, Reader};
use crate::idempotency::{IdempotencyKey, Replayable, find_stored, once};
use crate::pagination::PageParams;
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::types::Path;

pub struct Members;

#[OpenApi(tag = "Tag::Members")]
impl Members {
    /// List members
    ///
    /// All members of the organization. Every member may read the list.
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
    /// A person with an account joins with that account. Otherwise name and password create one. Only an owner adds
    /// owners. 409 `already_a_member` when the person is a member.
    #[oai(path = "/v1/members", method = "post", operation_id = "add_member")]
    async fn add_member(
        &self,
        admin: Admin,
        #[oai(name = "Idempotency-Key")] key: IdempotencyKey,
        body: Valid<AddMemberRequest>,
    ) -> Result<Replayable<Added>, Errors<409>> {
        let key = key.of("add_member");
        // Password hashing is slow, so it runs before the transaction; but only for a valid caller and a new request.
        if let Some(stored) = find_stored(&admin, key.as_ref()).await? {
            return Ok(stored);
        }
        let (newcomer, role) = members::prepare(&admin.db, body.0.into()).await?;
        let response = once(&admin, key, async |tx| {
            let member = members::add(tx, newcomer, role).await?;
            Ok((Added::Created(Json(member.into())), None))
        });
        Ok(response.await?)
    }

    /// Get a member
    ///
    /// A member's name, e-mail and role.
    #[oai(path = "/v1/members/:user_id", method = "get", operation_id = "read_member")]
    async fn read_member(
        &self,
        reader: Reader<OrganizationRead>,
        Path(user_id): Path<UserId>,
    ) -> Result<Json<Member>, Problem> {
        let member = reader.transaction(async |tx| members::find(tx, user_id).await).await?;
        Ok(Json(member.into()))
    }

    /// Change a member's role
    ///
    /// The member's access tokens stop working; a refresh issues new ones. Only an owner appoints owners or changes
    /// their role. 409 `last_owner` when no other owner would remain.
    #[oai(path = "/v1/members/:user_id", method = "patch", operation_id = "update_member")]
    async fn update_member(
        &self,
        admin: Admin,
        Path(user_id): Path<UserId>,
        body: Valid<UpdateMemberRequest>,
    ) -> Result<Json<Member>, Errors<409>> {
        let role = body.0.role.into();
        let member = admin.transaction(async |tx| members::change_role(tx, user_id, role).await).await?;
        Ok(Json(member.into()))
    }

    /// Remove a member
    ///
    /// The person's account remains; their tokens for this organization stop working. Only an owner removes owners.
    /// 409 `last_owner` when no other owner would remain.
    #[oai(path = "/v1/members/:user_id", method = "delete", operation_id = "remove_member")]
    async fn remove_member(
        &self,
        admin: Admin,
        Path(user_id): Path<UserId>,
    ) -> Result<NoContent, Errors<409>> {
        admin.transaction(async |tx| members::remove(tx, user_id).await).await?;
        Ok(NoContent::NoContent)
    }
}

#[derive(ApiResponse)]
enum Added {
    /// The person is a member now.
    #[oai(status = 201)]
    Created(Json<Member>),
}
