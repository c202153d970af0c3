//! The two bodies a problem is written as.

use poem::http::StatusCode;
use poem_openapi::registry::{MetaMediaType, MetaResponse, MetaResponses, Registry};
use poem_openapi::types::{Example, Type};
use poem_openapi::{ApiResponse, Object};

use super::{FieldError, Problem};

/// An error (RFC 9457). `code` is stable; `detail` is for people and may change.
#[derive(Clone, Debug, Object)]
#[oai(rename = "Problem", example, skip_serializing_if_is_none)]
pub struct ProblemBody {
    /// A name for this kind of problem, as a URI.
    #[oai(rename = "type")]
    pub kind: String,
    /// The status in words.
    pub title: String,
    /// The HTTP status.
    #[oai(validator(minimum(value = "400")))]
    pub status: i32,
    /// What happened, for people.
    pub detail: String,
    /// What happened, for programs.
    pub code: String,
    /// The request's id, also in the header X-Request-Id and in our logs.
    pub request_id: String,
    /// With 422: each field that is wrong.
    pub errors: Option<Vec<FieldError>>,
}

impl ProblemBody {
    pub fn of(problem: &Problem, request_id: &str) -> Self {
        let title = problem.status.canonical_reason().unwrap_or("Refused");
        Self {
            kind: format!("urn:postwright:problem:{}", problem.code),
            title: title.to_owned(),
            status: i32::from(problem.status.as_u16()),
            detail: problem.detail.clone().into_owned(),
            code: problem.code.clone().into_owned(),
            request_id: request_id.to_owned(),
            errors: (!problem.errors.is_empty()).then(|| problem.errors.clone()),
        }
    }
}

/// An error of the original routes.
#[derive(Clone, Debug, Object)]
#[oai(rename = "LegacyProblem", example, skip_serializing_if_is_none)]
pub struct LegacyProblemBody {
    /// Always `error`.
    pub status: String,
    /// What happened, for people.
    pub error: String,
    /// What happened, for programs.
    pub code: String,
    /// The request's id, also in the header X-Request-Id and in our logs.
    pub request_id: String,
    /// With 422: each field that is wrong.
    pub errors: Option<Vec<FieldError>>,
}

impl LegacyProblemBody {
    pub fn of(problem: &Problem, request_id: &str) -> Self {
        Self {
            status: "error".to_owned(),
            error: problem.detail.clone().into_owned(),
            code: problem.code.clone().into_owned(),
            request_id: request_id.to_owned(),
            errors: (!problem.errors.is_empty()).then(|| problem.errors.clone()),
        }
    }
}

/// An error of the token endpoint (RFC 6749, section 5.2).
#[derive(Clone, Debug, Object)]
#[oai(rename = "OAuthError", example)]
pub struct OAuthErrorBody {
    /// What happened, for programs: `invalid_client`, `invalid_scope` and others.
    pub error: String,
    /// What happened, for people.
    pub error_description: String,
}

impl OAuthErrorBody {
    /// The errors of section 5.2 that are made here; whatever else happens is a bad request or a server's trouble.
    const OWN: [&str; 4] = ["invalid_request", "invalid_client", "invalid_scope", "unsupported_grant_type"];

    pub fn of(problem: &Problem) -> Self {
        let own = Self::OWN.into_iter().find(|name| *name == problem.code);
        let error = match problem.status {
            StatusCode::UNAUTHORIZED => "invalid_client",
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => "temporarily_unavailable",
            status if status.is_server_error() => "server_error",
            _ => own.unwrap_or("invalid_request"),
        };
        Self { error: error.to_owned(), error_description: problem.detail.clone().into_owned() }
    }

    /// Section 5.2 knows 400 for whatever is wrong with a request; that it is too large says 413.
    pub fn status(problem: &Problem) -> StatusCode {
        match problem.status {
            StatusCode::UNSUPPORTED_MEDIA_TYPE | StatusCode::UNPROCESSABLE_ENTITY => StatusCode::BAD_REQUEST,
            status => status,
        }
    }
}

/// The request id of every example.
pub const EXAMPLE_REQUEST_ID: &str = "019a9f3e-6d1c-7a52-9f3b-0c1d2e3f4a5b";

impl Example for ProblemBody {
    fn example() -> Self {
        Self::of(&Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR), EXAMPLE_REQUEST_ID)
    }
}

impl Example for LegacyProblemBody {
    fn example() -> Self {
        Self::of(&Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR), EXAMPLE_REQUEST_ID)
    }
}

impl Example for OAuthErrorBody {
    fn example() -> Self {
        Self::of(&Problem::of_status(StatusCode::UNAUTHORIZED))
    }
}

/// How a route says that it can fail. The document derives the other errors from this one's shape.
impl ApiResponse for Problem {
    fn meta() -> MetaResponses {
        internal_error::<ProblemBody>()
    }

    fn register(registry: &mut Registry) {
        ProblemBody::register(registry);
    }
}

/// A problem on an original route: the same, but documented in their shape.
pub struct LegacyProblem(pub Problem);

impl<E: Into<Problem>> From<E> for LegacyProblem {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl From<LegacyProblem> for poem::Error {
    fn from(LegacyProblem(problem): LegacyProblem) -> Self {
        problem.into()
    }
}

impl ApiResponse for LegacyProblem {
    fn meta() -> MetaResponses {
        internal_error::<LegacyProblemBody>()
    }

    fn register(registry: &mut Registry) {
        LegacyProblemBody::register(registry);
    }
}

/// A problem at the token endpoint: the same, but documented in its shape.
pub struct OAuthProblem(pub Problem);

impl From<Problem> for OAuthProblem {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

impl From<OAuthProblem> for poem::Error {
    fn from(OAuthProblem(problem): OAuthProblem) -> Self {
        problem.into()
    }
}

impl ApiResponse for OAuthProblem {
    fn meta() -> MetaResponses {
        internal_error::<OAuthErrorBody>()
    }

    fn register(registry: &mut Registry) {
        OAuthErrorBody::register(registry);
    }
}

fn internal_error<T: Type>() -> MetaResponses {
    let content = vec![MetaMediaType { content_type: "application/json", schema: T::schema_ref() }];
    let status = Some(500);
    let response =
        MetaResponse { description: "An error", status, status_range: None, content, headers: Vec::new() };
    MetaResponses { responses: vec![response] }
}
