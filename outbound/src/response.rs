//! The response to a request, or why there is none.

use std::time::Duration;

use reqwest::header::{DATE, HeaderMap, HeaderName, RETRY_AFTER};

use crate::decompression::decompressed;
use crate::refusal::Refusal;

/// How much of a body is read, compressed or not. The rest is dropped.
pub(crate) const BODY_LIMIT: usize = 64 * 1024;

/// A response with any status.
#[derive(Clone, Debug)]
pub struct Response {
    pub status: u16,
    /// In the order of the response, with names in lower case. Bytes that are not UTF-8 are replaced.
    pub headers: Vec<(String, String)>,
    /// The first 64 KiB, decompressed.
    pub body: Vec<u8>,
    /// `Retry-After` (RFC 9110, 10.2.3).
    pub retry_after: Option<Duration>,
}

/// Why there is no response.
#[derive(Clone, Debug, thiserror::Error)]
pub enum SendError {
    /// Nothing was sent.
    #[error("the address is refused: it {0}")]
    Refused(#[from] Refusal),
    #[error("no response in time")]
    TimedOut,
    /// Nothing was sent: the name does not exist, the port is closed, or the certificate is not trusted.
    #[error("could not connect: {0}")]
    NotConnected(String),
    /// The receiver may have received the request.
    #[error("the connection broke: {0}")]
    Broken(String),
}

pub(crate) async fn read(mut response: reqwest::Response) -> Result<Response, SendError> {
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let mut body = Vec::new();
    while body.len() < BODY_LIMIT {
        match response.chunk().await {
            Ok(Some(chunk)) => body.extend_from_slice(&chunk[..chunk.len().min(BODY_LIMIT - body.len())]),
            Ok(None) => break,
            Err(error) => return Err(send_error(error)),
        }
    }
    let body = decompressed(body);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let named = headers.iter().map(|(name, value)| (name.to_string(), text(value.as_bytes())));
    Ok(Response { status, headers: named.collect(), body, retry_after: retry_after(&headers) })
}

pub(crate) fn send_error(error: reqwest::Error) -> SendError {
    let error = error.without_url();
    if let Some(refusal) = causes(&error).find_map(|cause| cause.downcast_ref::<Refusal>()) {
        return SendError::Refused(refusal.clone());
    }
    if error.is_timeout() {
        return SendError::TimedOut;
    }
    // The last cause is the specific one.
    let reason = causes(&error).last().map_or_else(|| error.to_string(), ToString::to_string);
    if error.is_connect() { SendError::NotConnected(reason) } else { SendError::Broken(reason) }
}

fn causes<'a>(error: &'a reqwest::Error) -> impl Iterator<Item = &'a (dyn std::error::Error + 'static)> {
    std::iter::successors(std::error::Error::source(error), |cause| cause.source())
}

fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    // A date is compared with the response's own `Date`, because the clocks may differ.
    let date = |name: HeaderName| httpdate::parse_http_date(headers.get(name)?.to_str().ok()?).ok();
    Some(date(RETRY_AFTER)?.duration_since(date(DATE)?).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_seconds_or_a_date_by_the_receivers_clock() {
        let read = |pairs: &[(&'static str, &'static str)]| {
            let pairs =
                pairs.iter().map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()));
            retry_after(&pairs.collect()).map(|wait| wait.as_secs())
        };
        let now = ("date", "Sun, 22 Nov 2026 10:00:00 GMT");
        assert_eq!(read(&[("retry-after", "120")]), Some(120));
        assert_eq!(read(&[now, ("retry-after", "Sun, 22 Nov 2026 10:00:20 GMT")]), Some(20));
        assert_eq!(read(&[now, ("retry-after", "Sun, 22 Nov 2026 09:00:00 GMT")]), Some(0));
        for text in ["soon", "-3", "1.5", "Sun, 22 Nov 2026 10:00:20 GMT"] {
            assert_eq!(read(&[("retry-after", text)]), None, "{text}");
        }
        assert_eq!(read(&[now]), None);
    }
}
