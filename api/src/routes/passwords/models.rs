//! Bodies of passwords. They have secrets and do not implement `Debug`.

use domain::accounts::{Device, OwnProof};
use poem_openapi::Object;
use poem_openapi::types::{Example, Password};

use secrecy::SecretString;

use crate::examples::LINK_TOKEN;
use crate::routes::accounts::{EMAIL, PASSWORD};

/// The address of an account whose password was forgotten.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct PasswordResetRequest {
    #[oai(validator(min_length = 3, max_length = 254))]
    pub email: String,
}

/// A new password, and the token of the link that allows it.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct ResetPasswordRequest {
    /// The token of the link.
    #[oai(validator(min_length = 1, max_length = 512))]
    pub token: Password,
    /// At least 12 characters, and not easily guessed.
    #[oai(validator(min_length = 12, max_length = 256))]
    pub password: Password,
}

/// The current and the new password.
#[derive(Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct ChangePasswordRequest {
    #[oai(validator(min_length = 1, max_length = 256))]
    pub current_password: Password,
    /// A code of the authenticator app, or a recovery code. Needed by an account that has an app.
    #[oai(validator(min_length = 6, max_length = 64))]
    pub code: Option<Password>,
    /// At least 12 characters, and not easily guessed.
    #[oai(validator(min_length = 12, max_length = 256))]
    pub new_password: Password,
}

impl ChangePasswordRequest {
    /// The proof, and the new password.
    pub fn into_domain(self, device: Device) -> (OwnProof, SecretString) {
        let code = self.code.map(|code| code.0.into());
        (OwnProof { password: self.current_password.0.into(), code, device }, self.new_password.0.into())
    }
}

impl Example for PasswordResetRequest {
    fn example() -> Self {
        Self { email: EMAIL.to_owned() }
    }
}

impl Example for ResetPasswordRequest {
    fn example() -> Self {
        Self { token: Password(LINK_TOKEN.to_owned()), password: Password(PASSWORD.to_owned()) }
    }
}

impl Example for ChangePasswordRequest {
    fn example() -> Self {
        Self {
            current_password: Password(PASSWORD.to_owned()),
            code: None,
            new_password: Password("lantern-gravel-mint-77".to_owned()),
        }
    }
}
