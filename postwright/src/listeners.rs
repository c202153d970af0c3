//! Listening sockets.

use std::{
    io::ErrorKind,
    net::{Ipv4Addr, SocketAddr},
};

pub use api::base_url;
use tokio::net::TcpListener;

use crate::failure::Failure;

/// # Errors
/// [`Failure::Taken`], which names a free address, or [`Failure::Listen`].
pub async fn open(address: SocketAddr) -> Result<TcpListener, Failure> {
    match TcpListener::bind(address).await {
        Ok(listener) => Ok(listener),
        Err(source) if source.kind() == ErrorKind::AddrInUse => match free_after(address).await {
            Some(free) => Err(Failure::Taken { address, free }),
            None => Err(Failure::Listen { address, source }),
        },
        Err(source) => Err(Failure::Listen { address, source }),
    }
}

async fn free_after(address: SocketAddr) -> Option<SocketAddr> {
    for port in (address.port()..=u16::MAX).skip(1).take(50) {
        let next = SocketAddr::new(address.ip(), port);
        if TcpListener::bind(next).await.is_ok() {
            return Some(next);
        }
    }
    None
}

/// Listens on a free port of the loopback interface.
///
/// # Errors
/// [`Failure::Listen`].
pub async fn open_private() -> Result<TcpListener, Failure> {
    open((Ipv4Addr::LOCALHOST, 0).into()).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_port_in_use_is_reported_with_a_free_one() {
        let first = open_private().await.unwrap();
        let address = first.local_addr().unwrap();
        let Err(Failure::Taken { free, .. }) = open(address).await else { panic!("it was not taken") };
        open(free).await.unwrap();
    }

    #[tokio::test]
    async fn a_listener_on_every_address_is_reached_over_loopback() {
        let listener = open((Ipv4Addr::UNSPECIFIED, 0).into()).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        assert_eq!(base_url(&listener).unwrap(), format!("http://127.0.0.1:{port}"));
    }
}
