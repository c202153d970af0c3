//! A model on a bare TCP socket, for what no HTTP server library does: stall, cut, reset or drip a response.

mod behaviour;
mod response;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::Value;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};

pub use self::behaviour::{Behaviour, Step};
use self::response::respond;
use crate::raw_http::read_request;

/// Decides by the number of the request, from 0, and by its JSON body.
type Script = dyn Fn(u64, &Value) -> Behaviour + Send + Sync;

/// Listens on loopback until it is dropped.
pub struct FaultServer {
    address: SocketAddr,
    counts: Arc<Counts>,
    serving: AbortHandle,
}

#[derive(Default)]
struct Counts {
    requests: AtomicU64,
    connections: AtomicU64,
}

impl FaultServer {
    pub async fn start(script: impl Fn(u64, &Value) -> Behaviour + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let counts = Arc::<Counts>::default();
        let serving = tokio::spawn(serve(listener, Arc::new(script), counts.clone())).abort_handle();
        Self { address, counts, serving }
    }

    pub fn base_url(&self) -> String {
        format!("http://{}/v1", self.address)
    }

    /// The number of requests received so far.
    pub fn requests(&self) -> u64 {
        self.counts.requests.load(Ordering::Relaxed)
    }

    /// The number of connections accepted so far.
    pub fn connections(&self) -> u64 {
        self.counts.connections.load(Ordering::Relaxed)
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn serve(listener: TcpListener, script: Arc<Script>, counts: Arc<Counts>) {
    // A JoinSet, so that the connections end with this task.
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                let Ok((socket, _)) = accepted else { continue };
                counts.connections.fetch_add(1, Ordering::Relaxed);
                connections.spawn(handle(socket, script.clone(), counts.clone()));
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

/// Answers the requests of one connection. A client that disconnects is no error.
async fn handle(mut socket: TcpStream, script: Arc<Script>, counts: Arc<Counts>) {
    let mut buffer = Vec::new();
    while let Ok(Some(request)) = read_request(&mut socket, &mut buffer).await {
        let body = serde_json::from_slice(&request.body).unwrap_or_default();
        let number = counts.requests.fetch_add(1, Ordering::Relaxed);
        match respond(&mut socket, script(number, &body), &body).await {
            Ok(true) => {}
            _ => return,
        }
    }
}
