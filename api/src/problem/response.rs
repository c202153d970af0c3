//! Problems as HTTP responses, in the shape of the routes that answer them.

use poem::Response;
use poem::error::ResponseError;
use poem::http::StatusCode;
use poem::http::header::{CONTENT_TYPE, HeaderValue};
use poem_openapi::types::ToJSON;

use super::bodies::{LegacyProblemBody, OAuthErrorBody, ProblemBody};
use super::error::Problem;

impl Problem {
    /// The response of `/v1`: `application/problem+json`.
    pub fn into_response(self, request_id: &str) -> Response {
        let body = ProblemBody::of(&self, request_id).to_json_string();
        respond(self, "application/problem+json", body)
    }

    /// The response of the original routes, whose `status` is a word.
    pub fn into_legacy_response(self, request_id: &str) -> Response {
        let body = LegacyProblemBody::of(&self, request_id).to_json_string();
        respond(self, "application/json", body)
    }

    /// The response of the token endpoint (RFC 6749).
    pub fn into_oauth_response(mut self) -> Response {
        let body = OAuthErrorBody::of(&self).to_json_string();
        self.status = OAuthErrorBody::status(&self);
        respond(self, "application/json", body)
    }
}

fn respond(problem: Problem, media_type: &'static str, body: String) -> Response {
    let mut response = Response::builder().status(problem.status).body(body);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.extend(problem.headers);
    response
}

impl ResponseError for Problem {
    fn status(&self) -> StatusCode {
        self.status
    }

    fn as_response(&self) -> Response {
        self.clone().into_response("")
    }
}
