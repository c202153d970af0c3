//! Invitations: admins send them, the holders of the addresses accept.

mod models;

use domain::{Db, invitations};
use entity::id::InvitationId;
use poem::Request;
use poem::web::Data;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use self::models::{
    AcceptInvitationRequest, CreateInvitationRequest, Invitation, InvitationPage, OpenInvitation,
    ReadInvitationRequest, RequestedInvitationStatus,
};
use super::accounts::Tokens;
use super::device::device;
use super::no_content::NoContent;
use super::tags::Tag;
use crate::caller::{Admin, MembersRead};
use crate::idempotency::{IdempotencyKey, Replayable, once};
use crate::pagination::PageParams;
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::types::Path;

pub struct Invitations;

#[OpenApi(tag = "Tag::Members")]
impl Invitations {
    /// Invite a person
    ///
    /// Sends a link to the address; the holder of the address becomes a member by accepting. The link works once, for
    /// seven days. Only an owner invites owners (403 `owner_required`). Inviting an admin or owner needs a fresh sign-in
    /// (403 `fresh_sign_in_required`). The response is the same for addresses with and without an account. An
    /// organization has at most 100 pending and expired invitations; at most 300 e-mails are sent within 24 hours, and 10
    /// to one address (429). 409 `already_a_member`; 409 `already_invited` while an invitation to this address is
    /// pending; 409 `too_many_invitations`.
    #[oai(path = "/v1/invitations", method = "post", operation_id = "create_invitation")]
    async fn create_invitation(
        &self,
        admin: Admin,
        #[oai(name = "Idempotency-Key")] key: IdempotencyKey,
        body: Valid<CreateInvitationRequest>,
    ) -> Result<Replayable<Created>, Errors<409>> {
        let new = body.0.into();
        let response = once(&admin, key.of("create_invitation"), async |tx| {
            let invitation = invitations::create(tx, new).await?;
            Ok((Created::Created(Json(invitation.into())), None))
        });
        Ok(response.await?)
    }

    /// List invitations
    ///
    /// Newest first. An invitation is deleted 30 days after its link has expired.
    #[oai(path = "/v1/invitations", method = "get", operation_id = "list_invitations")]
    async fn list_invitations(
        &self,
        admin: Admin<MembersRead>,
        page: PageParams,
        /// Only invitations with this status.
        #[oai(name = "status")]
        status: Query<Option<RequestedInvitationStatus>>,
    ) -> Result<Json<InvitationPage>, Problem> {
        let status = status.0.map(invitations::InvitationStatus::from);
        let paged = admin.transaction(async |tx| invitations::list(tx, status, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Get an invitation
    ///
    /// An invitation with its status.
    #[oai(path = "/v1/invitations/:invitation_id", method = "get", operation_id = "read_invitation")]
    async fn read_invitation(
        &self,
        admin: Admin<MembersRead>,
        Path(invitation_id): Path<InvitationId>,
    ) -> Result<Json<Invitation>, Problem> {
        let invitation = admin.transaction(async |tx| invitations::find(tx, invitation_id).await).await?;
        Ok(Json(invitation.into()))
    }

    /// Send an invitation again
    ///
    /// Sends a new link, which works for seven days from now. The earlier link stops working. An expired invitation
    /// becomes pending. Needs the same role and sign-in as inviting to its role (403 `owner_required`,
    /// `fresh_sign_in_required`). The limits of e-mails are those of inviting (429). 409 `invitation_ended` when it was
    /// accepted or revoked.
    #[oai(
        path = "/v1/invitations/:invitation_id/resend",
        method = "post",
        operation_id = "resend_invitation"
    )]
    async fn resend_invitation(
        &self,
        admin: Admin,
        Path(invitation_id): Path<InvitationId>,
    ) -> Result<Json<Invitation>, Errors<409>> {
        let invitation = admin.transaction(async |tx| invitations::resend(tx, invitation_id).await).await?;
        Ok(Json(invitation.into()))
    }

    /// Revoke an invitation
    ///
    /// Its link stops working. Revoking again changes nothing. Needs the same role and sign-in as inviting to its role
    /// (403 `owner_required`, `fresh_sign_in_required`). 409 `invitation_accepted` when the invitation was accepted.
    #[oai(path = "/v1/invitations/:invitation_id", method = "delete", operation_id = "revoke_invitation")]
    async fn revoke_invitation(
        &self,
        admin: Admin,
        Path(invitation_id): Path<InvitationId>,
    ) -> Result<NoContent, Errors<409>> {
        admin.transaction(async |tx| invitations::revoke(tx, invitation_id).await).await?;
        Ok(NoContent::NoContent)
    }

    /// Read the invitation of a link
    ///
    /// For the page that the link of the e-mail opens. 409 `link_ended` when the token is unknown, used, revoked, expired, or
    /// was replaced by a newer e-mail.
    #[oai(path = "/v1/auth/read-invitation", method = "post", operation_id = "open_invitation")]
    async fn open_invitation(
        &self,
        Data(db): Data<&Db>,
        body: Valid<ReadInvitationRequest>,
    ) -> Result<Json<OpenInvitation>, Errors<409>> {
        let invitation = invitations::read(db, body.0.token.0.into()).await?;
        Ok(Json(invitation.into()))
    }

    /// Accept an invitation
    ///
    /// Makes the person a member and signs them in. If the address has an account, the password must be that of the account,
    /// and failures throttle further attempts (429), as in a sign-in. Otherwise name and password create an account; 403
    /// `sign_up_closed` where no new accounts are made. A person who is a member already keeps their role. 409 `link_ended` as
    /// for reading; 409 `email_taken` when the address got an account meanwhile: repeat the request with its password; 409
    /// `account_being_erased` when its holder has deleted it.
    #[oai(path = "/v1/auth/accept-invitation", method = "post", operation_id = "accept_invitation")]
    async fn accept_invitation(
        &self,
        Data(db): Data<&Db>,
        request: &Request,
        body: Valid<AcceptInvitationRequest>,
    ) -> Result<Accepted, Errors<401, 403, 409>> {
        let tokens = invitations::accept(db, body.0.into_domain(device(request))).await?;
        Ok(Accepted::Created(Json(tokens.into())))
    }
}

#[derive(ApiResponse)]
enum Created {
    /// The invitation was created, and its e-mail will be sent.
    #[oai(status = 201)]
    Created(Json<Invitation>),
}

#[derive(ApiResponse)]
enum Accepted {
    /// The person is a member and signed in.
    #[oai(status = 201)]
    Created(Json<Tokens>),
}
