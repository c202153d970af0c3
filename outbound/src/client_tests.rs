//! Which URLs are refused: by form, by address, by what a name resolves to, and when that changes (DNS rebinding).

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::prelude::*;
use reqwest::dns::{Addrs, Name, Resolving};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::*;
use crate::{Refusal, why_refused};

/// Resolves to one list of addresses after the other. The last one stays.
struct Scripted {
    results: Vec<Vec<SocketAddr>>,
    calls: AtomicUsize,
}

impl Resolve for Scripted {
    fn resolve(&self, _: Name) -> Resolving {
        let at = self.calls.fetch_add(1, Ordering::SeqCst).min(self.results.len() - 1);
        let result = self.results[at].clone();
        Box::pin(async move { Ok(Box::new(result.into_iter()) as Addrs) })
    }
}

fn scripted(results: &[&[&str]]) -> Arc<Scripted> {
    let addresses = |list: &&[&str]| list.iter().map(|text| text.parse().unwrap()).collect();
    Arc::new(Scripted { results: results.iter().map(addresses).collect(), calls: AtomicUsize::new(0) })
}

fn strict() -> Outbound {
    Outbound::new(Allowances::default()).unwrap()
}

fn request(url: &str) -> Request {
    let (url, body, timeout) = (url.to_owned(), "{}".to_owned(), Duration::from_secs(5));
    Request { url, headers: Vec::new(), body, timeout }
}

/// Notations of addresses that are not public.
const HOSTS: [&str; 52] = [
    "127.0.0.1",
    "127.1",
    "127.0.0.1.",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "127.255.255.254",
    "%31%32%37.0.0.1",
    "１２７.0.0.1",
    "0",
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "2852039166",
    "169.254.170.2",
    "100.64.0.1",
    "100.100.100.200",
    "100.127.255.255",
    "168.63.129.16",
    "192.0.0.1",
    "192.0.0.170",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "[::]",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[::ffff:0:169.254.169.254]",
    "[64:ff9b::169.254.169.254]",
    "[64:ff9b:1::a00:1]",
    "[2002:7f00:1::]",
    "[2001:0:7f00:1::]",
    "[fe80::1]",
    "[fd00:ec2::254]",
    "[fec0::1]",
    "[ff02::1]",
    "[2001:db8::1]",
];

#[tokio::test]
async fn no_internal_address_is_reached_in_any_notation() {
    let outbound = strict();
    for host in HOSTS {
        let url = format!("https://{host}/hook");
        let checked = outbound.guard.check(&url).await;
        assert!(matches!(checked, Err(Refusal::Address { .. })), "{host} passes a check: {checked:?}");
        let sent = outbound.post(request(&url)).await;
        assert!(matches!(sent, Err(SendError::Refused(_))), "{host} is sent to: {sent:?}");
    }
}

#[tokio::test]
async fn urls_without_https_or_with_credentials_are_refused() {
    let outbound = strict();
    for (url, refusal) in [
        ("http://1.1.1.1/", Refusal::NotHttps),
        ("ftp://1.1.1.1/", Refusal::NotHttps),
        ("file:///etc/passwd", Refusal::NotHttps),
        ("https://user@1.1.1.1/", Refusal::Credentials),
        ("https://:secret@1.1.1.1/", Refusal::Credentials),
        ("/hook", Refusal::NoUrl),
        ("https://", Refusal::NoUrl),
        ("https://[fe80::1%25eth0]/", Refusal::NoUrl),
    ] {
        assert_eq!(outbound.guard.check(url).await, Err(refusal.clone()), "{url}");
        assert!(matches!(outbound.post(request(url)).await, Err(SendError::Refused(_))), "{url}");
    }
    assert_eq!(
        outbound.guard.check("https://1.1.1.1:8443/hook?a=b").await.as_deref(),
        Ok("https://1.1.1.1:8443/hook?a=b")
    );
    assert!(outbound.guard.check("https://[2606:4700:4700::1111]/").await.is_ok());
}

#[tokio::test]
async fn a_name_is_refused_when_an_address_of_it_is() {
    for addresses in [&["127.0.0.1:0"][..], &["1.1.1.1:0", "10.0.0.1:0"], &["[::1]:0"], &["[fd00::1]:0"]] {
        let outbound = Outbound::with_resolver(Allowances::default(), scripted(&[addresses])).unwrap();
        let url = "https://hooks.example/";
        assert!(matches!(outbound.guard.check(url).await, Err(Refusal::Name)), "{addresses:?}");
        let sent = outbound.post(request(url)).await;
        assert!(matches!(sent, Err(SendError::Refused(Refusal::Name))), "{addresses:?}: {sent:?}");
    }
    for own in ["localhost", "LOCALHOST.", "foo.localhost", "ip6-localhost"] {
        let url = format!("https://{own}/");
        assert!(matches!(strict().guard.check(&url).await, Err(Refusal::Name)), "{own}");
    }
}

#[tokio::test]
async fn a_name_that_changes_its_address_after_the_check_is_refused() {
    let trap = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = trap.local_addr().unwrap().port();
    // Public at the check, internal at the connection.
    let resolver = scripted(&[&["1.1.1.1:0"], &["127.0.0.1:0"]]);
    let outbound = Outbound::with_resolver(Allowances::default(), resolver.clone()).unwrap();
    let url = format!("https://rebinding.example:{port}/");
    assert!(outbound.guard.check(&url).await.is_ok());
    let sent = outbound.post(request(&url)).await;
    assert!(matches!(sent, Err(SendError::Refused(Refusal::Name))), "{sent:?}");
    assert_eq!(resolver.calls.load(Ordering::SeqCst), 2);
    let connection = tokio::time::timeout(Duration::from_millis(100), trap.accept()).await;
    assert!(connection.is_err(), "the internal address was reached");
}

/// A server that responds with these bytes.
async fn server(response: String) -> (Outbound, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = stream.read(&mut [0; 4096]).await;
            let _ = stream.write_all(response.as_bytes()).await;
        }
    });
    let allowed = format!("127.0.0.1:{}", address.port()).parse().unwrap();
    (Outbound::new(allowed).unwrap(), format!("http://{address}/"))
}

#[tokio::test]
async fn a_redirect_is_returned_and_not_followed() {
    for to in ["http://127.0.0.1:1/", "https://169.254.169.254/latest/meta-data/", "/elsewhere"] {
        let (outbound, url) =
            server(format!("HTTP/1.1 302 Found\r\nlocation: {to}\r\ncontent-length: 0\r\n\r\n")).await;
        assert_eq!(outbound.post(request(&url)).await.unwrap().status, 302);
    }
}

#[tokio::test]
async fn a_body_is_read_up_to_its_limit() {
    let long = "x".repeat(200_000);
    let (outbound, url) = server(format!(
        "HTTP/1.1 503 No\r\nretry-after: 120\r\ncontent-length: {}\r\n\r\n{long}",
        long.len()
    ))
    .await;
    let response = outbound.post(request(&url)).await.unwrap();
    assert_eq!((response.status, response.body.len()), (503, 64 * 1024));
    assert_eq!(response.retry_after, Some(Duration::from_secs(120)));
}

#[tokio::test]
async fn a_timeout_and_a_closed_port_are_different_errors() {
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = silent.local_addr().unwrap();
    let outbound = Outbound::new("127.0.0.1:1-65535".parse().unwrap()).unwrap();
    let url = format!("http://{address}/");
    let short = Request { timeout: Duration::from_millis(200), ..request(&url) };
    assert!(matches!(outbound.post(short).await, Err(SendError::TimedOut)));
    drop(silent);
    assert!(matches!(outbound.post(request(&url)).await, Err(SendError::NotConnected(_))));
}

proptest! {
    /// Every IPv6 address that embeds an IPv4 address is refused, and every IPv4 address that is not global.
    #[test]
    fn embedding_ipv4_in_ipv6_does_not_help(bits in any::<u32>()) {
        let v4 = std::net::Ipv4Addr::from(bits);
        let [a, b, c, d] = v4.octets();
        let pair = |high: u8, low: u8| u16::from_be_bytes([high, low]);
        let (high, low) = (pair(a, b), pair(c, d));
        for embedded in [[0, 0, 0, 0, 0, 0xffff, high, low], [0, 0, 0, 0, 0, 0, high, low],
                         [0x64, 0xff9b, 0, 0, 0, 0, high, low], [0x2002, high, low, 0, 0, 0, 0, 1],
                         [0x2001, 0, high, low, 0, 0, 0, 0]] {
            prop_assert!(why_refused(std::net::Ipv6Addr::from(embedded).into()).is_some());
        }
        let local = v4.is_private() || v4.is_loopback() || v4.is_link_local() || v4.is_multicast()
            || v4.is_broadcast() || v4.is_documentation() || v4.is_unspecified();
        prop_assert!(!local || why_refused(v4.into()).is_some());
    }

    #[test]
    fn public_addresses_are_accepted(a in 1u8..=223, rest in any::<[u8; 3]>()) {
        prop_assume!(![10, 100, 127, 168, 169, 172, 192, 198, 203].contains(&a));
        prop_assert!(why_refused([a, rest[0], rest[1], rest[2]].into()).is_none());
    }
}
