//! Which SQL type a Rust type is sent as, or read from.

use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use entity::delivery::DeliveryKind;
use entity::draft_change::ChangeKind;
use entity::id::{
    ApiKeyId, DeliveryId, EmailId, InvitationId, JobPostId, LoginId, MessageId, OrganizationId,
    PublicationId, SessionId, TurnId, UserId, WebhookEndpointId,
};
use entity::membership::Role;
use entity::turn::TurnStatus;
use sea_orm::Value;
use serde_json::Value as Json;
use uuid::Uuid;

/// A type of arguments and results of stored functions.
pub(crate) trait SqlType: Sized {
    /// As the catalog writes it.
    const NAME: &'static str;
    const IS_ENUM: bool = false;

    fn into_value(self) -> Value;

    fn placeholder(number: usize) -> String {
        if Self::IS_ENUM { format!("${number}::{}", Self::NAME) } else { format!("${number}") }
    }
}

macro_rules! sql_types {
    ($($name:literal: $($type:ty),*;)*) => {$($(
        impl SqlType for $type {
            const NAME: &'static str = $name;

            fn into_value(self) -> Value {
                self.into()
            }
        }
    )*)*};
}

sql_types! {
    "bigint": i64;
    "boolean": bool;
    "boolean[]": Vec<bool>;
    "bytea": Vec<u8>;
    "bytea[]": Vec<Vec<u8>>;
    "date": NaiveDate;
    "double precision": f64;
    "integer": i32;
    "integer[]": Vec<i32>;
    "json": Json;
    "text": String, &'static str, ChangeKind, DeliveryKind, Role, TurnStatus;
    "text[]": Vec<String>;
    "timestamp with time zone": DateTime<Utc>;
    "timestamp with time zone[]": Vec<DateTime<Utc>>;
    "uuid": Uuid, ApiKeyId, DeliveryId, EmailId, InvitationId, JobPostId, LoginId, MessageId, OrganizationId, PublicationId, SessionId, TurnId,
        UserId, WebhookEndpointId;
    "uuid[]": Vec<Uuid>;
}

impl<T> SqlType for Option<T>
where
    T: SqlType,
    Self: Into<Value>,
{
    const NAME: &'static str = T::NAME;
    const IS_ENUM: bool = T::IS_ENUM;

    fn into_value(self) -> Value {
        self.into()
    }
}

/// Sent as seconds: sea-orm knows no intervals.
impl SqlType for Duration {
    const NAME: &'static str = "interval";

    fn into_value(self) -> Value {
        self.as_secs_f64().into()
    }

    fn placeholder(number: usize) -> String {
        format!("make_interval(secs => ${number})")
    }
}

impl SqlType for Vec<Duration> {
    const NAME: &'static str = "interval[]";

    fn into_value(self) -> Value {
        let seconds: Vec<f64> = self.iter().map(Duration::as_secs_f64).collect();
        seconds.into()
    }

    fn placeholder(number: usize) -> String {
        format!("array(select make_interval(secs => s) from unnest(${number}::double precision[]) s)")
    }
}

/// Sent as a JSON array of texts: sea-query sends no arrays with nulls.
macro_rules! nullable_arrays {
    ($($name:literal: $type:ty;)*) => {$(
        impl SqlType for Vec<Option<$type>> {
            const NAME: &'static str = concat!($name, "[]");

            fn into_value(self) -> Value {
                let texts = self.into_iter().map(|value| value.map(|value| value.to_string()));
                Json::from_iter(texts).to_string().into()
            }

            fn placeholder(number: usize) -> String {
                let value = concat!("value::", $name);
                format!("array(select {value} from json_array_elements_text(${number}::json) value)")
            }
        }
    )*};
}

nullable_arrays! {
    "integer": i32;
    "text": String;
    "timestamp with time zone": DateTime<Utc>;
    "uuid": Uuid;
}

/// An enum on both sides: `"name" => RustEnum`, whose labels the contract's test compares.
macro_rules! sql_enum {
    ($type:ty = $name:literal) => {
        impl $crate::stored_function::SqlType for $type {
            const NAME: &'static str = $name;
            const IS_ENUM: bool = true;

            fn into_value(self) -> sea_orm::Value {
                sea_orm::ActiveEnum::into_value(self).into()
            }
        }
    };
}
pub(crate) use sql_enum;
