//! How long a client may take for the head of a request: who sends it byte by byte would hold a connection for as long
//! as they like.
//!
//! hyper has a limit of its own, which poem does not let through, and which would end idle connections too. So this looks
//! for the empty line with which a head ends. HTTP/2 has no such line and is left alone.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Sleep, sleep};

/// With which a connection says that it is one of HTTP/2 (RFC 9113, section 3.4), up to the empty line.
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\n";
/// With which an answer begins that is none yet, as `100 Continue`.
const INTERIM: &[u8] = b"HTTP/1.1 1";

/// Runs from a connection's or a head's beginning to the head's end.
pub struct HeadTimeout {
    limit: Duration,
    state: State,
}

enum State {
    /// Between an answer and the next request.
    Idle,
    Head {
        deadline: Pin<Box<Sleep>>,
        seen: usize,
        is_preface: bool,
        line: Line,
    },
    /// The head is there. What else comes is a body, until there is an answer.
    Whole,
    Http2,
}

/// What a head ends with so far.
#[derive(Clone, Copy)]
enum Line {
    /// Nothing but line breaks, which may come before a request.
    None,
    Begun,
    Ended,
}

impl HeadTimeout {
    /// For a new connection: already its first byte must not be long in coming.
    pub fn new(limit: Duration) -> Self {
        Self { limit, state: State::head(limit, true) }
    }

    /// Takes note of what has come.
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
                    self.state = if *is_preface { State::Http2 } else { State::Whole };
                    return;
                }
                (b'\n', Line::Begun) => Line::Ended,
                (b'\n' | b'\r', line) => line,
                _ => Line::Begun,
            };
        }
    }

    /// Takes note of what is sent.
    pub fn sent(&mut self, bytes: &[u8]) {
        if matches!(self.state, State::Whole) && !bytes.starts_with(INTERIM) {
            self.state = State::Idle;
        }
    }

    /// Ready when a head has taken too long.
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

    /// Whether the clock runs out after receiving these.
    async fn runs_out(clock: &mut HeadTimeout, received: &[&str]) -> bool {
        received.iter().for_each(|bytes| clock.received(bytes.as_bytes()));
        sleep(LIMIT * 2).await;
        std::future::poll_fn(|context| clock.poll(context)).now_or_never().is_some()
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
        for whole in [&["GET / HTTP/1.1\r\nHost: a\r\n\r\n"][..], &["\r\nGET / HTTP/1.1\r", "\n\r", "\nbody"]]
        {
            assert!(!runs_out(&mut HeadTimeout::new(LIMIT), whole).await, "{whole:?}");
        }
    }

    #[tokio::test]
    async fn it_begins_again_with_the_next_request() {
        let mut clock = HeadTimeout::new(LIMIT);
        assert!(!runs_out(&mut clock, &["POST / HTTP/1.1\r\n\r\n"]).await);
        clock.sent(b"HTTP/1.1 100 Continue\r\n\r\n");
        assert!(!runs_out(&mut clock, &["a body that takes its time"]).await);
        clock.sent(b"HTTP/1.1 200 OK\r\n\r\n");
        assert!(!runs_out(&mut clock, &[]).await);
        assert!(runs_out(&mut clock, &["G"]).await);
    }

    #[tokio::test]
    async fn http_2_is_left_alone() {
        let mut clock = HeadTimeout::new(LIMIT);
        clock.received(PREFACE);
        clock.sent(b"\0\0\0");
        assert!(!runs_out(&mut clock, &["SM\r\n\r\n", "frames"]).await);
    }
}
