//! The delay that an overloaded server asks for.

use std::time::Duration;

use chrono::DateTime;
use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};

const LONGEST: Duration = Duration::from_secs(60);

/// Reads `retry-after-ms`, or `Retry-After` in seconds or as a date; at most 60 s. A date is compared with the server's
/// own `Date`, because the clocks may differ.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let wait = milliseconds(headers).or_else(|| seconds(headers)).or_else(|| until_date(headers))?;
    Some(wait.min(LONGEST))
}

fn milliseconds(headers: &HeaderMap) -> Option<Duration> {
    number(headers.get("retry-after-ms")?.to_str().ok()?).map(|ms| ms / 1000.0).map(Duration::from_secs_f64)
}

fn seconds(headers: &HeaderMap) -> Option<Duration> {
    number(headers.get(RETRY_AFTER)?.to_str().ok()?).map(Duration::from_secs_f64)
}

fn number(text: &str) -> Option<f64> {
    let number: f64 = text.trim().parse().ok()?;
    (number.is_finite() && number >= 0.0).then_some(number.min(1e6))
}

fn until_date(headers: &HeaderMap) -> Option<Duration> {
    let date = |name| DateTime::parse_from_rfc2822(headers.get(name)?.to_str().ok()?.trim()).ok();
    let wait = date(RETRY_AFTER)? - date(DATE)?;
    Some(wait.to_std().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&'static str, &'static str)]) -> Option<u128> {
        let headers = pairs.iter().map(|(name, value)| {
            (
                name.parse::<reqwest::header::HeaderName>().unwrap(),
                value.parse::<reqwest::header::HeaderValue>().unwrap(),
            )
        });
        retry_after(&headers.collect()).map(|wait| wait.as_millis())
    }

    #[test]
    fn every_form_is_read_and_capped() {
        assert_eq!(read(&[]), None);
        assert_eq!(read(&[("retry-after", "7")]), Some(7_000));
        assert_eq!(read(&[("retry-after", "1.5")]), Some(1_500));
        assert_eq!(read(&[("retry-after", "3600")]), Some(60_000));
        assert_eq!(read(&[("retry-after-ms", "250"), ("retry-after", "9")]), Some(250));
        assert_eq!(read(&[("retry-after", "soon")]), None);
        assert_eq!(read(&[("retry-after", "-3")]), None);
        let now = ("date", "Sun, 22 Nov 2026 10:00:00 GMT");
        assert_eq!(read(&[now, ("retry-after", "Sun, 22 Nov 2026 10:00:20 GMT")]), Some(20_000));
        assert_eq!(read(&[now, ("retry-after", "Sun, 22 Nov 2026 09:00:00 GMT")]), Some(0));
        assert_eq!(read(&[("retry-after", "Sun, 22 Nov 2026 09:00:00 GMT")]), None);
    }
}
