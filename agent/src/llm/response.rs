//! The body of an answer: read within bounds of time and memory, as a stream or as a whole.

use reqwest::{Response, header::CONTENT_TYPE};

use super::{
    assembly::{Assembly, Progress},
    patience::Patience,
    sse::{Events, TooLong},
    wire::Completion,
};
use crate::{Fault, OnText, Rejected};

/// More than any honest answer; what is longer is not read.
const LONGEST_BODY: usize = 256 * 1024;
/// The pieces of a stream are mostly wrapping, some hundred bytes for a token, and are not kept.
const LONGEST_STREAM: usize = 4 * 1024 * 1024;

const TOO_LONG: &str = "it was far too long";

/// A body that is still coming.
pub(crate) struct Pieces {
    response: Response,
    patience: Patience,
    begun: bool,
}

impl Pieces {
    pub fn new(response: Response, patience: Patience) -> Pieces {
        Pieces { response, patience, begun: false }
    }

    /// The answer, whichever way the server gives it. Text is told as it comes, if it comes as a stream.
    pub async fn completion(self, on_text: OnText<'_>) -> Result<Completion, Fault> {
        if self.is_stream() { self.streamed(on_text).await } else { self.whole().await }
    }

    /// The body up to the bound, and whether that was all.
    pub async fn body(mut self) -> Result<(Vec<u8>, bool), Fault> {
        let mut body = Vec::new();
        while let Some(piece) = self.next().await? {
            let room = LONGEST_BODY - body.len();
            if piece.len() > room {
                body.extend_from_slice(&piece[..room]);
                return Ok((body, false));
            }
            body.extend_from_slice(&piece);
        }
        Ok((body, true))
    }

    fn is_stream(&self) -> bool {
        let kind = self.response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        kind.is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("text/event-stream"))
    }

    async fn whole(self) -> Result<Completion, Fault> {
        let (body, complete) = self.body().await?;
        let raw = || String::from_utf8_lossy(&body);
        if !complete {
            return Err(Fault::BadOutput(Rejected::new(&raw(), TOO_LONG)));
        }
        let completion: Completion = serde_json::from_slice(&body).map_err(|error| {
            Fault::BadOutput(Rejected::new(&raw(), format!("the response is no completion: {error}")))
        })?;
        if completion.choices.is_none() && completion.error().is_some() {
            return Err(Fault::Overloaded { retry_after: None });
        }
        if completion.choices.is_none() {
            return Err(Fault::BadOutput(Rejected::new(&raw(), "the response has no choices")));
        }
        Ok(completion)
    }

    async fn streamed(mut self, on_text: OnText<'_>) -> Result<Completion, Fault> {
        let mut events = Events::default();
        let mut assembly = Assembly::default();
        let mut received = 0;
        while let Some(piece) = self.next().await? {
            received += piece.len();
            let complete = events.push(&piece);
            for event in complete.map_err(|TooLong| assembly.unusable(TOO_LONG))? {
                if assembly.take(&event, on_text)? == Progress::Done {
                    return Ok(assembly.completion());
                }
            }
            if received > LONGEST_STREAM {
                return Err(assembly.unusable(TOO_LONG));
            }
        }
        match events.finish() {
            Some(event) if event.trim_ascii() == b"[DONE]" => Ok(assembly.completion()),
            _ => Err(Fault::Interrupted("the stream ended without its end mark".to_owned())),
        }
    }

    /// The next bytes; `None` at the end.
    async fn next(&mut self) -> Result<Option<impl AsRef<[u8]> + std::ops::Deref<Target = [u8]>>, Fault> {
        let piece = self.response.chunk();
        let piece =
            if self.begun { self.patience.next(piece).await } else { self.patience.first(piece).await };
        self.begun = true;
        piece?.map_err(|error| Fault::Interrupted(error.without_url().to_string()))
    }
}
