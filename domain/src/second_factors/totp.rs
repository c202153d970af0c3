//! The codes of an authenticator app (TOTP, RFC 6238): SHA-1, six digits, a new code every 30 seconds, as all apps support.

use chrono::{DateTime, Utc};
use secrecy::SecretString;
use totp_rs::{Builder, Totp};

use crate::error::{Error, Result};

/// As the app shows it beside the account.
const ISSUER: &str = "Postwright";
/// RFC 4226, section 4, recommends 160 bits.
const SEED_BYTES: usize = 20;
/// Codes of the step before and of the step after are accepted too: the clock of a phone may differ.
const DRIFT: u16 = 1;

/// The secret that the authenticator app and the database share.
pub(super) struct Seed(Totp);

impl Seed {
    /// # Errors
    /// When the system's random number generator fails.
    pub fn new(email: &str) -> Result<Self> {
        let mut seed = [0; SEED_BYTES];
        aws_lc_rs::rand::fill(&mut seed).map_err(Error::internal)?;
        Self::build(&seed, email)
    }

    /// # Errors
    /// When this is no seed.
    pub fn stored(seed: &[u8]) -> Result<Self> {
        Self::build(seed, "")
    }

    fn build(seed: &[u8], email: &str) -> Result<Self> {
        let totp = Builder::new()
            .with_secret(seed)
            .with_skew(DRIFT)
            .with_issuer(Some(ISSUER))
            // A colon would end the issuer.
            .with_account_name(email.replace(':', ""));
        totp.build().map(Self).map_err(Error::internal)
    }

    pub fn as_bytes(&self) -> &[u8] {
        self.0.secret().as_bytes()
    }

    /// The seed in base32, to type into an app.
    pub fn secret(&self) -> SecretString {
        self.0.secret().to_base32().into()
    }

    /// The seed as a URI, to show as a QR code.
    ///
    /// # Errors
    /// For a seed without an e-mail address.
    pub fn uri(&self) -> Result<SecretString> {
        self.0.to_url().map(SecretString::from).map_err(Error::internal)
    }

    /// The time step that a code belongs to, if it is a code of this time.
    pub fn matching_step(&self, code: &str, at: DateTime<Utc>) -> Option<i64> {
        let step = self.0.check(code, at.timestamp().try_into().ok()?)?;
        step.try_into().ok()
    }
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    fn seed() -> Seed {
        // The seed of RFC 6238, appendix B.
        Seed::build(b"12345678901234567890", "ada:x@example.com").unwrap()
    }

    fn step(code: &str, at: i64) -> Option<i64> {
        seed().matching_step(code, DateTime::from_timestamp(at, 0).unwrap())
    }

    #[test]
    fn the_codes_are_those_of_the_rfc() {
        // The last six digits of the RFC's eight.
        for (at, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(step(code, at), Some(at / 30), "{code}");
        }
    }

    #[test]
    fn a_code_is_accepted_one_step_before_and_after_its_own() {
        let code = "081804";
        let own = 1_111_111_109 / 30;
        for (drift, expected) in [(-2, None), (-1, Some(own)), (0, Some(own)), (1, Some(own)), (2, None)] {
            assert_eq!(step(code, (own + drift) * 30), expected, "{drift}");
        }
    }

    #[test]
    fn what_is_no_code_matches_no_step() {
        for text in ["", "81804", "0081804", "+81804", " 81804", "08180٤", "081 804", "abcdef"] {
            assert_eq!(step(text, 1_111_111_109), None, "{text}");
        }
    }

    #[test]
    fn an_app_reads_the_seed_from_the_uri() {
        let seed = seed();
        let uri = seed.uri().unwrap();
        let expected = "otpauth://totp/Postwright:adax%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Postwright";
        assert_eq!(uri.expose_secret(), expected);
        assert!(expected.contains(seed.secret().expose_secret()));
        assert_ne!(Seed::new("a@b.c").unwrap().as_bytes(), Seed::new("a@b.c").unwrap().as_bytes());
    }
}
