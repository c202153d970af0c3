//! The client's credentials: in the header (`client_secret_basic`) or in the form (`client_secret_post`), not in both.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use entity::id::ApiKeyId;
use poem::Request;
use poem::http::header::{AUTHORIZATION, HeaderValue};
use secrecy::SecretString;

use super::errors::{bad_request, invalid_client};
use crate::payload::forms;
use crate::problem::Problem;

pub struct Credentials {
    pub id: ApiKeyId,
    pub secret: SecretString,
}

impl Credentials {
    /// # Errors
    /// `invalid_client` without valid credentials, `invalid_request` with credentials in both places.
    pub fn of(request: &Request, form: &BTreeMap<String, String>) -> Result<Self, Problem> {
        let mut headers = request.headers().get_all(AUTHORIZATION).iter();
        match (headers.next(), headers.next(), form.get("client_secret")) {
            (None, _, Some(secret)) => {
                let id = form.get("client_id").and_then(|id| id.parse().ok()).ok_or_else(invalid_client)?;
                Ok(Self { id, secret: secret.as_str().into() })
            }
            (Some(header), None, None) => {
                let basic = Self::read_basic(header).ok_or_else(invalid_client)?;
                match form.get("client_id").is_none_or(|id| id.parse() == Ok(basic.id)) {
                    true => Ok(basic),
                    false => Err(bad_request("invalid_request", "client_id is not that of the header.")),
                }
            }
            (None, _, None) => Err(invalid_client()),
            _ => Err(bad_request("invalid_request", "Credentials belong into the header or into the form.")),
        }
    }

    /// Id and secret are each encoded like form values (RFC 6749, section 2.3.1).
    fn read_basic(header: &HeaderValue) -> Option<Self> {
        let (scheme, encoded) = header.to_str().ok()?.split_once(' ')?;
        let decoded =
            STANDARD.decode(encoded.trim()).ok().filter(|_| scheme.eq_ignore_ascii_case("basic"))?;
        let (id, secret) = std::str::from_utf8(&decoded).ok()?.split_once(':')?;
        Some(Self { id: forms::decode(id).ok()?.parse().ok()?, secret: forms::decode(secret).ok()?.into() })
    }
}
