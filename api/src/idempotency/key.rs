//! The header `Idempotency-Key`, with a fingerprint of the request: its method, path and body.

use domain::idempotency::Key;
use poem::http::HeaderName;
use poem::{Request, RequestBody, Result};
use poem_openapi::registry::{MetaParamIn, MetaSchema, MetaSchemaRef};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::problem::Problem;

const HEADER: HeaderName = HeaderName::from_static("idempotency-key");
const MAX_LENGTH: usize = 255;

/// The request's body as received, for the fingerprint. Kept only for requests with a key.
#[derive(Clone)]
pub struct RawBody(pub Vec<u8>);

impl RawBody {
    pub fn is_needed(request: &Request) -> bool {
        request.headers().contains_key(HEADER)
    }
}

/// The header's value, if it was sent.
pub struct IdempotencyKey(Option<KeyAndFingerprint>);

struct KeyAndFingerprint {
    key: String,
    fingerprint: Vec<u8>,
}

impl IdempotencyKey {
    /// The key for one operation. Other operations may use the same value.
    pub fn of(self, operation: &'static str) -> Option<Key> {
        self.0.map(|KeyAndFingerprint { key, fingerprint }| Key {
            operation,
            key,
            fingerprint,
            preference: None,
        })
    }
}

impl<'a> ApiExtractor<'a> for IdempotencyKey {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::Parameter];
    type ParamType = String;
    type ParamRawType = String;

    fn param_in() -> Option<MetaParamIn> {
        Some(MetaParamIn::Header)
    }

    fn param_schema_ref() -> Option<MetaSchemaRef> {
        let lengths =
            MetaSchema { min_length: Some(1), max_length: Some(MAX_LENGTH), ..MetaSchema::new("string") };
        Some(MetaSchemaRef::Inline(Box::new(lengths)))
    }

    async fn from_request(
        request: &'a Request,
        _body: &mut RequestBody,
        _options: ExtractParamOptions<String>,
    ) -> Result<Self> {
        let mut headers = request.headers().get_all(HEADER).iter();
        let Some(header) = headers.next() else { return Ok(Self(None)) };
        let is_valid = (1..=MAX_LENGTH).contains(&header.len())
            && header.as_bytes().iter().all(u8::is_ascii_graphic)
            && headers.next().is_none();
        if !is_valid {
            let detail = "must be one header of 1 to 255 visible ASCII characters";
            return Err(Problem::invalid_field("/Idempotency-Key", detail).into());
        }
        let key = String::from_utf8_lossy(header.as_bytes()).into_owned();
        Ok(Self(Some(KeyAndFingerprint { key, fingerprint: fingerprint(request) })))
    }
}

/// Equal for equal JSON: white space and the order of members do not count.
fn fingerprint(request: &Request) -> Vec<u8> {
    let body = request.data::<RawBody>().map_or(&[][..], |received| &received.0);
    let canonical = match serde_json::from_slice::<Value>(body) {
        Ok(mut value) => {
            value.sort_all_objects();
            value.to_string().into_bytes()
        }
        Err(_) => body.to_vec(),
    };
    let mut hash = Sha256::new();
    for part in [request.method().as_str().as_bytes(), request.uri().path().as_bytes(), &canonical] {
        // With its length, so that different lists of parts cannot have the same bytes.
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    hash.finalize().to_vec()
}

#[cfg(test)]
mod tests {
    use poem::http::Method;

    use super::*;

    fn print(method: Method, path: &str, body: &str) -> Vec<u8> {
        let mut request = Request::builder().method(method).uri_str(path).finish();
        request.set_data(RawBody(body.into()));
        fingerprint(&request)
    }

    #[test]
    fn a_fingerprint_covers_method_path_and_the_meaning_of_the_body() {
        let one = print(Method::POST, "/v1/x", r#"{"a": 1, "b": [2]}"#);
        assert_eq!(one, print(Method::POST, "/v1/x", r#"{"b":[2],"a":1}"#));
        assert_ne!(one, print(Method::POST, "/v1/x", r#"{"b":[3],"a":1}"#));
        assert_ne!(one, print(Method::POST, "/v1/y", r#"{"b":[2],"a":1}"#));
        assert_ne!(one, print(Method::PUT, "/v1/x", r#"{"b":[2],"a":1}"#));
        assert_ne!(print(Method::POST, "/v1/x", ""), print(Method::POST, "/v1/x", "null"));
    }
}
