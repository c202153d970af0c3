//! The rule for new passwords: length and guessability, no composition rules (NIST SP 800-63B-4).

use secrecy::{ExposeSecret, SecretString};

use crate::error::{Error, Result};

const MIN_CHARACTERS: usize = 12;
const MAX_BYTES: usize = 256;
/// How many characters are checked for guessability; more would only take longer.
const JUDGED_CHARACTERS: usize = 72;

/// Rejects passwords that are too short, too long or easily guessed. `known` are words that an attacker knows about the
/// person.
///
/// # Errors
/// [`Error::Invalid`] for `/password`, with advice.
pub fn check_password(password: &SecretString, known: &[&str]) -> Result<()> {
    let password = password.expose_secret();
    if password.chars().count() < MIN_CHARACTERS {
        return reject(format!("Use at least {MIN_CHARACTERS} characters."));
    }
    if password.len() > MAX_BYTES {
        return reject(format!("Use at most {MAX_BYTES} bytes."));
    }
    let start: String = password.chars().take(JUDGED_CHARACTERS).collect();
    if zxcvbn::zxcvbn(&start, known).score() < zxcvbn::Score::Three {
        return reject("This password is easily guessed. A few unrelated words make a good one.".into());
    }
    Ok(())
}

fn reject(detail: String) -> Result<()> {
    Err(Error::invalid("/password", detail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_guessable_passwords_are_rejected() {
        let good = |password: &str| {
            check_password(&SecretString::from(password), &["ada@example.com", "Ada"]).is_ok()
        };
        assert!(good("tall ships at dawn"));
        assert!(!good("short"));
        assert!(!good("passwordpassword"));
        assert!(!good("aaaaaaaaaaaaaaaa"));
        assert!(!good("ada@example.com"));
        assert!(!good(&"long words in a row ".repeat(20)));
    }
}
