//! The body of a stream: a bounded channel, closed when the client does not read.

use std::time::Duration;

use futures_util::stream;
use poem::Body;
use tokio::sync::{mpsc, oneshot};

/// Maximum chunks that wait for the client.
const CAPACITY: usize = 4;

/// Sends the chunks of a body.
pub struct BodySender {
    chunks: mpsc::Sender<String>,
    last: oneshot::Sender<String>,
    write_timeout: Duration,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendError {
    Disconnected,
    /// The client is connected but has not read within the timeout.
    TooSlow,
}

impl BodySender {
    /// A body and its sender. `write_timeout` is how long a send may wait for the client to read.
    pub fn new(write_timeout: Duration) -> (Self, Body) {
        let (chunks, receiver) = mpsc::channel(CAPACITY);
        let (last, last_chunk) = oneshot::channel();
        let flow = stream::unfold((receiver, Some(last_chunk)), async |(mut receiver, mut last_chunk)| {
            let chunk = match receiver.recv().await {
                Some(chunk) => Some(chunk),
                // Besides the channel, so that it does not wait for room there.
                None => last_chunk.take()?.await.ok(),
            };
            chunk.map(|chunk| (Ok::<_, std::io::Error>(chunk), (receiver, last_chunk)))
        });
        (Self { chunks, last, write_timeout }, Body::from_bytes_stream(flow))
    }

    /// # Errors
    /// [`SendError`] when the client has disconnected or does not read.
    pub async fn send(&self, chunk: String) -> Result<(), SendError> {
        match tokio::time::timeout(self.write_timeout, self.chunks.send(chunk)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(SendError::Disconnected),
            Err(_) => Err(SendError::TooSlow),
        }
    }

    /// Returns when the client has disconnected.
    pub async fn disconnected(&self) {
        self.chunks.closed().await;
    }

    /// Ends the body with `last`, after the chunks sent before.
    pub fn close(self, last: String) {
        // A client that has disconnected does not need it.
        let _ = self.last.send(last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOON: Duration = Duration::from_millis(50);

    #[tokio::test]
    async fn chunks_arrive_in_order_and_the_last_one_last() {
        let (sender, body) = BodySender::new(SOON);
        sender.send("a".to_owned()).await.unwrap();
        sender.send("b".to_owned()).await.unwrap();
        sender.close("end".to_owned());
        assert_eq!(body.into_string().await.unwrap(), "abend");
    }

    #[tokio::test]
    async fn a_slow_client_times_out_and_still_gets_the_last_chunk() {
        let (sender, body) = BodySender::new(SOON);
        for _ in 0..CAPACITY {
            sender.send("x".to_owned()).await.unwrap();
        }
        assert_eq!(sender.send("y".to_owned()).await, Err(SendError::TooSlow));
        sender.close("slow".to_owned());
        assert_eq!(body.into_string().await.unwrap(), "x".repeat(CAPACITY) + "slow");
    }

    #[tokio::test]
    async fn a_disconnect_is_noticed() {
        let (sender, body) = BodySender::new(SOON);
        drop(body);
        sender.disconnected().await;
        assert_eq!(sender.send("x".to_owned()).await, Err(SendError::Disconnected));
    }
}
