//! Which methods a path knows: poem's 405 does not say.

use poem::http::{HeaderValue, Method};
use poem_openapi::OpenApi;

/// Every path of the API in the document's notation (`/v1/sessions/{session_id}`), with its methods.
#[derive(Clone, Debug, Default)]
pub struct Allow(Vec<(String, Vec<Method>)>);

impl Allow {
    /// What the routes of `T` know.
    pub fn of<T: OpenApi>() -> Self {
        let paths = T::meta().into_iter().flat_map(|api| api.paths);
        let known = paths.map(|path| {
            let methods = path.operations.iter().map(|operation| operation.method.clone());
            (path.path, methods.collect())
        });
        Self(known.collect())
    }

    /// A path outside of the document.
    #[must_use]
    pub fn and(mut self, path: &str, methods: &[Method]) -> Self {
        self.0.push((path.to_owned(), methods.to_vec()));
        self
    }

    /// The value of `Allow` for a request's path.
    pub fn header(&self, path: &str) -> HeaderValue {
        let known = self.0.iter().filter(|(pattern, _)| matches(pattern, path));
        let mut methods: Vec<&str> = known.flat_map(|(_, methods)| methods).map(Method::as_str).collect();
        methods.sort_unstable();
        methods.dedup();
        HeaderValue::from_str(&methods.join(", ")).unwrap_or(HeaderValue::from_static(""))
    }
}

fn matches(pattern: &str, path: &str) -> bool {
    let (pattern, path) = (pattern.split('/'), path.split('/'));
    let same_length = pattern.clone().count() == path.clone().count();
    same_length && pattern.zip(path).all(|(known, given)| known.starts_with('{') || known == given)
}
