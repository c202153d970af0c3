//! A model behind HTTP: it responds as the stand-in does, unless a test sets another response.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, Request, Respond, ResponseTemplate};

use crate::wait_until;

pub struct Llm {
    server: MockServer,
    script: Arc<Mutex<Script>>,
}

#[derive(Default)]
struct Script {
    next: VecDeque<ResponseTemplate>,
    always: Option<ResponseTemplate>,
    /// The response to calls whose request has this word.
    to_word: Option<(&'static str, ResponseTemplate)>,
    delay: Duration,
}

impl Llm {
    pub async fn start() -> Self {
        let server = MockServer::start().await;
        let script = Arc::<Mutex<Script>>::default();
        Mock::given(method("POST"))
            .and(path("/v1/chat/completions"))
            .respond_with(Scripted(script.clone()))
            .mount(&server)
            .await;
        Self { server, script }
    }

    pub fn base_url(&self) -> String {
        format!("{}/v1", self.server.uri())
    }

    /// Sets the response to the next call that has none yet.
    pub fn next(&self, response: ResponseTemplate) {
        self.lock().next.push_back(response);
    }

    /// Sets the response to the next call: a completion with these updates, intent and reply.
    pub fn next_says(&self, updates: Value, intent: &str, reply: &str) {
        let content = json!({ "updates": updates, "intent": intent, "reply": reply }).to_string();
        self.next(completion(&content));
    }

    /// Sets the response to every call for which [`Self::next`] has set none.
    pub fn always(&self, response: ResponseTemplate) {
        self.lock().always = Some(response);
    }

    /// Sets the response to every call whose request has this word.
    pub fn always_to(&self, word: &'static str, response: ResponseTemplate) {
        self.lock().to_word = Some((word, response));
    }

    /// Responds as the stand-in again: forgets every response that was set.
    pub fn recover(&self) {
        let mut script = self.lock();
        script.next.clear();
        script.always = None;
        script.to_word = None;
    }

    /// Delays every response of the stand-in from now on.
    pub fn slow_down(&self, delay: Duration) {
        self.lock().delay = delay;
    }

    /// The bodies of all calls so far, oldest first.
    pub async fn calls(&self) -> Vec<Value> {
        let requests = self.server.received_requests().await.unwrap_or_default();
        requests.iter().map(|request| request.body_json().expect("a JSON request")).collect()
    }

    /// Waits until the model was called at least `count` times.
    pub async fn wait_for_calls(&self, count: usize) {
        wait_until(&format!("{count} calls of the model"), async || self.calls().await.len() >= count).await;
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Script> {
        self.script.lock().expect("the script")
    }
}

/// A well-formed completion with this content.
pub fn completion(content: &str) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(json!({
        "id": "chatcmpl-test", "object": "chat.completion", "created": 0, "model": "scripted",
        "choices": [{ "index": 0, "finish_reason": "stop", "message": { "role": "assistant", "content": content } }],
        "usage": { "prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15 },
    }))
}

struct Scripted(Arc<Mutex<Script>>);

impl Respond for Scripted {
    fn respond(&self, request: &Request) -> ResponseTemplate {
        let mut script = self.0.lock().expect("the script");
        if let Some(response) = script.next.pop_front() {
            return response;
        }
        if let Some(response) = &script.always {
            return response.clone();
        }
        if let Some((word, response)) = &script.to_word
            && String::from_utf8_lossy(&request.body).contains(word)
        {
            return response.clone();
        }
        let delay = script.delay;
        drop(script);
        let request: Value = request.body_json().expect("a JSON request");
        ResponseTemplate::new(200).set_body_json(standin::complete(&request)).set_delay(delay)
    }
}
