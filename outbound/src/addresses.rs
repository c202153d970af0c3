//! The addresses that are refused, by the table in `data/refused.txt`.

use std::net::IpAddr;
use std::sync::LazyLock;

use ipnet::{IpNet, Ipv6Net};

struct Entry {
    network: IpNet,
    reason: &'static str,
}

static REFUSED: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let lines = include_str!("../data/refused.txt").lines().filter(|line| !line.starts_with('#'));
    lines.map(entry).collect()
});

/// The global unicast range that IANA allocates from.
static GLOBAL_V6: LazyLock<Ipv6Net> = LazyLock::new(|| parse("2000::/3"));

/// Why an address is refused. `None` for an address on the public internet.
#[must_use]
pub fn why_refused(address: IpAddr) -> Option<&'static str> {
    let listed = REFUSED.iter().find(|entry| entry.network.contains(&address)).map(|entry| entry.reason);
    let outside = || match address {
        IpAddr::V6(address) if !GLOBAL_V6.contains(&address) => Some("not allocated by IANA"),
        _ => None,
    };
    listed.or_else(outside)
}

fn entry(line: &'static str) -> Entry {
    let (network, reason) = line.split_once(' ').unwrap_or((line, ""));
    Entry { network: parse(network), reason: reason.trim() }
}

/// Panics on a malformed table, which is compiled in and read by every test.
fn parse<N: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> N {
    text.parse().unwrap_or_else(|error| panic!("{text} is not a network: {error:?}"))
}
