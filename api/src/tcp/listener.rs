//! Accepts connections, also when the process has run out of file descriptors: then idle connections are closed, or else what
//! waits is refused with a descriptor that is kept in reserve. Otherwise it would wait for the end of others' connections.

use std::fs::File;
use std::io::Error;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};

use super::limits::ConnectionLimits;

/// Pause after a failed accept. An immediate retry would fail again.
const PAUSE: Duration = Duration::from_millis(50);
/// How long a connection that is refused may take to be accepted; it is there already.
const REFUSAL_TIME: Duration = Duration::from_millis(10);
/// `ENFILE` and `EMFILE`, the same on every Unix.
const OUT_OF_FILES: [i32; 2] = [23, 24];

pub struct Listener {
    listener: TcpListener,
    limits: ConnectionLimits,
    reserve: Option<File>,
}

impl Listener {
    pub fn new(listener: TcpListener, limits: ConnectionLimits) -> Self {
        Self { listener, limits, reserve: reserve() }
    }

    /// The next connection, and its peer.
    pub async fn accept(&mut self) -> (TcpStream, SocketAddr) {
        loop {
            match self.listener.accept().await {
                Ok(accepted) => return accepted,
                Err(error) => self.failed(&error).await,
            }
        }
    }

    async fn failed(&mut self, error: &Error) {
        self.limits.refused(&format!("the system accepts none: {error}"));
        let is_out_of_files = error.raw_os_error().is_some_and(|code| OUT_OF_FILES.contains(&code));
        if is_out_of_files && !self.limits.close_idle() {
            self.refuse().await;
        }
        sleep(PAUSE).await;
    }

    /// Accepts a connection that waits, and closes it.
    async fn refuse(&mut self) {
        self.reserve = None;
        drop(timeout(REFUSAL_TIME, self.listener.accept()).await);
        self.reserve = reserve();
    }
}

/// Any file holds a descriptor.
fn reserve() -> Option<File> {
    File::open("/dev/null").ok()
}

#[cfg(test)]
mod tests {
    use tokio::io::AsyncReadExt;

    use super::*;
    use crate::settings::Settings;

    /// A listener at which a client waits, and what the client sees after an accept that failed with this error.
    async fn after_failure(limits: &ConnectionLimits, code: i32) -> Option<usize> {
        let tcp = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut client = TcpStream::connect(tcp.local_addr().unwrap()).await.unwrap();
        let mut listener = Listener::new(tcp, limits.clone());
        listener.failed(&Error::from_raw_os_error(code)).await;
        assert!(listener.reserve.is_some());
        timeout(PAUSE, client.read(&mut [0])).await.ok().map(Result::unwrap_or_default)
    }

    #[tokio::test]
    async fn without_descriptors_idle_connections_go_before_what_waits() {
        let limits = ConnectionLimits::new(&Settings::default());
        let idle = limits.admit([192, 0, 2, 1].into()).unwrap();
        assert_eq!(after_failure(&limits, 24).await, None, "it waits for the descriptor of an idle one");
        assert!(idle.is_closed());
        drop(idle);
        assert_eq!(after_failure(&limits, 24).await, Some(0), "it is closed");
        let busy = limits.admit([192, 0, 2, 1].into()).unwrap();
        busy.set_idle(false);
        assert_eq!(after_failure(&limits, 23).await, Some(0));
        assert!(!busy.is_closed());
    }

    #[tokio::test]
    async fn a_failure_of_one_connection_costs_no_other() {
        let limits = ConnectionLimits::new(&Settings::default());
        let idle = limits.admit([192, 0, 2, 1].into()).unwrap();
        // ECONNABORTED on Linux.
        assert_eq!(after_failure(&limits, 103).await, None);
        assert!(!idle.is_closed());
    }
}
