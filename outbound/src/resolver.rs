//! Resolves names to addresses and refuses those outside of the public internet.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::addresses::why_refused;
use crate::refusal::Refusal;

/// Resolves and checks at every connection. The client connects only to the addresses that this returns.
pub struct Guarded(pub Arc<dyn Resolve>);

impl Resolve for Guarded {
    fn resolve(&self, name: Name) -> Resolving {
        let resolving = self.0.resolve(name);
        Box::pin(async move {
            let found: Vec<SocketAddr> = resolving.await?.collect();
            // One refused address makes the whole name suspicious.
            for address in &found {
                if refuse(address.ip()).is_some() {
                    return Err(Refusal::Name.into());
                }
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

pub fn refuse(address: IpAddr) -> Option<Refusal> {
    why_refused(address).map(|reason| Refusal::Address { address, reason })
}

/// The resolver of the operating system.
pub struct System;

impl Resolve for System {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found: Vec<_> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}
