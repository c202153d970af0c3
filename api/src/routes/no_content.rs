//! The response of operations without a result.

use poem_openapi::ApiResponse;

#[derive(ApiResponse)]
pub enum NoContent {
    /// Done.
    #[oai(status = 204)]
    NoContent,
}
