//! Which passwords are good enough: length and guessability, no rules of composition (NIST SP 800-63B-4).

use secrecy::{ExposeSecret, SecretString};

use crate::error::{Error, Result};

const CHARACTERS_AT_LEAST: usize = 12;
const BYTES_AT_MOST: usize = 256;
/// More would only cost time: no dictionary word begins later than this.
const CHARACTERS_TO_JUDGE: usize = 72;

/// Refuses passwords that are short or easily guessed; `known` is what a guesser knows of the person.
///
/// # Errors
/// [`Error::Invalid`] for `/password`, saying what would be better.
pub fn check_password(password: &SecretString, known: &[&str]) -> Result<()> {
    let password = password.expose_secret();
    if password.chars().count() < CHARACTERS_AT_LEAST {
        return refuse(format!("Use at least {CHARACTERS_AT_LEAST} characters."));
    }
    if password.len() > BYTES_AT_MOST {
        return refuse(format!("Use at most {BYTES_AT_MOST} bytes."));
    }
    let start: String = password.chars().take(CHARACTERS_TO_JUDGE).collect();
    if zxcvbn::zxcvbn(&start, known).score() < zxcvbn::Score::Three {
        return refuse("This password is easily guessed. A few unrelated words make a good one.".into());
    }
    Ok(())
}

fn refuse(detail: String) -> Result<()> {
    Err(Error::invalid("/password", detail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_guessable_passwords_are_refused() {
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
