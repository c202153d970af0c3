//! JSON bodies, validated against their published schema, so that a 422 names every invalid field at once.

pub mod forms;
pub mod json;
mod validate;

use poem::http::StatusCode;
use poem::{FromRequest, Request, RequestBody, Result};
use poem_openapi::impl_apirequest_for_payload;
use poem_openapi::payload::{Json, ParsePayload, Payload};
use poem_openapi::registry::{MetaSchemaRef, Registry};
use poem_openapi::types::{ParseFromJSON, Type};
use serde_json::Value;

use crate::problem::Problem;

/// A JSON body of type `T`. Malformed JSON is 400, also a member that is named twice; a body that violates the schema 422.
#[derive(Debug)]
pub struct Valid<T>(pub T);

impl<T: Type> Payload for Valid<T> {
    const CONTENT_TYPE: &'static str = "application/json";

    fn check_content_type(content_type: &str) -> bool {
        Json::<T>::check_content_type(content_type)
    }

    fn schema_ref() -> MetaSchemaRef {
        T::schema_ref()
    }

    fn register(registry: &mut Registry) {
        T::register(registry);
    }
}

impl<T: ParseFromJSON> ParsePayload for Valid<T> {
    const IS_REQUIRED: bool = true;

    async fn from_request(request: &Request, body: &mut RequestBody) -> Result<Self> {
        let bytes = Vec::<u8>::from_request(request, body).await?;
        Ok(Self(parse(&bytes)?))
    }
}

impl_apirequest_for_payload!(Valid<T>, T: ParseFromJSON);

/// # Errors
/// 400 for malformed JSON, 422 for a violation of the schema of `T`.
pub fn parse<T: ParseFromJSON>(bytes: &[u8]) -> Result<T, Problem> {
    from_value(json::parse(bytes).map_err(|_| Problem::of_status(StatusCode::BAD_REQUEST))?)
}

/// # Errors
/// 422 for a violation of the schema of `T`.
pub fn from_value<T: ParseFromJSON>(value: Value) -> Result<T, Problem> {
    let errors = validate::against::<T>(&value);
    if !errors.is_empty() {
        return Err(Problem::invalid(errors));
    }
    // The parser's message may contain the value, which may be a password.
    T::parse_from_json(Some(value)).map_err(|_| Problem::invalid_field("", "does not fit the schema"))
}
