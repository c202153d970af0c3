//! Where a sign-in comes from.

use std::net::IpAddr;

/// The longest stored text of a client.
const MAX_CHARACTERS: usize = 256;

/// Where a sign-in comes from, as the client and its connection say. Nothing depends on it; people recognise their logins
/// by it.
#[derive(Clone, Debug, Default)]
pub struct Device {
    user_agent: Option<String>,
    address: Option<IpAddr>,
}

impl Device {
    /// From the header `User-Agent` and the client's IP address.
    #[must_use]
    pub fn new(user_agent: Option<&str>, address: Option<IpAddr>) -> Self {
        let shown = |text: &str| -> String {
            text.chars().filter(|letter| !letter.is_control()).take(MAX_CHARACTERS).collect()
        };
        Self { user_agent: user_agent.map(shown).filter(|text| !text.trim().is_empty()), address }
    }

    pub(super) fn from_stored(user_agent: Option<String>, address: Option<&str>) -> Self {
        Self { user_agent, address: address.and_then(|address| address.parse().ok()) }
    }

    /// The client's IP address, for throttling.
    #[must_use]
    pub fn address(&self) -> Option<IpAddr> {
        self.address
    }

    pub(super) fn user_agent(&self) -> Option<&str> {
        self.user_agent.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::Device;

    #[test]
    fn a_user_agent_is_one_short_line() {
        let long = format!("curl/8\r\nInjected: yes\u{7}{}", "x".repeat(1_000));
        let device = Device::new(Some(&long), None);
        let stored = device.user_agent().unwrap();
        assert!(stored.starts_with("curl/8Injected: yesxxx") && stored.chars().count() == 256, "{stored}");
        assert_eq!(Device::new(Some(" \n"), None).user_agent(), None);
    }
}
