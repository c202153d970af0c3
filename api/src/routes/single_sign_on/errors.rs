//! The problems of a sign-in that fails at the identity provider.

use openid::Error;
use poem::http::StatusCode;

use crate::problem::Problem;

/// The log has the cause; the caller gets what to do.
pub fn problem_of(error: &Error) -> Problem {
    tracing::warn!(%error, "single sign-on failed");
    let (status, code) = match error {
        Error::Unavailable(_) => return Problem::of_status(StatusCode::BAD_GATEWAY),
        Error::TimedOut => return Problem::of_status(StatusCode::GATEWAY_TIMEOUT),
        Error::Unusable(_) => (StatusCode::BAD_GATEWAY, "identity_provider_unusable"),
        Error::ClientRefused => (StatusCode::BAD_GATEWAY, "identity_provider_client_refused"),
        Error::CodeRefused => (StatusCode::CONFLICT, "sign_in_ended"),
        Error::TokenRefused(_) => (StatusCode::BAD_GATEWAY, "id_token_refused"),
    };
    Problem::new(status, code, detail(error))
}

fn detail(error: &Error) -> String {
    match error {
        Error::ClientRefused => {
            "The identity provider refused the organization's client id or secret. An owner has to set \
                                 them again."
                .to_owned()
        }
        Error::CodeRefused => {
            "The identity provider does not know this sign-in, or it was completed. Begin again.".to_owned()
        }
        Error::Unusable(why) => {
            format!("The identity provider cannot be used: {why}. An owner has to check its configuration.")
        }
        Error::TokenRefused(why) => {
            format!(
                "The identity provider's ID token was refused: {why}. Begin again, or ask an admin of your organization."
            )
        }
        Error::Unavailable(_) | Error::TimedOut => String::new(),
    }
}
