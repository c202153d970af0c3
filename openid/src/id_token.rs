//! The checks of an ID token (OpenID Connect Core 1.0, section 3.1.3.7; RFC 8725).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::jwk::{Jwk, PublicKeyUse};
use jsonwebtoken::{Algorithm, AlgorithmFamily, DecodingKey, Header, Validation};
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256, Sha384, Sha512};

use crate::error::{Error, Result};
use crate::token_request::Tokens;

/// Public-key signatures only. The client's secret is no key of a token: a program that has it could sign tokens.
const ALGORITHMS: [Algorithm; 9] = [
    Algorithm::RS256,
    Algorithm::RS384,
    Algorithm::RS512,
    Algorithm::PS256,
    Algorithm::PS384,
    Algorithm::PS512,
    Algorithm::ES256,
    Algorithm::ES384,
    Algorithm::EdDSA,
];
const LONGEST: usize = 16 * 1_024;
/// How much the provider's clock and ours may differ, in seconds.
const LEEWAY: i64 = 60;
/// Of a subject, in characters (section 2).
const LONGEST_SUBJECT: usize = 255;

/// What an ID token has to say. Times are in seconds since 1970.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    pub issuer: &'a str,
    pub client_id: &'a str,
    pub nonce: &'a str,
    pub now: i64,
    /// When the person was sent to the provider, if they have to prove anew who they are.
    pub authenticated_since: Option<i64>,
}

/// A person, as the provider describes them.
#[derive(Clone, Debug)]
pub struct Identity {
    pub issuer: String,
    /// The provider's id of the person.
    pub subject: String,
    /// An address of which the provider says that it is the person's.
    pub verified_email: Option<String>,
    pub name: Option<String>,
    /// When the person last proved who they are, in seconds since 1970.
    pub authenticated_at: Option<i64>,
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: Audience,
    azp: Option<String>,
    exp: i64,
    iat: i64,
    nbf: Option<i64>,
    nonce: String,
    auth_time: Option<i64>,
    at_hash: Option<String>,
    email: Option<String>,
    email_verified: Option<Value>,
    /// Microsoft Entra ID's word for a verified address.
    xms_edov: Option<Value>,
    name: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

/// The header of a token, if its algorithm is allowed.
///
/// # Errors
/// [`Error::TokenRefused`].
pub fn header(token: &str) -> Result<Header> {
    if token.len() > LONGEST {
        return Err(Error::TokenRefused("it is too long"));
    }
    let header =
        jsonwebtoken::decode_header(token).map_err(|_| Error::TokenRefused("its header is not readable"))?;
    if !ALGORITHMS.contains(&header.alg) {
        return Err(Error::TokenRefused("its algorithm is not allowed"));
    }
    if header.crit.is_some() {
        return Err(Error::TokenRefused("its header has an extension that must be understood"));
    }
    Ok(header)
}

/// The provider's key that a token names. Keys within the token are ignored. A token that names none is of the only key that
/// suits its algorithm.
///
/// # Errors
/// [`Error::TokenRefused`].
pub fn key<'a>(header: &Header, keys: &'a [Jwk]) -> Result<&'a Jwk> {
    let suits = |key: &&Jwk| {
        let common = &key.common;
        let signs = matches!(common.public_key_use, None | Some(PublicKeyUse::Signature));
        let is_named = header.kid.is_none() || common.key_id == header.kid;
        let family = DecodingKey::from_jwk(key).map(|key| key.family());
        let is_of_algorithm = common.key_algorithm.is_none_or(|algorithm| algorithm == header.alg.into());
        signs && is_named && is_of_algorithm && family.is_ok_and(|family| suits_family(header.alg, family))
    };
    let mut suitable = keys.iter().filter(suits);
    match (suitable.next(), suitable.next()) {
        (Some(key), None) => Ok(key),
        _ => Err(Error::TokenRefused("the provider has no such key")),
    }
}

fn suits_family(algorithm: Algorithm, family: AlgorithmFamily) -> bool {
    family.algorithms().contains(&algorithm)
}

/// Checks a token with the provider's key; returns whom it describes.
///
/// # Errors
/// [`Error::TokenRefused`].
pub fn check(tokens: &Tokens, algorithm: Algorithm, key: &Jwk, expected: &Expected<'_>) -> Result<Identity> {
    let refused = |why| Err(Error::TokenRefused(why));
    let decoding =
        DecodingKey::from_jwk(key).map_err(|_| Error::TokenRefused("the provider has no such key"))?;
    let claims = match jsonwebtoken::decode::<Claims>(&tokens.id_token, &decoding, &validation(algorithm)) {
        Ok(decoded) => decoded.claims,
        Err(_) => return refused("its signature or a claim is not valid"),
    };
    if claims.iss != expected.issuer {
        return refused("its issuer is another one");
    }
    if !is_for(&claims, expected.client_id) {
        return refused("it is for another client");
    }
    if claims.nonce != expected.nonce {
        return refused("it belongs to another sign-in");
    }
    if expected.now >= claims.exp.saturating_add(LEEWAY) {
        return refused("it has expired");
    }
    if claims.iat.max(claims.nbf.unwrap_or(i64::MIN)) > expected.now + LEEWAY {
        return refused("it is not valid yet");
    }
    if !is_hash_of(claims.at_hash.as_deref(), tokens.access_token.as_deref(), algorithm) {
        return refused("it belongs to another access token");
    }
    let is_stale = |since: i64| claims.auth_time.is_none_or(|at| at < since - LEEWAY);
    if expected.authenticated_since.is_some_and(is_stale) {
        return refused("the person has not proved anew who they are");
    }
    if claims.sub.trim().is_empty() || claims.sub.chars().count() > LONGEST_SUBJECT {
        return refused("its subject is empty or too long");
    }
    let is_verified = [&claims.email_verified, &claims.xms_edov].into_iter().flatten().any(is_true);
    Ok(Identity {
        issuer: claims.iss,
        subject: claims.sub,
        verified_email: claims.email.filter(|_| is_verified),
        name: claims.name,
        authenticated_at: claims.auth_time,
    })
}

/// The signature only: the claims are checked above, with the database's clock.
fn validation(algorithm: Algorithm) -> Validation {
    let mut validation = Validation::new(algorithm);
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    validation.validate_aud = false;
    validation
}

/// Whether the token is for the client. One for several needs to name the client that asked for it.
fn is_for(claims: &Claims, client_id: &str) -> bool {
    let is_among = match &claims.aud {
        Audience::One(client) => client == client_id,
        Audience::Several(clients) => clients.iter().any(|client| client == client_id),
    };
    let is_single = matches!(&claims.aud, Audience::One(_))
        || matches!(&claims.aud, Audience::Several(all) if all.len() == 1);
    is_among && claims.azp.as_deref().map_or(is_single, |party| party == client_id)
}

/// Whether `hash` is that of the access token (section 3.1.3.6). Without one there is nothing to compare.
fn is_hash_of(hash: Option<&str>, access_token: Option<&str>, algorithm: Algorithm) -> bool {
    let (Some(hash), Some(token)) = (hash, access_token) else { return true };
    let digest = match algorithm {
        Algorithm::RS256 | Algorithm::PS256 | Algorithm::ES256 => Sha256::digest(token).to_vec(),
        Algorithm::RS384 | Algorithm::PS384 | Algorithm::ES384 => Sha384::digest(token).to_vec(),
        _ => Sha512::digest(token).to_vec(),
    };
    hash == URL_SAFE_NO_PAD.encode(&digest[..digest.len() / 2])
}

/// Some providers send a text or a number for a boolean.
fn is_true(flag: &Value) -> bool {
    flag == true || flag == "true" || flag == 1 || flag == "1"
}

#[cfg(test)]
#[path = "id_token_tests.rs"]
mod tests;
