//! The caller's second factor: an authenticator app and recovery codes.

mod models;

use domain::second_factors;
use poem::Request;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use self::models::{
    ConfirmTotpRequest, PasswordRequest, ProofRequest, RecoveryCodeList, Totp, TotpEnrolment,
};
use super::device::device;
use super::no_content::NoContent;
use super::tags::Tag;
use crate::caller::{Enroller, Reader};
use crate::payload::Valid;
use crate::problem::{Errors, Problem};

pub struct SecondFactors;

#[OpenApi(tag = "Tag::Accounts")]
impl SecondFactors {
    /// Get the authenticator app
    ///
    /// Whether signing in asks for a code of an authenticator app, and how many recovery codes are left.
    #[oai(path = "/v1/me/totp", method = "get", operation_id = "read_totp")]
    async fn read_totp(&self, reader: Enroller) -> Result<Json<Totp>, Problem> {
        let factor = reader.transaction(async |tx| second_factors::own(tx).await).await?;
        Ok(Json(factor.into()))
    }

    /// Enrol an authenticator app
    ///
    /// Needs the password (403 `wrong_password`). Returns the secret for the app, which is not shown again. Signing in stays as it is until a code
    /// of the app is confirmed; enrolling again before that replaces the secret. 409 `second_factor_enrolled` when an app
    /// is confirmed already. Failures throttle further attempts (429), as in signing in.
    #[oai(path = "/v1/me/totp", method = "post", operation_id = "enrol_totp")]
    async fn enrol_totp(
        &self,
        reader: Enroller,
        request: &Request,
        body: Valid<PasswordRequest>,
    ) -> Result<Enrolled, Errors<409>> {
        let proof = body.0.into_domain(device(request));
        let enrolment = second_factors::enrol(&reader.db, &reader.caller, proof).await?;
        Ok(Enrolled::Created(Json(enrolment.into())))
    }

    /// Confirm the authenticator app
    ///
    /// Activates the enrolled app. The code proves that the app works. From then on signing in needs a code beside the
    /// password. The person's other logins end, because nobody has shown a code for them. Returns ten recovery codes,
    /// each for one sign-in without the app; they are not shown again. 422 for a wrong code. 409 `no_enrolment` when
    /// none has begun, `second_factor_enrolled` when an app is confirmed already, `second_factor_changed` when the
    /// enrolment was confirmed or begun again meanwhile.
    #[oai(path = "/v1/me/totp/confirm", method = "post", operation_id = "confirm_totp")]
    async fn confirm_totp(
        &self,
        reader: Enroller,
        body: Valid<ConfirmTotpRequest>,
    ) -> Result<Json<RecoveryCodeList>, Errors<409>> {
        let code = body.0.code.0.into();
        let codes = reader.transaction(async |tx| second_factors::confirm(tx, &code).await).await?;
        Ok(Json(codes.into()))
    }

    /// Remove the authenticator app
    ///
    /// Needs the password and a code of the app or a recovery code. Removes the recovery codes too. From then on signing in
    /// needs the password only; in an organization that requires a second factor the person can then only add another one. 404
    /// when no app is confirmed; 403 `wrong_password` or `wrong_code`. Failures throttle further
    /// attempts (429), as in signing in.
    #[oai(path = "/v1/me/totp/remove", method = "post", operation_id = "remove_totp")]
    async fn remove_totp(
        &self,
        reader: Reader,
        request: &Request,
        body: Valid<ProofRequest>,
    ) -> Result<NoContent, Errors<404>> {
        let proof = body.0.into_domain(device(request));
        second_factors::remove(&reader.db, &reader.caller, proof).await?;
        Ok(NoContent::NoContent)
    }

    /// Renew the recovery codes
    ///
    /// Needs the password and a code of the app or a recovery code. Returns ten new recovery codes, which are not shown
    /// again; the earlier ones stop working. Errors as in removing the app.
    #[oai(path = "/v1/me/recovery-codes", method = "post", operation_id = "renew_recovery_codes")]
    async fn renew_recovery_codes(
        &self,
        reader: Reader,
        request: &Request,
        body: Valid<ProofRequest>,
    ) -> Result<Json<RecoveryCodeList>, Errors<404>> {
        let proof = body.0.into_domain(device(request));
        let codes = second_factors::renew_recovery_codes(&reader.db, &reader.caller, proof).await?;
        Ok(Json(codes.into()))
    }
}

#[derive(ApiResponse)]
enum Enrolled {
    /// The enrolment has begun.
    #[oai(status = 201)]
    Created(Json<TotpEnrolment>),
}
