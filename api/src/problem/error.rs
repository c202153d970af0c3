//! A refused request, before it is written as a response.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use domain::Scope;
use domain::quotas::Exceeded;
use entity::id::ApiKeyId;
use poem::http::StatusCode;
use poem::http::header::{HeaderName, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE};
use poem_openapi::Object;
use poem_openapi::types::Example;
use uuid::Uuid;

use super::defaults::STATUS_DEFAULTS;
use crate::examples::API_KEY;

/// A refused request: its status, headers and everything in the body except the request id.
#[derive(Clone, Debug)]
pub struct Problem {
    pub status: StatusCode,
    /// For programs; stable.
    pub code: Cow<'static, str>,
    /// For people; may change. Never contains a secret or another organization's data.
    pub detail: Cow<'static, str>,
    pub errors: Vec<FieldError>,
    /// Boxed, because few problems have any.
    pub extensions: Option<Box<Extensions>>,
    pub headers: Vec<(HeaderName, HeaderValue)>,
}

/// The members of single kinds of problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extensions {
    /// Of 409 `owns_api_keys`.
    ApiKeys(Vec<NamedApiKey>),
    /// Of 403 `quota_exceeded`.
    Quota(ExceededQuota),
}

/// A quota that is used up, in a problem.
#[derive(Clone, Debug, PartialEq, Eq, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct ExceededQuota {
    /// As `GET /v1/organization/quotas` names it.
    pub name: String,
    /// How much is allowed.
    #[oai(validator(minimum(value = "0")))]
    pub limit: i64,
    /// How much is used.
    #[oai(validator(minimum(value = "0")))]
    pub used: i64,
    /// Whom to ask for more: the operator of the service. Absent: an admin of the organization.
    pub contact: Option<String>,
}

/// An API key in a problem.
#[derive(Clone, Debug, PartialEq, Eq, Object)]
#[oai(example)]
pub struct NamedApiKey {
    pub id: Uuid,
    pub name: String,
}

/// An invalid field of the request.
#[derive(Clone, Debug, PartialEq, Eq, Object)]
#[oai(example)]
pub struct FieldError {
    /// The field: a JSON Pointer (RFC 6901) into the body, or a slash and the parameter's name.
    pub pointer: String,
    /// What is wrong with it, for people.
    pub detail: String,
}

impl FieldError {
    pub fn new(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), detail: detail.into() }
    }
}

/// How many invalid fields a problem names, so that the response is not larger than the request.
pub const MAX_FIELD_ERRORS: usize = 50;

impl Problem {
    pub fn new(
        status: StatusCode,
        code: impl Into<Cow<'static, str>>,
        detail: impl Into<Cow<'static, str>>,
    ) -> Self {
        let (code, detail) = (code.into(), detail.into());
        Self { status, code, detail, errors: Vec::new(), extensions: None, headers: Vec::new() }
    }

    /// The default problem of a status. Other client errors are `bad_request`, other server errors `internal_error`.
    pub fn of_status(status: StatusCode) -> Self {
        let default = STATUS_DEFAULTS.iter().find(|default| default.status == status.as_u16());
        match default {
            Some(default) => Self::new(status, default.code, default.detail),
            None if status.is_client_error() => Self::new(status, "bad_request", "The request was refused."),
            None => Self::of_status(StatusCode::INTERNAL_SERVER_ERROR),
        }
    }

    /// 422 for these fields; names at most [`MAX_FIELD_ERRORS`].
    pub fn invalid(mut errors: Vec<FieldError>) -> Self {
        errors.truncate(MAX_FIELD_ERRORS);
        Self { errors, ..Self::of_status(StatusCode::UNPROCESSABLE_ENTITY) }
    }

    /// 422 for one field.
    pub fn invalid_field(pointer: &str, detail: impl Into<String>) -> Self {
        Self::invalid(vec![FieldError::new(pointer, detail)])
    }

    /// 409 for a person who has created these API keys, without a choice what happens to the keys.
    pub fn owns_api_keys(keys: Vec<(ApiKeyId, String)>) -> Self {
        let detail = "This person created API keys that still work, and may know them. Repeat the request with \
                      api_keys=keep or api_keys=revoke.";
        let api_keys = keys.into_iter().map(|(id, name)| NamedApiKey { id: id.0, name }).collect();
        let extensions = Some(Box::new(Extensions::ApiKeys(api_keys)));
        Self { extensions, ..Self::new(StatusCode::CONFLICT, "owns_api_keys", detail) }
    }

    /// 403 for what would go beyond a quota.
    pub fn quota_exceeded(exceeded: Exceeded) -> Self {
        let detail = exceeded.detail();
        let Exceeded { name, limit, used, contact } = exceeded;
        let quota = ExceededQuota { name: name.to_string(), limit, used, contact };
        let extensions = Some(Box::new(Extensions::Quota(quota)));
        Self { extensions, ..Self::new(StatusCode::FORBIDDEN, "quota_exceeded", detail) }
    }

    /// 401 for a request without a token.
    pub fn token_missing() -> Self {
        let detail = "Send an access token: Authorization: Bearer …";
        Self::new(StatusCode::UNAUTHORIZED, "token_missing", detail).with_challenge("Bearer")
    }

    /// 403 for a request with a browser's cookie that a page of another site may have sent.
    pub fn cross_site() -> Self {
        let detail = "The browser does not say that a page of this host sent the request. Programs send a token \
                      instead of a cookie: Authorization: Bearer …";
        Self::new(StatusCode::FORBIDDEN, "cross_site_request", detail)
    }

    /// 400 for an unknown mode.
    pub fn unknown_mode() -> Self {
        let detail = "Postwright-Mode is live or test, and sent once.";
        Self::new(StatusCode::BAD_REQUEST, "unknown_mode", detail)
    }

    /// 409 for a page whose organization is not that of its login any more.
    pub fn organization_changed() -> Self {
        let detail =
            "This login went on in another organization, perhaps in another tab. Load the page again.";
        Self::new(StatusCode::CONFLICT, "organization_changed", detail)
    }

    /// 403 for an API key, whatever its scopes: only people may do this.
    pub fn people_only() -> Self {
        let detail = "API keys cannot do this; a person has to sign in for it.";
        Self::new(StatusCode::FORBIDDEN, "people_only", detail)
            .with_challenge(r#"Bearer error="insufficient_scope""#)
    }

    /// 403 for an API key without the scope (RFC 6750, section 3.1).
    pub fn insufficient_scope(needed: Scope) -> Self {
        let name = needed.name();
        let challenge =
            HeaderValue::try_from(format!(r#"Bearer error="insufficient_scope", scope="{name}""#));
        let problem = Self::new(
            StatusCode::FORBIDDEN,
            "insufficient_scope",
            format!("This needs the scope {name}, which the API key or its token has not."),
        );
        match challenge {
            Ok(challenge) => problem.with_header(WWW_AUTHENTICATE, challenge),
            Err(_) => problem,
        }
    }

    /// Adds `WWW-Authenticate`, which RFC 9110 requires with 401, as RFC 6750 defines it.
    #[must_use]
    pub fn with_challenge(self, challenge: &'static str) -> Self {
        self.with_header(WWW_AUTHENTICATE, HeaderValue::from_static(challenge))
    }

    /// Adds `Retry-After` in seconds, rounded up.
    #[must_use]
    pub fn with_retry_after(self, wait: Duration) -> Self {
        let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
        self.with_header(RETRY_AFTER, HeaderValue::from(seconds))
    }

    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}: {}", self.status.as_u16(), self.code, self.detail)
    }
}

impl std::error::Error for Problem {}

impl Example for FieldError {
    fn example() -> Self {
        Self::new("/message", "is required")
    }
}

impl Example for ExceededQuota {
    fn example() -> Self {
        let contact = Some("support@postwright.example".to_owned());
        Self { name: "sessions".to_owned(), limit: 1_000_000, used: 1_000_000, contact }
    }
}

impl Example for NamedApiKey {
    fn example() -> Self {
        Self { id: API_KEY, name: "Careers page".to_owned() }
    }
}
