//! What the frames of an HTTP/2 connection say about its requests (RFC 9113): which are open, and whether a head is
//! unfinished. hyper reports neither.

use std::collections::BTreeSet;

use super::waits::Waits;

const FRAME_HEADER: usize = 9;
/// The preface after its empty line: `SM` and another empty line.
const PREFACE_END: usize = 6;
/// More than a connection may have open; further ones are refused.
const MOST_OPEN: usize = 1_000;

const DATA: u8 = 0;
const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const CONTINUATION: u8 = 9;
const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;

/// The requests of a connection.
#[derive(Default)]
pub struct Http2 {
    /// How much of the preface is still to come.
    preface: usize,
    received: Frames,
    sent: Frames,
    open: BTreeSet<u32>,
    last: u32,
    is_in_head: bool,
}

impl Http2 {
    /// Takes what follows the empty line of the preface, which has six bytes more.
    pub fn received_after_preface(&mut self, bytes: &[u8]) {
        self.preface = PREFACE_END;
        self.received(bytes);
    }

    pub fn received(&mut self, bytes: &[u8]) {
        let Self { preface, received, open, last, is_in_head, .. } = self;
        let skipped = bytes.len().min(*preface);
        *preface -= skipped;
        let bytes = &bytes[skipped..];
        received.push(bytes, |frame| match frame.kind {
            HEADERS => {
                if frame.stream > *last && open.len() < MOST_OPEN {
                    open.insert(frame.stream);
                }
                *last = frame.stream.max(*last);
                *is_in_head = frame.flags & END_HEADERS == 0;
            }
            CONTINUATION => *is_in_head &= frame.flags & END_HEADERS == 0,
            RST_STREAM => {
                open.remove(&frame.stream);
            }
            _ => {}
        });
    }

    pub fn sent(&mut self, bytes: &[u8]) {
        let open = &mut self.open;
        self.sent.push(bytes, |frame| {
            let ends = matches!(frame.kind, DATA | HEADERS) && frame.flags & END_STREAM != 0;
            if ends || frame.kind == RST_STREAM {
                open.remove(&frame.stream);
            }
        });
    }

    pub fn waits(&self) -> Waits {
        match (self.is_in_head, self.open.is_empty(), self.last) {
            (true, ..) => Waits::Head,
            (_, false, _) => Waits::Nothing,
            (_, true, 0) => Waits::First,
            (_, true, _) => Waits::Next,
        }
    }
}

/// Finds the frames in a stream of bytes.
#[derive(Default)]
struct Frames {
    header: [u8; FRAME_HEADER],
    /// How much of the header has come.
    length: usize,
    /// How much of the payload is still to come.
    payload: usize,
}

struct Frame {
    kind: u8,
    flags: u8,
    stream: u32,
}

impl Frames {
    /// Calls `on_frame` for each header that is complete.
    fn push(&mut self, mut bytes: &[u8], mut on_frame: impl FnMut(Frame)) {
        while !bytes.is_empty() {
            let skipped = self.payload.min(bytes.len());
            self.payload -= skipped;
            bytes = &bytes[skipped..];
            let taken = bytes.len().min(FRAME_HEADER - self.length);
            self.header[self.length..self.length + taken].copy_from_slice(&bytes[..taken]);
            self.length += taken;
            bytes = &bytes[taken..];
            if self.length == FRAME_HEADER {
                let [high, middle, low, kind, flags, stream @ ..] = self.header;
                self.payload = u32::from_be_bytes([0, high, middle, low]) as usize;
                self.length = 0;
                on_frame(Frame { kind, flags, stream: u32::from_be_bytes(stream) & (u32::MAX >> 1) });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(kind: u8, flags: u8, stream: u8, payload: &[u8]) -> Vec<u8> {
        let length = u8::try_from(payload.len()).unwrap();
        [&[0, 0, length, kind, flags, 0, 0, 0, stream], payload].concat()
    }

    #[test]
    fn a_request_is_open_from_its_head_to_the_end_of_its_response() {
        // All at once, and byte by byte.
        for step in [1_000, 1] {
            let mut http2 = Http2::default();
            let received = |http2: &mut Http2, bytes: Vec<u8>| {
                bytes.chunks(step).for_each(|bytes| http2.received(bytes));
                http2.waits()
            };
            let sent = |http2: &mut Http2, bytes: Vec<u8>| {
                bytes.chunks(step).for_each(|bytes| http2.sent(bytes));
                http2.waits()
            };
            assert_eq!(received(&mut http2, frame(4, 0, 0, b"settings")), Waits::First);
            assert_eq!(received(&mut http2, frame(HEADERS, 0, 1, b"half")), Waits::Head);
            assert_eq!(received(&mut http2, frame(CONTINUATION, 0, 1, b"more")), Waits::Head);
            assert_eq!(received(&mut http2, frame(CONTINUATION, END_HEADERS, 1, b"end")), Waits::Nothing);
            assert_eq!(received(&mut http2, frame(DATA, END_STREAM, 1, b"body")), Waits::Nothing);
            assert_eq!(received(&mut http2, frame(HEADERS, END_HEADERS, 3, b"")), Waits::Nothing);
            assert_eq!(sent(&mut http2, frame(HEADERS, END_HEADERS, 1, b"ok")), Waits::Nothing);
            assert_eq!(
                sent(&mut http2, frame(DATA, END_STREAM, 1, b"done")),
                Waits::Nothing,
                "the other one"
            );
            assert_eq!(received(&mut http2, frame(RST_STREAM, 0, 3, b"1234")), Waits::Next);
            assert_eq!(received(&mut http2, frame(HEADERS, END_HEADERS, 3, b"trailers")), Waits::Next);
            assert_eq!(received(&mut http2, frame(6, 0, 0, b"ping")), Waits::Next);
            assert_eq!(received(&mut http2, frame(HEADERS, END_HEADERS, 5, b"")), Waits::Nothing);
            assert_eq!(sent(&mut http2, frame(RST_STREAM, 0, 5, b"1234")), Waits::Next);
        }
    }

    #[test]
    fn the_open_requests_that_are_remembered_have_a_limit() {
        let mut http2 = Http2::default();
        for stream in (1..9_000_u32).step_by(2) {
            let mut head = frame(HEADERS, END_HEADERS, 0, b"");
            head[5..].copy_from_slice(&stream.to_be_bytes());
            http2.received(&head);
        }
        assert_eq!(http2.open.len(), MOST_OPEN);
    }
}
