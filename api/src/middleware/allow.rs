//! The value of `Allow` for a 405, which poem leaves out.

use poem::http::{HeaderValue, Method};
use poem_openapi::OpenApi;

use crate::path_pattern::matches;

/// The methods of each path, in the document's notation (`/v1/sessions/{session_id}`).
#[derive(Clone, Debug, Default)]
pub struct Allow(Vec<(String, Vec<Method>)>);

impl Allow {
    /// The methods of the routes of `T`.
    pub fn of<T: OpenApi>() -> Self {
        let paths = T::meta().into_iter().flat_map(|api| api.paths);
        let entries = paths.map(|path| {
            let methods = path.operations.iter().map(|operation| operation.method.clone());
            (path.path, methods.collect())
        });
        Self(entries.collect())
    }

    /// Adds a path that is not in the OpenAPI document.
    #[must_use]
    pub fn and(mut self, path: &str, methods: &[Method]) -> Self {
        self.0.push((path.to_owned(), methods.to_vec()));
        self
    }

    /// The value of `Allow` for a request's path.
    pub fn header(&self, path: &str) -> HeaderValue {
        let entries = self.0.iter().filter(|(pattern, _)| matches(pattern, path));
        let mut methods: Vec<&str> = entries.flat_map(|(_, methods)| methods).map(Method::as_str).collect();
        methods.sort_unstable();
        methods.dedup();
        HeaderValue::from_str(&methods.join(", ")).unwrap_or(HeaderValue::from_static(""))
    }
}
