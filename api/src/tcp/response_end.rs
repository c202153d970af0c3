//! Where a response of HTTP/1.1 ends, so that an event stream is not taken for an idle connection. It reads what hyper
//! writes, which is well-formed.

const HEAD_END: &[u8] = b"\r\n\r\n";
/// What hyper writes after the last chunk.
const LAST_CHUNK: &[u8] = b"0\r\n\r\n";

/// More than the head of a response of the API has.
const HEAD_LIMIT: usize = 65_536;

/// A response that has begun and not ended.
#[derive(Debug)]
pub enum Response {
    /// Its head so far; whether it responds to `HEAD`.
    Head { head: Vec<u8>, to_head: bool },
    /// Its body has this many bytes more.
    Length(u64),
    /// Its body ends with a chunk of length 0. These are the last bytes so far.
    Chunks(Vec<u8>),
    /// It ends with the connection.
    Close,
}

impl Response {
    pub fn new(to_head: bool) -> Self {
        Self::Head { head: Vec::new(), to_head }
    }

    /// Takes sent bytes into account. Returns how many of them are of this response.
    pub fn sent(&mut self, bytes: &[u8]) -> usize {
        match self {
            Self::Head { head, to_head } => {
                let before = head.len();
                head.extend_from_slice(bytes);
                let from = before.saturating_sub(HEAD_END.len() - 1);
                let Some(end) = position(head.get(from..).unwrap_or_default(), HEAD_END) else {
                    if head.len() > HEAD_LIMIT {
                        *self = Self::Close;
                    }
                    return bytes.len();
                };
                let end = from + end + HEAD_END.len();
                head.truncate(end);
                *self = Self::after(head, *to_head);
                end - before
            }
            Self::Length(left) => {
                let taken = bytes.len().min(usize::try_from(*left).unwrap_or(usize::MAX));
                *left -= taken as u64;
                taken
            }
            Self::Chunks(last) => {
                let from = bytes.len().saturating_sub(LAST_CHUNK.len());
                last.extend_from_slice(bytes.get(from..).unwrap_or_default());
                last.drain(..last.len().saturating_sub(LAST_CHUNK.len()));
                bytes.len()
            }
            Self::Close => bytes.len(),
        }
    }

    pub fn has_ended(&self) -> bool {
        match self {
            Self::Length(left) => *left == 0,
            Self::Chunks(last) => last == LAST_CHUNK,
            Self::Head { .. } | Self::Close => false,
        }
    }

    /// What follows this head.
    fn after(head: &[u8], to_head: bool) -> Self {
        let head = String::from_utf8_lossy(head).to_ascii_lowercase();
        let status = head.split(' ').nth(1).unwrap_or_default();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
        match length {
            // The head of the response itself follows an interim one such as `100 Continue`.
            _ if status.starts_with('1') => Self::new(to_head),
            _ if to_head || matches!(status, "204" | "304") => Self::Length(0),
            Some(length) => Self::Length(length),
            None if head.contains("\r\ntransfer-encoding: chunked\r\n") => Self::Chunks(Vec::new()),
            None => Self::Close,
        }
    }
}

fn position(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(bytes: &str, to_head: bool) -> Response {
        let (mut response, mut left) = (Response::new(to_head), bytes.as_bytes());
        while !left.is_empty() && !response.has_ended() {
            left = &left[response.sent(left)..];
        }
        assert!(left.is_empty(), "{bytes:?}: {left:?}");
        response
    }

    #[test]
    fn a_response_ends_with_its_length_or_its_last_chunk() {
        let ends = |bytes: &str, to_head| after(bytes, to_head).has_ended();
        let length = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
        let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ndate: x\r\n\r\n";
        assert!(ends(&format!("{length}hello"), false));
        assert!(!ends(&format!("{length}hell"), false));
        assert!(ends(length, true), "the response to HEAD");
        for version in ["1.1", "1.0"] {
            assert!(ends(&format!("HTTP/{version} 204 No Content\r\n\r\n"), false));
        }
        assert!(ends("HTTP/1.1 304 Not Modified\r\ncontent-length: 9\r\n\r\n", false));
        assert!(ends(&format!("{chunked}1\r\nx\r\n0\r\n\r\n"), false));
        assert!(!ends(&format!("{chunked}b\r\n: waiting\n\n\r\n"), false));
        assert!(!ends("HTTP/1.1 200 OK\r\ncontent-", false));
        assert!(ends(&format!("HTTP/1.1 100 Continue\r\n\r\n{length}hello"), false));
        assert!(!ends("HTTP/1.1 100 Continue\r\n\r\n", true));
    }

    #[test]
    fn it_may_come_in_pieces() {
        let bytes = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n";
        let mut response = Response::new(false);
        for (place, byte) in bytes.bytes().enumerate() {
            assert!(!response.has_ended(), "after {place}");
            assert_eq!(response.sent(&[byte]), 1);
        }
        assert!(response.has_ended());
    }

    #[test]
    fn what_follows_it_is_of_the_next_response() {
        let mut response = Response::new(false);
        let head = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n";
        let taken = response.sent(&[head, &b"okHTTP/1.1"[..]].concat());
        assert_eq!(taken, head.len());
        assert_eq!(response.sent(b"okHTTP/1.1"), 2);
        assert!(response.has_ended());
    }
}
