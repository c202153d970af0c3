//! What PostgreSQL stores of a password (SCRAM-SHA-256, RFC 5803).

use aws_lc_rs::{
    digest::{SHA256, digest},
    hmac::{HMAC_SHA256, Key, sign},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use secrecy::{ExposeSecret, SecretString};

/// Many rounds slow down guesses at a password whose verifier is known. Nobody guesses 190 random bits, and each new
/// connection has to compute the rounds, so there is only one.
const ROUNDS: u8 = 1;

/// The verifier of a random password with a random salt, as `create role … password` takes it.
pub fn of(password: &SecretString) -> String {
    let salt: [u8; 16] = rand::random();
    // With one round, PBKDF2 is one HMAC of the salt and the number of the block.
    let salted = hmac(password.expose_secret().as_bytes(), &[&salt[..], &1_u32.to_be_bytes()].concat());
    let stored = digest(&SHA256, &hmac(&salted, b"Client Key"));
    let (salt, stored) = (STANDARD.encode(salt), STANDARD.encode(stored));
    format!("SCRAM-SHA-256${ROUNDS}:{salt}${stored}:{}", STANDARD.encode(hmac(&salted, b"Server Key")))
}

fn hmac(key: &[u8], message: &[u8]) -> Vec<u8> {
    sign(&Key::new(HMAC_SHA256, key), message).as_ref().to_vec()
}
