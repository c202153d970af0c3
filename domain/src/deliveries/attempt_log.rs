//! What is written down of an attempt: without what is secret, and no more of the receiver's words than people read.

use entity::delivery_attempt as attempt;
use sea_orm::sea_query::{Expr, SimpleExpr};
use serde_json::{Value, json};

use super::{Outgoing, Sent};

/// So much of an answer's body is written down, in characters.
const BODY_KEPT: usize = 4_096;
/// So many of its headers are, and so much of them in all, names and values, in characters.
const HEADERS_KEPT: usize = 32;
const HEADER_CHARACTERS_KEPT: usize = 4_096;

/// All that is known of an attempt that was sent, without what is secret in it.
pub(super) fn logged(outgoing: &Outgoing, sent: &Sent) -> Vec<(attempt::Column, SimpleExpr)> {
    let kept = |name: &str, value: &str| match outgoing.secret_headers.contains(&name) {
        true => json!([name, "(not kept)"]),
        false => json!([name, value]),
    };
    let headers: Value = outgoing.headers.iter().map(|(name, value)| kept(name, value)).collect();
    let answer = sent.result.as_ref().ok();
    // An answer may repeat what it was asked with.
    let fit = |text: &str| fit(&outgoing.without_secrets(text));
    let answer_headers = answer.map(|answer| headers_kept(&answer.headers, fit));
    let body = answer.map(|answer| fit(&String::from_utf8_lossy(&answer.body)));
    vec![
        (attempt::Column::FinishedAt, Expr::cust("app_clock_now()")),
        (attempt::Column::DurationMs, Expr::value(i32::try_from(sent.milliseconds).unwrap_or(i32::MAX))),
        (attempt::Column::Url, Expr::value(&outgoing.url)),
        (attempt::Column::RequestHeaders, Expr::value(headers)),
        (attempt::Column::RequestBody, Expr::value(&outgoing.body)),
        (attempt::Column::ResponseStatus, Expr::value(sent.status().map(i32::from))),
        (attempt::Column::ResponseHeaders, Expr::value(answer_headers)),
        (attempt::Column::ResponseBody, Expr::value(body)),
        (attempt::Column::Error, Expr::value(sent.result.as_ref().err().map(|error| fit(error)))),
    ]
}

/// As much of it as is kept; PostgreSQL's text holds no NUL.
fn fit(text: &str) -> String {
    text.chars().take(BODY_KEPT).map(|c| if c == '\0' { '\u{fffd}' } else { c }).collect()
}

/// The first of them that have room; the value of the last is cut.
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
