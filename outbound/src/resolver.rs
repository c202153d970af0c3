//! Names become addresses here, and only those of the public internet come out.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::addresses::why_refused;
use crate::refusals::Refusal;

/// The connection is made to what this gives and to nothing else, at every connection anew.
pub struct Guarded(pub Arc<dyn Resolve>);

impl Resolve for Guarded {
    fn resolve(&self, name: Name) -> Resolving {
        let resolving = self.0.resolve(name);
        Box::pin(async move {
            let found: Vec<SocketAddr> = resolving.await?.collect();
            // A name that has one address which is refused is up to no good with the others either.
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

/// The operating system's.
pub struct System;

impl Resolve for System {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found: Vec<_> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}
