//! A response that is either fresh or the stored one of an earlier request.

use std::marker::PhantomData;

use domain::idempotency::StoredResponse;
use poem::http::{HeaderName, HeaderValue, StatusCode};
use poem::{IntoResponse, Response};
use poem_openapi::ApiResponse;
use poem_openapi::registry::{MetaHeader, MetaResponses, Registry};
use poem_openapi::types::Type;

const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// A response that the OpenAPI document describes as `R`, either fresh or stored.
pub struct Replayable<R> {
    response: Response,
    documented_as: PhantomData<fn() -> R>,
}

impl<R> Replayable<R> {
    /// A response of another type than `R`, described in the operation's text.
    pub fn other(response: Response) -> Self {
        Self { response, documented_as: PhantomData }
    }

    /// The stored bytes, for the request whose response they are.
    pub fn stored(stored: StoredResponse) -> Self {
        let status = StatusCode::from_u16(stored.status).unwrap_or_default();
        let mut response = Response::builder().status(status).body(stored.body);
        let headers = stored.headers.into_iter();
        response.headers_mut().extend(headers.filter_map(|(name, value)| {
            let name: HeaderName = name.parse().ok()?;
            Some((name, HeaderValue::try_from(value).ok()?))
        }));
        Self::other(response)
    }

    /// The stored bytes, for a repeated request.
    pub fn replayed(stored: StoredResponse) -> Self {
        Self::stored(stored).into_replay()
    }

    /// Adds `Idempotency-Replayed`: an earlier request did the work.
    #[must_use]
    pub fn into_replay(mut self) -> Self {
        self.response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
        self
    }
}

impl<R: IntoResponse> Replayable<R> {
    pub fn fresh(response: R) -> Self {
        Self::other(response.into_response())
    }
}

impl<R: Send> IntoResponse for Replayable<R> {
    fn into_response(self) -> Response {
        self.response
    }
}

impl<R: ApiResponse> ApiResponse for Replayable<R> {
    fn meta() -> MetaResponses {
        let mut meta = R::meta();
        meta.responses.iter_mut().for_each(|response| response.headers.push(replayed()));
        meta
    }

    fn register(registry: &mut Registry) {
        R::register(registry);
    }
}

fn replayed() -> MetaHeader {
    MetaHeader {
        name: REPLAYED.to_string(),
        description: Some("`true` when an earlier request with the same key did the work.".to_owned()),
        required: false,
        deprecated: false,
        schema: bool::schema_ref(),
    }
}
