//! The fields of a request body in one of three encodings: the original service accepted forms, multipart and JSON. The
//! OpenAPI document describes the form only, because clients are generated for one encoding.

use poem::http::StatusCode;
use poem::web::Multipart;
use poem::{FromRequest, Request, RequestBody, Result};
use poem_openapi::impl_apirequest_for_payload;
use poem_openapi::payload::{ParsePayload, Payload};
use poem_openapi::registry::{MetaSchemaRef, Registry};
use poem_openapi::types::{ParseFromJSON, Type};
use serde_json::{Map, Value};

use crate::payload::{forms, from_value, json};
use crate::problem::Problem;

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";
const JSON: &str = "application/json";

/// The fields of `T`. Empty fields count as absent, unknown fields are ignored.
pub struct Fields<T>(pub T);

impl<T: Type> Payload for Fields<T> {
    const CONTENT_TYPE: &'static str = FORM;

    fn check_content_type(content_type: &str) -> bool {
        [FORM, MULTIPART, JSON].contains(&essence(content_type).as_str())
    }

    fn schema_ref() -> MetaSchemaRef {
        T::schema_ref()
    }

    fn register(registry: &mut Registry) {
        T::register(registry);
    }
}

impl<T: ParseFromJSON> ParsePayload for Fields<T> {
    const IS_REQUIRED: bool = true;

    async fn from_request(request: &Request, body: &mut RequestBody) -> Result<Self> {
        let kind = essence(request.content_type().unwrap_or_default());
        let known = names::<T>();
        let mut fields = match kind.as_str() {
            MULTIPART => read_multipart(request, body, &known).await?,
            JSON => read_json(&Vec::<u8>::from_request(request, body).await?)?,
            _ => read_form(&Vec::<u8>::from_request(request, body).await?)?,
        };
        fields.retain(|name, value| known.contains(&name.as_str()) && !is_empty(value));
        Ok(Self(from_value(Value::Object(fields))?))
    }
}

impl_apirequest_for_payload!(Fields<T>, T: ParseFromJSON);

/// The media type without its parameters.
fn essence(content_type: &str) -> String {
    content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn malformed<E>(_: E) -> Problem {
    Problem::of_status(StatusCode::BAD_REQUEST)
}

/// # Errors
/// 400 when a name or value is not UTF-8.
pub fn read_form(bytes: &[u8]) -> Result<Map<String, Value>, Problem> {
    Ok(forms::pairs(bytes)?.into_iter().map(|(name, value)| (name, Value::String(value))).collect())
}

/// # Errors
/// 400 for malformed JSON, 422 for JSON that is not an object.
pub fn read_json(bytes: &[u8]) -> Result<Map<String, Value>, Problem> {
    match json::parse(bytes).map_err(malformed)? {
        Value::Object(fields) => Ok(fields),
        _ => Err(Problem::invalid_field("", "must be an object")),
    }
}

/// Other parts are not read, because they may be files.
async fn read_multipart(
    request: &Request,
    body: &mut RequestBody,
    known: &[&str],
) -> Result<Map<String, Value>, Problem> {
    let mut parts = Multipart::from_request(request, body).await.map_err(malformed)?;
    let mut fields = Map::new();
    while let Some(part) = parts.next_field().await.map_err(malformed)? {
        if let Some(name) = part.name().filter(|name| known.contains(name)).map(str::to_owned) {
            fields.insert(name, Value::String(part.text().await.map_err(malformed)?));
        }
    }
    Ok(fields)
}

/// The names of the fields of `T`.
fn names<T: Type>() -> Vec<&'static str> {
    let mut registry = Registry::new();
    T::register(&mut registry);
    let schema = registry.schemas.remove(T::name().as_ref());
    schema.into_iter().flat_map(|schema| schema.properties).map(|(name, _)| name).collect()
}

fn is_empty(value: &Value) -> bool {
    value.as_str() == Some("") || value.is_null()
}
