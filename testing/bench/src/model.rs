//! A model that uses little processor time: it finds the number in the message and replies with it, after a delay or in pieces.

use std::collections::HashMap;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_util::{StreamExt, stream};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full, StreamBody};
use hyper::body::{Frame, Incoming};
use hyper::header::CONTENT_TYPE;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::Result;

/// The text before the number in a message, see [`message`].
const MARK: &[u8] = b"Baker ";
/// The digits of a number. It is padded, because the prepared responses have a fixed length.
const DIGITS: usize = 10;

/// The message with this number. The reply must contain the number; the title becomes the text.
pub fn message(number: u64) -> String {
    format!("The title is Baker {number:0DIGITS$}")
}

/// Whether a response contains the reply to the [`message`] of this number.
pub fn answers(body: &[u8], number: u64) -> bool {
    let expected = format!("Noted {number:0DIGITS$}");
    body.windows(expected.len()).any(|part| part == expected.as_bytes())
}

/// Runs until the process exits.
pub struct Model {
    pub address: SocketAddr,
    state: Arc<State>,
}

#[derive(Default)]
struct State {
    /// The delay in milliseconds.
    delay: AtomicU64,
    /// Whether the reply comes in pieces during the delay, and not after it.
    in_pieces: AtomicBool,
    /// Receivers of the moment at which the model is called for a message, by its number.
    waiting: Mutex<HashMap<u64, oneshot::Sender<Instant>>>,
}

impl State {
    /// Sends the present moment to the receiver of this number.
    fn record_call(&self, number: u64) {
        if let Some(sender) = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).remove(&number) {
            // The receiver may have been dropped.
            let _ = sender.send(Instant::now());
        }
    }
}

impl Model {
    pub async fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let state = Arc::<State>::default();
        tokio::spawn(serve(listener, state.clone()));
        Ok(Self { address, state })
    }

    /// Delays every response from now on.
    pub fn set_delay(&self, delay: Duration) {
        self.state.delay.store(u64::try_from(delay.as_millis()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }

    /// From now on the reply comes in ten pieces during the delay.
    pub fn write_in_pieces(&self) {
        self.state.in_pieces.store(true, Ordering::Relaxed);
    }

    /// Receives the moment of the first call for this message, which must not have been sent yet.
    pub fn call_of(&self, number: u64) -> oneshot::Receiver<Instant> {
        let (sender, moment) = oneshot::channel();
        self.state.waiting.lock().unwrap_or_else(PoisonError::into_inner).insert(number, sender);
        moment
    }

    pub fn base_url(&self) -> String {
        format!("http://{}/v1", self.address)
    }
}

async fn serve(listener: TcpListener, state: Arc<State>) {
    while let Ok((stream, _)) = listener.accept().await {
        let state = state.clone();
        // Without TCP_NODELAY a response may wait for an acknowledgement. A failure here only makes it slower.
        let _ = stream.set_nodelay(true);
        let service = service_fn(move |request| answer(request, state.clone()));
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

type Body = UnsyncBoxBody<Bytes, Infallible>;

async fn answer(
    request: Request<Incoming>,
    state: Arc<State>,
) -> std::result::Result<Response<Body>, Infallible> {
    let body = request.into_body().collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    let number = number_in(&body).unwrap_or(b"0000000000");
    if let Some(number) = std::str::from_utf8(number).ok().and_then(|number| number.parse().ok()) {
        state.record_call(number);
    }
    let delay = Duration::from_millis(state.delay.load(Ordering::Relaxed));
    let streamed = contains(&body, b"\"stream\":true");
    if streamed && state.in_pieces.load(Ordering::Relaxed) {
        let mut response = Response::new(in_pieces(number, delay));
        response
            .headers_mut()
            .insert(CONTENT_TYPE, hyper::header::HeaderValue::from_static("text/event-stream"));
        return Ok(response);
    }
    if !delay.is_zero() {
        tokio::time::sleep(delay).await;
    }
    let (prepared, kind) = match streamed {
        true => (STREAMED, "text/event-stream"),
        false => (WHOLE, "application/json"),
    };
    let mut response = Response::new(Full::new(filled(prepared, number)).boxed_unsync());
    response.headers_mut().insert(CONTENT_TYPE, hyper::header::HeaderValue::from_static(kind));
    Ok(response)
}

/// The reply in pieces, with equal pauses that take the delay together.
fn in_pieces(number: &[u8], delay: Duration) -> Body {
    let mut pieces = vec![filled(BEGIN, number)];
    pieces.extend((0..PIECES).map(|_| Bytes::from_static(PIECE.as_bytes())));
    pieces.push(filled(END, number));
    let pause = delay / (PIECES + 1);
    let frames = stream::iter(pieces.into_iter().enumerate()).then(move |(place, piece)| async move {
        if place > 0 {
            tokio::time::sleep(pause).await;
        }
        Ok(Frame::data(piece))
    });
    StreamBody::new(frames).boxed_unsync()
}

/// The number of the last message in the prompt.
fn number_in(body: &[u8]) -> Option<&[u8]> {
    let start = body.windows(MARK.len()).rposition(|part| part == MARK)?;
    body.get(start + MARK.len()..start + MARK.len() + DIGITS)
}

fn contains(body: &[u8], part: &[u8]) -> bool {
    body.windows(part.len()).any(|found| found == part)
}

fn filled(prepared: &str, number: &[u8]) -> Bytes {
    let number = std::str::from_utf8(number).unwrap_or_default();
    Bytes::from(prepared.replace("NUMBER", number))
}

const WHOLE: &str = r#"{"id":"chatcmpl-bench","object":"chat.completion","created":0,"model":"bench","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"{\"updates\":[{\"op\":\"set\",\"field\":\"title\",\"value\":\"Baker NUMBER\",\"quote\":\"Baker NUMBER\"}],\"intent\":\"continue\",\"reply\":\"Noted NUMBER. Where is the job?\"}"}}],"usage":{"prompt_tokens":900,"completion_tokens":40,"total_tokens":940}}"#;

const STREAMED: &str = r#"data: {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":0,"model":"bench","choices":[{"index":0,"delta":{"role":"assistant","content":"{\"updates\":[{\"op\":\"set\",\"field\":\"title\",\"value\":\"Baker NUMBER\",\"quote\":\"Baker NUMBER\"}],"}}]}

data: {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":0,"model":"bench","choices":[{"index":0,"delta":{"content":"\"intent\":\"continue\",\"reply\":\"Noted NUMBER."}}]}

data: {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":0,"model":"bench","choices":[{"index":0,"delta":{"content":" Where is the job?\"}"},"finish_reason":"stop"}]}

data: {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":0,"model":"bench","choices":[],"usage":{"prompt_tokens":900,"completion_tokens":40,"total_tokens":940}}

data: [DONE]

"#;

/// How many pieces a reply has that does not come at once.
const PIECES: u32 = 10;

const BEGIN: &str = r#"data: {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":0,"model":"bench","choices":[{"index":0,"delta":{"role":"assistant","content":"{\"updates\":[{\"op\":\"set\",\"field\":\"title\",\"value\":\"Baker NUMBER\",\"quote\":\"Baker NUMBER\"}],\"intent\":\"continue\",\"reply\":\"Noted NUMBER. Where"}}]}

"#;

const PIECE: &str = r#"data: {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":0,"model":"bench","choices":[{"index":0,"delta":{"content":" else, in which of the streets"}}]}

"#;

const END: &str = r#"data: {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":0,"model":"bench","choices":[{"index":0,"delta":{"content":" is the job?\"}"},"finish_reason":"stop"}]}

data: {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":0,"model":"bench","choices":[],"usage":{"prompt_tokens":900,"completion_tokens":40,"total_tokens":940}}

data: [DONE]

"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reply_has_the_number_of_the_last_message() {
        let prompt = format!("{} and then {}", message(7), message(1_234));
        assert_eq!(number_in(prompt.as_bytes()), Some(b"0000001234".as_slice()));
        for prepared in [WHOLE, STREAMED] {
            assert!(answers(&filled(prepared, b"0000001234"), 1_234));
        }
        assert!(!answers(&filled(WHOLE, b"0000001234"), 1_235));
    }
}
