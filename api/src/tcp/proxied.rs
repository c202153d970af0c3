//! Connections from proxies that speak the PROXY protocol. Each header is read in a task of its own, so that a slow proxy
//! delays no other connection.

use std::net::SocketAddr;
use std::sync::Once;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio::time::timeout;

use super::listener::Listener;
use super::proxy_protocol::read_client;
use crate::trusted_proxies::TrustedProxies;

/// Accepted connections that the server has not taken yet.
const WAITING: usize = 64;

/// A connection, and the client or the proxy itself.
pub type Proxied = (TcpStream, SocketAddr);

/// Accepts connections until the receiver is dropped. Those that do not come from a trusted proxy, or do not begin with a
/// header in time, are closed.
pub fn accept(
    mut listener: Listener,
    proxies: TrustedProxies,
    head_timeout: Duration,
) -> mpsc::Receiver<Proxied> {
    let (sender, receiver) = mpsc::channel(WAITING);
    tokio::spawn(async move {
        loop {
            let (stream, peer) = tokio::select! {
                accepted = listener.accept() => accepted,
                () = sender.closed() => return,
            };
            if proxies.contains(peer.ip()) {
                tokio::spawn(introduce(stream, peer, head_timeout, sender.clone()));
            } else {
                warn_once(peer);
            }
        }
    });
    receiver
}

async fn introduce(
    mut stream: TcpStream,
    peer: SocketAddr,
    head_timeout: Duration,
    sender: mpsc::Sender<Proxied>,
) {
    if let Ok(Ok(client)) = timeout(head_timeout, read_client(&mut stream)).await {
        let _ = sender.send((stream, client.unwrap_or(peer))).await;
    }
}

/// Once only: anybody can cause it.
fn warn_once(peer: SocketAddr) {
    static WARNED: Once = Once::new();
    WARNED.call_once(|| {
        tracing::warn!(%peer, "a connection that does not come from a trusted proxy was closed, as all others will be");
    });
}
