//! Words: strings with a known set of values.

use std::borrow::Cow;

use poem_openapi::Enum;
use poem_openapi::registry::MetaSchema;
use poem_openapi::types::{ParseFromJSON, ParseResult, ToJSON};
use serde_json::Value;

/// The `format` that marks a string whose known values may grow. The OpenAPI document publishes its values as
/// `x-extensible-enum`.
pub const EXTENSIBLE_MARK: &str = "extensible";

/// Strings whose known values may grow: clients must expect others. Requests have closed enums instead.
macro_rules! open_string {
    ($($(#[$doc:meta])* $type:ident [$($known:literal),+ $(,)?])+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $type(pub Cow<'static, str>);

        scalar_type!($type, stringify!($type), MetaSchema {
            enum_items: vec![$($known.into()),+],
            ..MetaSchema::new_with_format("string", EXTENSIBLE_MARK)
        });

        impl ToJSON for $type {
            fn to_json(&self) -> Option<Value> {
                Some(Value::from(self.0.as_ref()))
            }
        }

        impl ParseFromJSON for $type {
            fn parse_from_json(value: Option<Value>) -> ParseResult<Self> {
                Ok(Self(serde_json::from_value(value.unwrap_or_default())?))
            }
        }
    )+};
}

open_string! {
    Step ["getting_basic_info", "collecting_details", "finalizing", "complete"]
    RoleName ["owner", "admin", "member", "viewer"]
    /// A scope of an API key.
    Scope [
        "sessions:read", "sessions:write", "job_posts:read", "job_posts:write", "organization:read",
        "organization:write", "members:read", "webhooks:read", "webhooks:write", "publications:read",
        "publications:write", "audit:read",
    ]
    /// The part before the @ of the address of a domain's administrator.
    DomainAdministrator ["admin", "administrator", "hostmaster", "postmaster", "webmaster"]
    InvitationStatus ["pending", "expired", "accepted", "revoked"]
    KeyStatus ["active", "expired", "revoked"]
    /// Why an API key has ended: it expired, an admin revoked it, or it was revoked when its creator left or ceased to be an
    /// admin.
    KeyEndReason ["expired", "revoked", "creator_left", "creator_demoted"]
    Speaker ["user", "assistant"]
    ExperienceLevel ["entry", "junior", "mid", "senior", "lead", "principal", "executive"]
    WorkType ["onsite", "remote", "hybrid"]
    EmploymentType [
        "full_time", "part_time", "contract", "temporary", "intern", "apprenticeship", "volunteer", "per_diem",
    ]
    /// The evidence of a value: the user's words, an interpretation of them, an assumption, the user's confirmation, an
    /// edit by hand, or a copy from an earlier job post or the organization's settings.
    Basis ["stated", "interpreted", "assumed", "confirmed", "edited", "copied"]
    /// The type of an event of a session.
    EventType [
        "turn.queued", "turn.running", "text.delta", "text.reset", "message.completed", "job_data.changed",
        "job_post.finalized", "turn.succeeded", "turn.failed", "turn.cancelled",
        "publication.delivered", "publication.failed", "stream.closed",
    ]
    /// The type of a webhook event.
    WebhookEventType [
        "session.completed", "session.expiring", "session.expired", "turn.completed", "turn.failed", "job_post.published",
        "job_post.revised", "job_post.deleted", "audit.recorded", "webhook.test", "webhook_endpoint.verification",
    ]
    /// What happened, of what type of object.
    AuditAction [
        "account.deletion_requested", "account.exported", "account.email_change_requested", "account.email_changed", "account.password_changed",
        "account.password_reset", "account.password_reset_requested", "account.updated", "api_key.created",
        "api_key.refused", "api_key.revoked", "api_key.token_issued", "api_key.updated", "audit_log.exported",
        "email_domain.created", "email_domain.deleted", "email_domain.updated", "email_domain.verified",
        "external_identity.linked", "identity_provider.created", "identity_provider.deleted", "identity_provider.updated",
        "single_sign_on.refused",
        "account.recovery_codes_replaced", "account.second_factor_added", "account.second_factor_removed",
        "invitation.accepted", "invitation.created", "invitation.deleted", "invitation.resent", "invitation.revoked",
        "job_post.deleted", "login.began", "login.ended", "login.reauthenticated", "member.added", "member.removed",
        "member.role_changed", "operation.refused", "organization.created", "organization.exported",
        "organization.updated", "organization_deletion.cancelled",
        "organization_deletion.requested", "publication.redelivered", "publication_target.created",
        "publication_target.deleted", "publication_target.updated", "refresh_token.reused", "session.deleted", "session.reopened",
        "sign_in.code_refused", "sign_in.locked_out", "sign_in.refused",
        "template.created", "template.deleted", "template.updated", "webhook_delivery.resent", "webhook_endpoint.created",
        "webhook_endpoint.deleted", "webhook_endpoint.recovered", "webhook_endpoint.secret_rotated",
        "webhook_endpoint.tested", "webhook_endpoint.updated", "webhook_endpoint.verification_requested",
    ]
    /// A person, an API key, a request whose sender is not known, or Postwright without a request.
    AuditActorKind ["person", "api_key", "anonymous", "system", "operator"]
    /// Why the service disabled a webhook endpoint.
    DisabledReason ["gone", "failing"]
    /// The operation of a JSON Patch.
    PatchAction ["add", "remove", "replace", "move", "copy", "test"]
    /// The severity of a compliance finding.
    Severity ["warning", "blocker"]
    /// The origin of a change.
    ChangeKind ["turn", "edit", "undo", "restore", "fork", "copy"]
    /// The effect of a change on a field.
    ChangeAction ["set", "add", "remove", "clear"]
    /// Why a delivery to a publication target failed.
    PublicationErrorCode ["refused", "unexpected_answer", "unavailable", "no_answer", "not_sent", "target_removed"]
    /// The format of deliveries to a publication target.
    PublicationFormat ["ai_create", "signed_json"]
    /// Whether an export has the data of a person or of an organization.
    ExportSubjectKind ["person", "organization"]
    /// A language of the product's own texts (ISO 639-1).
    LanguageCode ["en", "de", "fr", "es", "ar", "pt", "it", "nl", "pl"]
    SalaryPeriod ["hour", "day", "week", "month", "year"]
}

/// A role to assign to a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum Role {
    Owner,
    Admin,
    Member,
    Viewer,
}

impl From<Role> for domain::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::Owner => Self::Owner,
            Role::Admin => Self::Admin,
            Role::Member => Self::Member,
            Role::Viewer => Self::Viewer,
        }
    }
}

/// A language of the product's own texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum Language {
    #[oai(rename = "en")]
    English,
    #[oai(rename = "de")]
    German,
    #[oai(rename = "fr")]
    French,
    #[oai(rename = "es")]
    Spanish,
    #[oai(rename = "ar")]
    Arabic,
    #[oai(rename = "pt")]
    Portuguese,
    #[oai(rename = "it")]
    Italian,
    #[oai(rename = "nl")]
    Dutch,
    #[oai(rename = "pl")]
    Polish,
}

impl From<Language> for job_post::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::English => Self::English,
            Language::German => Self::German,
            Language::French => Self::French,
            Language::Spanish => Self::Spanish,
            Language::Arabic => Self::Arabic,
            Language::Portuguese => Self::Portuguese,
            Language::Italian => Self::Italian,
            Language::Dutch => Self::Dutch,
            Language::Polish => Self::Polish,
        }
    }
}

impl From<job_post::Language> for LanguageCode {
    fn from(language: job_post::Language) -> Self {
        Self(language.code().into())
    }
}

/// The string that serde writes for a value.
pub fn word(value: &impl serde::Serialize) -> Cow<'static, str> {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word.into(),
        _ => "".into(),
    }
}

impl From<domain::Scope> for Scope {
    fn from(scope: domain::Scope) -> Self {
        Self(scope.name().into())
    }
}

impl From<domain::Role> for RoleName {
    fn from(role: domain::Role) -> Self {
        Self(word(&role))
    }
}
