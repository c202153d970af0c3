//! Signing secrets and signatures (Standard Webhooks, "Signature scheme").

use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use secrecy::{ExposeSecret, SecretString};

use crate::error::{Error, Result};

/// Length of a key in bytes; the standard allows 24 to 64.
const BYTES: usize = 32;
const PREFIX: &str = "whsec_";
/// How many seconds a timestamp may differ from our clock, as in the reference libraries.
const TOLERANCE: i64 = 5 * 60;

/// A new key.
///
/// # Errors
/// When the system's random number generator fails.
pub(crate) fn new() -> Result<Vec<u8>> {
    let mut key = vec![0; BYTES];
    aws_lc_rs::rand::fill(&mut key).map_err(Error::internal)?;
    Ok(key)
}

/// The key in its text format, `whsec_…`.
pub(crate) fn to_text(key: &[u8]) -> SecretString {
    format!("{PREFIX}{}", STANDARD.encode(key)).into()
}

/// The headers of the standard. `id` identifies the message, `timestamp` is the time of sending in seconds since 1970. The
/// signature header contains one signature for each key; pass the newest key first.
pub(crate) fn headers<'a>(
    keys: impl Iterator<Item = &'a [u8]>,
    id: &str,
    timestamp: i64,
    body: &str,
) -> [(&'static str, String); 3] {
    [
        ("webhook-id", id.to_owned()),
        ("webhook-timestamp", timestamp.to_string()),
        ("webhook-signature", sign(keys, id, timestamp, body)),
    ]
}

fn sign<'a>(keys: impl Iterator<Item = &'a [u8]>, id: &str, timestamp: i64, body: &str) -> String {
    let content = format!("{id}.{timestamp}.{body}");
    let signatures = keys.map(|key| {
        let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), content.as_bytes());
        format!("v1,{}", STANDARD.encode(tag))
    });
    signatures.collect::<Vec<_>>().join(" ")
}

/// A received request: the standard's headers and the body.
#[derive(Clone, Copy, Debug)]
pub struct Signed<'a> {
    pub id: &'a str,
    pub timestamp: &'a str,
    pub signatures: &'a str,
    pub body: &'a str,
}

/// Whether the request was signed with this secret within five minutes of `now`, in seconds since 1970.
#[must_use]
pub fn verify(secret: &SecretString, signed: Signed<'_>, now: i64) -> bool {
    let Some(key) = secret.expose_secret().strip_prefix(PREFIX).and_then(|text| STANDARD.decode(text).ok())
    else {
        return false;
    };
    let Signed { id, timestamp, signatures, body } = signed;
    let is_recent = timestamp.parse::<i64>().is_ok_and(|at| now.abs_diff(at) <= TOLERANCE.unsigned_abs());
    let key = hmac::Key::new(hmac::HMAC_SHA256, &key);
    let content = format!("{id}.{timestamp}.{body}");
    let fits = |signature: &str| {
        let tag = signature.strip_prefix("v1,").and_then(|text| STANDARD.decode(text).ok());
        tag.is_some_and(|tag| hmac::verify(&key, content.as_bytes(), &tag).is_ok())
    };
    is_recent && signatures.split(' ').any(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the standard's reference libraries.
    #[test]
    fn a_signature_is_that_of_the_standard() {
        let secret = SecretString::from("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        let key = STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let (id, body) = ("msg_p5jXN8AQM9LWM0D4loKWxJek", r#"{"test": 2432232314}"#);
        let signature = sign([&*key].into_iter(), id, 1_614_265_330, body);
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        let signed = Signed { id, timestamp: "1614265330", signatures: &signature, body };
        assert!(verify(&secret, signed, 1_614_265_330 + 299));
        assert!(!verify(&secret, signed, 1_614_265_330 + 301), "too old");
        assert!(!verify(&secret, signed, 1_614_265_330 - 301), "too new");
        assert!(!verify(&secret, Signed { body: "{}", ..signed }, 1_614_265_330));
        assert!(!verify(&to_text(&new().unwrap()), signed, 1_614_265_330));
    }
}
