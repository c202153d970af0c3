//! Hosts that development and tests may reach although they are not on the public internet.

use std::ops::RangeInclusive;
use std::str::FromStr;

/// A host and its ports, such as `127.0.0.1:8000`, `localhost:8000-8999` or `[::1]:0-65535`. Plain HTTP is allowed there.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Allowance {
    host: String,
    ports: RangeInclusive<u16>,
}

impl Allowance {
    fn covers(&self, host: &str, port: u16) -> bool {
        self.host.eq_ignore_ascii_case(host) && self.ports.contains(&port)
    }
}

/// The allowed hosts. The text form separates them by commas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allowances(Vec<Allowance>);

impl Allowances {
    /// All ports of this machine.
    #[must_use]
    pub fn loopback() -> Self {
        let host = |host: &str| Allowance { host: host.to_owned(), ports: 0..=u16::MAX };
        Self(["127.0.0.1", "localhost", "[::1]"].map(host).into())
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn cover(&self, host: &str, port: u16) -> bool {
        self.0.iter().any(|allowance| allowance.covers(host, port))
    }
}

impl FromStr for Allowances {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let texts = text.split(',').map(str::trim).filter(|text| !text.is_empty());
        texts.map(str::parse).collect::<Result<_, _>>().map(Self)
    }
}

impl FromStr for Allowance {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is not a host with a port or ports, such as 127.0.0.1:8000-8999");
        let (host, ports) = text.rsplit_once(':').ok_or_else(wrong)?;
        let (first, last) = ports.split_once('-').unwrap_or((ports, ports));
        let port = |text: &str| text.parse::<u16>().map_err(|_| wrong());
        let ports = port(first)?..=port(last)?;
        if host.is_empty() || ports.is_empty() {
            return Err(wrong());
        }
        Ok(Self { host: host.to_owned(), ports })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_separate_several_hosts() {
        let some: Allowances = "127.0.0.1:80, localhost:1-9".parse().unwrap();
        assert!(some.cover("localhost", 9) && some.cover("127.0.0.1", 80) && !some.cover("localhost", 80));
        assert_eq!("".parse(), Ok(Allowances::default()));
    }

    #[test]
    fn an_allowance_names_a_host_and_its_ports() {
        let one: Allowance = "127.0.0.1:8000-8999".parse().unwrap();
        assert!(
            one.covers("127.0.0.1", 8500) && !one.covers("127.0.0.1", 9000) && !one.covers("127.0.0.2", 8500)
        );
        let six: Allowance = "[::1]:80".parse().unwrap();
        assert!(six.covers("[::1]", 80) && !six.covers("[::1]", 81));
        for wrong in ["127.0.0.1", "127.0.0.1:", ":80", "a:b", "a:9-8", "a:70000"] {
            assert!(wrong.parse::<Allowance>().is_err(), "{wrong}");
        }
    }
}
