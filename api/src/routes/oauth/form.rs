//! The form of a token request by the rules of RFC 6749: unknown parameters are ignored, repeated ones are refused, empty
//! ones count as absent.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use poem::{FromRequest, Request, RequestBody, Result};
use poem_openapi::impl_apirequest_for_payload;
use poem_openapi::payload::{ParsePayload, Payload};
use poem_openapi::registry::{MetaSchemaRef, Registry};
use poem_openapi::types::Type;

use super::errors::bad_request;
use crate::payload::forms;

/// The fields of a form, which the OpenAPI document describes as `T`.
pub struct TokenForm<T> {
    pub fields: BTreeMap<String, String>,
    documented_as: PhantomData<fn() -> T>,
}

impl<T: Type> Payload for TokenForm<T> {
    const CONTENT_TYPE: &'static str = "application/x-www-form-urlencoded";

    fn schema_ref() -> MetaSchemaRef {
        T::schema_ref()
    }

    fn register(registry: &mut Registry) {
        T::register(registry);
    }
}

impl<T: Type> ParsePayload for TokenForm<T> {
    const IS_REQUIRED: bool = true;

    async fn from_request(request: &Request, body: &mut RequestBody) -> Result<Self> {
        let bytes = Vec::<u8>::from_request(request, body).await?;
        let mut fields = BTreeMap::new();
        for (name, value) in forms::pairs(&bytes)?.into_iter().filter(|(_, value)| !value.is_empty()) {
            if fields.insert(name, value).is_some() {
                return Err(bad_request("invalid_request", "A parameter comes twice.").into());
            }
        }
        Ok(Self { fields, documented_as: PhantomData })
    }
}

impl_apirequest_for_payload!(TokenForm<T>, T: Type);
