//! Checks an API key before anything is sent with it.

use secrecy::{ExposeSecret as _, SecretString};

use crate::Fault;

/// The key without the blanks around it, such as the newline at the end of a secret's file.
///
/// # Errors
/// [`Fault::Configuration`] with what to change. It says nothing of the key's content.
pub(crate) fn checked(key: &SecretString) -> Result<SecretString, Fault> {
    let key = key.expose_secret().trim();
    let wrong = |what: &str| Err(Fault::Configuration(format!("the API key {what}")));
    if key.is_empty() {
        return wrong("is blank; set it to the key, or leave it out for an endpoint without keys");
    }
    if key.starts_with(['"', '\'', '`']) || key.ends_with(['"', '\'', '`']) {
        return wrong("has quotes around it; set it without them");
    }
    if key.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("bearer ")) {
        return wrong("begins with `Bearer`; set it without that word");
    }
    if key.contains(char::is_whitespace) {
        return wrong("has a blank or a line break inside; copy it again, and set only the key");
    }
    if !key.chars().all(|c| c.is_ascii_graphic()) {
        return wrong("has a character that no HTTP header may have; copy it again");
    }
    Ok(key.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_around_a_key_are_removed() {
        for key in ["sk-abc", "sk-abc\n", " sk-abc\r\n", "\tsk-abc "] {
            assert_eq!(checked(&key.into()).unwrap().expose_secret(), "sk-abc", "{key:?}");
        }
    }

    #[test]
    fn a_wrong_key_is_refused_with_what_to_do() {
        for (key, expected) in [
            (" \n", "is blank"),
            ("\"sk-abc\"", "has quotes around it; set it without them"),
            ("'sk-abc'", "has quotes"),
            ("Bearer sk-abc", "begins with `Bearer`"),
            ("sk-abc sk-def", "has a blank or a line break inside"),
            ("sk-abc\nLLM_MODEL=m", "has a blank or a line break inside"),
            ("sk-\u{7}abc", "has a character"),
            ("sk-äbc", "has a character"),
            ("sk-\u{200b}abc", "has a character"),
        ] {
            let fault = checked(&key.into()).unwrap_err().to_string();
            assert!(fault.contains(expected) && !fault.contains("abc"), "{key:?}: {fault}");
        }
    }
}
