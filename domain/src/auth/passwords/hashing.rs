//! Argon2id with OWASP's parameters.

use std::sync::LazyLock;

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use secrecy::{ExposeSecret, SecretString};

use crate::error::{Error, Result};

/// 19 MiB, two passes, one lane: the second of the equivalent settings in OWASP's Password Storage Cheat Sheet.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

static ARGON2: LazyLock<Argon2<'static>> = LazyLock::new(|| {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
});

/// Compared with when there is no account, so that an unknown e-mail address takes as long as a known one.
pub static DUMMY_HASH: LazyLock<String> = LazyLock::new(|| {
    ARGON2.hash_password(b"nobody signs in with this").map(|hash| hash.to_string()).unwrap_or_default()
});

/// The result of comparing a password with a stored hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordCheck {
    Wrong,
    Right,
    /// Right, but hashed with weaker parameters than the current ones; the caller should hash it again.
    RightButWeak,
}

/// The PHC string of a new salted hash.
pub fn hash(password: &SecretString) -> Result<String> {
    let hash = ARGON2.hash_password(password.expose_secret().as_bytes()).map_err(Error::internal)?;
    Ok(hash.to_string())
}

pub fn compare(password: &str, stored: &str) -> PasswordCheck {
    let Ok(hash) = PasswordHash::new(stored) else {
        return PasswordCheck::Wrong;
    };
    if ARGON2.verify_password(password.as_bytes(), &hash).is_err() {
        return PasswordCheck::Wrong;
    }
    let is_weak = Params::try_from(&hash)
        .map_or(true, |params| params.m_cost() < MEMORY_KIB || params.t_cost() < PASSES);
    if is_weak { PasswordCheck::RightButWeak } else { PasswordCheck::Right }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_password_is_right() {
        let stored = hash(&SecretString::from("tall ships at dawn")).unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert_eq!(compare("tall ships at dawn", &stored), PasswordCheck::Right);
        assert_eq!(compare("tall ships at dusk", &stored), PasswordCheck::Wrong);
        assert_eq!(compare("anything", "not a hash"), PasswordCheck::Wrong);
    }

    #[test]
    fn a_weaker_hash_is_detected() {
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8_192, 1, 1, None).unwrap());
        let stored = weak.hash_password(b"tall ships at dawn").unwrap().to_string();
        assert_eq!(compare("tall ships at dawn", &stored), PasswordCheck::RightButWeak);
    }
}
