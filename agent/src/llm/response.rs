//! Reads the body of a response, as a stream or as a whole, within limits of time and memory.

use reqwest::{Response, header::CONTENT_TYPE};

use super::{
    assembly::{Assembly, Progress},
    chat_completion::ChatCompletion,
    response_timeout::ResponseTimeout,
    sse::{Events, TooLong},
};
use crate::{Fault, OnText, Rejected};

/// Longest body that is read.
const LONGEST_BODY: usize = 256 * 1024;
/// Longest stream. A chunk has some hundred bytes for one token; chunks are not kept.
const LONGEST_STREAM: usize = 4 * 1024 * 1024;

const TOO_LONG: &str = "it was far too long";

/// The body of a response that is being received.
pub(crate) struct Body {
    response: Response,
    timeout: ResponseTimeout,
    started: bool,
}

impl Body {
    pub fn new(response: Response, timeout: ResponseTimeout) -> Body {
        Body { response, timeout, started: false }
    }

    /// The whole answer. If it is streamed, `on_text` receives the reply meanwhile.
    pub async fn completion(self, on_text: OnText<'_>) -> Result<ChatCompletion, Fault> {
        if self.is_stream() { self.streamed(on_text).await } else { self.whole().await }
    }

    /// The body up to the limit, and whether that is all of it.
    pub async fn bytes(mut self) -> Result<(Vec<u8>, bool), Fault> {
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

    async fn whole(self) -> Result<ChatCompletion, Fault> {
        let (body, complete) = self.bytes().await?;
        let raw = || String::from_utf8_lossy(&body);
        if !complete {
            return Err(Fault::BadOutput(Rejected::new(&raw(), TOO_LONG)));
        }
        let completion: ChatCompletion = serde_json::from_slice(&body).map_err(|error| {
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

    async fn streamed(mut self, on_text: OnText<'_>) -> Result<ChatCompletion, Fault> {
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
            if self.started { self.timeout.next(piece).await } else { self.timeout.first(piece).await };
        self.started = true;
        // The error may hold bytes of the server.
        piece?.map_err(|_| Fault::Interrupted("the connection broke".to_owned()))
    }
}
