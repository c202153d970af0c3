//! Timestamps: RFC 3339 in UTC, with a `Z` and milliseconds.

use chrono::{DateTime, Datelike as _, SecondsFormat, Utc};
use poem_openapi::registry::MetaSchema;
use poem_openapi::types::{ParseError, ParseFromJSON, ParseFromParameter, ParseResult, ToJSON};
use serde_json::Value;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timestamp(pub DateTime<Utc>);

impl From<DateTime<Utc>> for Timestamp {
    fn from(at: DateTime<Utc>) -> Self {
        Self(at)
    }
}

scalar_type!(Timestamp, "timestamp", MetaSchema::new_with_format("string", "date-time"));

impl ToJSON for Timestamp {
    fn to_json(&self) -> Option<Value> {
        Some(self.0.to_rfc3339_opts(SecondsFormat::Millis, true).into())
    }
}

impl ParseFromParameter for Timestamp {
    fn parse_from_parameter(value: &str) -> ParseResult<Self> {
        read(value)
    }
}

impl ParseFromJSON for Timestamp {
    fn parse_from_json(value: Option<Value>) -> ParseResult<Self> {
        let value = value.unwrap_or_default();
        let text = value.as_str().unwrap_or_default();
        read(text)
    }
}

/// RFC 3339 has years of four digits.
fn read(text: &str) -> ParseResult<Timestamp> {
    let at: DateTime<Utc> = text.parse()?;
    if (0..=9_999).contains(&at.year()) {
        Ok(Timestamp(at))
    } else {
        Err(ParseError::custom("year out of range"))
    }
}
