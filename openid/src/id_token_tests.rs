//! Keys and claims that no token may pass with. Whole tokens are tried in `testing/tests/it/api/single_sign_on/tokens.rs`.

use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair};
use jsonwebtoken::EncodingKey;
use serde_json::json;

use super::*;

const NOW: i64 = 1_795_000_000;

struct Signer {
    encoding: EncodingKey,
    jwk: Jwk,
}

impl Signer {
    fn new(id: &str) -> Self {
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(
            &ECDSA_P256_SHA256_FIXED_SIGNING,
            &aws_lc_rs::rand::SystemRandom::new(),
        );
        let encoding = EncodingKey::from_ec_der(pkcs8.unwrap().as_ref());
        let mut jwk = Jwk::from_encoding_key(&encoding, Algorithm::ES256).unwrap();
        jwk.common.key_id = Some(id.to_owned());
        Self { encoding, jwk }
    }

    fn token(&self, claims: &Value) -> Tokens {
        let mut header = Header::new(Algorithm::ES256);
        header.kid = self.jwk.common.key_id.clone();
        let id_token = jsonwebtoken::encode(&header, claims, &self.encoding).unwrap();
        Tokens { id_token, access_token: Some("access".to_owned()) }
    }
}

fn claims() -> Value {
    json!({ "iss": "https://i.example", "sub": "ada", "aud": "client", "nonce": "n", "iat": NOW, "exp": NOW + 60,
            "email": "ada@example.com", "email_verified": true, "auth_time": NOW - 5 })
}

fn expected() -> Expected<'static> {
    Expected {
        issuer: "https://i.example",
        client_id: "client",
        nonce: "n",
        now: NOW,
        authenticated_since: None,
    }
}

fn checked(signer: &Signer, claims: &Value, expected: &Expected<'_>) -> Result<Identity> {
    check(&signer.token(claims), Algorithm::ES256, &signer.jwk, expected)
}

#[test]
fn the_hash_of_the_access_token_is_compared() {
    let signer = Signer::new("a");
    let digest = Sha256::digest("access");
    let mut claims = claims();
    claims["at_hash"] = json!(URL_SAFE_NO_PAD.encode(&digest[..16]));
    assert_eq!(checked(&signer, &claims, &expected()).unwrap().subject, "ada");
    claims["at_hash"] = json!(URL_SAFE_NO_PAD.encode(digest));
    assert!(checked(&signer, &claims, &expected()).is_err());
}

#[test]
fn clocks_may_differ_by_a_minute() {
    let signer = Signer::new("a");
    for (now, is_valid) in [(NOW - 60, true), (NOW - 61, false), (NOW + 119, true), (NOW + 120, false)] {
        let checked = checked(&signer, &claims(), &Expected { now, ..expected() });
        assert_eq!(checked.is_ok(), is_valid, "{now}: {checked:?}");
    }
    for (since, is_valid) in [(NOW, true), (NOW + 55, true), (NOW + 56, false)] {
        let expected = Expected { authenticated_since: Some(since), ..expected() };
        assert_eq!(checked(&signer, &claims(), &expected).is_ok(), is_valid, "{since}");
    }
}

#[test]
fn a_key_must_suit_the_algorithm_and_be_for_signatures() {
    let (a, b) = (Signer::new("a"), Signer::new("b"));
    let mut header = Header::new(Algorithm::ES256);
    let keys = [a.jwk.clone(), b.jwk.clone()];
    header.kid = Some("b".to_owned());
    assert_eq!(key(&header, &keys).unwrap(), &b.jwk);
    header.kid = Some("../b".to_owned());
    assert!(key(&header, &keys).is_err());
    header.kid = None;
    assert!(key(&header, &keys).is_err(), "ambiguous");
    assert_eq!(key(&header, &keys[..1]).unwrap(), &a.jwk);
    header.alg = Algorithm::RS256;
    assert!(key(&header, &keys[..1]).is_err());
    header.alg = Algorithm::ES256;
    let mut encrypts = a.jwk.clone();
    encrypts.common.public_key_use = Some(PublicKeyUse::Encryption);
    assert!(key(&header, &[encrypts]).is_err());
    let mut other = a.jwk;
    other.common.key_algorithm = Some(Algorithm::ES384.into());
    assert!(key(&header, &[other]).is_err());
}

#[test]
fn an_address_counts_only_with_a_flag_that_is_true() {
    let signer = Signer::new("a");
    for (flag, is_verified) in [
        (json!(true), true),
        (json!("true"), true),
        (json!(1), true),
        (json!("1"), true),
        (json!(false), false),
        (json!("false"), false),
        (json!("True "), false),
        (json!(null), false),
        (json!({}), false),
    ] {
        let mut claims = claims();
        claims["email_verified"] = flag.clone();
        let identity = checked(&signer, &claims, &expected()).unwrap();
        assert_eq!(identity.verified_email.is_some(), is_verified, "{flag}");
    }
}

#[test]
fn secrets_and_no_algorithm_are_refused_before_a_key_is_looked_up() {
    let part = |value: Value| URL_SAFE_NO_PAD.encode(value.to_string());
    for algorithm in ["none", "None", "HS256", "HS384", "HS512", "ES256K", ""] {
        let token = format!("{}.{}.", part(json!({ "alg": algorithm })), part(claims()));
        assert!(header(&token).is_err(), "{algorithm}");
    }
    assert!(header(&"x".repeat(LONGEST + 1)).is_err());
}
