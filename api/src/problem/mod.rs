//! Errors of the API: problems as RFC 9457 defines them, and the shapes of the original routes and of OAuth.

mod bodies;
mod defaults;
mod documented;
mod error;
mod response;

pub use bodies::{EXAMPLE_REQUEST_ID, LegacyProblemBody, OAuthErrorBody, ProblemBody};
pub use defaults::{STATUS_DEFAULTS, StatusDefault};
pub use documented::{Errors, LegacyProblem, OAuthErrors};
pub use error::{FieldError, MAX_FIELD_ERRORS, Problem};
