//! Reasons why authentication failed.

/// Why authentication failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unauthenticated {
    /// Unknown e-mail address or wrong password.
    WrongCredentials,
    /// The token or key is malformed, unknown, or not signed by us.
    InvalidToken,
    ExpiredToken,
    /// Signed out, removed from the organization, or a refresh token used twice.
    RevokedToken,
    /// The role or the key's scopes have changed since the token was issued.
    StaleToken,
    /// The key was revoked or has expired.
    EndedKey,
}

impl Unauthenticated {
    /// The stable code of the problem response.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::WrongCredentials => "wrong_credentials",
            Self::InvalidToken => "invalid_token",
            Self::ExpiredToken => "token_expired",
            Self::RevokedToken => "token_revoked",
            Self::StaleToken => "token_stale",
            Self::EndedKey => "api_key_ended",
        }
    }

    /// What is wrong and what to do, as a text for users.
    #[must_use]
    pub fn detail(self) -> &'static str {
        match self {
            Self::WrongCredentials => "This e-mail and password do not belong together.",
            Self::InvalidToken => "The token is not valid here. Sign in to get a new one.",
            Self::ExpiredToken => "The token has expired. Get a new one with the refresh token.",
            Self::RevokedToken => "This login has ended. Sign in again.",
            Self::StaleToken => "Your role or scopes have changed. Get a new token.",
            Self::EndedKey => "This API key was revoked or has expired. Use another.",
        }
    }
}
