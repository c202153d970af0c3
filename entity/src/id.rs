//! A newtype for each kind of id, so that the compiler tells them apart. All are UUIDv7, which sort by time of creation.

use sea_orm::{DbErr, DeriveValueType, TryFromU64};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, DeriveValueType,
        )]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id, greater than all that this process has made before.
            #[must_use]
            #[expect(clippy::new_without_default, reason = "every call returns a different id")]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, DbErr> {
                Err(DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(out)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )*};
}

ids! {
    OrganizationId,
    UserId,
    /// One login of a person in one organization, the `sid` of its tokens. For the tokens of an API key it is the key's id.
    LoginId,
    ApiKeyId,
    InvitationId,
    SessionId,
    TurnId,
    MessageId,
    JobPostId,
    TemplateId,
    DeliveryId,
    WebhookEndpointId,
    /// The id of a webhook event, which receivers get as `webhook-id`.
    WebhookEventId,
    PublicationId,
    PublicationTargetId,
    /// The id of an e-mail; its Message-ID is made of it.
    EmailId,
    AuditEntryId,
    IdentityProviderId,
    EmailDomainId,
    PendingSignInId,
}

impl From<ApiKeyId> for LoginId {
    fn from(key: ApiKeyId) -> Self {
        Self(key.0)
    }
}
