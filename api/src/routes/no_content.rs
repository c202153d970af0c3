//! The response of operations without a result.

use poem_openapi::ApiResponse;

#[derive(ApiResponse)]
pub enum NoContent {
    /// The operation has succeeded. The response has no body.
    #[oai(status = 204)]
    NoContent,
}
