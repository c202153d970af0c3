//! The exchange of a code for an ID token (OpenID Connect Core 1.0, section 3.1.3).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use outbound::{Outbound, Request, Response};
use secrecy::ExposeSecret as _;
use serde::Deserialize;
use url::form_urlencoded::{Serializer, byte_serialize};

use crate::error::{Error, Result};
use crate::metadata::{Metadata, json};
use crate::relying_party::{Redemption, TIMEOUT};

/// What is read of the response.
#[derive(Deserialize)]
pub struct Tokens {
    pub id_token: String,
    /// Only its hash is compared with the ID token.
    pub access_token: Option<String>,
}

#[derive(Deserialize)]
struct Refusal {
    error: String,
}

/// # Errors
/// [`Error::CodeRefused`], [`Error::ClientRefused`], [`Error::Unavailable`], [`Error::TimedOut`], [`Error::Unusable`].
pub async fn send(outbound: &Outbound, metadata: &Metadata, redemption: &Redemption<'_>) -> Result<Tokens> {
    read(&outbound.post(request(metadata, redemption)).await?)
}

fn request(metadata: &Metadata, redemption: &Redemption<'_>) -> Request {
    let client = redemption.client;
    let mut form = Serializer::new(String::new());
    form.append_pair("grant_type", "authorization_code")
        .append_pair("code", redemption.code)
        .append_pair("redirect_uri", redemption.redirect_uri)
        .append_pair("code_verifier", redemption.code_verifier);
    let mut headers = vec![
        ("content-type".to_owned(), "application/x-www-form-urlencoded".to_owned()),
        ("accept".to_owned(), "application/json".to_owned()),
    ];
    if metadata.takes_secret_in_body() {
        form.append_pair("client_id", client.id).append_pair("client_secret", client.secret.expose_secret());
    } else {
        headers.push(("authorization".to_owned(), basic(client.id, client.secret.expose_secret())));
    }
    Request { url: metadata.token_endpoint.clone(), headers, body: form.finish(), timeout: TIMEOUT }
}

/// Each part is percent-encoded first (RFC 6749, section 2.3.1).
fn basic(id: &str, secret: &str) -> String {
    let encoded = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
    format!("Basic {}", STANDARD.encode(format!("{}:{}", encoded(id), encoded(secret))))
}

fn read(response: &Response) -> Result<Tokens> {
    if matches!(response.status, 400 | 401) {
        let refusal = serde_json::from_slice(&response.body).map(|Refusal { error }| error);
        return Err(match (response.status, refusal.as_deref()) {
            (_, Ok("invalid_grant")) => Error::CodeRefused,
            (401, _) | (_, Ok("invalid_client" | "unauthorized_client")) => Error::ClientRefused,
            _ => Error::Unusable("it refused the token request"),
        });
    }
    json(response, "its token response is not readable")
}
