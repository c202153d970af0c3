//! The three bodies of a problem: RFC 9457, the original routes, and OAuth (RFC 6749).

use poem::http::StatusCode;
use poem_openapi::Object;
use poem_openapi::types::Example;

use super::error::{ExceededQuota, Extensions, FieldError, NamedApiKey, Problem};

/// An error (RFC 9457). Programs read `code`, which is stable; `detail` is for people and may change.
#[derive(Clone, Debug, Object)]
#[oai(rename = "Problem", example, skip_serializing_if_is_none)]
pub struct ProblemBody {
    /// The kind of problem, as a URI that ends with `code`.
    #[oai(rename = "type")]
    pub kind: String,
    /// The HTTP status in words.
    pub title: String,
    /// The HTTP status.
    #[oai(validator(minimum(value = "400")))]
    pub status: i32,
    /// The cause, for people; may change.
    pub detail: String,
    /// The cause, for programs; stable.
    pub code: String,
    /// The request's id, as in the header `X-Request-Id` and in the server's logs.
    pub request_id: String,
    /// With 422: the invalid fields, at most 50.
    pub errors: Option<Vec<FieldError>>,
    /// With 409 `owns_api_keys`: the active API keys that the person created.
    pub api_keys: Option<Vec<NamedApiKey>>,
    /// With 403 `quota_exceeded`: what is used up.
    pub quota: Option<ExceededQuota>,
}

impl ProblemBody {
    pub fn of(problem: &Problem, request_id: &str) -> Self {
        let title = problem.status.canonical_reason().unwrap_or("Refused");
        let (api_keys, quota) = match problem.extensions.as_deref() {
            Some(Extensions::ApiKeys(keys)) => (Some(keys.clone()), None),
            Some(Extensions::Quota(quota)) => (None, Some(quota.clone())),
            None => (None, None),
        };
        Self {
            kind: format!("urn:postwright:problem:{}", problem.code),
            title: title.to_owned(),
            status: i32::from(problem.status.as_u16()),
            detail: problem.detail.clone().into_owned(),
            code: problem.code.clone().into_owned(),
            request_id: request_id.to_owned(),
            errors: (!problem.errors.is_empty()).then(|| problem.errors.clone()),
            api_keys,
            quota,
        }
    }
}

/// An error of the original routes.
#[derive(Clone, Debug, Object)]
#[oai(rename = "LegacyProblem", example, skip_serializing_if_is_none)]
pub struct LegacyProblemBody {
    /// Always `error`.
    pub status: String,
    /// The cause, for people; may change.
    pub error: String,
    /// The cause, for programs; stable.
    pub code: String,
    /// The request's id, as in the header `X-Request-Id` and in the server's logs.
    pub request_id: String,
    /// With 422: the invalid fields, at most 50.
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
    /// The cause, for programs: `invalid_client`, `invalid_scope` and others.
    pub error: String,
    /// The cause, for people; may change.
    pub error_description: String,
}

impl OAuthErrorBody {
    /// The codes of section 5.2 that handlers use. Other problems get a code by their status.
    const CODES: [&str; 5] = [
        "invalid_request",
        "invalid_client",
        "invalid_scope",
        "unauthorized_client",
        "unsupported_grant_type",
    ];

    pub fn of(problem: &Problem) -> Self {
        let own = Self::CODES.into_iter().find(|name| *name == problem.code);
        let error = match problem.status {
            StatusCode::UNAUTHORIZED => "invalid_client",
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => "temporarily_unavailable",
            status if status.is_server_error() => "server_error",
            _ => own.unwrap_or("invalid_request"),
        };
        Self { error: error.to_owned(), error_description: problem.detail.clone().into_owned() }
    }

    /// Section 5.2 has 400 for all invalid requests.
    pub fn status(problem: &Problem) -> StatusCode {
        match problem.status {
            StatusCode::UNSUPPORTED_MEDIA_TYPE | StatusCode::UNPROCESSABLE_ENTITY => StatusCode::BAD_REQUEST,
            status => status,
        }
    }
}

/// The request id in all examples.
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
