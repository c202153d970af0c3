//! Why a sign-in at a provider failed.

use outbound::SendError;

/// Why a sign-in at a provider failed. No text quotes what the provider sent.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// It cannot be reached, or reports an error of its own.
    #[error("the identity provider is not available: {0}")]
    Unavailable(String),
    #[error("the identity provider did not answer in time")]
    TimedOut,
    /// Its configuration or an answer is not what OpenID Connect requires.
    #[error("the identity provider cannot be used: {0}")]
    Unusable(&'static str),
    /// It does not accept the client id and secret.
    #[error("the identity provider refused the client's credentials")]
    ClientRefused,
    /// The code is unknown to it, was used, or has expired.
    #[error("the identity provider refused the code")]
    CodeRefused,
    /// The ID token fails a check.
    #[error("the ID token was refused: {0}")]
    TokenRefused(&'static str),
}

pub(crate) type Result<T> = std::result::Result<T, Error>;

impl From<SendError> for Error {
    fn from(error: SendError) -> Self {
        match error {
            SendError::TimedOut => Self::TimedOut,
            other => Self::Unavailable(other.to_string()),
        }
    }
}
