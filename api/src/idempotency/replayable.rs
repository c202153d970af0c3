//! An answer that may be one of before.

use std::marker::PhantomData;

use domain::idempotency::StoredResponse;
use poem::http::{HeaderName, HeaderValue, StatusCode};
use poem::{IntoResponse, Response};
use poem_openapi::ApiResponse;
use poem_openapi::registry::{MetaHeader, MetaResponses, Registry};
use poem_openapi::types::Type;

const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// An answer of type `R` on its way out, just made or as it was stored.
pub struct Replayable<R> {
    response: Response,
    of: PhantomData<fn() -> R>,
}

impl<R> Replayable<R> {
    /// An answer of another kind than `R`, which the document describes in words.
    pub fn otherwise(response: Response) -> Self {
        Self { response, of: PhantomData }
    }

    /// The stored bytes, for the request that they are the answer to.
    pub fn stored(answer: StoredResponse) -> Self {
        let status = StatusCode::from_u16(answer.status).unwrap_or_default();
        let mut response = Response::builder().status(status).body(answer.body);
        let headers = answer.headers.into_iter();
        response.headers_mut().extend(headers.filter_map(|(name, value)| {
            let name: HeaderName = name.parse().ok()?;
            Some((name, HeaderValue::try_from(value).ok()?))
        }));
        Self::otherwise(response)
    }

    /// The stored bytes, for a request that asks again.
    pub fn replayed(answer: StoredResponse) -> Self {
        Self::stored(answer).repeated()
    }

    /// Says that an earlier request did the work.
    #[must_use]
    pub fn repeated(mut self) -> Self {
        self.response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
        self
    }
}

impl<R: IntoResponse> Replayable<R> {
    pub fn fresh(answer: R) -> Self {
        Self::otherwise(answer.into_response())
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
