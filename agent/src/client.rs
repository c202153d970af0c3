//! The client: one question to the model, one answer or one fault.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use reqwest::{Client, RequestBuilder, header::HeaderValue, redirect::Policy};
use tokio::time::Instant;

use crate::{
    Answer, Availability, Conversation, Fault, Rejected, Settings, Trace, answer, language,
    llm::{
        endpoint::Endpoint,
        gate::Gate,
        http::{self, Outcome},
        ladder::{Ladder, Rung},
        patience::Patience,
        reading, request, wire,
    },
    prompt::{self, Room},
};

/// Told the reply's text piece by piece while it is being written.
pub type OnText<'a> = &'a mut (dyn FnMut(&str) + Send);

/// A model behind an OpenAI-compatible endpoint. Clones share what was learnt about it.
#[derive(Clone, Debug)]
pub struct Agent {
    client: Client,
    endpoint: Endpoint,
    settings: Settings,
    /// The parameters that worked last.
    rung: Arc<Mutex<Rung>>,
    gate: Gate,
}

impl Agent {
    /// Checks the address; sends nothing. Errors: [`Fault::Configuration`].
    pub fn new(settings: Settings) -> Result<Agent, Fault> {
        let endpoint = Endpoint::new(&settings.base_url)?;
        let client = client(&endpoint).map_err(|error| Fault::Configuration(error.to_string()))?;
        let rung = Arc::new(Mutex::new(Rung::first(&endpoint, &settings)));
        let gate = Gate::new(&settings);
        Ok(Agent { client, endpoint, settings, rung, gate })
    }

    /// Whether the model may be asked now; while it is [`Availability::Open`], [`Agent::ask`] refuses at once.
    pub fn availability(&self) -> Availability {
        self.gate.availability()
    }

    /// Whether one more retry is within bounds: about a fifth of the calls of the last 30 s and a few more. A yes uses
    /// it up.
    pub fn may_retry(&self) -> bool {
        self.gate.may_retry()
    }

    /// Asks for the answer to `conversation.message`: one HTTP request, and more only where the server refuses a
    /// parameter or the length of the talk (400, 422). With `rejected`, the model is shown its unusable answer and
    /// asked again. Nothing lasts longer than to the `deadline`; past it nothing is sent.
    ///
    /// `on_text` is told the reply as it comes. That is a preview: the reply of the [`Answer`] is what counts, it may
    /// be longer (a server that does not stream) or another one; after a [`Fault`] what was told is void.
    ///
    /// May be dropped at any time, which ends the request.
    pub async fn ask(
        &self,
        conversation: &Conversation,
        rejected: Option<&Rejected>,
        deadline: Option<Instant>,
        on_text: OnText<'_>,
    ) -> Result<Answer, Fault> {
        let started = Instant::now();
        if deadline.is_some_and(|deadline| deadline <= started) {
            return Err(Fault::Timeout);
        }
        let permit = self.gate.admit()?;
        let asked = self.walk(conversation, rejected, deadline, on_text).await;
        match &asked {
            // The caller's time was up, and hardly any of it was spent here.
            Err(Fault::Timeout)
                if deadline.is_some_and(|it| it <= Instant::now())
                    && started.elapsed() < self.settings.idle => {}
            Err(fault) => permit.settle(!fault.is_retryable()),
            Ok(_) => permit.settle(true),
        }
        asked
    }

    /// Asks, with fewer parameters or a shorter talk each time that is refused.
    async fn walk(
        &self,
        conversation: &Conversation,
        rejected: Option<&Rejected>,
        deadline: Option<Instant>,
        on_text: OnText<'_>,
    ) -> Result<Answer, Fault> {
        let mut room = Room::USUAL;
        let mut messages = prompt::messages(conversation, rejected, room);
        let mut ladder = Ladder::new(self.known());
        loop {
            let started = Instant::now();
            let patience = Patience::new(&self.settings, ladder.rung, deadline);
            let body = request::body(&self.settings.model, &messages, room, ladder.rung);
            match http::send(self.post(conversation).json(&body), patience).await? {
                Outcome::Answer(pieces) => {
                    self.remember(ladder.rung);
                    let completion = pieces.completion(on_text).await?;
                    return self.answer(completion, conversation, ladder.rung, room, started.elapsed());
                }
                Outcome::Refused(_, error) if wire::is_context_overflow(&error) && room == Room::USUAL => {
                    room = Room::TIGHT;
                    messages = prompt::messages(conversation, rejected, room);
                }
                Outcome::Refused(_, error) if wire::is_content_filter(&error) => {
                    let withheld = wire::Completion::withheld();
                    return self.answer(withheld, conversation, ladder.rung, room, started.elapsed());
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
        let request = self.client.post(self.endpoint.url());
        let request = self.endpoint.signed(request, self.settings.api_key.as_ref(), self.settings.key_header);
        let id = conversation.request_id.as_deref().and_then(|id| HeaderValue::from_str(id).ok());
        match id {
            Some(id) => request.header("x-request-id", id),
            None => request,
        }
    }

    fn answer(
        &self,
        completion: wire::Completion,
        conversation: &Conversation,
        rung: Rung,
        room: Room,
        latency: Duration,
    ) -> Result<Answer, Fault> {
        let text = reading::text(&completion);
        let reading = reading::read(&completion, language::spoken_in(conversation))
            .map_err(|error| Fault::BadOutput(Rejected::new(&text, error)))?;
        let (prompt_tokens, completion_tokens) = completion.usage.unwrap_or_default().tokens();
        let choice = completion.choices.unwrap_or_default().into_iter().next().unwrap_or_default();
        let trace = Trace {
            model: completion.model.unwrap_or_else(|| self.settings.model.clone()),
            prompt_hash: prompt::prompt_hash().to_owned(),
            schema_mode: rung.form.name(),
            history_cut: room != Room::USUAL,
            finish_reason: choice.finish_reason.unwrap_or_default(),
            prompt_tokens,
            completion_tokens,
            latency_ms: i64::try_from(latency.as_millis()).unwrap_or(i64::MAX),
            raw: answer::kept(&text),
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

fn client(endpoint: &Endpoint) -> reqwest::Result<Client> {
    let builder = Client::builder().redirect(Policy::none()).connect_timeout(Duration::from_secs(10));
    if endpoint.is_local() { builder.no_proxy().build() } else { builder.build() }
}

#[cfg(test)]
#[path = "client_edge_tests.rs"]
mod edge_tests;
#[cfg(test)]
#[path = "client_server_tests.rs"]
mod server_tests;
#[cfg(test)]
#[path = "client_tests.rs"]
mod tests;
