//! The stored form of an e-mail: recipient, language and kind with its link, sealed.

use job_post::Language;
use serde::{Deserialize, Serialize};

use super::{Email, EmailKind};
use crate::error::{Error, Result};

#[derive(Serialize, Deserialize)]
struct Payload {
    to: String,
    /// ISO 639-1.
    language: Option<String>,
    #[serde(flatten)]
    kind: EmailKind,
}

/// # Errors
/// [`Error::Internal`] when it cannot be sealed.
pub fn seal(email: &Email) -> Result<Vec<u8>> {
    let Email { to, language, kind } = email.clone();
    let payload = Payload { to, language: language.map(|language| language.code().to_owned()), kind };
    serde_json::to_vec(&payload).map_err(Error::internal)
}

/// # Errors
/// [`Error::Internal`] when it was sealed with a key that is gone, or by another build.
pub fn open(sealed: &[u8]) -> Result<Email> {
    let Payload { to, language, kind } = serde_json::from_slice(sealed).map_err(Error::internal)?;
    Ok(Email { to, language: language.as_deref().and_then(Language::from_locale), kind })
}
