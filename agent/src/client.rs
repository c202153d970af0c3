//! The client: one question to the model, one answer or one fault.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use reqwest::{Client, RequestBuilder, Url, header::HeaderValue, redirect::Policy};
use secrecy::{ExposeSecret as _, SecretString};

use crate::{
    Answer, Conversation, Fault, Rejected, Trace,
    language::Language,
    llm::{
        http::{self, Outcome},
        ladder::{Ladder, Rung},
        reading, request, wire,
    },
    prompt,
};

/// How much of a raw answer is kept.
const LONGEST_RAW: usize = 16 * 1024;

/// Which model is asked, and how patiently.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address up to `/v1`.
    pub base_url: String,
    pub api_key: Option<SecretString>,
    pub model: String,
    /// For one HTTP request in total.
    pub timeout: Duration,
}

impl Settings {
    /// 60 s for a request; no key.
    pub fn new(base_url: impl Into<String>, model: impl Into<String>) -> Settings {
        let timeout = Duration::from_secs(60);
        Settings { base_url: base_url.into(), api_key: None, model: model.into(), timeout }
    }
}

/// A model behind an OpenAI-compatible endpoint. Clones share what was learnt about it.
#[derive(Clone, Debug)]
pub struct Agent {
    client: Client,
    url: Url,
    settings: Settings,
    /// The parameters that worked last.
    rung: Arc<Mutex<Rung>>,
}

impl Agent {
    /// Checks the address; sends nothing. Errors: [`Fault::Configuration`].
    pub fn new(settings: Settings) -> Result<Agent, Fault> {
        let address = format!("{}/chat/completions", settings.base_url.trim_end_matches('/'));
        let url =
            Url::parse(&address).map_err(|error| Fault::Configuration(format!("{address}: {error}")))?;
        let host = url.host_str().unwrap_or_default().to_owned();
        if !matches!(url.scheme(), "http" | "https") || host.is_empty() {
            return Err(Fault::Configuration(format!("{address}: not an address of a web server")));
        }
        let client = client(&host).map_err(|error| Fault::Configuration(error.to_string()))?;
        Ok(Agent { client, url, settings, rung: Arc::new(Mutex::new(Rung::top(&host))) })
    }

    /// Asks for the answer to `conversation.message`: one HTTP request, and more only where the server refuses a
    /// parameter (400, 422). With `rejected`, the model is shown its unusable answer and asked again.
    pub async fn ask(
        &self,
        conversation: &Conversation,
        rejected: Option<&Rejected>,
    ) -> Result<Answer, Fault> {
        let messages = prompt::messages(conversation, rejected);
        let mut ladder = Ladder::new(self.known());
        loop {
            let started = Instant::now();
            let body = request::body(&self.settings.model, &messages, ladder.rung);
            let request = self.post(conversation).json(&body);
            match http::send(request, self.settings.timeout).await? {
                Outcome::Body(bytes) => {
                    self.remember(ladder.rung);
                    return self.answer(&bytes, conversation, ladder.rung, started.elapsed());
                }
                Outcome::TooLong(bytes) => {
                    return Err(unusable(&String::from_utf8_lossy(&bytes), "it was far too long"));
                }
                Outcome::Refused(status, error) => {
                    if !ladder.step_down(&error) {
                        return Err(http::refused(status, &error));
                    }
                }
            }
        }
    }

    fn post(&self, conversation: &Conversation) -> RequestBuilder {
        let mut request = self.client.post(self.url.clone());
        if let Some(key) = &self.settings.api_key {
            request = request.bearer_auth(key.expose_secret());
        }
        let id = conversation.request_id.as_deref().and_then(|id| HeaderValue::from_str(id).ok());
        match id {
            Some(id) => request.header("x-request-id", id),
            None => request,
        }
    }

    fn answer(
        &self,
        bytes: &[u8],
        conversation: &Conversation,
        rung: Rung,
        latency: Duration,
    ) -> Result<Answer, Fault> {
        let raw = || String::from_utf8_lossy(bytes);
        let completion: wire::Completion = serde_json::from_slice(bytes)
            .map_err(|error| unusable(&raw(), &format!("the response is no completion: {error}")))?;
        if completion.choices.is_none() && completion.error.is_some() {
            return Err(Fault::Overloaded { retry_after: None });
        }
        let text = reading::text(&completion);
        let reading = reading::read(&completion, Language::of(conversation)).map_err(|error| {
            unusable(if text.is_empty() { raw() } else { text.as_str().into() }.as_ref(), &error)
        })?;
        let (prompt_tokens, completion_tokens) = completion.usage.unwrap_or_default().tokens();
        let choice = completion.choices.unwrap_or_default().into_iter().next().unwrap_or_default();
        let trace = Trace {
            model: completion.model.unwrap_or_else(|| self.settings.model.clone()),
            prompt_hash: prompt::prompt_hash().to_owned(),
            schema_mode: rung.form.name(),
            finish_reason: choice.finish_reason.unwrap_or_default(),
            prompt_tokens,
            completion_tokens,
            latency_ms: i64::try_from(latency.as_millis()).unwrap_or(i64::MAX),
            raw: cut(&text, LONGEST_RAW),
            dropped: reading.dropped,
            flag: reading.flag,
        };
        Ok(Answer { proposal: reading.proposal, trace })
    }

    fn known(&self) -> Rung {
        *self.rung.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps what the server could do, and says so the first time it is less than was asked.
    fn remember(&self, rung: Rung) {
        let mut known = self.rung.lock().unwrap_or_else(PoisonError::into_inner);
        if *known != rung {
            tracing::info!(model = self.settings.model, ?rung, "the model's endpoint takes other parameters");
            *known = rung;
        }
    }
}

fn client(host: &str) -> reqwest::Result<Client> {
    let builder = Client::builder().redirect(Policy::none()).connect_timeout(Duration::from_secs(10));
    // What runs on this machine is not to be looked for behind a proxy.
    let local = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
    if local { builder.no_proxy().build() } else { builder.build() }
}

fn unusable(raw: &str, error: &str) -> Fault {
    Fault::BadOutput(Rejected { raw: cut(raw, LONGEST_RAW), error: error.to_owned() })
}

/// At most `bytes` bytes, at a character's edge, without NUL.
fn cut(text: &str, bytes: usize) -> String {
    let end = text.floor_char_boundary(bytes);
    text[..end].replace('\0', "")
}

#[cfg(test)]
#[path = "client_tests.rs"]
mod tests;
