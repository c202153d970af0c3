//! What an answer of a target means, and its words for what is wrong.

use serde_json::Value;

use super::external_ids::external_id;
use crate::deliveries::{Outgoing, Sent};

/// So much of a target's words is kept, in characters.
const LONGEST: usize = 1_000;
/// Whether it arrived is not known.
pub(super) const NO_ANSWER: &str = "no_answer";
/// Where targets say what is wrong, in this order.
const PLACES: [&str; 7] =
    ["/message", "/error/message", "/detail", "/error_description", "/error", "/errors", "/title"];

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// It has the post, and calls it so.
    Taken { external_id: Option<String> },
    /// Sending the same again will not help.
    Refused(Problem),
    /// Worth another try.
    NotNow(Problem),
}

/// Why the target has not taken the post.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Problem {
    /// Stable, for programs.
    pub code: &'static str,
    /// For people: the target's own, where it has any.
    pub words: String,
}

/// What is a success was said when it was sent: the target may be configured otherwise by now. 408, 425, 429 and 5xx may pass; what
/// else is no success will be none the next time either, and redirects are not followed. What is secret in `outgoing` is
/// nobody's business, should an answer repeat it.
pub(super) fn read(sent: &Sent, outgoing: &Outgoing) -> Meaning {
    let answer = match &sent.result {
        Ok(answer) => answer,
        Err(reason) => return Meaning::NotNow(Problem { code: NO_ANSWER, words: reason.clone() }),
    };
    let body = String::from_utf8_lossy(&answer.body);
    let problem = |code| Problem { code, words: words(answer.status, &body, outgoing) };
    match answer.status {
        status if outgoing.is_success(status) => Meaning::Taken { external_id: external_id(&body) },
        408 | 425 | 429 | 500.. => Meaning::NotNow(problem("unavailable")),
        400..=499 => Meaning::Refused(problem("refused")),
        _ => Meaning::Refused(problem("unexpected_answer")),
    }
}

/// `400: title must not be empty`.
fn words(status: u16, body: &str, outgoing: &Outgoing) -> String {
    let said = serde_json::from_str::<Value>(body).ok();
    let said = said.and_then(|said| PLACES.iter().find_map(|place| text_of(said.pointer(place)?)));
    let said = said.unwrap_or_else(|| body.to_owned());
    let said = outgoing.without_secrets(&said);
    let said: String = said.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST).collect();
    match said.trim() {
        "" => format!("{status}, without a word"),
        said => format!("{status}: {said}"),
    }
}

/// A text, or a list of them.
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

    use super::*;
    use crate::deliveries::{HttpResponse, ResponseTimeout};

    const ORIGINAL: RangeInclusive<u16> = 200..=201;

    fn sent(status: u16, body: &str) -> Sent {
        let answer = HttpResponse { status, headers: Vec::new(), body: body.as_bytes().to_vec() };
        Sent { milliseconds: 1, result: Ok(answer) }
    }

    fn meaning(sent: &Sent, success: RangeInclusive<u16>) -> Meaning {
        let outgoing = Outgoing {
            url: "https://jobs.example".to_owned(),
            headers: vec![("authorization", "Bearer s3cret".to_owned())],
            secret_headers: &["authorization"],
            body: String::new(),
            timeout: ResponseTimeout::Long,
            success,
        };
        read(sent, &outgoing)
    }

    fn problem(meaning: Meaning) -> (bool, &'static str, String) {
        match meaning {
            Meaning::Taken { .. } => panic!("taken"),
            Meaning::Refused(problem) => (false, problem.code, problem.words),
            Meaning::NotNow(problem) => (true, problem.code, problem.words),
        }
    }

    #[test]
    fn success_is_what_the_format_says() {
        let taken = |status, success| matches!(meaning(&sent(status, "{}"), success), Meaning::Taken { .. });
        assert!([200, 201].into_iter().all(|status| taken(status, ORIGINAL)));
        assert!(![199, 202, 204, 299].into_iter().any(|status| taken(status, ORIGINAL)));
        assert!([200, 201, 202, 204, 299].into_iter().all(|status| taken(status, Outgoing::ANY_SUCCESS)));
        assert!(!taken(300, Outgoing::ANY_SUCCESS));
    }

    #[test]
    fn what_may_pass_is_tried_again() {
        for status in [408, 425, 429, 500, 502, 503, 504, 599] {
            let (again, code, _) = problem(meaning(&sent(status, ""), ORIGINAL));
            assert!(again && code == "unavailable", "{status}");
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
            let (again, code, _) = problem(meaning(&sent(status, ""), ORIGINAL));
            assert!(!again && code == expected, "{status}");
        }
        let nobody = Sent { milliseconds: 1, result: Err("no answer in time".to_owned()) };
        assert_eq!(problem(meaning(&nobody, ORIGINAL)), (true, "no_answer", "no answer in time".to_owned()));
    }

    #[test]
    fn a_targets_own_words_are_kept() {
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
            assert_eq!(problem(meaning(&sent(400, body), ORIGINAL)).2, expected);
        }
    }
}
