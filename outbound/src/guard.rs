//! Checks an address when a customer names it: its form, and where its name leads now.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use reqwest::dns::Resolve;
use url::{Host, Url};

use crate::allowances::Allowances;
use crate::refusal::Refusal;
use crate::resolver::{System, refuse};

/// How long a check waits for the resolver.
const RESOLVE_TIMEOUT: Duration = Duration::from_secs(3);

/// Decides whether an address may receive requests. Cheap to clone.
#[derive(Clone)]
pub struct Guard {
    pub(crate) resolver: Arc<dyn Resolve>,
    pub(crate) allowed: Allowances,
}

impl Guard {
    /// Allows these hosts in addition to the public internet.
    #[must_use]
    pub fn new(allowed: Allowances) -> Self {
        Self { resolver: Arc::new(System), allowed }
    }

    /// Returns the normalised URL if its form is right and its host is on the public internet. A name that cannot be
    /// resolved now passes, because every connection is checked again.
    ///
    /// # Errors
    /// The [`Refusal`] names what is wrong.
    pub async fn check(&self, url: &str) -> Result<String, Refusal> {
        let (url, allowed) = self.read(url)?;
        if let (Some(Host::Domain(name)), false) = (url.host(), allowed) {
            let Ok(name) = name.parse() else { return Err(Refusal::NoUrl) };
            if let Ok(Ok(mut found)) =
                tokio::time::timeout(RESOLVE_TIMEOUT, self.resolver.resolve(name)).await
            {
                let leads_inside = found.any(|address| refuse(address.ip()).is_some());
                return if leads_inside { Err(Refusal::Name) } else { Ok(url.into()) };
            }
        }
        Ok(url.into())
    }

    /// The URL as the client reads it, and whether its host is one of the allowed ones.
    pub(crate) fn read(&self, text: &str) -> Result<(Url, bool), Refusal> {
        let url = Url::parse(text).map_err(|_| Refusal::NoUrl)?;
        if !matches!(url.scheme(), "https" | "http") {
            return Err(Refusal::NotHttps);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Refusal::Credentials);
        }
        if url.fragment().is_some() {
            return Err(Refusal::Fragment);
        }
        let (Some(host), Some(port)) = (url.host_str(), url.port_or_known_default()) else {
            return Err(Refusal::NoUrl);
        };
        if self.allowed.cover(host, port) {
            return Ok((url, true));
        }
        if url.scheme() != "https" {
            return Err(Refusal::NotHttps);
        }
        // The parser turns every notation of an address into one: 2130706433, 0x7f.1, 0177.0.0.1.
        let literal = match url.host() {
            Some(Host::Ipv4(address)) => Some(IpAddr::V4(address)),
            Some(Host::Ipv6(address)) => Some(IpAddr::V6(address)),
            _ => None,
        };
        match literal.and_then(refuse) {
            Some(refusal) => Err(refusal),
            None if is_own_name(host) => Err(Refusal::Name),
            None => Ok((url, false)),
        }
    }
}

/// Names of this machine, which DNS need not know (RFC 6761, 6.3).
fn is_own_name(host: &str) -> bool {
    let name = host.strip_suffix('.').unwrap_or(host);
    matches!(name, "localhost" | "ip6-localhost" | "ip6-loopback") || name.ends_with(".localhost")
}
