//! Where a response of HTTP/1.1 ends, so that an event stream is not taken for an idle connection. It reads what hyper
//! writes, which is well-formed.

const HEAD_END: &[u8] = b"\r\n\r\n";
/// What hyper writes after the last chunk.
const LAST_CHUNK: &[u8] = b"0\r\n\r\n";

/// A response that has begun and not ended.
#[derive(Debug)]
pub enum Response {
    /// Its body has this many bytes more.
    Length(u64),
    /// Its body ends with a chunk of length 0. These are the last bytes so far.
    Chunks(Vec<u8>),
    /// It ends with the connection.
    Close,
}

impl Response {
    /// Reads the begin of a response; `None` if that is all of it. `has_no_body`: it responds to `HEAD`.
    pub fn begin(bytes: &[u8], has_no_body: bool) -> Option<Self> {
        let Some(end) = bytes.windows(HEAD_END.len()).position(|window| window == HEAD_END) else {
            return Some(Self::Close);
        };
        let (head, body) = bytes.split_at(end + HEAD_END.len());
        let head = String::from_utf8_lossy(head).to_ascii_lowercase();
        let has_no_body =
            has_no_body || ["http/1.1 204", "http/1.1 304"].iter().any(|it| head.starts_with(it));
        let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
        let mut response = match length {
            _ if has_no_body => Self::Length(0),
            Some(length) => Self::Length(length),
            None if head.contains("\r\ntransfer-encoding: chunked\r\n") => Self::Chunks(Vec::new()),
            None => Self::Close,
        };
        if response.sent(body) { None } else { Some(response) }
    }

    /// Takes further bytes into account. Returns whether it has ended.
    pub fn sent(&mut self, bytes: &[u8]) -> bool {
        match self {
            Self::Length(left) => {
                *left = left.saturating_sub(bytes.len() as u64);
                *left == 0
            }
            Self::Chunks(last) => {
                let from = bytes.len().saturating_sub(LAST_CHUNK.len());
                last.extend_from_slice(bytes.get(from..).unwrap_or_default());
                last.drain(..last.len().saturating_sub(LAST_CHUNK.len()));
                last == LAST_CHUNK
            }
            Self::Close => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_response_ends_with_its_length_or_its_last_chunk() {
        let ends = |bytes: &str, has_no_body| Response::begin(bytes.as_bytes(), has_no_body).is_none();
        let length = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
        let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ndate: x\r\n\r\n";
        assert!(ends(&format!("{length}hello"), false));
        assert!(!ends(&format!("{length}hell"), false));
        assert!(ends(length, true), "the response to HEAD");
        assert!(ends("HTTP/1.1 204 No Content\r\n\r\n", false));
        assert!(ends("HTTP/1.1 304 Not Modified\r\ncontent-length: 9\r\n\r\n", false));
        assert!(ends(&format!("{chunked}1\r\nx\r\n0\r\n\r\n"), false));
        assert!(!ends(&format!("{chunked}b\r\n: waiting\n\n\r\n"), false));
        assert!(!ends("HTTP/1.1 200 OK\r\ncontent-", false));
    }

    #[test]
    fn it_may_come_in_pieces() {
        let mut chunks = Response::Chunks(Vec::new());
        assert!(
            !chunks.sent(b"1\r\nx\r\n")
                && !chunks.sent(b"0\r")
                && !chunks.sent(b"\n\r")
                && chunks.sent(b"\n")
        );
        let mut length = Response::Length(5);
        assert!(!length.sent(b"hell") && length.sent(b"o"));
    }
}
