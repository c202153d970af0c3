//! The stored form of an e-mail: recipient, language and kind with its link, sealed.

use entity::id::EmailId;
use job_post::Language;
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};

use super::{Email, EmailKind};
use crate::error::Result;
use crate::sealing::{Purpose, Sealer};

#[derive(Serialize, Deserialize)]
struct Payload {
    to: String,
    /// ISO 639-1.
    language: Option<String>,
    #[serde(flatten)]
    kind: EmailKind,
}

/// # Errors
/// [`crate::Error::Internal`] when it cannot be sealed.
pub fn seal(sealer: &Sealer, id: EmailId, email: &Email) -> Result<Vec<u8>> {
    let Email { to, language, kind } = email.clone();
    let payload = Payload { to, language: language.map(|language| language.code().to_owned()), kind };
    let text = serde_json::to_vec(&payload)?;
    Ok(sealer.seal(place(id), &text)?)
}

/// # Errors
/// [`crate::Error::Internal`] when it was sealed with a key that is gone, or by another build.
pub fn open(sealer: &Sealer, id: EmailId, sealed: &[u8]) -> Result<Email> {
    let text = sealer.open(place(id), sealed)?;
    let Payload { to, language, kind } = serde_json::from_slice(text.expose_secret())?;
    Ok(Email { to, language: language.as_deref().and_then(Language::from_locale), kind })
}

/// What the payload of an e-mail is sealed for.
pub fn place(id: EmailId) -> Purpose {
    Purpose::of_row("email.payload", id.0)
}
