//! Bodies of second factors. Types with secrets do not implement `Debug`.

use domain::accounts::{Device, OwnProof};
use domain::second_factors;
use poem_openapi::Object;
use poem_openapi::types::{Example, Password};
use secrecy::{ExposeSecret, SecretString};

use crate::examples::{RECOVERY_CODE, TOTP_CODE, at};
use crate::routes::accounts::PASSWORD;
use crate::types::Timestamp;

/// The authenticator app of a person.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct Totp {
    /// When the app was confirmed. Signing in has needed a code since then. Absent while no app is confirmed.
    confirmed_at: Option<Timestamp>,
    /// How many recovery codes are left.
    #[oai(validator(minimum(value = "0")))]
    recovery_codes: i32,
}

/// The password of the caller.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct PasswordRequest {
    #[oai(validator(min_length = 1, max_length = 256))]
    password: Password,
}

/// The password and the second factor of the caller.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct ProofRequest {
    #[oai(validator(min_length = 1, max_length = 256))]
    password: Password,
    /// A code of the authenticator app, or a recovery code.
    #[oai(validator(min_length = 6, max_length = 64))]
    code: Password,
}

/// The secret to enter into an authenticator app.
#[derive(Object)]
#[oai(example)]
pub struct TotpEnrolment {
    /// The secret in base32, to type into the app.
    secret: String,
    /// The secret as an `otpauth` URI, to show as a QR code.
    uri: String,
}

/// A code of the app that was enrolled.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct ConfirmTotpRequest {
    /// The code that the app shows now.
    #[oai(validator(min_length = 6, max_length = 64))]
    pub code: Password,
}

/// New recovery codes.
#[derive(Object)]
#[oai(example)]
pub struct RecoveryCodeList {
    /// Each can be used once in place of a code of the app.
    recovery_codes: Vec<String>,
}

impl PasswordRequest {
    pub fn into_domain(self, device: Device) -> OwnProof {
        OwnProof { password: self.password.0.into(), code: None, device }
    }
}

impl ProofRequest {
    pub fn into_domain(self, device: Device) -> OwnProof {
        OwnProof { password: self.password.0.into(), code: Some(self.code.0.into()), device }
    }
}

impl From<second_factors::SecondFactor> for Totp {
    fn from(factor: second_factors::SecondFactor) -> Self {
        Self { confirmed_at: factor.confirmed_at.map(Timestamp), recovery_codes: factor.recovery_codes }
    }
}

impl From<second_factors::Enrolment> for TotpEnrolment {
    fn from(enrolment: second_factors::Enrolment) -> Self {
        Self {
            secret: enrolment.secret.expose_secret().to_owned(),
            uri: enrolment.uri.expose_secret().to_owned(),
        }
    }
}

impl From<Vec<SecretString>> for RecoveryCodeList {
    fn from(codes: Vec<SecretString>) -> Self {
        Self { recovery_codes: codes.iter().map(|code| code.expose_secret().to_owned()).collect() }
    }
}

impl Example for Totp {
    fn example() -> Self {
        Self { confirmed_at: Some(at(0)), recovery_codes: 10 }
    }
}

impl Example for PasswordRequest {
    fn example() -> Self {
        Self { password: Password(PASSWORD.to_owned()) }
    }
}

impl Example for ProofRequest {
    fn example() -> Self {
        let PasswordRequest { password } = PasswordRequest::example();
        Self { password, code: Password(TOTP_CODE.to_owned()) }
    }
}

impl Example for TotpEnrolment {
    fn example() -> Self {
        let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".to_owned();
        let uri =
            format!("otpauth://totp/Postwright:amina%40papaya.example?secret={secret}&issuer=Postwright");
        Self { secret, uri }
    }
}

impl Example for ConfirmTotpRequest {
    fn example() -> Self {
        Self { code: Password(TOTP_CODE.to_owned()) }
    }
}

impl Example for RecoveryCodeList {
    fn example() -> Self {
        Self { recovery_codes: vec![RECOVERY_CODE.to_owned()] }
    }
}
