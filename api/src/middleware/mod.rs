//! Middleware around the routes: request id, log line, limits, timeout, headers, and one shape for all errors.

mod allow;
mod body;
mod cors;
mod headers;
mod in_flight;
mod path;
mod request_id;
#[cfg(test)]
mod tests;

use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};

use domain::request_log::FailedRequest;
use futures_util::FutureExt;
use poem::error::NotFoundError;
use poem::http::header::{ALLOW, CONNECTION, HeaderMap, HeaderValue};
use poem::http::{Method, StatusCode, Version};
use poem::{Endpoint, IntoResponse, Request, Response, Result};
use poem_openapi::OperationId;
use tracing::Instrument;
use tracing::field::Empty;

pub use allow::Allow;

use self::cors::Cors;
use self::in_flight::InFlight;
use self::request_id::RequestId;
use crate::caller::KnownCaller;
use crate::error_mapping::problem_of;
use crate::problem::Problem;
use crate::rate_limit::RateLimitHeaders;
use crate::routes::client_address_by;
use crate::settings::Settings;
use crate::shutdown::Shutdown;
use crate::timeouts::Timeouts;

/// The routes with the middleware around them. Never returns an `Err`.
pub struct Pipeline<E> {
    routes: E,
    allow: Allow,
    timeouts: Timeouts,
    settings: Settings,
    cors: Cors,
    in_flight: InFlight,
    shutdown: Shutdown,
}

impl<E: Endpoint> Pipeline<E> {
    pub fn new(routes: E, allow: Allow, timeouts: Timeouts, settings: Settings, shutdown: Shutdown) -> Self {
        let cors = Cors::new(&settings.cors_origins);
        let in_flight = InFlight::new(&settings);
        Self { routes, allow, timeouts, settings, cors, in_flight, shutdown }
    }

    /// Limits the time. A panic in a handler becomes a 500.
    async fn guard(&self, request: Request) -> Result<Response> {
        let timeout = self.timeouts.of_request(request.method(), request.uri().path());
        let handled = AssertUnwindSafe(self.handle(request)).catch_unwind();
        match tokio::time::timeout(timeout, handled).await {
            Ok(Ok(response)) => response,
            Ok(Err(_)) => Err(panicked().into()),
            Err(_) => Err(timed_out().into()),
        }
    }

    async fn handle(&self, mut request: Request) -> Result<Response> {
        // Probes have no limit: a busy process is not a broken one.
        let _slot = match request.uri().path() {
            "/livez" | "/readyz" => None,
            _ => Some(self.in_flight.enter(client_address_by(&self.settings, &request))?),
        };
        if size(request.headers()) > self.settings.header_limit {
            return Err(Problem::of_status(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE).into());
        }
        // The router would accept an empty segment as an id.
        if request.uri().path().contains("//") {
            return Err(NotFoundError.into());
        }
        if let Some(preflight) = self.cors.preflight(&request, &self.allow) {
            return Ok(preflight);
        }
        body::read(&mut request, self.settings.body_limit).await?;
        self.routes.call(request).await.map(IntoResponse::into_response)
    }

    async fn error_response(
        &self,
        error: &poem::Error,
        method: &Method,
        path: &str,
        id: &RequestId,
        caller: &KnownCaller,
    ) -> Response {
        let mut problem = problem_of(error);
        let operation = error.data::<OperationId>().copied();
        caller.record_refusal(operation.map_or("none", |operation| operation.0), &problem).await;
        caller.log_request(id.own(), &problem, || FailedRequest {
            method: method.as_str().to_owned(),
            path: path::loggable(path).into_owned(),
            operation_id: operation.map(|operation| operation.0.to_owned()),
            status: problem.status.as_u16(),
            code: problem.code.to_string(),
        });
        if problem.status == StatusCode::METHOD_NOT_ALLOWED {
            problem = problem.with_header(ALLOW, self.allow.header(path));
        }
        let mut response = match path {
            TOKEN_ENDPOINT => problem.into_oauth_response(),
            path if is_legacy(path) => problem.into_legacy_response(id.as_str()),
            _ => problem.into_response(id.as_str()),
        };
        if let Some(operation) = operation {
            response.set_data(operation);
        }
        response
    }
}

impl<E: Endpoint> Endpoint for Pipeline<E> {
    type Output = Response;

    async fn call(&self, mut request: Request) -> Result<Response> {
        let started = Instant::now();
        let id = RequestId::of(&request);
        let origin = id.origin(&self.settings, &request);
        let method = request.method().clone();
        let path = request.uri().path().to_owned();
        let version = request.version();
        let allowed_origin = self.cors.allowed(request.headers());
        // Without the query string, which may contain a token.
        let shown = path::loggable(&path);
        let span = tracing::info_span!(
            "request",
            request_id = id.as_str(),
            caller_request_id = id.callers(),
            address = origin.address.as_deref(),
            %method,
            path = &*shown,
            organization = Empty,
            user = Empty,
            api_key = Empty,
        );
        let (rate_limit, caller) = (RateLimitHeaders::default(), KnownCaller::default());
        request.set_data(rate_limit.clone());
        request.set_data(caller.clone());
        let respond = async {
            let mut response = match self.guard(request).await {
                Ok(response) => response,
                Err(error) => self.error_response(&error, &method, &path, &id, &caller).await,
            };
            headers::complete(&mut response, &id, &self.settings);
            self.cors.complete(response.headers_mut(), allowed_origin);
            rate_limit.write(response.headers_mut());
            if self.shutdown.has_begun() && version <= Version::HTTP_11 {
                response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
            }
            log(&response, started);
            Ok(response)
        };
        // Boxed, because hyper keeps the room of the last request's state as long as its connection.
        Box::pin(origin.scope(respond).instrument(span)).await
    }
}

/// The route whose errors have the shape of RFC 6749.
const TOKEN_ENDPOINT: &str = "/v1/oauth/token";

/// Whether a path is one of the original routes, whose errors have a shape of their own.
fn is_legacy(path: &str) -> bool {
    let first = path.trim_start_matches('/').split('/').next();
    matches!(first, Some("create-job-post" | "job-post-chat" | "job-post-session"))
}

fn size(headers: &HeaderMap) -> usize {
    headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum()
}

fn log(response: &Response, started: Instant) {
    let operation = response.data::<OperationId>().map_or("none", |operation| operation.0);
    let status = response.status().as_u16();
    let milliseconds = started.elapsed().as_millis();
    tracing::info!(operation, status, milliseconds, "answered");
}

/// The message of the panic is not logged, because it can quote a value; the process's panic hook logs the place.
fn panicked() -> Problem {
    tracing::error!("a handler panicked");
    Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR)
}

fn timed_out() -> Problem {
    let detail = "The request took longer than the server allows.";
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "request_timeout", detail)
        .with_retry_after(Duration::from_secs(1))
}
