//! The timeout for the head of a request, against clients that occupy a connection by sending it byte by byte.
//!
//! hyper has such a timeout, but poem does not expose it, and it would close idle connections too. So this follows the requests
//! in the received and sent bytes. In HTTP/2 it also ends a connection without a request, which its client could keep open with
//! pings.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Sleep, sleep};

use super::http1::Http1;
use super::http2::Http2;
use super::waits::Waits;

/// Runs from the begin of a connection, or of a later head, to the end of the head.
pub struct HeadTimeout {
    limit: Duration,
    /// How long an HTTP/2 connection may have no request.
    idle: Duration,
    requests: Requests,
    waits: Waits,
    deadline: Option<Pin<Box<Sleep>>>,
}

enum Requests {
    Http1(Http1),
    Http2(Box<Http2>),
}

impl HeadTimeout {
    /// For a new connection: the timeout includes the wait for the first byte.
    pub fn new(limit: Duration, idle: Duration) -> Self {
        let (requests, deadline) = (Requests::Http1(Http1::new()), Some(Box::pin(sleep(limit))));
        Self { limit, idle, requests, waits: Waits::First, deadline }
    }

    /// Is there no request? One of HTTP/1.1 whose head is incomplete does not count, as many such could keep all others out.
    pub fn is_idle(&self) -> bool {
        match self.waits {
            Waits::First | Waits::Next => true,
            Waits::Head => matches!(self.requests, Requests::Http1(_)),
            Waits::Nothing => false,
        }
    }

    /// Takes the received bytes into account.
    pub fn received(&mut self, bytes: &[u8]) {
        match &mut self.requests {
            Requests::Http1(requests) => {
                if let Some(after_preface) = requests.received(bytes) {
                    let mut requests = Box::<Http2>::default();
                    requests.received_after_preface(after_preface);
                    self.requests = Requests::Http2(requests);
                    // HTTP/2 has the whole time for its first request, unless that has come too.
                    self.waits = Waits::Nothing;
                    self.deadline = None;
                }
            }
            Requests::Http2(requests) => requests.received(bytes),
        }
        self.wait();
    }

    /// Takes the sent bytes into account.
    pub fn sent(&mut self, bytes: &[u8]) {
        match &mut self.requests {
            Requests::Http1(requests) => requests.sent(bytes),
            Requests::Http2(requests) => requests.sent(bytes),
        }
        self.wait();
    }

    /// Starts the timeout of what the connection waits for, if that has changed.
    fn wait(&mut self) {
        let (now, idle) = match &self.requests {
            // poem ends idle connections of HTTP/1.1.
            Requests::Http1(requests) => (requests.waits(), None),
            Requests::Http2(requests) => (requests.waits(), Some(self.idle)),
        };
        if now == std::mem::replace(&mut self.waits, now) {
            return;
        }
        let limit = match now {
            Waits::First | Waits::Head => Some(self.limit),
            Waits::Next => idle,
            Waits::Nothing => None,
        };
        self.deadline = limit.map(|limit| Box::pin(sleep(limit)));
    }

    /// Ready when the timeout is over.
    pub fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
        match &mut self.deadline {
            Some(deadline) => deadline.as_mut().poll(context),
            None => Poll::Pending,
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::super::request_end::PREFACE;
    use super::*;

    const LIMIT: Duration = Duration::from_millis(20);

    /// Whether the timeout ends after these were received.
    async fn runs_out(timeout: &mut HeadTimeout, received: &[&str]) -> bool {
        received.iter().for_each(|bytes| timeout.received(bytes.as_bytes()));
        sleep(LIMIT * 2).await;
        std::future::poll_fn(|context| timeout.poll(context)).now_or_never().is_some()
    }

    #[tokio::test]
    async fn it_runs_until_the_empty_line() {
        for unfinished in [
            &[][..],
            &["GET / HT"],
            &["GET / HTTP/1.1\r\n", "Host: a\r\n"],
            &["\r\n\r\n\n\n"],
            &["PRI * HTTP/2.0\r\n"],
        ] {
            assert!(runs_out(&mut HeadTimeout::new(LIMIT, LIMIT * 10), unfinished).await, "{unfinished:?}");
        }
        for complete in
            [&["GET / HTTP/1.1\r\nHost: a\r\n\r\n"][..], &["\r\nGET / HTTP/1.1\r", "\n\r", "\nbody"]]
        {
            assert!(!runs_out(&mut HeadTimeout::new(LIMIT, LIMIT * 10), complete).await, "{complete:?}");
        }
    }

    #[tokio::test]
    async fn it_runs_again_with_the_next_request() {
        let mut timeout = HeadTimeout::new(LIMIT, LIMIT * 10);
        assert!(!runs_out(&mut timeout, &["POST / HTTP/1.1\r\nContent-Length: 26\r\n\r\n"]).await);
        timeout.sent(b"HTTP/1.1 100 Continue\r\n\r\n");
        assert!(!runs_out(&mut timeout, &["a body that takes its time"]).await);
        timeout.sent(b"HTTP/1.1 204 No Content\r\n\r\n");
        assert!(!runs_out(&mut timeout, &[]).await);
        assert!(runs_out(&mut timeout, &["G"]).await);
    }

    #[tokio::test]
    async fn a_connection_is_idle_between_a_response_and_the_next_request() {
        let mut timeout = HeadTimeout::new(LIMIT, LIMIT);
        assert!(timeout.is_idle());
        for method in ["GET", "HEAD"] {
            timeout.received(format!("{method} / HTTP/1.1\r\n").as_bytes());
            assert!(timeout.is_idle(), "an unfinished head");
            timeout.received(b"\r\n");
            assert!(!timeout.is_idle());
            timeout.sent(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n");
            assert_eq!(timeout.is_idle(), method == "HEAD");
            timeout.sent(b"ok");
            assert!(timeout.is_idle());
        }
        timeout.received(b"GET /events HTTP/1.1\r\n\r\n");
        timeout.sent(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
        timeout.sent(b"9\r\n: waits\n\n\r\n");
        assert!(!timeout.is_idle(), "an event stream");
        assert!(!runs_out(&mut timeout, &["GET / HT"]).await, "the begin of a request that nobody reads yet");
        assert!(!timeout.is_idle(), "an event stream still");
        timeout.sent(b"0\r\n\r\n");
        assert!(timeout.is_idle(), "an unfinished head");
        assert!(runs_out(&mut timeout, &[]).await);
    }

    /// The rest of the preface, and a frame of settings.
    const SETTINGS: &str = "SM\r\n\r\n\0\0\0\x04\0\0\0\0\0";
    const REQUEST: &str = "\0\0\x01\x01\x05\0\0\0\x01x";
    const HALF_REQUEST: &str = "\0\0\x01\x01\x01\0\0\0\x01x";

    #[tokio::test]
    async fn http_2_has_it_before_the_first_request_and_within_a_head() {
        let preface = std::str::from_utf8(PREFACE).unwrap();
        for unfinished in [
            &[preface][..],
            &[preface, SETTINGS],
            &[preface, "SM\r\n", &SETTINGS[4..], SETTINGS.get(6..).unwrap()],
            &[preface, SETTINGS, HALF_REQUEST],
            &[&format!("{preface}{SETTINGS}{HALF_REQUEST}")],
        ] {
            assert!(runs_out(&mut HeadTimeout::new(LIMIT, LIMIT * 10), unfinished).await, "{unfinished:?}");
        }
        for complete in [&[preface, SETTINGS, REQUEST][..], &[&format!("{preface}{SETTINGS}{REQUEST}")]] {
            assert!(!runs_out(&mut HeadTimeout::new(LIMIT, LIMIT), complete).await, "{complete:?}");
        }
    }

    #[tokio::test]
    async fn http_2_without_a_request_ends_in_spite_of_pings() {
        // It ends after several pings, each of which comes before the end.
        let mut timeout = HeadTimeout::new(LIMIT, LIMIT * 10);
        timeout.received(PREFACE);
        timeout.received(SETTINGS.as_bytes());
        assert!(timeout.is_idle());
        timeout.received(REQUEST.as_bytes());
        assert!(!timeout.is_idle());
        // The end of the response.
        timeout.sent(b"\0\0\0\x01\x05\0\0\0\x01");
        assert!(timeout.is_idle());
        let ping = "\0\0\x08\x06\0\0\0\0\x0012345678";
        let begun = std::time::Instant::now();
        while !runs_out(&mut timeout, &[ping]).await {
            assert!(begun.elapsed() < LIMIT * 500, "pings keep it open");
        }
    }
}
