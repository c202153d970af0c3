//! The response of operations that send a link by e-mail.

use poem_openapi::ApiResponse;

#[derive(ApiResponse)]
pub enum LinkRequested {
    /// The request was accepted; everything else comes by e-mail. The response is the same for known and unknown addresses
    /// and has no body.
    #[oai(status = 202)]
    Accepted,
}
