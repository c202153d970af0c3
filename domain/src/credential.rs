//! How a transaction is bound to an organization, and whether the caller's credential allows it.

use chrono::{DateTime, Utc};
use entity::id::{ApiKeyId, LoginId, OrganizationId, UserId};
use sea_orm::{DeriveActiveEnum, EnumIter};

use crate::error::{Error, Result, Unauthenticated};
use crate::stored_function::{returned_row, sql_enum, stored_function};
use crate::tenant::{Role, Tenant};

stored_function! {
    /// Binds the transaction to one organization and checks the caller's credential.
    pub(crate) struct BeginTenantTransaction = Plain volatile "begin_tenant_transaction" {
        organization: OrganizationId,
        livemode: bool,
        user: Option<UserId>,
        login: Option<LoginId>,
        role: Option<Role>,
        not_before: Option<DateTime<Utc>>,
        expires_at: Option<DateTime<Utc>>,
        api_key: Option<ApiKeyId>,
        scopes: Option<String>,
        enrolling: bool,
        audit_context: Option<String>,
    } -> Begun
}

returned_row! {
    pub(crate) struct Begun {
        /// When the transaction began, by the clock of expiry and leases.
        now: DateTime<Utc>,
        /// The same by the real clock.
        real_time: DateTime<Utc>,
        credential: CredentialStatus,
    }
}

/// Whether a caller may act, by the credential that they presented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub(crate) enum CredentialStatus {
    #[sea_orm(string_value = "valid")]
    Valid,
    /// Postwright itself.
    #[sea_orm(string_value = "system")]
    System,
    #[sea_orm(string_value = "expired")]
    Expired,
    #[sea_orm(string_value = "revoked")]
    Revoked,
    /// The role or the scopes have changed.
    #[sea_orm(string_value = "stale")]
    Stale,
    #[sea_orm(string_value = "key_ended")]
    KeyEnded,
    /// The organization requires a second factor, and the person has none.
    #[sea_orm(string_value = "enrolment_required")]
    EnrolmentRequired,
    /// The organization is suspended.
    #[sea_orm(string_value = "suspended")]
    Suspended,
}
sql_enum! { CredentialStatus = "credential_status" }

impl CredentialStatus {
    /// # Errors
    /// [`Unauthenticated`] when the caller may not act, or no longer; [`Error::Forbidden`] `second_factor_enrolment_required`
    /// or `organization_suspended`.
    pub fn check(self) -> Result<()> {
        let why = match self {
            Self::Valid | Self::System => return Ok(()),
            Self::Expired => Unauthenticated::ExpiredToken,
            Self::Revoked => Unauthenticated::RevokedToken,
            Self::Stale => Unauthenticated::StaleToken,
            Self::KeyEnded => Unauthenticated::EndedKey,
            Self::EnrolmentRequired => return Err(enrolment_required()),
            Self::Suspended => return Err(suspended()),
        };
        Err(why.into())
    }
}

fn enrolment_required() -> Error {
    Error::Forbidden {
        code: "second_factor_enrolment_required",
        detail: "Your organization requires a second factor. Add an authenticator app with POST /v1/me/totp first.",
    }
}

/// For callers of a suspended organization.
pub(crate) fn suspended() -> Error {
    Error::Forbidden {
        code: "organization_suspended",
        detail: "This organization is suspended. Ask the operator of the service.",
    }
}

/// Without the context of the audit log, which autocommitted calls do not need: they change nothing that it records.
impl From<&Tenant> for BeginTenantTransaction {
    fn from(tenant: &Tenant) -> Self {
        let (person, times) = (tenant.person, tenant.token_validity);
        let key = tenant.key.filter(|_| !tenant.is_system);
        Self {
            organization: tenant.organization,
            livemode: tenant.livemode,
            user: person.map(|person| person.user),
            login: person.map(|person| person.login),
            role: person.map(|person| person.role),
            not_before: times.map(|[from, _]| from),
            expires_at: times.map(|[_, until]| until),
            api_key: key.map(|key| key.id),
            scopes: key.map(|key| key.scopes.to_string()),
            enrolling: tenant.is_enrolling,
            audit_context: None,
        }
    }
}
