//! What an e-mail tells.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::auth::RandomSecret;

const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// What an e-mail tells. The worker has a text for each kind in each language (`worker/phrases`).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EmailKind {
    /// The link that completes a sign-up. An address that has an account gets a note about that instead. The person who signs
    /// up is unknown, so the e-mail quotes nothing that they wrote.
    CompleteSignUp {
        token: LinkToken,
    },
    /// The link that accepts an invitation.
    Invitation {
        token: LinkToken,
        organization_name: String,
        role: String,
        invited_by: String,
    },
    /// To the sender of an invitation: the person has accepted.
    InvitationAccepted {
        organization_name: String,
        name: String,
        email: String,
    },
    /// The link that sets a new password. Nothing is sent to an address without an account.
    PasswordReset {
        token: LinkToken,
    },
    PasswordChanged,
    /// An authenticator app was confirmed.
    SecondFactorAdded,
    SecondFactorRemoved,
    RecoveryCodeUsed,
    RecoveryCodesReplaced,
    /// To the new address: the link that confirms it.
    ConfirmEmail {
        token: LinkToken,
    },
    /// To the old address: a change to this new address was requested.
    EmailChangeRequested {
        new_email: String,
    },
    /// To the old address: the account has this new address now.
    EmailChanged {
        new_email: String,
    },
    RoleChanged {
        organization_name: String,
        role: String,
    },
    MemberRemoved {
        organization_name: String,
    },
    /// To the administrator of a domain: the link that verifies it for an organization.
    VerifyDomain {
        token: LinkToken,
        organization_name: String,
        domain: String,
    },
    /// To every member.
    OrganizationDeletionRequested {
        organization_name: String,
        requested_by: String,
        /// The day on which the organization is deleted, as in 2026-12-05.
        due_on: String,
    },
    /// To every member.
    OrganizationDeletionCancelled {
        organization_name: String,
    },
    /// The last e-mail to the address of an account.
    AccountDeleted,
    /// To the new owner.
    OwnershipReceived {
        organization_name: String,
        given_by: String,
    },
}

impl EmailKind {
    /// Its name in the database and in the texts' keys.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::CompleteSignUp { .. } => "complete-sign-up",
            Self::Invitation { .. } => "invitation",
            Self::InvitationAccepted { .. } => "invitation-accepted",
            Self::PasswordReset { .. } => "password-reset",
            Self::PasswordChanged => "password-changed",
            Self::SecondFactorAdded => "second-factor-added",
            Self::SecondFactorRemoved => "second-factor-removed",
            Self::RecoveryCodeUsed => "recovery-code-used",
            Self::RecoveryCodesReplaced => "recovery-codes-replaced",
            Self::ConfirmEmail { .. } => "confirm-email",
            Self::EmailChangeRequested { .. } => "email-change-requested",
            Self::EmailChanged { .. } => "email-changed",
            Self::RoleChanged { .. } => "role-changed",
            Self::MemberRemoved { .. } => "member-removed",
            Self::VerifyDomain { .. } => "verify-domain",
            Self::OrganizationDeletionRequested { .. } => "organization-deletion-requested",
            Self::OrganizationDeletionCancelled { .. } => "organization-deletion-cancelled",
            Self::AccountDeleted => "account-deleted",
            Self::OwnershipReceived { .. } => "ownership-received",
        }
    }

    /// How long sending is tried, and how long the token of a link of `accounts` is valid.
    pub(crate) fn lifetime(&self) -> Duration {
        match self {
            Self::PasswordReset { .. } => HOUR,
            Self::CompleteSignUp { .. } | Self::ConfirmEmail { .. } | Self::VerifyDomain { .. } => DAY,
            _ => 3 * DAY,
        }
    }
}

/// The secret in the link of an e-mail. Debug output does not show it.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LinkToken(String);

impl LinkToken {
    pub(crate) fn new(secret: &RandomSecret) -> Self {
        Self(secret.expose().to_owned())
    }

    /// The text for the link.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for LinkToken {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("LinkToken(…)")
    }
}
