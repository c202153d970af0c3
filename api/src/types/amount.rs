//! Amounts of money as JSON numbers, for the original routes only: `/v1` writes decimal strings.

use poem_openapi::registry::MetaSchema;
use poem_openapi::types::{ParseFromJSON, ParseResult, ToJSON};
use serde_json::Value;

#[derive(Clone, Debug, PartialEq)]
pub struct Amount(Value);

impl Amount {
    /// Of a decimal's text. Whole numbers stay whole.
    pub fn of_decimal(text: &str) -> Self {
        Self(serde_json::from_str(text).unwrap_or_default())
    }
}

scalar_type!(Amount, "amount", MetaSchema::new("number"));

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
