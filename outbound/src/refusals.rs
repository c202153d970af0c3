//! Why something is not sent, in the words of who named the address.

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
    /// Of a name it is not said where it leads: that would tell customers what the inner network's names mean.
    #[error("must lead to the public internet, and this name does not")]
    Name,
}
