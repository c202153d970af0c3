//! Plain values as the API writes them.

pub mod job_data;

use std::borrow::Cow;

use chrono::{DateTime, SecondsFormat, Utc};
use poem_openapi::Enum;
use poem_openapi::registry::{MetaSchema, MetaSchemaRef};
use poem_openapi::types::{ParseFromJSON, ParseResult, ToJSON, Type};
use serde_json::Value;

use crate::openapi::EXTENSIBLE;

/// A moment: RFC 3339 in UTC, with a `Z` and milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timestamp(pub DateTime<Utc>);

impl From<DateTime<Utc>> for Timestamp {
    fn from(at: DateTime<Utc>) -> Self {
        Self(at)
    }
}

/// poem's type traits for a value that is written as one JSON string or number.
macro_rules! plain_type {
    ($type:ty, $name:expr, $schema:expr) => {
        impl Type for $type {
            const IS_REQUIRED: bool = true;
            type RawValueType = Self;
            type RawElementValueType = Self;

            fn name() -> Cow<'static, str> {
                $name.into()
            }

            fn schema_ref() -> MetaSchemaRef {
                MetaSchemaRef::Inline(Box::new($schema))
            }

            fn as_raw_value(&self) -> Option<&Self> {
                Some(self)
            }

            fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
                Box::new(std::iter::once(self))
            }
        }
    };
}

plain_type!(Timestamp, "timestamp", MetaSchema::new_with_format("string", "date-time"));

impl ToJSON for Timestamp {
    fn to_json(&self) -> Option<Value> {
        Some(self.0.to_rfc3339_opts(SecondsFormat::Millis, true).into())
    }
}

impl ParseFromJSON for Timestamp {
    fn parse_from_json(value: Option<Value>) -> ParseResult<Self> {
        let value = value.unwrap_or_default();
        let text = value.as_str().unwrap_or_default();
        Ok(Self(text.parse()?))
    }
}

/// An amount of money as a JSON number. Only the original routes have such: a number is no place for money.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount(Value);

impl Amount {
    /// Of a decimal's text: whole numbers stay whole.
    pub fn of_decimal(text: &str) -> Self {
        Self(serde_json::from_str(text).unwrap_or_default())
    }
}

plain_type!(Amount, "amount", MetaSchema::new("number"));

impl ToJSON for Amount {
    fn to_json(&self) -> Option<Value> {
        Some(self.0.clone())
    }
}

impl ParseFromJSON for Amount {
    fn parse_from_json(value: Option<Value>) -> ParseResult<Self> {
        Ok(Self(value.unwrap_or_default()))
    }
}

/// Strings whose known values may grow: clients must expect others. Closed enums are for what clients send.
macro_rules! open_string {
    ($($(#[$doc:meta])* $type:ident [$($known:literal),+ $(,)?])+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $type(pub Cow<'static, str>);

        plain_type!($type, stringify!($type), MetaSchema {
            enum_items: vec![$($known.into()),+],
            ..MetaSchema::new_with_format("string", EXTENSIBLE)
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
    /// What an API key may do.
    Scope [
        "sessions:read", "sessions:write", "job_posts:read", "organization:read", "organization:write",
        "webhooks:read", "webhooks:write", "publications:read", "publications:write",
    ]
    Speaker ["user", "assistant"]
    ExperienceLevel ["entry", "junior", "mid", "senior", "lead", "principal", "executive"]
    WorkType ["onsite", "remote", "hybrid"]
    /// What a value rests on: the user's words, nothing yet, their yes to a proposal, or an edit by hand.
    Basis ["stated", "assumed", "confirmed", "edited"]
    /// What kind of event it is.
    EventType [
        "turn.queued", "turn.running", "text.delta", "text.reset", "message.completed", "job_data.changed",
        "job_post.finalized", "turn.succeeded", "turn.failed", "turn.cancelled",
        "publication.delivered", "publication.failed", "stream.closed",
    ]
    /// What a webhook tells of.
    WebhookEventType [
        "session.completed", "session.expiring", "session.expired", "turn.completed", "turn.failed", "job_post.published",
        "job_post.revised", "webhook.test",
    ]
    /// Why a webhook endpoint was disabled, when nobody of the organization did it.
    DisabledReason ["gone", "failing"]
    /// What a patch operation does.
    PatchAction ["add", "remove", "replace", "move", "copy", "test"]
    /// How much weight a finding has.
    Severity ["warning", "blocker"]
    /// What made a change of the log.
    ChangeKind ["turn", "edit", "undo", "restore", "fork"]
    /// What a change does to a field.
    ChangeAction ["set", "add", "remove", "clear"]
    /// Why a target has not taken a job post.
    PublicationErrorCode ["refused", "unexpected_answer", "unavailable", "no_answer", "not_sent", "target_removed"]
    /// How a target is sent job posts.
    PublicationFormat ["ai_create", "signed_json"]
    SalaryPeriod ["hour", "day", "week", "month", "year"]
}

/// A role to give somebody.
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

/// The word that serde writes for a value.
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
