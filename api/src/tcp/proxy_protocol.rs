//! The PROXY protocol, versions 1 and 2: a line or block before the first byte of a connection, in which a proxy names the
//! client (<https://www.haproxy.org/download/3.0/doc/proxy-protocol.txt>).

use std::io::{Error, ErrorKind, Result};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use tokio::io::{AsyncRead, AsyncReadExt};

/// The begin of version 2.
const SIGNATURE: &[u8; 12] = b"\r\n\r\n\0\r\nQUIT\n";
/// The version and the command.
const LOCAL: u8 = 0x20;
const PROXY: u8 = 0x21;
/// The longest line of version 1, with its end.
const LONGEST_LINE: usize = 107;

/// Reads the header and nothing after it. `None`: the proxy names no client, as for its own health checks.
///
/// # Errors
/// When the connection does not begin with a header.
pub async fn read_client(stream: &mut (impl AsyncRead + Unpin)) -> Result<Option<SocketAddr>> {
    let mut begin = [0; SIGNATURE.len()];
    stream.read_exact(&mut begin).await?;
    if begin == *SIGNATURE {
        return read_block(stream).await;
    }
    let mut line = begin.to_vec();
    while !line.ends_with(b"\r\n") {
        if line.len() == LONGEST_LINE {
            return Err(malformed());
        }
        line.push(stream.read_u8().await?);
    }
    parse_line(str::from_utf8(&line).map_err(|_| malformed())?)
}

/// Version 1: `PROXY TCP4 <client> <server> <client's port> <server's port>`, or `PROXY UNKNOWN …`.
fn parse_line(line: &str) -> Result<Option<SocketAddr>> {
    let mut words = line.trim_end().split(' ');
    let (protocol, family) = (words.next(), words.next());
    match (protocol, family) {
        (Some("PROXY"), Some("UNKNOWN")) => Ok(None),
        (Some("PROXY"), Some("TCP4" | "TCP6")) => {
            let client = words.next().and_then(|word| word.parse::<IpAddr>().ok());
            let port = words.nth(1).and_then(|word| word.parse().ok());
            let client = client.zip(port).ok_or_else(malformed)?;
            Ok(Some(client.into()))
        }
        _ => Err(malformed()),
    }
}

/// Version 2, after its signature.
async fn read_block(stream: &mut (impl AsyncRead + Unpin)) -> Result<Option<SocketAddr>> {
    let (command, family, length) =
        (stream.read_u8().await?, stream.read_u8().await?, stream.read_u16().await?);
    let mut block = vec![0; length.into()];
    stream.read_exact(&mut block).await?;
    match (command, family >> 4) {
        (LOCAL, _) => Ok(None),
        (PROXY, 1) => client_of::<4, Ipv4Addr>(&block),
        (PROXY, 2) => client_of::<16, Ipv6Addr>(&block),
        // Unspecified, or a Unix socket.
        (PROXY, _) => Ok(None),
        _ => Err(malformed()),
    }
}

/// The block begins with the addresses of client and server and their ports.
fn client_of<const LENGTH: usize, A: From<[u8; LENGTH]> + Into<IpAddr>>(
    block: &[u8],
) -> Result<Option<SocketAddr>> {
    let address = block.first_chunk::<LENGTH>().ok_or_else(malformed)?;
    let port = block.get(2 * LENGTH..).and_then(|ports| ports.first_chunk()).ok_or_else(malformed)?;
    Ok(Some(SocketAddr::new(A::from(*address).into(), u16::from_be_bytes(*port))))
}

fn malformed() -> Error {
    Error::new(ErrorKind::InvalidData, "no PROXY protocol")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The client, and what remains of the bytes. `Err` for a malformed header.
    async fn read(mut bytes: &[u8]) -> Result<(Option<String>, Vec<u8>)> {
        let client = read_client(&mut bytes).await?;
        Ok((client.map(|client| client.to_string()), bytes.to_vec()))
    }

    fn version_2(command: u8, family: u8, block: &[u8]) -> Vec<u8> {
        let length = u16::try_from(block.len()).unwrap().to_be_bytes();
        [&SIGNATURE[..], &[command, family], &length, block, b"GET /"].concat()
    }

    #[tokio::test]
    async fn version_1_names_the_client() {
        for (line, client) in [
            ("PROXY TCP4 203.0.113.7 192.0.2.1 4711 443\r\n", Some("203.0.113.7:4711")),
            ("PROXY TCP6 2001:db8::7 2001:db8::1 4711 443\r\n", Some("[2001:db8::7]:4711")),
            ("PROXY UNKNOWN\r\n", None),
            ("PROXY UNKNOWN ffff::1 ffff::2 1 2\r\n", None),
        ] {
            let (named, rest) = read(format!("{line}GET /").as_bytes()).await.unwrap();
            assert_eq!((named.as_deref(), &*rest), (client, &b"GET /"[..]), "{line}");
        }
    }

    #[tokio::test]
    async fn version_2_names_the_client() {
        let v4 = [203, 0, 113, 7, 192, 0, 2, 1, 0x12, 0x67, 1, 0xbb];
        let with_more = [&v4[..], &[4, 0, 1, 0]].concat();
        for block in [&v4[..], &with_more] {
            let (client, rest) = read(&version_2(0x21, 0x11, block)).await.unwrap();
            assert_eq!((client.as_deref(), &*rest), (Some("203.0.113.7:4711"), &b"GET /"[..]));
        }
        let address = Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 7).octets();
        let v6 = [&address[..], &address, &[0x12, 0x67, 1, 0xbb]].concat();
        let (client, _) = read(&version_2(0x21, 0x21, &v6)).await.unwrap();
        assert_eq!(client.as_deref(), Some("[2001:db8::7]:4711"));
        for named_by_nobody in [version_2(0x20, 0, &[]), version_2(0x20, 0x11, &v4), version_2(0x21, 0, &[])]
        {
            assert_eq!(read(&named_by_nobody).await.unwrap().0, None);
        }
    }

    #[tokio::test]
    async fn anything_else_is_malformed() {
        let endless = format!("PROXY UNKNOWN {}", "x".repeat(200));
        for text in [
            "",
            "GET / HTTP/1.1\r\n",
            "PROXY TCP4 203.0.113.7\r\n",
            "PROXY TCP4 a b 1 2\r\n",
            "PROXY TCP4 1.1.1.1 1.1.1.1 70000 1\r\n",
            "proxy UNKNOWN\r\n",
            &endless,
        ] {
            assert!(read(text.as_bytes()).await.is_err(), "{text}");
        }
        assert!(read(&version_2(0x21, 0x11, &[1, 2, 3])).await.is_err());
        assert!(read(&version_2(0x31, 0x11, &[])).await.is_err());
    }
}
