//! Bodies of invitations. Types with secrets do not implement `Debug`.

use domain::accounts::Device;
use domain::{Paged, invitations};
use poem_openapi::types::{Example, Password};
use poem_openapi::{Enum, Object};
use uuid::Uuid;

use crate::examples::{COLLEAGUE, INVITATION, LINK_TOKEN, ORGANIZATION, PAGE_TOKEN, USER, at};
use crate::types::{InvitationStatus, Language, LanguageCode, Role, RoleName, Timestamp, word};

/// An invitation. Its token is only in the e-mail.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct Invitation {
    id: Uuid,
    email: String,
    /// The role that accepting gives.
    role: RoleName,
    /// The language of the e-mail. If absent, it is that of the person's account, or English.
    language: Option<LanguageCode>,
    /// An expired invitation can be sent again.
    status: InvitationStatus,
    /// Who sent the latest e-mail. Absent: the operator of the service.
    invited_by: Option<Uuid>,
    created_at: Timestamp,
    /// When the latest e-mail was sent.
    sent_at: Timestamp,
    /// When the link of the latest e-mail expires.
    expires_at: Timestamp,
    accepted_at: Option<Timestamp>,
    /// The member that accepted.
    accepted_by: Option<Uuid>,
    revoked_at: Option<Timestamp>,
}

impl From<invitations::Invitation> for Invitation {
    fn from(invitation: invitations::Invitation) -> Self {
        Self {
            id: invitation.id.0,
            email: invitation.email,
            role: invitation.role.into(),
            language: invitation.language.map(LanguageCode::from),
            status: InvitationStatus(word(&invitation.status)),
            invited_by: invitation.invited_by.map(|user| user.0),
            created_at: invitation.created_at.into(),
            sent_at: invitation.sent_at.into(),
            expires_at: invitation.expires_at.into(),
            accepted_at: invitation.accepted_at.map(Timestamp),
            accepted_by: invitation.accepted_by.map(|user| user.0),
            revoked_at: invitation.revoked_at.map(Timestamp),
        }
    }
}

/// A page of invitations.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct InvitationPage {
    items: Vec<Invitation>,
    /// The `page_token` of the next page. Absent on the last page.
    next_page: Option<String>,
}

impl From<Paged<invitations::Invitation>> for InvitationPage {
    fn from(paged: Paged<invitations::Invitation>) -> Self {
        Self { items: paged.items.into_iter().map(Invitation::from).collect(), next_page: paged.next }
    }
}

/// The status of the invitations to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum RequestedInvitationStatus {
    Pending,
    Expired,
    Accepted,
    Revoked,
}

impl From<RequestedInvitationStatus> for invitations::InvitationStatus {
    fn from(status: RequestedInvitationStatus) -> Self {
        match status {
            RequestedInvitationStatus::Pending => Self::Pending,
            RequestedInvitationStatus::Expired => Self::Expired,
            RequestedInvitationStatus::Accepted => Self::Accepted,
            RequestedInvitationStatus::Revoked => Self::Revoked,
        }
    }
}

/// The person to invite.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct CreateInvitationRequest {
    #[oai(validator(min_length = 3, max_length = 254))]
    email: String,
    role: Role,
    /// The language of the e-mail. If absent, it is that of the person's account, or English.
    language: Option<Language>,
}

impl From<CreateInvitationRequest> for invitations::NewInvitation {
    fn from(body: CreateInvitationRequest) -> Self {
        Self { email: body.email, role: body.role.into(), language: body.language.map(Language::into) }
    }
}

/// The token of an invitation's link.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct ReadInvitationRequest {
    #[oai(validator(min_length = 1, max_length = 512))]
    pub token: Password,
}

/// An invitation that can be accepted.
#[derive(Debug, Object)]
#[oai(example)]
pub struct OpenInvitation {
    organization_id: Uuid,
    organization_name: String,
    /// The address that the invitation was sent to.
    email: String,
    /// The role that accepting gives.
    role: RoleName,
    expires_at: Timestamp,
    /// Whether the address has an account. If so, accepting takes its password; otherwise a name and a new password.
    has_account: bool,
}

impl From<invitations::OpenInvitation> for OpenInvitation {
    fn from(invitation: invitations::OpenInvitation) -> Self {
        Self {
            organization_id: invitation.organization_id.0,
            organization_name: invitation.organization_name,
            email: invitation.email,
            role: invitation.role.into(),
            expires_at: invitation.expires_at.into(),
            has_account: invitation.has_account,
        }
    }
}

/// The acceptance of an invitation.
#[derive(Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct AcceptInvitationRequest {
    /// The token of the invitation's link.
    #[oai(validator(min_length = 1, max_length = 512))]
    token: Password,
    /// The person's name. Required when the address has no account, otherwise ignored.
    #[oai(validator(min_length = 1, max_length = 200))]
    name: Option<String>,
    /// The password of the account. For a new account: at least 12 characters, and not easily guessed.
    #[oai(validator(min_length = 1, max_length = 256))]
    password: Password,
    /// A code of the account's authenticator app, or a recovery code. Needed if the account has an authenticator app.
    #[oai(validator(min_length = 6, max_length = 64))]
    code: Option<Password>,
}

impl AcceptInvitationRequest {
    pub fn into_domain(self, device: Device) -> invitations::Acceptance {
        let Self { token, name, password, code } = self;
        invitations::Acceptance {
            token: token.0.into(),
            name,
            password: password.0.into(),
            code: code.map(|code| code.0.into()),
            device,
        }
    }
}

impl Example for Invitation {
    fn example() -> Self {
        Self {
            id: INVITATION,
            email: "samir@papaya.example".to_owned(),
            role: RoleName("member".into()),
            language: Some(LanguageCode("en".into())),
            status: InvitationStatus("accepted".into()),
            invited_by: Some(USER),
            created_at: at(0),
            sent_at: at(0),
            expires_at: at(7 * 24 * 60),
            accepted_at: Some(at(60)),
            accepted_by: Some(COLLEAGUE),
            revoked_at: None,
        }
    }
}

impl Example for InvitationPage {
    fn example() -> Self {
        Self { items: vec![Invitation::example()], next_page: Some(PAGE_TOKEN.to_owned()) }
    }
}

impl Example for CreateInvitationRequest {
    fn example() -> Self {
        Self {
            email: "samir@papaya.example".to_owned(),
            role: Role::Member,
            language: Some(Language::English),
        }
    }
}

impl Example for ReadInvitationRequest {
    fn example() -> Self {
        Self { token: Password(LINK_TOKEN.to_owned()) }
    }
}

impl Example for OpenInvitation {
    fn example() -> Self {
        Self {
            organization_id: ORGANIZATION,
            organization_name: "Papaya Trading".to_owned(),
            email: "samir@papaya.example".to_owned(),
            role: RoleName("member".into()),
            expires_at: at(7 * 24 * 60),
            has_account: false,
        }
    }
}

impl Example for AcceptInvitationRequest {
    fn example() -> Self {
        Self {
            token: Password(LINK_TOKEN.to_owned()),
            name: Some("Samir Khoury".to_owned()),
            password: Password("lantern-gravel-mint-77".to_owned()),
            code: None,
        }
    }
}
