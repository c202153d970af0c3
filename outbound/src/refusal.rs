//! Why an address is refused, as an error message for the customer who named it.

use std::net::IpAddr;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("is not a URL")]
    NoUrl,
    #[error("must begin with https://")]
    NotHttps,
    #[error("must not hold a user name or a password")]
    Credentials,
    #[error("must not have a fragment (#…): it would not be sent")]
    Fragment,
    #[error("must be an address of the public internet; {address} is not ({reason})")]
    Address { address: IpAddr, reason: &'static str },
    /// Does not include the address, which would reveal names of the internal network.
    #[error("must lead to the public internet, and this name does not")]
    Name,
}
