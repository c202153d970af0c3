//! Members of the organization and their roles.

mod models;

use domain::{api_keys, members};
use entity::id::UserId;
use poem_openapi::OpenApi;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;

pub use self::models::KeysOfCreator;
use self::models::{Member, MemberPage, TransferOwnershipRequest, UpdateMemberRequest};
use super::no_content::NoContent;
use super::tags::Tag;
use crate::caller::{Admin, MembersRead, Reader};
use crate::pagination::PageParams;
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::types::Path;

pub struct Members;

#[OpenApi(tag = "Tag::Members")]
impl Members {
    /// List members
    ///
    /// All members of the organization. Every member may read the list. Members join by
    /// invitation, or through the organization's identity provider.
    #[oai(path = "/v1/members", method = "get", operation_id = "list_members")]
    async fn list_members(
        &self,
        reader: Reader<MembersRead>,
        page: PageParams,
    ) -> Result<Json<MemberPage>, Problem> {
        let paged = reader.transaction(async |tx| members::list(tx, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Get a member
    ///
    /// A member's name, e-mail address and role.
    #[oai(path = "/v1/members/:user_id", method = "get", operation_id = "read_member")]
    async fn read_member(
        &self,
        reader: Reader<MembersRead>,
        Path(user_id): Path<UserId>,
    ) -> Result<Json<Member>, Problem> {
        let member = reader.transaction(async |tx| members::find(tx, user_id).await).await?;
        Ok(Json(member.into()))
    }

    /// Change a member's role
    ///
    /// The member's access tokens stop working; a refresh issues new ones. Only an owner appoints owners or changes
    /// their role (403 `owner_required`). Making somebody an admin or owner, and changing the role of one, needs a fresh sign-in
    /// (403 `fresh_sign_in_required`). API keys that the member created go on working; `api_keys=revoke` revokes them if the member ceases to be
    /// an admin. 409 `last_owner` when no other owner would remain.
    #[oai(path = "/v1/members/:user_id", method = "patch", operation_id = "update_member")]
    async fn update_member(
        &self,
        admin: Admin,
        Path(user_id): Path<UserId>,
        /// What happens to the active API keys that the member created, if they cease to be an admin.
        #[oai(name = "api_keys")]
        api_keys: Query<Option<KeysOfCreator>>,
        body: Valid<UpdateMemberRequest>,
    ) -> Result<Json<Member>, Errors<409>> {
        let (role, keys) = (body.0.role.into(), choice(api_keys));
        let change = admin.transaction(async |tx| members::change_role(tx, user_id, role, keys).await);
        let member = change.await?;
        Ok(Json(member.into()))
    }

    /// Remove a member
    ///
    /// The person's account remains; their tokens for this organization stop working. Their sessions stay, and admins see
    /// them. Only an owner removes owners (403 `owner_required`). Removing an admin or owner needs a fresh sign-in (403
    /// `fresh_sign_in_required`). 409 `last_owner` when no other owner would remain. 409 `owns_api_keys` when the
    /// person created API keys that are active: `api_keys` of the problem names them. They belong to the organization, but
    /// the person may know them, so repeat the request with a choice in the parameter `api_keys`.
    #[oai(path = "/v1/members/:user_id", method = "delete", operation_id = "remove_member")]
    async fn remove_member(
        &self,
        admin: Admin,
        Path(user_id): Path<UserId>,
        /// What happens to the active API keys that the member created.
        #[oai(name = "api_keys")]
        api_keys: Query<Option<KeysOfCreator>>,
    ) -> Result<NoContent, Errors<409>> {
        let keys = choice(api_keys);
        admin.transaction(async |tx| members::remove(tx, user_id, keys).await).await?;
        Ok(NoContent::NoContent)
    }

    /// Leave the organization
    ///
    /// The caller's account remains; their tokens for this organization stop working. Their sessions stay, and admins see
    /// them. 409 `last_owner` when no other owner would remain: transfer the ownership first. 409 `owns_api_keys` when the
    /// caller is an admin and created API keys that are active: `api_keys` of the problem names them. Repeat the request with
    /// a choice in the parameter `api_keys`.
    #[oai(path = "/v1/me/membership", method = "delete", operation_id = "leave_organization")]
    async fn leave_organization(
        &self,
        reader: Reader,
        /// What happens to the active API keys that the caller created.
        #[oai(name = "api_keys")]
        api_keys: Query<Option<KeysOfCreator>>,
    ) -> Result<NoContent, Errors<409>> {
        let keys = choice(api_keys);
        reader.transaction(async |tx| members::leave(tx, keys).await).await?;
        Ok(NoContent::NoContent)
    }

    /// Transfer the ownership
    ///
    /// Makes another member an owner and the caller an admin. Their access tokens stop working; a refresh issues new ones.
    /// Only an owner can do this, with a fresh sign-in (403 `owner_required`, `fresh_sign_in_required`).
    #[oai(path = "/v1/organization/transfer-ownership", method = "post", operation_id = "transfer_ownership")]
    async fn transfer_ownership(
        &self,
        admin: Admin,
        body: Valid<TransferOwnershipRequest>,
    ) -> Result<Json<Member>, Errors<404>> {
        let to = UserId(body.0.user_id);
        let member = admin.transaction(async |tx| members::transfer_ownership(tx, to).await).await?;
        Ok(Json(member.into()))
    }
}

fn choice(parameter: Query<Option<KeysOfCreator>>) -> Option<api_keys::KeysOfCreator> {
    parameter.0.map(api_keys::KeysOfCreator::from)
}
