//! Matches request paths against paths of the OpenAPI document.

/// Whether the pattern (`/v1/sessions/{session_id}`) matches the path. A parameter matches any one segment.
pub fn matches(pattern: &str, path: &str) -> bool {
    let (pattern, path) = (pattern.split('/'), path.split('/'));
    let same_length = pattern.clone().count() == path.clone().count();
    same_length && pattern.zip(path).all(|(expected, actual)| expected.starts_with('{') || expected == actual)
}
