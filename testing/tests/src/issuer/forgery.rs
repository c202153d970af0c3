//! ID tokens as an attacker would write them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Map, Value, json};

use super::keys::Key;

/// How a token is forged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forgery {
    /// No signature, and an algorithm that says so.
    NoAlgorithm,
    /// The signature is cut off.
    NoSignature,
    /// Signed with the client's secret.
    ClientSecret,
    /// HS256 with the public key as the secret.
    PublicKeyAsSecret,
    /// Signed with a foreign key under the id of the issuer's.
    ForeignKey,
    /// Signed with a foreign key under an id that the issuer does not have.
    UnknownKey,
    /// Signed with a foreign key, which the header contains.
    EmbeddedKey,
    /// The header says that it has to be understood.
    CriticalHeader,
    /// The claims were changed after signing.
    ChangedClaims,
    /// More than sixteen kilobytes.
    Long,
    /// No token at all.
    Nonsense,
}

impl Forgery {
    pub const ALL: [Self; 11] = [
        Self::NoAlgorithm,
        Self::NoSignature,
        Self::ClientSecret,
        Self::PublicKeyAsSecret,
        Self::ForeignKey,
        Self::UnknownKey,
        Self::EmbeddedKey,
        Self::CriticalHeader,
        Self::ChangedClaims,
        Self::Long,
        Self::Nonsense,
    ];
}

/// The ID token with these claims, signed by the issuer or forged.
pub fn token(claims: &Map<String, Value>, key: &Key, foreign: &Key, forgery: Option<Forgery>) -> String {
    let mut header = Header::new(Algorithm::RS256);
    header.kid = Some(key.id.clone());
    let Some(forgery) = forgery else { return signed(&header, claims, &key.encoding) };
    match forgery {
        Forgery::NoAlgorithm => {
            format!("{}.{}.", part(&json!({ "alg": "none", "kid": key.id })), part(claims))
        }
        Forgery::NoSignature => {
            let whole = signed(&header, claims, &key.encoding);
            whole[..=whole.rfind('.').expect("a signature")].to_owned()
        }
        Forgery::ClientSecret => with_secret(header, claims, super::CLIENT_SECRET.as_bytes()),
        Forgery::PublicKeyAsSecret => {
            let modulus = URL_SAFE_NO_PAD.decode(key.jwk["n"].as_str().expect("a modulus")).expect("base64");
            with_secret(header, claims, &modulus)
        }
        Forgery::ForeignKey => signed(&header, claims, &foreign.encoding),
        Forgery::UnknownKey => {
            header.kid = Some("an unknown key".to_owned());
            signed(&header, claims, &foreign.encoding)
        }
        Forgery::EmbeddedKey => {
            header.jwk = serde_json::from_value(foreign.jwk.clone()).ok();
            signed(&header, claims, &foreign.encoding)
        }
        Forgery::CriticalHeader => {
            header.crit = Some(vec!["exp".to_owned()]);
            signed(&header, claims, &key.encoding)
        }
        Forgery::ChangedClaims => {
            let whole = signed(&header, claims, &key.encoding);
            let mut others = claims.clone();
            others.insert("sub".to_owned(), json!("somebody else"));
            let (head, rest) = whole.split_once('.').expect("a header");
            format!("{head}.{}.{}", part(&others), rest.rsplit('.').next().expect("a signature"))
        }
        Forgery::Long => {
            let mut longer = claims.clone();
            longer.insert("padding".to_owned(), json!("x".repeat(20_000)));
            signed(&header, &longer, &key.encoding)
        }
        Forgery::Nonsense => "no token".to_owned(),
    }
}

fn signed(header: &Header, claims: &Map<String, Value>, key: &EncodingKey) -> String {
    jsonwebtoken::encode(header, claims, key).expect("a token")
}

fn with_secret(header: Header, claims: &Map<String, Value>, secret: &[u8]) -> String {
    let header = Header { alg: Algorithm::HS256, ..header };
    signed(&header, claims, &EncodingKey::from_secret(secret))
}

fn part(value: &impl serde::Serialize) -> String {
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(value).expect("JSON"))
}
