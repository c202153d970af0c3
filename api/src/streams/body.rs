//! The way of a stream's text to its client: bounded, and given up when the client does not read.

use std::time::Duration;

use futures_util::stream;
use poem::Body;
use tokio::sync::{mpsc, oneshot};

/// How many pieces wait for the client at the most.
const CAPACITY: usize = 4;

/// The end where text goes in.
pub struct BodySender {
    pieces: mpsc::Sender<String>,
    last: oneshot::Sender<String>,
    patience: Duration,
}

/// Why nothing more can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendError {
    /// The client has left.
    Gone,
    /// It is there but has not read for too long.
    Slow,
}

impl BodySender {
    /// A body and the end that fills it; `patience` is how long the client may go without reading.
    pub fn new(patience: Duration) -> (Self, Body) {
        let (pieces, receiver) = mpsc::channel(CAPACITY);
        let (last, final_piece) = oneshot::channel();
        let flow = stream::unfold((receiver, Some(final_piece)), async |(mut receiver, mut final_piece)| {
            let piece = match receiver.recv().await {
                Some(piece) => Some(piece),
                // Beside the channel, so that it gets through to a client who reads again late.
                None => final_piece.take()?.await.ok(),
            };
            piece.map(|piece| (Ok::<_, std::io::Error>(piece), (receiver, final_piece)))
        });
        (Self { pieces, last, patience }, Body::from_bytes_stream(flow))
    }

    /// # Errors
    /// [`SendError`] when the client is not there any more or does not read.
    pub async fn send(&self, piece: String) -> Result<(), SendError> {
        match tokio::time::timeout(self.patience, self.pieces.send(piece)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(SendError::Gone),
            Err(_) => Err(SendError::Slow),
        }
    }

    /// Returns when the client has left.
    pub async fn gone(&self) {
        self.pieces.closed().await;
    }

    /// Ends the body, after what is on its way and with these words.
    pub fn close(self, last: String) {
        // Nobody may be there to read them.
        let _ = self.last.send(last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOON: Duration = Duration::from_millis(50);

    #[tokio::test]
    async fn what_was_sent_arrives_and_then_the_last_words() {
        let (outlet, body) = BodySender::new(SOON);
        outlet.send("a".to_owned()).await.unwrap();
        outlet.send("b".to_owned()).await.unwrap();
        outlet.close("end".to_owned());
        assert_eq!(body.into_string().await.unwrap(), "abend");
    }

    #[tokio::test]
    async fn who_does_not_read_is_given_up_and_told_all_the_same() {
        let (outlet, body) = BodySender::new(SOON);
        for _ in 0..CAPACITY {
            outlet.send("x".to_owned()).await.unwrap();
        }
        assert_eq!(outlet.send("y".to_owned()).await, Err(SendError::Slow));
        outlet.close("slow".to_owned());
        assert_eq!(body.into_string().await.unwrap(), "x".repeat(CAPACITY) + "slow");
    }

    #[tokio::test]
    async fn who_leaves_is_noticed() {
        let (outlet, body) = BodySender::new(SOON);
        drop(body);
        outlet.gone().await;
        assert_eq!(outlet.send("x".to_owned()).await, Err(SendError::Gone));
    }
}
