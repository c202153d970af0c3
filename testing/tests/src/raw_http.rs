//! HTTP/1.1 on a bare TCP socket: reads requests and writes responses, well-formed or not.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const END_OF_HEAD: &[u8] = b"\r\n\r\n";

pub struct RawRequest {
    /// The request line, as `POST /hook HTTP/1.1`.
    pub line: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// Reads the next request. `buffer` keeps what was received of the one after it.
///
/// `None`: the client closed the connection before a whole request had arrived.
pub async fn read_request(
    socket: &mut TcpStream,
    buffer: &mut Vec<u8>,
) -> std::io::Result<Option<RawRequest>> {
    loop {
        if let Some(end) = buffer.windows(END_OF_HEAD.len()).position(|bytes| bytes == END_OF_HEAD) {
            let (line, headers) = parse_head(&String::from_utf8_lossy(&buffer[..end]));
            let body_start = end + END_OF_HEAD.len();
            let request_end = body_start + content_length(&headers);
            if buffer.len() >= request_end {
                let body = buffer[body_start..request_end].to_vec();
                buffer.drain(..request_end);
                return Ok(Some(RawRequest { line, headers, body }));
            }
        }
        if socket.read_buf(buffer).await? == 0 {
            return Ok(None);
        }
    }
}

fn parse_head(head: &str) -> (String, Vec<(String, String)>) {
    let mut lines = head.lines();
    let line = lines.next().unwrap_or_default().to_owned();
    let headers = lines.filter_map(|line| line.split_once(':'));
    let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()));
    (line, headers.collect())
}

fn content_length(headers: &[(String, String)]) -> usize {
    let length = headers.iter().find(|(name, _)| name == "content-length");
    length.and_then(|(_, value)| value.parse().ok()).unwrap_or_default()
}

/// Writes a whole response. `headers` are lines, each ended by CRLF.
pub async fn write_response(
    socket: &mut TcpStream,
    status: u16,
    headers: &str,
    body: &[u8],
) -> std::io::Result<()> {
    let head = format!("HTTP/1.1 {status} Test\r\n{headers}content-length: {}\r\n\r\n", body.len());
    socket.write_all(&[head.as_bytes(), body].concat()).await
}
