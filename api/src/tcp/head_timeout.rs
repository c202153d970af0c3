//! The timeout for the head of a request, against clients that occupy a connection by sending it byte by byte.
//!
//! hyper has such a timeout, but poem does not expose it, and it would close idle connections too. So this looks for
//! the empty line that ends a head, and in HTTP/2 for the frames. There it also ends a connection without a request, which
//! its client could keep open with pings.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Sleep, sleep};

use super::http2::{Http2, Waits};
use super::response_end::Response;

/// The begin of an HTTP/2 connection (RFC 9113, section 3.4), up to the empty line.
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\n";
/// The begin of a request whose response has no body.
const HEAD: &[u8] = b"HEAD ";
/// The begin of an interim response such as `100 Continue`.
const INTERIM: &[u8] = b"HTTP/1.1 1";

/// Runs from the begin of a connection, or of a later head, to the end of the head.
pub struct HeadTimeout {
    limit: Duration,
    /// How long an HTTP/2 connection may have no request.
    idle: Duration,
    state: State,
}

enum State {
    /// Between a response and the next request.
    Idle,
    Head {
        deadline: Pin<Box<Sleep>>,
        seen: usize,
        is_preface: bool,
        /// It begins as a request with the method `HEAD`.
        is_head: bool,
        line: Line,
    },
    /// The head is complete; what follows is a body, until the response begins.
    Complete {
        is_head: bool,
    },
    /// The response has begun, but not ended.
    Responding(Response),
    Http2 {
        requests: Box<Http2>,
        waits: Waits,
        deadline: Option<Pin<Box<Sleep>>>,
    },
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
    pub fn new(limit: Duration, idle: Duration) -> Self {
        Self { limit, idle, state: State::head(limit, true) }
    }

    /// Is there no request? One whose head is incomplete does not count, as many such could keep all others out.
    pub fn is_idle(&self) -> bool {
        match &self.state {
            State::Idle | State::Head { .. } => true,
            State::Complete { .. } | State::Responding(_) => false,
            State::Http2 { waits, .. } => matches!(waits, Waits::First | Waits::Next),
        }
    }

    /// Takes the received bytes into account.
    pub fn received(&mut self, bytes: &[u8]) {
        if matches!(self.state, State::Idle | State::Responding(_)) && !bytes.is_empty() {
            self.state = State::head(self.limit, false);
        }
        match &mut self.state {
            State::Head { .. } => self.head(bytes),
            State::Http2 { requests, .. } => {
                requests.received(bytes);
                self.wait();
            }
            State::Idle | State::Complete { .. } | State::Responding(_) => {}
        }
    }

    fn head(&mut self, bytes: &[u8]) {
        let State::Head { seen, is_preface, is_head, line, .. } = &mut self.state else { return };
        for (place, byte) in bytes.iter().enumerate() {
            *is_preface &= PREFACE.get(*seen) == Some(byte);
            *is_head &= HEAD.get(*seen).is_none_or(|expected| expected == byte);
            *seen += 1;
            *line = match (byte, *line) {
                (b'\n', Line::Ended) if *is_preface => {
                    let mut requests = Box::<Http2>::default();
                    // After the preface's "SM" and another empty line.
                    requests.received_after_preface(bytes.get(place + 1..).unwrap_or_default());
                    self.state = State::Http2 { requests, waits: Waits::Nothing, deadline: None };
                    self.wait();
                    return;
                }
                (b'\n', Line::Ended) => {
                    self.state = State::Complete { is_head: *is_head };
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
        match &mut self.state {
            State::Complete { is_head } if !bytes.starts_with(INTERIM) => {
                self.state = Response::begin(bytes, *is_head).map_or(State::Idle, State::Responding);
            }
            State::Responding(response) => {
                let is_over = response.sent(bytes);
                if is_over {
                    self.state = State::Idle;
                }
            }
            State::Http2 { requests, .. } => {
                requests.sent(bytes);
                self.wait();
            }
            _ => {}
        }
    }

    /// Starts the timeout of what an HTTP/2 connection waits for, if that has changed.
    fn wait(&mut self) {
        let State::Http2 { requests, waits, deadline } = &mut self.state else { return };
        let now = requests.waits();
        if now == std::mem::replace(waits, now) {
            return;
        }
        let limit = match now {
            Waits::First | Waits::Head => Some(self.limit),
            Waits::Next => Some(self.idle),
            Waits::Nothing => None,
        };
        *deadline = limit.map(|limit| Box::pin(sleep(limit)));
    }

    /// Ready when the timeout is over.
    pub fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
        match &mut self.state {
            State::Head { deadline, .. } | State::Http2 { deadline: Some(deadline), .. } => {
                deadline.as_mut().poll(context)
            }
            _ => Poll::Pending,
        }
    }
}

impl State {
    fn head(limit: Duration, is_preface: bool) -> Self {
        Self::Head { deadline: Box::pin(sleep(limit)), seen: 0, is_preface, is_head: true, line: Line::None }
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
        assert!(!runs_out(&mut timeout, &["POST / HTTP/1.1\r\n\r\n"]).await);
        timeout.sent(b"HTTP/1.1 100 Continue\r\n\r\n");
        assert!(!runs_out(&mut timeout, &["a body that takes its time"]).await);
        timeout.sent(b"HTTP/1.1 200 OK\r\n\r\n");
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
