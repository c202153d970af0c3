//! Which addresses are out of reach, by a table.

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

/// What IANA has given out as global unicast.
static GLOBAL_V6: LazyLock<Ipv6Net> = LazyLock::new(|| parse("2000::/3"));

/// Why nothing is sent to this address; none when it is one of the public internet.
#[must_use]
pub fn why_refused(address: IpAddr) -> Option<&'static str> {
    let listed = REFUSED.iter().find(|entry| entry.network.contains(&address)).map(|entry| entry.reason);
    let outside = || match address {
        IpAddr::V6(address) if !GLOBAL_V6.contains(&address) => Some("not given out by IANA"),
        _ => None,
    };
    listed.or_else(outside)
}

fn entry(line: &'static str) -> Entry {
    let (network, reason) = line.split_once(' ').unwrap_or((line, ""));
    Entry { network: parse(network), reason: reason.trim() }
}

/// The table is compiled in, and a test reads all of it.
fn parse<N: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> N {
    text.parse().unwrap_or_else(|error| panic!("{text} is no network: {error:?}"))
}
