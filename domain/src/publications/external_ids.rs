//! Finds the target's id of a job post in its response.

use serde_json::Value;

/// Where targets put the id, in order of precedence. The first place with a text or an integer counts.
const PLACES: [&str; 12] = [
    "/id",
    "/data/id",
    "/jobPost/id",
    "/data/jobPost/id",
    "/job_post/id",
    "/data/job_post/id",
    "/jobPostId",
    "/data/jobPostId",
    "/job_post_id",
    "/data/job_post_id",
    "/_id",
    "/data/_id",
];

/// The maximum length of an id, in characters; longer values are ignored.
const LONGEST: usize = 255;

/// The id in a response body. `None` when the body is not JSON or has no id in a known place, which is no error.
pub(super) fn external_id(body: &str) -> Option<String> {
    let response: Value = serde_json::from_str(body).ok()?;
    PLACES.iter().find_map(|place| id_of(response.pointer(place)?))
}

fn id_of(value: &Value) -> Option<String> {
    let id = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) if number.is_i64() || number.is_u64() => number.to_string(),
        _ => return None,
    };
    let is_valid = !id.is_empty() && id.chars().count() <= LONGEST && !id.chars().any(char::is_control);
    is_valid.then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_found_where_targets_put_it() {
        for (body, id) in [
            (r#"{"id": "jp_1"}"#, "jp_1"),
            (r#"{"id": 17}"#, "17"),
            (r#"{"success": true, "data": {"id": "a-b"}}"#, "a-b"),
            (r#"{"jobPost": {"id": "x"}, "_id": "y"}"#, "x"),
            (r#"{"data": {"jobPost": {"id": "x"}}}"#, "x"),
            (r#"{"data": {"job_post": {"id": 3}}}"#, "3"),
            (r#"{"id": null, "data": {"id": "second"}}"#, "second"),
            (r#"{"id": {"nested": 1}, "jobPostId": "third"}"#, "third"),
            (r#"{"job_post_id": " trimmed "}"#, "trimmed"),
            (r#"{"_id": "65f0c0ffee"}"#, "65f0c0ffee"),
        ] {
            assert_eq!(external_id(body).as_deref(), Some(id), "{body}");
        }
    }

    #[test]
    fn other_bodies_have_no_id() {
        let long = format!(r#"{{"id": "{}"}}"#, "x".repeat(256));
        for body in
            ["", "OK", "[]", "{}", "17", r#"{"id": ""}"#, r#"{"id": 1.5}"#, r#"{"id": "a\u0000b"}"#, &long]
        {
            assert_eq!(external_id(body), None, "{body}");
        }
    }
}
