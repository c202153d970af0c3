//! Recovery codes, for people who lost their authenticator app. Each can be used once.

use entity::id::UserId;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// How many there are.
const COUNT: usize = 10;
/// 24 characters are 120 random bits. From 112 bits on, a fast hash is enough (NIST SP 800-63B-4, section 3.1.2.2).
const LENGTH: usize = 24;
/// How many characters stand between two hyphens.
const GROUP: usize = 4;
/// Crockford's base32, which has no letters that look like digits.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// New recovery codes, as their owner sees them once, and their hashes.
pub(super) struct NewCodes {
    pub texts: Vec<SecretString>,
    pub hashes: Vec<Vec<u8>>,
}

/// A recovery code in its normal form.
pub(super) struct RecoveryCode(SecretString);

impl NewCodes {
    /// # Errors
    /// When the system's random number generator fails.
    pub fn of(user: UserId) -> Result<Self> {
        let mut codes = Self { texts: Vec::with_capacity(COUNT), hashes: Vec::with_capacity(COUNT) };
        for _ in 0..COUNT {
            let code = RecoveryCode::new()?;
            codes.hashes.push(code.hash(user));
            codes.texts.push(code.grouped());
        }
        Ok(codes)
    }
}

impl RecoveryCode {
    fn new() -> Result<Self> {
        let mut random = [0; LENGTH];
        aws_lc_rs::rand::fill(&mut random).map_err(Error::internal)?;
        let code: String = random.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect();
        Ok(Self(code.into()))
    }

    /// Reads what a person typed: in any case, with or without hyphens and spaces. `None` if this is no recovery code.
    pub fn read(text: &str) -> Option<Self> {
        let characters = text.chars().filter(|character| !matches!(character, '-' | ' '));
        let code: String = characters.map(normal).collect();
        let is_code = code.len() == LENGTH && code.bytes().all(|byte| ALPHABET.contains(&byte));
        is_code.then(|| Self(code.into()))
    }

    /// The hash to store. It differs from person to person.
    pub fn hash(&self, user: UserId) -> Vec<u8> {
        let hash = Sha256::new().chain_update("recovery code").chain_update(user.0.as_bytes());
        hash.chain_update(self.0.expose_secret()).finalize().to_vec()
    }

    fn grouped(&self) -> SecretString {
        let characters: Vec<char> = self.0.expose_secret().chars().collect();
        let groups: Vec<String> = characters.chunks(GROUP).map(|group| group.iter().collect()).collect();
        groups.join("-").into()
    }
}

/// Letters that are not in the alphabet stand for the digits that they look like.
fn normal(character: char) -> char {
    match character.to_ascii_lowercase() {
        'i' | 'l' => '1',
        'o' => '0',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_as_it_was_shown_however_it_is_typed() {
        let user = UserId::new();
        let codes = NewCodes::of(user).unwrap();
        assert_eq!((codes.texts.len(), codes.hashes.len()), (COUNT, COUNT));
        for (text, hash) in codes.texts.iter().zip(&codes.hashes) {
            let shown = text.expose_secret();
            let spelled = shown.replace('1', "l").replace('0', "O");
            for typed in [shown.to_owned(), shown.to_uppercase(), shown.replace('-', " "), spelled] {
                assert_eq!(&RecoveryCode::read(&typed).unwrap().hash(user), hash, "{typed}");
            }
            assert_ne!(&RecoveryCode::read(shown).unwrap().hash(UserId::new()), hash);
        }
    }

    #[test]
    fn anything_else_is_no_recovery_code() {
        let whole = "0123-4567-89ab-cdef-ghjk-mnpq";
        assert!(RecoveryCode::read(whole).is_some());
        for text in [
            "",
            "123456",
            &whole[1..],
            &format!("{whole}0"),
            &whole.replace('q', "u"),
            &whole.replace('q', "é"),
        ] {
            assert!(RecoveryCode::read(text).is_none(), "{text}");
        }
    }
}
