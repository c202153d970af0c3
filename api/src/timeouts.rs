//! Request timeouts. An operation that waits for a turn declares it in its signature, by [`WaitLimit`], and gets a timeout
//! that is longer by this limit.

use std::marker::PhantomData;
use std::time::Duration;

use poem::http::{Method, StatusCode};
use poem::{Request, RequestBody, Result};
use poem_openapi::registry::{MetaOperation, MetaParamIn, MetaSchema, MetaSchemaRef};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions, OpenApi};

use crate::path_pattern::matches;
use crate::problem::Problem;
use crate::settings::Settings;

/// The begin of the `format` that marks a parameter which only declares a wait. The OpenAPI document leaves it out.
pub const WAIT_MARK: &str = "wait:";

/// How long the operation may wait for a turn.
pub struct WaitLimit<Wait> {
    pub duration: Duration,
    wait: PhantomData<Wait>,
}

/// A reason to wait, with its limit.
pub trait Wait: Send + Sync {
    const MARK: &'static str;

    fn limit(settings: &Settings) -> Duration;
}

/// As the caller asks for with `Prefer: wait`.
pub struct Preferred;

impl Wait for Preferred {
    const MARK: &'static str = "wait:preferred";

    fn limit(settings: &Settings) -> Duration {
        settings.wait_limit
    }
}

/// As the original routes do, for every message.
pub struct Legacy;

impl Wait for Legacy {
    const MARK: &'static str = "wait:legacy";

    fn limit(settings: &Settings) -> Duration {
        settings.legacy_wait
    }
}

impl<'a, W: Wait> ApiExtractor<'a> for WaitLimit<W> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::Parameter];
    type ParamType = ();
    type ParamRawType = ();

    fn param_in() -> Option<MetaParamIn> {
        Some(MetaParamIn::Query)
    }

    fn param_schema_ref() -> Option<MetaSchemaRef> {
        Some(MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format("string", W::MARK))))
    }

    async fn from_request(
        request: &'a Request,
        _body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let settings = request.data::<Settings>();
        let settings = settings.ok_or_else(|| Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR))?;
        Ok(Self { duration: W::limit(settings), wait: PhantomData })
    }
}

/// The timeout of each request.
#[derive(Debug)]
pub struct Timeouts {
    default: Duration,
    waiting: Vec<WaitingOperation>,
}

#[derive(Debug)]
struct WaitingOperation {
    method: Method,
    /// In the document's notation: `/v1/sessions/{session_id}/turns`.
    path: String,
    timeout: Duration,
}

impl Timeouts {
    /// The same timeout for all requests.
    pub fn new(settings: &Settings) -> Self {
        Self { default: settings.request_timeout, waiting: Vec::new() }
    }

    /// The timeouts that the operations of `T` declare.
    pub fn of<T: OpenApi>(settings: &Settings) -> Self {
        let paths = T::meta().into_iter().flat_map(|api| api.paths);
        let waiting = paths.flat_map(|path| {
            path.operations.into_iter().filter_map(move |operation| {
                let timeout = settings.request_timeout + declared_wait(&operation, settings)?;
                Some(WaitingOperation { method: operation.method, path: path.path.clone(), timeout })
            })
        });
        Self { waiting: waiting.collect(), ..Self::new(settings) }
    }

    pub fn of_request(&self, method: &Method, path: &str) -> Duration {
        let waiting = self.waiting.iter();
        let mut matching = waiting.filter(|known| known.method == *method && matches(&known.path, path));
        matching.next().map_or(self.default, |operation| operation.timeout)
    }
}

fn declared_wait(operation: &MetaOperation, settings: &Settings) -> Option<Duration> {
    operation.params.iter().find_map(|parameter| match &parameter.schema {
        MetaSchemaRef::Inline(schema) if schema.format == Some(Preferred::MARK) => {
            Some(Preferred::limit(settings))
        }
        MetaSchemaRef::Inline(schema) if schema.format == Some(Legacy::MARK) => Some(Legacy::limit(settings)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes::Routes;

    #[test]
    fn only_operations_that_wait_for_a_turn_have_a_longer_timeout() {
        let settings = Settings::default();
        let timeouts = Timeouts::of::<Routes>(&settings);
        let id = uuid::Uuid::nil();
        let (default, preferred, legacy) = (30, 60, 150);
        let cases = [
            (Method::POST, format!("/v1/sessions/{id}/turns"), preferred),
            (Method::POST, format!("/v1/sessions/{id}/turns/{id}/retry"), preferred),
            (Method::POST, "/create-job-post".to_owned(), legacy),
            (Method::POST, "/job-post-chat".to_owned(), legacy),
            (Method::GET, format!("/v1/sessions/{id}/turns"), default),
            (Method::POST, format!("/v1/sessions/{id}/turns/{id}/cancel"), default),
            (Method::DELETE, format!("/job-post-session/{id}"), default),
            (Method::POST, "/turns".to_owned(), default),
        ];
        for (method, path, seconds) in cases {
            assert_eq!(timeouts.of_request(&method, &path).as_secs(), seconds, "{method} {path}");
        }
        assert_eq!(timeouts.waiting.len(), 4);
    }
}
