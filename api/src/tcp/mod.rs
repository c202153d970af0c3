//! Connections as the server sees them: over as soon as the client has left, does not take what it is sent, or takes too
//! long to say what it wants.
//!
//! hyper ends a connection whose client leaves in the middle of an answer. poem, which waits for such a connection a
//! second time, would keep the answer going until a write fails; an error instead of the end of file keeps it from that.

mod head_timeout;

use std::io::{Error, ErrorKind, IoSlice, Result};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use poem::http::uri::Scheme;
use poem::listener::{Acceptor, TcpAcceptor};
use poem::web::{LocalAddr, RemoteAddr};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Sleep, sleep};

use self::head_timeout::HeadTimeout;
use crate::settings::Settings;

const PAUSE: Duration = Duration::from_millis(50);

/// Takes connections from a listener.
pub struct TimeoutAcceptor {
    acceptor: TcpAcceptor,
    /// How long a client may take nothing of what is sent to it.
    patience: Duration,
    /// How long it may take to send a request's head.
    head_timeout: Duration,
}

impl TimeoutAcceptor {
    /// # Errors
    /// When the listener cannot be used.
    pub fn new(listener: TcpListener, settings: &Settings) -> Result<Self> {
        let (patience, head_timeout) = (settings.idle_timeout, settings.head_timeout);
        Ok(Self { acceptor: TcpAcceptor::from_tokio(listener)?, patience, head_timeout })
    }
}

impl Acceptor for TimeoutAcceptor {
    type Io = Connection;

    fn local_addr(&self) -> Vec<LocalAddr> {
        self.acceptor.local_addr()
    }

    async fn accept(&mut self) -> Result<(Connection, LocalAddr, RemoteAddr, Scheme)> {
        let accepted = self.acceptor.accept().await;
        if accepted.is_err() {
            // Most likely there are no file descriptors left: asking again at once would only burn time.
            sleep(PAUSE).await;
        }
        let (stream, local, remote, scheme) = accepted?;
        // Events are small, and each is to be seen at once.
        stream.set_nodelay(true)?;
        let head_clock = HeadTimeout::new(self.head_timeout);
        let connection = Connection { stream, patience: self.patience, stuck: None, head_clock };
        Ok((connection, local, remote, scheme))
    }
}

pub struct Connection {
    stream: TcpStream,
    patience: Duration,
    /// Runs while the client takes nothing.
    stuck: Option<Pin<Box<Sleep>>>,
    head_clock: HeadTimeout,
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<Result<()>> {
        let (before, room) = (buffer.filled().len(), buffer.remaining());
        let Poll::Ready(read) = Pin::new(&mut self.stream).poll_read(context, buffer) else {
            ready!(self.head_clock.poll(context));
            return Poll::Ready(Err(ErrorKind::TimedOut.into()));
        };
        read?;
        let received = buffer.filled().get(before..).unwrap_or_default();
        self.head_clock.received(received);
        let is_over = room > 0 && received.is_empty();
        Poll::Ready(if is_over { Err(ErrorKind::ConnectionAborted.into()) } else { Ok(()) })
    }
}

impl Connection {
    /// Passes on what became of a write, but gives up when it waits for too long.
    fn within_patience<T>(&mut self, context: &mut Context<'_>, written: Poll<Result<T>>) -> Poll<Result<T>> {
        if written.is_ready() {
            self.stuck = None;
            return written;
        }
        let patience = self.patience;
        let stuck = self.stuck.get_or_insert_with(|| Box::pin(sleep(patience)));
        ready!(stuck.as_mut().poll(context));
        Poll::Ready(Err(Error::from(ErrorKind::TimedOut)))
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        self.head_clock.sent(bytes);
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.within_patience(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        self.head_clock.sent(slices.iter().find(|slice| !slice.is_empty()).map_or(&[], |slice| slice));
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.within_patience(context, written)
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

    /// A client, and the server's end of its connection.
    async fn connected() -> (TcpStream, Connection) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let short = Duration::from_millis(100);
        let settings = Settings { idle_timeout: short, head_timeout: short, ..Settings::default() };
        let mut door = TimeoutAcceptor::new(listener, &settings).unwrap();
        let (client, accepted) = tokio::join!(TcpStream::connect(address), door.accept());
        (client.unwrap(), accepted.unwrap().0)
    }

    #[tokio::test]
    async fn a_client_who_leaves_is_an_error() {
        let (mut client, mut connection) = connected().await;
        client.write_all(b"hello").await.unwrap();
        drop(client);
        let mut heard = [0; 5];
        connection.read_exact(&mut heard).await.unwrap();
        assert_eq!(heard, *b"hello");
        assert_eq!(connection.read(&mut heard).await.unwrap_err().kind(), ErrorKind::ConnectionAborted);
    }

    #[tokio::test]
    async fn so_is_one_who_never_gets_to_the_point() {
        let (mut client, mut connection) = connected().await;
        client.write_all(b"GET / HTTP/1.1\r\n").await.unwrap();
        let mut heard = Vec::new();
        assert_eq!(connection.read_to_end(&mut heard).await.unwrap_err().kind(), ErrorKind::TimedOut);
        assert_eq!(heard, b"GET / HTTP/1.1\r\n");
    }

    #[tokio::test]
    async fn so_is_one_who_takes_nothing() {
        let (client, mut connection) = connected().await;
        let more_than_buffers_hold = vec![0; 64 * 1024 * 1024];
        let written = connection.write_all(&more_than_buffers_hold).await;
        assert_eq!(written.unwrap_err().kind(), ErrorKind::TimedOut);
        drop(client);
    }
}
