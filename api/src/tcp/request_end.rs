//! Where the head and the body of a request of HTTP/1.1 end, so that a request that follows another one at once (pipelining) is
//! not taken for its body. What is malformed is read somehow: hyper refuses it and closes the connection.

/// The begin of an HTTP/2 connection (RFC 9113, section 3.4), up to the empty line.
pub const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\n";
/// As much of a head as is kept, more than hyper reads (408 KiB): the rest does not count.
const LONGEST_HEAD: usize = 512 * 1024;

/// A head that has not ended.
pub struct Head {
    /// Without the line breaks that may precede a request.
    bytes: Vec<u8>,
    seen: usize,
    is_first: bool,
    line: Line,
}

/// How the head ends so far.
#[derive(Clone, Copy)]
enum Line {
    /// Nothing but the line breaks that may precede a request.
    None,
    Begun,
    Ended,
}

/// A head that has ended.
pub enum Complete {
    /// It begins an HTTP/2 connection.
    Http2,
    Request {
        /// The method is `HEAD`.
        is_head: bool,
        body: Body,
    },
}

impl Head {
    /// Of the first request of a connection, or of a later one.
    pub fn new(is_first: bool) -> Self {
        Self { bytes: Vec::new(), seen: 0, is_first, line: Line::None }
    }

    pub fn is_first(&self) -> bool {
        self.is_first
    }

    /// Whether there is more than line breaks, which some clients send after a body.
    pub fn is_begun(&self) -> bool {
        !matches!(self.line, Line::None)
    }

    /// Takes further bytes into account. Returns the head once it is complete, and how many of the bytes were its.
    pub fn received(&mut self, bytes: &[u8]) -> Option<(usize, Complete)> {
        for (place, byte) in bytes.iter().enumerate() {
            self.seen += 1;
            let is_end = matches!((byte, self.line), (b'\n', Line::Ended));
            self.line = match (byte, self.line) {
                (b'\n', Line::Begun) => Line::Ended,
                (b'\n' | b'\r', line) => line,
                _ => Line::Begun,
            };
            if !matches!(self.line, Line::None) && self.bytes.len() < LONGEST_HEAD {
                self.bytes.push(*byte);
            }
            if is_end {
                return Some((place + 1, self.complete()));
            }
        }
        None
    }

    fn complete(&self) -> Complete {
        if self.is_first && self.seen == PREFACE.len() && self.bytes == PREFACE {
            return Complete::Http2;
        }
        Complete::Request { is_head: self.bytes.starts_with(b"HEAD "), body: Body::of(&self.bytes) }
    }
}

/// What is to come of a body.
#[derive(Debug)]
pub enum Body {
    Length(u64),
    Chunks(Chunk),
}

/// The part of a chunked body (RFC 9112, section 7.1) that comes next.
#[derive(Clone, Copy, Debug)]
pub enum Chunk {
    /// The line with the size, up to its extensions.
    Size(u64),
    /// The rest of that line.
    Extensions(u64),
    /// So many bytes, with the line break after the chunk.
    Data(u64),
    /// A line after the last chunk.
    Trailer {
        is_empty: bool,
    },
    Nothing,
}

impl Body {
    /// The body that a head announces.
    fn of(head: &[u8]) -> Self {
        let mut length = 0;
        for line in head.split(|byte| *byte == b'\n') {
            let Some(colon) = line.iter().position(|byte| *byte == b':') else { continue };
            let (name, value) = (&line[..colon], line[colon + 1..].trim_ascii());
            if name.eq_ignore_ascii_case(b"transfer-encoding") {
                return Self::Chunks(Chunk::Size(0));
            }
            if name.eq_ignore_ascii_case(b"content-length") {
                length = str::from_utf8(value).ok().and_then(|value| value.parse().ok()).unwrap_or_default();
            }
        }
        Self::Length(length)
    }

    pub fn is_over(&self) -> bool {
        matches!(self, Self::Length(0) | Self::Chunks(Chunk::Nothing))
    }

    /// Takes further bytes into account. Returns how many of them were the body's.
    pub fn received(&mut self, bytes: &[u8]) -> usize {
        let mut taken = 0;
        while taken < bytes.len() && !self.is_over() {
            match self {
                Self::Length(left) => taken += skip(left, &bytes[taken..]),
                Self::Chunks(Chunk::Data(left)) => {
                    taken += skip(left, &bytes[taken..]);
                    if *left == 0 {
                        *self = Self::Chunks(Chunk::Size(0));
                    }
                }
                Self::Chunks(chunk) => {
                    *chunk = chunk.after(bytes[taken]);
                    taken += 1;
                }
            }
        }
        taken
    }
}

impl Chunk {
    /// What comes after a byte of a line.
    fn after(self, byte: u8) -> Self {
        let digit = char::from(byte).to_digit(16);
        match (self, byte) {
            (Self::Size(0) | Self::Extensions(0), b'\n') => Self::Trailer { is_empty: true },
            (Self::Size(size) | Self::Extensions(size), b'\n') => Self::Data(size.saturating_add(2)),
            (Self::Size(size), _) => digit.map_or(Self::Extensions(size), |digit| {
                Self::Size(size.saturating_mul(16).saturating_add(digit.into()))
            }),
            (Self::Trailer { is_empty: true }, b'\n') => Self::Nothing,
            (Self::Trailer { .. }, b'\n') => Self::Trailer { is_empty: true },
            (Self::Trailer { is_empty }, b'\r') => Self::Trailer { is_empty },
            (Self::Trailer { .. }, _) => Self::Trailer { is_empty: false },
            (Self::Extensions(_) | Self::Data(_) | Self::Nothing, _) => self,
        }
    }
}

/// Skips as many of the bytes as are left; returns how many.
fn skip(left: &mut u64, bytes: &[u8]) -> usize {
    let skipped = usize::try_from(*left).unwrap_or(usize::MAX).min(bytes.len());
    *left -= skipped as u64;
    skipped
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHUNKED: &str = "PUT / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n0B\r\n01234567890\r\n\
        19;a=\"b 1\"\r\n0123456789\r\n0\r\n\r\nabcdefgh\r\na\r\n0123456789\r\n00\r\nTrailer: 1\r\n\r\n";

    /// The method's kind and the length of head and body of the first request in these bytes, whatever pieces they come in.
    fn first(bytes: &str) -> (bool, usize) {
        let whole = first_in_pieces(bytes.as_bytes(), bytes.len());
        assert_eq!(first_in_pieces(bytes.as_bytes(), 1), whole, "{bytes}");
        assert_eq!(first_in_pieces(bytes.as_bytes(), 7), whole, "{bytes}");
        whole
    }

    fn first_in_pieces(bytes: &[u8], size: usize) -> (bool, usize) {
        let (mut head, mut taken) = (Head::new(true), 0);
        let complete = bytes.chunks(size).find_map(|piece| {
            let complete = head.received(piece);
            taken += complete.as_ref().map_or(piece.len(), |(taken, _)| *taken);
            complete
        });
        let Some((_, Complete::Request { is_head, mut body })) = complete else { panic!("no request") };
        for piece in bytes[taken..].chunks(size) {
            taken += body.received(piece);
        }
        assert!(body.is_over());
        (is_head, taken)
    }

    #[test]
    fn a_request_ends_with_its_body() {
        let next = "GET /next HTTP/1.1\r\n\r\n";
        for (request, is_head) in [
            ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", false),
            ("\r\n\nHEAD / HTTP/1.1\n\n", true),
            ("POST / HTTP/1.1\r\ncontent-length:5\r\n\r\nhello", false),
            ("POST / HTTP/1.1\r\nContent-Length: 0\r\nHost: a\r\n\r\n", false),
            ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", false),
            (CHUNKED, false),
        ] {
            assert_eq!(first(request), (is_head, request.len()));
            assert_eq!(first(&format!("{request}{next}")), (is_head, request.len()));
        }
    }

    #[test]
    fn only_the_first_head_begins_http_2() {
        let begins = |is_first, bytes: &[u8]| {
            matches!(Head::new(is_first).received(bytes), Some((_, Complete::Http2)))
        };
        assert!(begins(true, PREFACE) && !begins(false, PREFACE));
        assert!(
            !begins(true, b"\r\nPRI * HTTP/2.0\r\n\r\n") && !begins(true, b"PRI * HTTP/2.0\r\nA: b\r\n\r\n")
        );
    }
}
