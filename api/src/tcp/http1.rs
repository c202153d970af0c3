//! Which requests of an HTTP/1.1 connection are open. Requests may come before the responses to earlier ones (pipelining), and
//! the server reads them together, so the bytes that arrive later do not show what it works on.

use std::collections::VecDeque;

use super::request_end::{Body, Complete, Head};
use super::response_end::Response;
use super::waits::Waits;

/// More than hyper reads ahead of a response.
const MOST_OPEN: usize = 32_768;

/// The requests of a connection.
pub struct Http1 {
    request: Request,
    /// The requests whose responses have not ended, the first one first: whether their method is `HEAD`.
    open: VecDeque<bool>,
    /// The response that has begun.
    response: Option<Response>,
}

/// The request that is being received.
enum Request {
    Head(Head),
    Body(Body),
}

impl Http1 {
    pub fn new() -> Self {
        Self { request: Request::Head(Head::new(true)), open: VecDeque::new(), response: None }
    }

    /// Takes received bytes into account. If an HTTP/2 connection begins, returns those that follow the empty line of its preface.
    pub fn received<'a>(&mut self, mut bytes: &'a [u8]) -> Option<&'a [u8]> {
        while !bytes.is_empty() {
            let taken = match &mut self.request {
                Request::Body(body) => body.received(bytes),
                Request::Head(head) => match head.received(bytes)? {
                    (taken, Complete::Http2) => return bytes.get(taken..),
                    (taken, Complete::Request { is_head, body }) => {
                        if self.open.len() < MOST_OPEN {
                            self.open.push_back(is_head);
                        }
                        self.request = Request::Body(body);
                        taken
                    }
                },
            };
            if matches!(&self.request, Request::Body(body) if body.is_over()) {
                self.request = Request::Head(Head::new(false));
            }
            bytes = bytes.get(taken..)?;
        }
        None
    }

    /// Takes sent bytes into account.
    pub fn sent(&mut self, mut bytes: &[u8]) {
        while let (false, Some(is_head)) = (bytes.is_empty(), self.open.front().copied()) {
            let response = self.response.get_or_insert_with(|| Response::new(is_head));
            let taken = response.sent(bytes);
            if response.has_ended() {
                self.response = None;
                self.open.pop_front();
            }
            bytes = bytes.get(taken..).unwrap_or_default();
        }
    }

    /// A head that follows a request before its response does not wait: nobody reads it yet.
    pub fn waits(&self) -> Waits {
        match &self.request {
            _ if !self.open.is_empty() => Waits::Nothing,
            Request::Head(head) if head.is_first() => Waits::First,
            Request::Head(head) if head.is_begun() => Waits::Head,
            Request::Head(_) | Request::Body(_) => Waits::Next,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OK: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

    fn after(bytes: &str) -> Http1 {
        let mut http1 = Http1::new();
        assert_eq!(http1.received(bytes.as_bytes()), None);
        http1
    }

    #[test]
    fn a_request_is_open_until_its_response_ends() {
        let mut http1 = after("GET / HTTP/1.1\r\n");
        assert_eq!(http1.waits(), Waits::First);
        http1.received(b"\r\n");
        assert_eq!(http1.waits(), Waits::Nothing);
        http1.sent(b"HTTP/1.1 100 Continue\r\n\r\n");
        assert_eq!(http1.waits(), Waits::Nothing);
        http1.sent(OK);
        assert_eq!(http1.waits(), Waits::Next);
        http1.received(b"G");
        assert_eq!(http1.waits(), Waits::Head);
    }

    #[test]
    fn responses_may_be_sent_together() {
        let mut http1 = after("GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\nGET /3 HTTP/1.1\r\n\r\n");
        http1.sent(&[OK, b"HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 20"].concat());
        assert_eq!(http1.waits(), Waits::Nothing, "the third is under way");
        http1.sent(b"4 No Content\r\n\r\n");
        assert_eq!(http1.waits(), Waits::Next);
    }

    #[test]
    fn requests_that_come_together_are_open_until_the_last_response_ends() {
        let mut http1 = after(
            "POST /1 HTTP/1.1\r\ncontent-length: 2\r\n\r\n{}HEAD /2 HTTP/1.1\r\n\r\nGET /3 HTTP/1.1\r\n\r\nGET /4 H",
        );
        http1.sent(OK);
        assert_eq!(http1.waits(), Waits::Nothing);
        http1.sent(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n");
        assert_eq!(http1.waits(), Waits::Nothing, "the response to HEAD has no body, and the third is open");
        http1.sent(OK);
        assert_eq!(http1.waits(), Waits::Head, "of the fourth");
        http1.received(b"TTP/1.1\r\n\r\n");
        assert_eq!(http1.waits(), Waits::Nothing);
        http1.sent(OK);
        assert_eq!(http1.waits(), Waits::Next);
    }

    #[test]
    fn what_comes_during_an_event_stream_does_not_end_it() {
        let mut http1 = after("GET /events HTTP/1.1\r\n\r\n");
        http1.sent(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
        for received in ["GET", " /next HTTP/1.1\r\n\r\n", "\r\n"] {
            http1.received(received.as_bytes());
            http1.sent(b"9\r\n: waits\n\n\r\n");
            assert_eq!(http1.waits(), Waits::Nothing, "{received:?}");
        }
        http1.sent(b"0\r\n\r\n");
        assert_eq!(http1.waits(), Waits::Nothing, "the next one");
        http1.sent(OK);
        assert_eq!(http1.waits(), Waits::Next, "a line break begins no head");
    }

    #[test]
    fn a_body_after_its_response_keeps_no_connection_busy() {
        let mut http1 = after("POST / HTTP/1.1\r\ncontent-length: 100\r\n\r\nhalf");
        http1.sent(OK);
        assert_eq!(http1.waits(), Waits::Next);
        http1.received(&[b'x'; 96]);
        assert_eq!(http1.waits(), Waits::Next);
        http1.received(b"GET / HTTP/1.1\r\n\r\n");
        assert_eq!(http1.waits(), Waits::Nothing);
    }
}
