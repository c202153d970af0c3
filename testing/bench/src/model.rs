//! A model that costs next to nothing: it reads a number in the message and answers with it, at once or after a while.

use std::collections::HashMap;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::header::CONTENT_TYPE;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::Result;

/// What stands before the number in a message, see [`message`].
const MARK: &[u8] = b"Baker ";
/// Digits of a number, so that prepared answers have room for it.
const DIGITS: usize = 10;

/// What a user says; the answer must hold the number, and the job's title becomes what is said.
pub fn message(number: u64) -> String {
    format!("The title is Baker {number:0DIGITS$}")
}

/// Whether an answer is the one to [`message`] of this number.
pub fn answers(body: &[u8], number: u64) -> bool {
    let expected = format!("Noted {number:0DIGITS$}");
    body.windows(expected.len()).any(|part| part == expected.as_bytes())
}

/// The model at work, until the process ends.
pub struct Model {
    pub address: SocketAddr,
    mind: Arc<Mind>,
}

#[derive(Default)]
struct Mind {
    /// Milliseconds.
    delay: AtomicU64,
    /// Who wants to know when it is asked about a message.
    curious: Mutex<HashMap<u64, oneshot::Sender<Instant>>>,
}

impl Mind {
    /// It was asked about the message of this number, just now.
    fn tell(&self, number: u64) {
        if let Some(curious) = self.curious.lock().unwrap_or_else(PoisonError::into_inner).remove(&number) {
            // Who does not wait any more need not know.
            let _ = curious.send(Instant::now());
        }
    }
}

impl Model {
    pub async fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let mind = Arc::<Mind>::default();
        tokio::spawn(serve(listener, mind.clone()));
        Ok(Self { address, mind })
    }

    /// Answers take this long from now on.
    pub fn take(&self, delay: Duration) {
        self.mind.delay.store(u64::try_from(delay.as_millis()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }

    /// The moment it is first asked about the message of this number, which nobody has said yet.
    pub fn asked_about(&self, number: u64) -> oneshot::Receiver<Instant> {
        let (curious, moment) = oneshot::channel();
        self.mind.curious.lock().unwrap_or_else(PoisonError::into_inner).insert(number, curious);
        moment
    }

    pub fn base_url(&self) -> String {
        format!("http://{}/v1", self.address)
    }
}

async fn serve(listener: TcpListener, mind: Arc<Mind>) {
    while let Ok((stream, _)) = listener.accept().await {
        let mind = mind.clone();
        // Without it an answer may wait for the acknowledgement of another; if it cannot be set, it is only slower.
        let _ = stream.set_nodelay(true);
        let service = service_fn(move |request| answer(request, mind.clone()));
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

async fn answer(
    request: Request<Incoming>,
    mind: Arc<Mind>,
) -> std::result::Result<Response<Full<Bytes>>, Infallible> {
    let body = request.into_body().collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    let number = number_in(&body).unwrap_or(b"0000000000");
    if let Some(number) = std::str::from_utf8(number).ok().and_then(|number| number.parse().ok()) {
        mind.tell(number);
    }
    let delay = Duration::from_millis(mind.delay.load(Ordering::Relaxed));
    if !delay.is_zero() {
        tokio::time::sleep(delay).await;
    }
    let streamed = contains(&body, b"\"stream\":true");
    let (prepared, kind) = match streamed {
        true => (STREAMED, "text/event-stream"),
        false => (WHOLE, "application/json"),
    };
    let mut response = Response::new(Full::new(filled(prepared, number)));
    response.headers_mut().insert(CONTENT_TYPE, hyper::header::HeaderValue::from_static(kind));
    Ok(response)
}

/// The last number, as the question comes last.
fn number_in(body: &[u8]) -> Option<&[u8]> {
    let place = body.windows(MARK.len()).rposition(|part| part == MARK)?;
    body.get(place + MARK.len()..place + MARK.len() + DIGITS)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_number_is_answered() {
        let asked = format!("{} and then {}", message(7), message(1_234));
        assert_eq!(number_in(asked.as_bytes()), Some(b"0000001234".as_slice()));
        for prepared in [WHOLE, STREAMED] {
            assert!(answers(&filled(prepared, b"0000001234"), 1_234));
        }
        assert!(!answers(&filled(WHOLE, b"0000001234"), 1_235));
    }
}
