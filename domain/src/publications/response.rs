//! Interprets a target's response and extracts its error message.

use serde_json::Value;

use super::PublicationError;
use super::external_ids::external_id;
use crate::deliveries::{Outgoing, Sent};

/// How much of a target's message is kept, in characters.
const LONGEST: usize = 1_000;
/// The error code without a response; the request may have arrived.
pub(super) const NO_ANSWER: &str = "no_answer";
/// Where targets put their error message, in order of precedence.
const PLACES: [&str; 7] =
    ["/message", "/error/message", "/detail", "/error_description", "/error", "/errors", "/title"];

/// A response as it concerns the publication; see [`crate::deliveries::Outcome`].
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Interpreted {
    /// The target accepted the job post, under this id of its own.
    Delivered { external_id: Option<String> },
    /// The target will reject the same request again.
    Failed(PublicationError),
    /// Another attempt may succeed.
    Retry(PublicationError),
}

/// Interprets the result of sending `outgoing`, which also says which statuses mean success. `is_repeated`: an earlier
/// attempt had the same id.
///
/// 408, 425, 429, 5xx, a 4xx with `Retry-After` and a missing response are temporary. So is a 409 to a repeated id: the target
/// may still be busy with the first attempt. Every other status is permanent, redirects included, as they are not followed,
/// and so is a web page, which no API sends. Secrets of the request that the response echoes are redacted.
pub(super) fn interpret(sent: &Sent, outgoing: &Outgoing, is_repeated: bool) -> Interpreted {
    let response = match &sent.result {
        Ok(response) => response,
        Err(reason) => return Interpreted::Retry(PublicationError::new(NO_ANSWER, reason.clone())),
    };
    let body = String::from_utf8_lossy(&response.body);
    let body = body.trim_start_matches('\u{feff}');
    let error = |code| PublicationError::new(code, detail(response.status, body, outgoing));
    match response.status {
        status if outgoing.is_success(status) && is_web_page(body) => {
            Interpreted::Failed(error("unexpected_answer"))
        }
        status if outgoing.is_success(status) => Interpreted::Delivered { external_id: external_id(body) },
        408 | 425 | 429 | 500.. => Interpreted::Retry(error("unavailable")),
        400..=499 if response.retry_after.is_some() => Interpreted::Retry(error("unavailable")),
        409 if is_repeated => Interpreted::Retry(error("unavailable")),
        400..=499 => Interpreted::Failed(error("refused")),
        _ => Interpreted::Failed(error("unexpected_answer")),
    }
}

/// Status and message, for example `400: title must not be empty`.
fn detail(status: u16, body: &str, outgoing: &Outgoing) -> String {
    let json = serde_json::from_str::<Value>(body).ok();
    let message = json.and_then(|json| PLACES.iter().find_map(|place| text_of(json.pointer(place)?)));
    let message = message.unwrap_or_else(|| match is_web_page(body) {
        true => web_page(body),
        false => body.to_owned(),
    });
    let message = outgoing.without_secrets(&message);
    let message: String =
        message.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST).collect();
    match message.trim() {
        "" => format!("{status}, without a word"),
        message => format!("{status}: {message}"),
    }
}

/// Is the body an HTML document? Servers send one for a wrong address, a login or an error of a proxy.
fn is_web_page(body: &str) -> bool {
    let start: String = body.trim_start().chars().take(14).collect::<String>().to_ascii_lowercase();
    start.starts_with("<!doctype html") || start.starts_with("<html")
}

/// What to do about a web page, with its title.
fn web_page(body: &str) -> String {
    let lower = body.to_ascii_lowercase();
    let title = lower.find("<title>").zip(lower.find("</title>"));
    let title = title.and_then(|(start, end)| body.get(start + "<title>".len()..end)).map_or("", str::trim);
    format!(
        "a web page instead of JSON (“{title}”): check the address of the target, and whether it needs a sign-in"
    )
}

/// The text in a JSON value: a string, an object's `message`, or the texts of an array.
fn text_of(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().filter_map(text_of).collect::<Vec<_>>().join("; "),
        Value::Object(members) => members.get("message").and_then(text_of)?,
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use std::ops::RangeInclusive;
    use std::time::Duration;

    use super::*;
    use crate::deliveries::{HttpResponse, ResponseTimeout};

    const ORIGINAL: RangeInclusive<u16> = 200..=201;

    fn sent(status: u16, body: &str) -> Sent {
        let body = body.as_bytes().to_vec();
        let response = HttpResponse { status, headers: Vec::new(), body, retry_after: None };
        Sent { milliseconds: 1, result: Ok(response) }
    }

    fn interpreted(sent: &Sent, success: RangeInclusive<u16>) -> Interpreted {
        interpret(sent, &outgoing(success), false)
    }

    fn outgoing(success: RangeInclusive<u16>) -> Outgoing {
        Outgoing {
            url: "https://jobs.example".to_owned(),
            headers: vec![("authorization", "Bearer s3cret".to_owned())],
            secret_headers: &["authorization"],
            body: String::new(),
            timeout: ResponseTimeout::Long,
            success,
            challenge: None,
        }
    }

    /// Whether it is retried, and its code and detail.
    fn failure(interpreted: Interpreted) -> (bool, String, String) {
        match interpreted {
            Interpreted::Delivered { .. } => panic!("delivered"),
            Interpreted::Failed(error) => (false, error.code, error.detail),
            Interpreted::Retry(error) => (true, error.code, error.detail),
        }
    }

    #[test]
    fn success_is_what_the_format_says() {
        let is_delivered = |status, success| {
            matches!(interpreted(&sent(status, "{}"), success), Interpreted::Delivered { .. })
        };
        assert!([200, 201].into_iter().all(|status| is_delivered(status, ORIGINAL)));
        assert!(![199, 202, 204, 299].into_iter().any(|status| is_delivered(status, ORIGINAL)));
        assert!(
            [200, 201, 202, 204, 299].into_iter().all(|status| is_delivered(status, Outgoing::ANY_SUCCESS))
        );
        assert!(!is_delivered(300, Outgoing::ANY_SUCCESS));
    }

    #[test]
    fn temporary_failures_are_retried() {
        for status in [408, 425, 429, 500, 502, 503, 504, 599] {
            let (is_retried, code, _) = failure(interpreted(&sent(status, ""), ORIGINAL));
            assert!(is_retried && code == "unavailable", "{status}");
        }
        for (status, expected) in [
            (400, "refused"),
            (401, "refused"),
            (404, "refused"),
            (410, "refused"),
            (422, "refused"),
            (301, "unexpected_answer"),
            (302, "unexpected_answer"),
            (204, "unexpected_answer"),
        ] {
            let (is_retried, code, _) = failure(interpreted(&sent(status, ""), ORIGINAL));
            assert!(!is_retried && code == expected, "{status}");
        }
        let no_response = Sent { milliseconds: 1, result: Err("no response in time".to_owned()) };
        assert_eq!(
            failure(interpreted(&no_response, ORIGINAL)),
            (true, "no_answer".to_owned(), "no response in time".to_owned())
        );
    }

    #[test]
    fn a_target_that_asks_to_wait_is_asked_again() {
        for status in [409, 423, 401, 404] {
            let mut waiting = sent(status, "");
            waiting.result.as_mut().unwrap().retry_after = Some(Duration::from_secs(1));
            assert!(matches!(interpreted(&waiting, ORIGINAL), Interpreted::Retry(_)), "{status}");
            let repeated = interpret(&sent(status, ""), &outgoing(ORIGINAL), true);
            assert_eq!(matches!(repeated, Interpreted::Retry(_)), status == 409, "{status}");
            assert!(matches!(interpreted(&sent(status, ""), ORIGINAL), Interpreted::Failed(_)), "{status}");
        }
    }

    #[test]
    fn a_web_page_is_no_success_and_the_admin_hears_of_it() {
        let page = "\u{feff}\n<!DOCTYPE html><html><head><title> Sign in </title></head></html>";
        for status in [200, 404] {
            let (is_retried, _, detail) = failure(interpreted(&sent(status, page), ORIGINAL));
            assert!(!is_retried && detail.contains("a web page instead of JSON (“Sign in”)"), "{detail}");
        }
        assert!(failure(interpreted(&sent(502, "<html>Bad gateway"), ORIGINAL)).0);
        let text = interpreted(&sent(200, "ok <html>"), ORIGINAL);
        assert_eq!(text, Interpreted::Delivered { external_id: None });
    }

    #[test]
    fn a_byte_order_mark_hides_no_id() {
        let id = interpreted(&sent(200, "\u{feff}{\"id\": \"jp_2\"}"), ORIGINAL);
        assert_eq!(id, Interpreted::Delivered { external_id: Some("jp_2".to_owned()) });
    }

    #[test]
    fn the_detail_quotes_the_targets_message() {
        for (body, expected) in [
            (r#"{"message": "title is empty"}"#, "400: title is empty"),
            (
                r#"{"statusCode": 400, "message": ["a must be b", "c is missing"], "error": "Bad Request"}"#,
                "400: a must be b; c is missing",
            ),
            (r#"{"error": {"message": "no such company"}}"#, "400: no such company"),
            (r#"{"errors": [{"message": "x"}, {"message": "y"}]}"#, "400: x; y"),
            (r#"{"title": "Bad", "detail": "worse"}"#, "400: worse"),
            ("plain\nwords", "400: plain words"),
            ("", "400, without a word"),
            (r#"{"message": "token s3cret is old"}"#, "400: token (not kept) is old"),
        ] {
            assert_eq!(failure(interpreted(&sent(400, body), ORIGINAL)).2, expected);
        }
    }
}
