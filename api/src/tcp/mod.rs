//! TCP connections with limits: how many are open, how long the head of a request takes, and how long a write blocks.
//!
//! A client that disconnects during a response is reported as an error, not as end of file. hyper closes the connection
//! in both cases, but poem would poll it once more after an end of file and keep the handler running until a write
//! fails.

mod head_timeout;
mod http1;
mod http2;
mod limits;
mod listener;
mod proxied;
mod proxy_protocol;
mod refusals;
mod request_end;
mod response_end;
mod waits;

use std::io::{Error, ErrorKind, IoSlice, Result};
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use poem::http::uri::Scheme;
use poem::listener::Acceptor;
use poem::web::{LocalAddr, RemoteAddr};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::time::{Sleep, sleep};

use self::head_timeout::HeadTimeout;
use self::limits::{ConnectionLimits, SlotGuard};
use self::listener::Listener;
use self::proxied::Proxied;
use crate::settings::Settings;

const PROXIES_MISSING: &str = "the PROXY protocol needs trusted proxies, which it is accepted from";

/// Accepts connections from a listener and gives them their limits.
pub struct LimitedAcceptor {
    incoming: Incoming,
    local: LocalAddr,
    limits: ConnectionLimits,
    idle_timeout: Duration,
    head_timeout: Duration,
}

enum Incoming {
    Direct(Listener),
    Proxied(mpsc::Receiver<Proxied>),
}

impl LimitedAcceptor {
    /// # Errors
    /// When the listener cannot be used, or the PROXY protocol is expected from nobody.
    pub fn new(listener: TcpListener, settings: &Settings) -> Result<Self> {
        let (proxies, head_timeout) = (&settings.trusted_proxies, settings.head_timeout);
        let local = LocalAddr(listener.local_addr()?.into());
        let limits = ConnectionLimits::new(settings);
        let listener = Listener::new(listener, limits.clone());
        let incoming = match (settings.proxy_protocol, proxies.is_empty()) {
            (false, _) => Incoming::Direct(listener),
            (true, false) => Incoming::Proxied(proxied::accept(listener, proxies.clone(), head_timeout)),
            (true, true) => return Err(Error::new(ErrorKind::InvalidInput, PROXIES_MISSING)),
        };
        Ok(Self { incoming, local, limits, idle_timeout: settings.idle_timeout, head_timeout })
    }
}

impl Acceptor for LimitedAcceptor {
    type Io = Connection;

    fn local_addr(&self) -> Vec<LocalAddr> {
        vec![self.local.clone()]
    }

    async fn accept(&mut self) -> Result<(Connection, LocalAddr, RemoteAddr, Scheme)> {
        let (stream, client, slot) = loop {
            let (stream, client) = self.incoming.accept().await?;
            // What is refused is closed here.
            if let Some(slot) = self.limits.admit(client.ip()) {
                break (stream, client, slot);
            }
        };
        // Events are small and must not wait for more bytes.
        stream.set_nodelay(true)?;
        let connection = Connection {
            stream,
            write_timeout: self.idle_timeout,
            write_deadline: None,
            head_timeout: HeadTimeout::new(self.head_timeout, self.idle_timeout),
            slot,
        };
        Ok((connection, self.local.clone(), RemoteAddr(client.into()), Scheme::HTTP))
    }
}

impl Incoming {
    /// A connection and its client.
    async fn accept(&mut self) -> Result<(TcpStream, SocketAddr)> {
        match self {
            Self::Direct(listener) => Ok(listener.accept().await),
            Self::Proxied(connections) => Ok(connections.recv().await.ok_or(ErrorKind::BrokenPipe)?),
        }
    }
}

pub struct Connection {
    stream: TcpStream,
    write_timeout: Duration,
    /// Runs while a write is blocked.
    write_deadline: Option<Pin<Box<Sleep>>>,
    head_timeout: HeadTimeout,
    slot: SlotGuard,
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<Result<()>> {
        let (before, remaining) = (buffer.filled().len(), buffer.remaining());
        let Poll::Ready(read) = Pin::new(&mut self.stream).poll_read(context, buffer) else {
            if self.slot.poll_closed(context).is_ready() {
                return Poll::Ready(Err(ErrorKind::ConnectionAborted.into()));
            }
            ready!(self.head_timeout.poll(context));
            return Poll::Ready(Err(ErrorKind::TimedOut.into()));
        };
        read?;
        let received = buffer.filled().get(before..).unwrap_or_default();
        self.head_timeout.received(received);
        self.slot.set_idle(self.head_timeout.is_idle());
        let is_closed = remaining > 0 && received.is_empty();
        Poll::Ready(if is_closed { Err(ErrorKind::ConnectionAborted.into()) } else { Ok(()) })
    }
}

impl Connection {
    fn sent(&mut self, bytes: &[u8]) {
        if !bytes.is_empty() {
            self.head_timeout.sent(bytes);
            self.slot.set_idle(self.head_timeout.is_idle());
        }
    }

    /// The result of a write, or an error once writes have been blocked for too long.
    fn within_timeout<T>(&mut self, context: &mut Context<'_>, written: Poll<Result<T>>) -> Poll<Result<T>> {
        if written.is_ready() {
            self.write_deadline = None;
            return written;
        }
        let timeout = self.write_timeout;
        let deadline = self.write_deadline.get_or_insert_with(|| Box::pin(sleep(timeout)));
        ready!(deadline.as_mut().poll(context));
        Poll::Ready(Err(Error::from(ErrorKind::TimedOut)))
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        if let Poll::Ready(Ok(length)) = &written {
            self.sent(bytes.get(..*length).unwrap_or_default());
        }
        self.within_timeout(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        if let Poll::Ready(Ok(length)) = &written {
            let mut left = *length;
            for slice in slices.iter().filter(|slice| !slice.is_empty()) {
                self.sent(slice.get(..left.min(slice.len())).unwrap_or_default());
                left = left.saturating_sub(slice.len());
            }
        }
        self.within_timeout(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    /// A client and the server's side of its connection.
    async fn connected() -> (TcpStream, Connection) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let short = Duration::from_millis(100);
        let settings = Settings { idle_timeout: short, head_timeout: short, ..Settings::default() };
        let mut acceptor = LimitedAcceptor::new(listener, &settings).unwrap();
        let (client, accepted) = tokio::join!(TcpStream::connect(address), acceptor.accept());
        (client.unwrap(), accepted.unwrap().0)
    }

    #[tokio::test]
    async fn a_client_that_disconnects_is_an_error() {
        let (mut client, mut connection) = connected().await;
        client.write_all(b"hello").await.unwrap();
        drop(client);
        let mut received = [0; 5];
        connection.read_exact(&mut received).await.unwrap();
        assert_eq!(received, *b"hello");
        assert_eq!(connection.read(&mut received).await.unwrap_err().kind(), ErrorKind::ConnectionAborted);
    }

    #[tokio::test]
    async fn a_head_that_does_not_end_is_an_error() {
        let (mut client, mut connection) = connected().await;
        client.write_all(b"GET / HTTP/1.1\r\n").await.unwrap();
        let mut received = Vec::new();
        assert_eq!(connection.read_to_end(&mut received).await.unwrap_err().kind(), ErrorKind::TimedOut);
        assert_eq!(received, b"GET / HTTP/1.1\r\n");
    }

    #[tokio::test]
    async fn a_client_that_reads_nothing_is_an_error() {
        let (client, mut connection) = connected().await;
        let more_than_the_buffers_take = vec![0; 64 * 1024 * 1024];
        let written = connection.write_all(&more_than_the_buffers_take).await;
        assert_eq!(written.unwrap_err().kind(), ErrorKind::TimedOut);
        drop(client);
    }
}
