//! Reads the body of a response, as a stream or as a whole, within limits of time and memory.

use std::time::Duration;

use reqwest::Response;
use tokio::time::timeout;

use super::{
    assembly::{Assembly, Progress},
    body_kind::{self, BodyKind},
    chat_completion::ChatCompletion,
    decoding::Decoder,
    refusal::{Failed, Refusal},
    response_timeout::ResponseTimeout,
    sse::{Events, TooLong},
};
use crate::{Fault, OnText, Rejected};

/// Longest body that is read.
const LONGEST_BODY: usize = 256 * 1024;
/// Longest stream. A chunk has some hundred bytes for one token; chunks are not kept.
const LONGEST_STREAM: usize = 4 * 1024 * 1024;
/// Timeout of the body of an error. Its status is known already.
const ERROR_TIMEOUT: Duration = Duration::from_secs(3);

const TOO_LONG: &str = "it was far too long";

/// The body of a response that is being received.
pub(crate) struct Body {
    response: Response,
    decoder: Decoder,
    timeout: ResponseTimeout,
    has_begun: bool,
    has_answered: bool,
}

impl Body {
    pub fn new(response: Response, timeout: ResponseTimeout) -> Body {
        let decoder = Decoder::new(response.headers());
        Body { response, decoder, timeout, has_begun: false, has_answered: false }
    }

    /// Has a part of the answer come? What gateways send while they wait for the model, comments and events without a choice,
    /// is none.
    pub fn has_answered(&self) -> bool {
        self.has_answered
    }

    /// The whole answer. If it is streamed, `on_text` receives the reply meanwhile.
    pub async fn completion(&mut self, on_text: OnText<'_>) -> Result<ChatCompletion, Failed> {
        let mut head = Vec::new();
        let kind = loop {
            if let Some(kind) = body_kind::of(&head) {
                break kind;
            }
            match self.next().await? {
                Some(piece) if head.len() < LONGEST_BODY => head.extend_from_slice(&piece),
                _ => break BodyKind::Whole,
            }
        };
        match kind {
            BodyKind::Stream => self.streamed(body_kind::without_mark(&head), on_text).await,
            BodyKind::Whole => self.whole(head).await,
        }
    }

    /// What comes of the body of an error. It only explains the status, so its own failures do not matter.
    pub async fn of_error(mut self) -> Vec<u8> {
        let mut body = Vec::new();
        let _ = timeout(ERROR_TIMEOUT, self.read(&mut body)).await;
        body
    }

    /// Reads the body up to the limit. Returns whether that is all of it.
    async fn read(&mut self, body: &mut Vec<u8>) -> Result<bool, Fault> {
        loop {
            if body.len() > LONGEST_BODY {
                body.truncate(LONGEST_BODY);
                return Ok(false);
            }
            let Some(piece) = self.next().await? else {
                return Ok(true);
            };
            body.extend_from_slice(&piece);
        }
    }

    async fn whole(&mut self, head: Vec<u8>) -> Result<ChatCompletion, Failed> {
        self.has_answered = !head.is_empty();
        let mut body = head;
        let complete = self.read(&mut body).await?;
        let unusable = |error: &str| {
            Failed::Fault(Fault::BadOutput(Rejected::new(&String::from_utf8_lossy(&body), error)))
        };
        if !complete {
            return Err(unusable(TOO_LONG));
        }
        let completion = ChatCompletion::of_bytes(body_kind::without_mark(&body))
            .map_err(|error| unusable(&format!("the response is no completion: {error}")))?;
        let is_empty = completion.choices.as_ref().is_none_or(Vec::is_empty);
        match completion.error() {
            Some(error) if is_empty => Err(Failed::Refused(Refusal::in_success(error))),
            _ if completion.choices.is_none() => Err(unusable("the response has no choices")),
            _ => Ok(completion),
        }
    }

    async fn streamed(&mut self, head: &[u8], on_text: OnText<'_>) -> Result<ChatCompletion, Failed> {
        let mut events = Events::default();
        let mut assembly = Assembly::default();
        let mut received = 0;
        let mut piece = Some(head.to_vec());
        while let Some(bytes) = piece {
            received += bytes.len();
            let complete = events.push(&bytes);
            for event in complete.map_err(|TooLong| assembly.unusable(TOO_LONG))? {
                let progress = assembly.take(&event, on_text)?;
                self.has_answered = assembly.has_answered();
                if progress == Progress::Done {
                    return Ok(assembly.completion());
                }
            }
            if received > LONGEST_STREAM {
                return Err(assembly.unusable(TOO_LONG).into());
            }
            piece = match self.after(&assembly).await {
                Ok(piece) => piece,
                // The answer is complete, whatever becomes of the connection.
                Err(_) if assembly.is_finished() => None,
                Err(fault) => return Err(fault.into()),
            };
        }
        let last = events.finish().map(|event| assembly.take(&event, on_text));
        match last {
            Some(Err(Failed::Refused(refusal))) => Err(Failed::Refused(refusal)),
            Some(Ok(Progress::Done)) => Ok(assembly.completion()),
            _ if assembly.is_finished() => Ok(assembly.completion()),
            _ => Err(Fault::Interrupted("the stream ended without its end mark".to_owned()).into()),
        }
    }

    /// The next bytes of a stream; `None` at the end.
    async fn after(&mut self, assembly: &Assembly) -> Result<Option<Vec<u8>>, Fault> {
        if assembly.is_finished() {
            self.timeout = self.timeout.after_finish();
        }
        self.next().await
    }

    /// The next bytes, decoded; `None` at the end.
    async fn next(&mut self) -> Result<Option<Vec<u8>>, Fault> {
        let piece = self.response.chunk();
        let piece =
            if self.has_begun { self.timeout.next(piece).await } else { self.timeout.first(piece).await };
        // The errors may hold bytes of the server.
        let broken = |what: &str| Fault::Interrupted(what.to_owned());
        let piece = piece?.map_err(|_| broken("the connection broke"))?;
        self.has_begun |= piece.is_some();
        let decoded = piece.map(|piece| self.decoder.push(&piece)).transpose();
        decoded.map_err(|_| broken("the response is compressed in an unreadable way"))
    }
}
