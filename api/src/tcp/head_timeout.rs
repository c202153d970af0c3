//! The timeout for the head of a request, against clients that occupy a connection by sending it byte by byte.
//!
//! hyper has such a timeout, but poem does not expose it, and it would close idle connections too. So this looks for
//! the empty line that ends a head. HTTP/2 has no such line and gets no timeout here.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Sleep, sleep};

/// The begin of an HTTP/2 connection (RFC 9113, section 3.4), up to the empty line.
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\n";
/// The begin of an interim response such as `100 Continue`.
const INTERIM: &[u8] = b"HTTP/1.1 1";

/// Runs from the begin of a connection, or of a later head, to the end of the head.
pub struct HeadTimeout {
    limit: Duration,
    state: State,
}

enum State {
    /// Between a response and the next request.
    Idle,
    Head {
        deadline: Pin<Box<Sleep>>,
        seen: usize,
        is_preface: bool,
        line: Line,
    },
    /// The head is complete; what follows is a body, until the response begins.
    Complete,
    Http2,
}

/// How the head ends so far.
#[derive(Clone, Copy)]
enum Line {
    /// Nothing but the line breaks that may precede a request.
    None,
    Begun,
    Ended,
}

impl HeadTimeout {
    /// For a new connection: the timeout includes the wait for the first byte.
    pub fn new(limit: Duration) -> Self {
        Self { limit, state: State::head(limit, true) }
    }

    /// Takes the received bytes into account.
    pub fn received(&mut self, bytes: &[u8]) {
        if matches!(self.state, State::Idle) && !bytes.is_empty() {
            self.state = State::head(self.limit, false);
        }
        let State::Head { seen, is_preface, line, .. } = &mut self.state else { return };
        for byte in bytes {
            *is_preface &= PREFACE.get(*seen) == Some(byte);
            *seen += 1;
            *line = match (byte, *line) {
                (b'\n', Line::Ended) => {
                    self.state = if *is_preface { State::Http2 } else { State::Complete };
                    return;
                }
                (b'\n', Line::Begun) => Line::Ended,
                (b'\n' | b'\r', line) => line,
                _ => Line::Begun,
            };
        }
    }

    /// Takes the sent bytes into account.
    pub fn sent(&mut self, bytes: &[u8]) {
        if matches!(self.state, State::Complete) && !bytes.starts_with(INTERIM) {
            self.state = State::Idle;
        }
    }

    /// Ready when the timeout is over.
    pub fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
        match &mut self.state {
            State::Head { deadline, .. } => deadline.as_mut().poll(context),
            _ => Poll::Pending,
        }
    }
}

impl State {
    fn head(limit: Duration, is_preface: bool) -> Self {
        Self::Head { deadline: Box::pin(sleep(limit)), seen: 0, is_preface, line: Line::None }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

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
            assert!(runs_out(&mut HeadTimeout::new(LIMIT), unfinished).await, "{unfinished:?}");
        }
        for complete in
            [&["GET / HTTP/1.1\r\nHost: a\r\n\r\n"][..], &["\r\nGET / HTTP/1.1\r", "\n\r", "\nbody"]]
        {
            assert!(!runs_out(&mut HeadTimeout::new(LIMIT), complete).await, "{complete:?}");
        }
    }

    #[tokio::test]
    async fn it_runs_again_with_the_next_request() {
        let mut timeout = HeadTimeout::new(LIMIT);
        assert!(!runs_out(&mut timeout, &["POST / HTTP/1.1\r\n\r\n"]).await);
        timeout.sent(b"HTTP/1.1 100 Continue\r\n\r\n");
        assert!(!runs_out(&mut timeout, &["a body that takes its time"]).await);
        timeout.sent(b"HTTP/1.1 200 OK\r\n\r\n");
        assert!(!runs_out(&mut timeout, &[]).await);
        assert!(runs_out(&mut timeout, &["G"]).await);
    }

    #[tokio::test]
    async fn http_2_has_no_timeout() {
        let mut timeout = HeadTimeout::new(LIMIT);
        timeout.received(PREFACE);
        timeout.sent(b"\0\0\0");
        assert!(!runs_out(&mut timeout, &["SM\r\n\r\n", "frames"]).await);
    }
}
