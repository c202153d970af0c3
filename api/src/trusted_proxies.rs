//! The reverse proxies whose word about a client's address is believed.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;
use std::sync::Arc;

use ipnet::{AddrParseError, IpNet};
use poem::http::header::FORWARDED;
use poem::http::{HeaderMap, HeaderName};

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Networks of trusted proxies; none by default. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(Arc<[IpNet]>);

/// The client that a header names; `None`: a proxy did not know it, or hides it.
type Named = Option<IpAddr>;

impl TrustedProxies {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }

    /// The client's address: the peer of the connection, or, if that is a trusted proxy, the address that `Forwarded` (RFC
    /// 7239) or `X-Forwarded-For` names. `None` if a trusted proxy names no client.
    ///
    /// If the two headers differ, the proxy writes one of them and the client may have written the other, so neither is
    /// believed and the proxy counts as the client.
    pub(crate) fn client(&self, peer: IpAddr, headers: &HeaderMap) -> Option<IpAddr> {
        let peer = peer.to_canonical();
        if !self.contains(peer) {
            return Some(peer);
        }
        let forwarded = self.named(headers, &FORWARDED, forwarded_for);
        let x_forwarded_for = self.named(headers, &X_FORWARDED_FOR, node);
        match (forwarded, x_forwarded_for) {
            (Some(one), Some(other)) if one != other => Some(peer),
            (Some(named), _) | (_, Some(named)) => named,
            (None, None) => None,
        }
    }

    /// The client that a header names: the last address that is not a trusted proxy, as each proxy appends its own peer and
    /// what precedes may be the client's invention. If all are trusted proxies, it is the first one. `None` without the header.
    fn named(
        &self,
        headers: &HeaderMap,
        name: &HeaderName,
        read: fn(&str) -> Option<IpAddr>,
    ) -> Option<Named> {
        let lines = headers.get_all(name).iter().map(|line| line.to_str().unwrap_or_default());
        let entries: Vec<&str> = lines.flat_map(|line| line.split(',')).map(str::trim).collect();
        let mut first = None;
        for entry in entries.into_iter().rev().filter(|entry| !entry.is_empty()) {
            let address = read(entry).map(|address| address.to_canonical());
            if address.is_none_or(|address| !self.contains(address)) {
                return Some(address);
            }
            first = Some(address);
        }
        first
    }
}

/// The `for` of an element of `Forwarded`. Its values contain no commas or semicolons, so that no quotation mark of a client
/// can hide what a proxy appends.
fn forwarded_for(element: &str) -> Option<IpAddr> {
    let pairs = element.split(';').filter_map(|pair| pair.split_once('='));
    let mut values =
        pairs.filter(|(name, _)| name.trim().eq_ignore_ascii_case("for")).map(|(_, value)| value);
    node(values.next()?.trim().trim_matches('"'))
}

/// An address with or without a port. Names such as `unknown` and `_hidden` are no addresses.
fn node(text: &str) -> Option<IpAddr> {
    let in_brackets = || text.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    let with_port = || text.parse().ok().map(|address: SocketAddr| address.ip());
    text.parse().ok().or_else(in_brackets).or_else(with_port)
}

impl FromStr for TrustedProxies {
    type Err = AddrParseError;

    /// Networks or single addresses, separated by commas.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let texts = text.split(',').map(str::trim).filter(|text| !text.is_empty());
        let network = |text: &str| {
            let address = |error| text.parse::<IpAddr>().map(IpNet::from).map_err(|_| error);
            text.parse().or_else(address)
        };
        texts.map(network).collect::<Result<_, _>>().map(Self)
    }
}

impl fmt::Display for TrustedProxies {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let networks: Vec<_> = self.0.iter().map(IpNet::to_string).collect();
        out.write_str(&networks.join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The client of a request from this peer, with these headers, behind two proxies.
    fn client(peer: &str, headers: &[(&'static str, &'static str)]) -> Option<String> {
        let proxies: TrustedProxies = "10.0.0.0/8, 2001:db8:ffff::/48,192.0.2.1".parse().unwrap();
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(HeaderName::from_static(name), value.parse().unwrap());
        }
        proxies.client(peer.parse().unwrap(), &map).map(|address| address.to_string())
    }

    const XFF: &str = "x-forwarded-for";

    #[test]
    fn an_untrusted_peer_is_the_client_whatever_it_says() {
        for headers in [&[][..], &[(XFF, "203.0.113.7")], &[("forwarded", "for=203.0.113.7")]] {
            assert_eq!(client("198.51.100.1", headers).as_deref(), Some("198.51.100.1"));
        }
        assert_eq!(client("::ffff:198.51.100.1", &[]).as_deref(), Some("198.51.100.1"));
    }

    #[test]
    fn the_last_address_that_is_no_proxy_is_the_client() {
        for (headers, expected) in [
            (&[(XFF, "203.0.113.7")][..], "203.0.113.7"),
            (&[(XFF, "1.1.1.1, 203.0.113.7, 10.1.1.1, 192.0.2.1")], "203.0.113.7"),
            (&[(XFF, "1.1.1.1"), (XFF, "203.0.113.7:4711")], "203.0.113.7"),
            (&[(XFF, "2001:db8::7")], "2001:db8::7"),
            (&[(XFF, "[2001:db8::7]:443, 2001:db8:ffff::1")], "2001:db8::7"),
            (&[(XFF, "::ffff:203.0.113.7")], "203.0.113.7"),
            (&[(XFF, "10.0.0.7, 10.0.0.8")], "10.0.0.7"),
            (&[("forwarded", "for=1.1.1.1, for=203.0.113.7;proto=https;by=10.0.0.1")], "203.0.113.7"),
            (&[("forwarded", r#"proto=https; For="[2001:db8::7]:4711""#)], "2001:db8::7"),
            (&[("forwarded", r#"for=", for=203.0.113.7"#)], "203.0.113.7"),
            (&[("forwarded", "for=203.0.113.7"), (XFF, "1.1.1.1, 203.0.113.7")], "203.0.113.7"),
        ] {
            assert_eq!(client("10.0.0.1", headers).as_deref(), Some(expected), "{headers:?}");
        }
    }

    #[test]
    fn a_proxy_may_name_no_client() {
        for headers in [
            &[][..],
            &[(XFF, "")],
            &[(XFF, "1.1.1.1, unknown")],
            &[("forwarded", "for=1.1.1.1, for=_hidden")],
            &[("forwarded", "for=1.1.1.1, proto=https")],
        ] {
            assert_eq!(client("10.0.0.1", headers), None, "{headers:?}");
        }
    }

    #[test]
    fn headers_that_differ_are_not_believed() {
        let differ = [("forwarded", "for=203.0.113.7"), (XFF, "203.0.113.8")];
        assert_eq!(client("10.0.0.1", &differ).as_deref(), Some("10.0.0.1"));
    }

    #[test]
    fn proxies_are_read_as_they_are_written() {
        let read = |text: &str| text.parse::<TrustedProxies>();
        assert_eq!(read(" 10.0.0.0/8, 192.0.2.1,").unwrap().to_string(), "10.0.0.0/8,192.0.2.1/32");
        assert!(read("").unwrap().is_empty());
        assert!(read("10.0.0.0/33").is_err() && read("proxy.example").is_err());
    }
}
