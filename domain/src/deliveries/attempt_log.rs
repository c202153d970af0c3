//! The log of an attempt: request and response, with secrets redacted and long responses cut.

use entity::delivery_attempt as attempt;
use sea_orm::sea_query::{Expr, SimpleExpr};
use serde_json::{Value, json};

use super::{Outgoing, Sent};

/// How much of a response's body is logged, in characters.
const BODY_KEPT: usize = 4_096;
/// How many of its headers are logged, and how much of their names and values in total, in characters.
const HEADERS_KEPT: usize = 32;
const HEADER_CHARACTERS_KEPT: usize = 4_096;
const NO_CHALLENGE: &str = "the response does not verify the endpoint: the member `challenge` of its JSON body must be the request's `data.challenge`";

/// The columns to set for an attempt whose request was sent.
pub(super) fn attempt_columns(outgoing: &Outgoing, sent: &Sent) -> Vec<(attempt::Column, SimpleExpr)> {
    let redacted = |name: &str, value: &str| match outgoing.secret_headers.contains(&name) {
        true => json!([name, "(not kept)"]),
        false => json!([name, value]),
    };
    let headers: Value = outgoing.headers.iter().map(|(name, value)| redacted(name, value)).collect();
    let response = sent.result.as_ref().ok();
    // A response may echo secrets of the request.
    let fit = |text: &str| fit(&outgoing.without_secrets(text));
    let response_headers = response.map(|response| headers_kept(&response.headers, fit));
    let body = response.map(|response| fit(&String::from_utf8_lossy(&response.body)));
    let error = match &sent.result {
        Ok(response) => {
            let is_refused =
                outgoing.is_success(response.status) && !outgoing.is_challenge_answered(response);
            is_refused.then(|| NO_CHALLENGE.to_owned())
        }
        Err(error) => Some(fit(error)),
    };
    vec![
        (attempt::Column::FinishedAt, Expr::cust("app_clock_now()")),
        (attempt::Column::DurationMs, Expr::value(i32::try_from(sent.milliseconds).unwrap_or(i32::MAX))),
        (attempt::Column::Url, Expr::value(&outgoing.url)),
        (attempt::Column::RequestHeaders, Expr::value(headers)),
        (attempt::Column::RequestBody, Expr::value(&outgoing.body)),
        (attempt::Column::ResponseStatus, Expr::value(sent.status().map(i32::from))),
        (attempt::Column::ResponseHeaders, Expr::value(response_headers)),
        (attempt::Column::ResponseBody, Expr::value(body)),
        (attempt::Column::Error, Expr::value(error)),
    ]
}

/// Cuts the text, and replaces NUL characters, which PostgreSQL's text cannot hold.
fn fit(text: &str) -> String {
    text.chars().take(BODY_KEPT).map(|c| if c == '\0' { '\u{fffd}' } else { c }).collect()
}

/// The first headers that fit into the limits; the value of the last one may be cut.
fn headers_kept(headers: &[(String, String)], fit: impl Fn(&str) -> String) -> Value {
    let mut room = HEADER_CHARACTERS_KEPT;
    let mut kept = Vec::new();
    for (name, value) in headers.iter().take(HEADERS_KEPT) {
        let name: String = name.chars().take(room).collect();
        room -= name.chars().count();
        let value: String = fit(value).chars().take(room).collect();
        room -= value.chars().count();
        kept.push(json!([name, value]));
        if room == 0 {
            break;
        }
    }
    kept.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(headers: &[(String, String)]) -> Vec<(String, String)> {
        serde_json::from_value(headers_kept(headers, fit)).unwrap()
    }

    fn header(name: &str, length: usize) -> (String, String) {
        (name.to_owned(), "ü".repeat(length))
    }

    #[test]
    fn of_many_headers_the_first_are_kept() {
        let many: Vec<_> = (0..100).map(|number| (format!("x-{number}"), "1".to_owned())).collect();
        assert_eq!(kept(&many), many[..HEADERS_KEPT]);
        assert_eq!(kept(&many[..3]), many[..3]);
        assert!(kept(&[]).is_empty());
    }

    #[test]
    fn of_long_headers_so_much_is_kept_in_all() {
        let long = [header("a", 3_000), header("b", 3_000), header("c", 3_000)];
        let characters = |pairs: &[(String, String)]| -> usize {
            pairs.iter().map(|(name, value)| name.chars().count() + value.chars().count()).sum()
        };
        let kept = kept(&long);
        assert_eq!((kept.len(), characters(&kept)), (2, HEADER_CHARACTERS_KEPT));
        assert_eq!(kept[0], long[0]);
        assert_eq!(self::kept(&[header("a", 100_000)])[0].1.chars().count(), HEADER_CHARACTERS_KEPT - 1);
    }
}
