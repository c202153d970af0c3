//! The client of the LLM: one request, and a completion or a fault.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use reqwest::{
    Client, RequestBuilder,
    header::{ACCEPT_ENCODING, HeaderValue},
    redirect::Policy,
};
use tokio::time::Instant;
use uuid::Uuid;

use crate::{
    Completion, Conversation, Fault, OnText, Rejected, Settings, Trace, completion, language,
    llm::{
        admission::{Admission, Availability, OrganizationLimit},
        api_key,
        chat_completion::ChatCompletion,
        endpoint::Endpoint,
        http::{self, RequestCount},
        known_parameters::KnownParameters,
        parameters::{AcceptedParameters, Parameters},
        reading,
        recovery::{Next, Recovery},
        refusal::Failed,
        request,
        response_timeout::ResponseTimeout,
    },
    prompt::{self, PromptLimits},
};

/// A model behind an OpenAI-compatible endpoint. Clones share the known parameters, the circuit breakers and the retry
/// budgets.
#[derive(Clone, Debug)]
pub struct Agent {
    client: Client,
    endpoint: Endpoint,
    settings: Settings,
    parameters: Arc<KnownParameters>,
    /// The endpoint has accepted a request, so a connection to it may have been kept.
    has_connected: Arc<AtomicBool>,
    admission: Admission,
}

impl Agent {
    /// Checks the URL and the key, and sends nothing. Errors: [`Fault::Configuration`] with what to change.
    pub fn new(mut settings: Settings) -> Result<Agent, Fault> {
        let endpoint = Endpoint::new(&settings.base_url)?;
        settings.api_key = settings.api_key.as_ref().map(api_key::checked).transpose()?;
        let client = client(&endpoint).map_err(|error| Fault::Configuration(error.to_string()))?;
        let parameters = Arc::new(KnownParameters::new(Parameters::first(&endpoint, &settings)));
        let admission = Admission::new(&settings);
        let has_connected = Arc::default();
        Ok(Agent { client, endpoint, settings, parameters, has_connected, admission })
    }

    /// The state of the model's circuit breaker. While it is [`Availability::Open`], [`Agent::ask`] fails at once, but for
    /// a few calls that probe the model.
    pub fn availability(&self) -> Availability {
        self.admission.availability()
    }

    /// The organizations whose calls are held back now, because their latest ones failed. Further calls fail at once.
    pub fn limits(&self) -> Vec<OrganizationLimit> {
        self.admission.limits()
    }

    /// Takes one retry from the organization's budget, which is about a fifth of its calls of the last 30 s and a few
    /// more. Returns false if none is left.
    pub fn may_retry(&self, organization: Uuid) -> bool {
        self.admission.may_retry(organization)
    }

    /// The parameters of the last accepted request.
    pub fn accepted_parameters(&self) -> AcceptedParameters {
        self.parameters.accepted().into()
    }

    /// Asks for the answer to `conversation.message`, until `deadline` at most.
    ///
    /// It sends one HTTP request, and more only if the server refuses a parameter or the length of the conversation, or has
    /// closed the connection: at most eight. With `rejected`, the request shows the LLM its unusable answer.
    ///
    /// `on_text` receives the reply while it is written, as a preview. The reply of the [`Completion`] is authoritative and
    /// may differ; after a [`Fault`] the preview is void.
    ///
    /// Dropping the future cancels the request.
    ///
    /// # Errors
    /// Each [`Fault`]; [`Fault::Unavailable`] and a deadline in the past before anything is sent.
    pub async fn ask(
        &self,
        conversation: &Conversation,
        rejected: Option<&Rejected>,
        deadline: Option<Instant>,
        on_text: OnText<'_>,
    ) -> Result<Completion, Fault> {
        let started = Instant::now();
        if deadline.is_some_and(|deadline| deadline <= started) {
            return Err(Fault::Timeout);
        }
        let permit = self.admission.admit(conversation.organization)?;
        let mut count = RequestCount::new(self.has_connected.load(Ordering::Relaxed));
        let asked = self.request(conversation, rejected, deadline, &mut count, on_text).await;
        match &asked {
            // The deadline was close when the call began, which says nothing about the model.
            Err(Fault::Timeout)
                if deadline.is_some_and(|it| it <= Instant::now())
                    && started.elapsed() < self.settings.idle => {}
            // The model is at work: a long answer of one customer is no outage for the others.
            Err(Fault::Timeout) if count.answer_began => {}
            Err(fault) => permit.record(!fault.is_retryable()),
            Ok(_) => permit.record(true),
        }
        asked
    }

    /// Sends requests, each with fewer parameters or a shorter conversation, until the server accepts one.
    async fn request(
        &self,
        conversation: &Conversation,
        rejected: Option<&Rejected>,
        deadline: Option<Instant>,
        count: &mut RequestCount,
        on_text: OnText<'_>,
    ) -> Result<Completion, Fault> {
        let start = self.parameters.next(Instant::now());
        let mut recovery = Recovery::new(start, prompt::is_long(conversation));
        loop {
            let started = Instant::now();
            let (parameters, limits) = (recovery.parameters(), recovery.limits());
            let timeout = ResponseTimeout::new(&self.settings, parameters, deadline);
            let request = self.question(conversation, rejected, limits, parameters);
            let refusal = match self.attempt(request, parameters, timeout, count, on_text).await {
                Ok(response) => {
                    return self.completion(response, conversation, parameters, limits, started.elapsed());
                }
                Err(Failed::Fault(fault)) => return Err(fault),
                Err(Failed::Refused(refusal)) => refusal,
            };
            match recovery.after(&refusal) {
                Next::Send if count.is_used_up() => return Err(refusal.configuration()),
                Next::Send => {}
                Next::Withhold => {
                    let withheld = ChatCompletion::withheld();
                    return self.completion(withheld, conversation, parameters, limits, started.elapsed());
                }
                Next::End(fault) => return Err(fault),
            }
        }
    }

    /// A request with these parameters, as bytes: they are all that is kept of it while the model works.
    fn question(
        &self,
        conversation: &Conversation,
        rejected: Option<&Rejected>,
        limits: PromptLimits,
        parameters: Parameters,
    ) -> RequestBuilder {
        let messages = prompt::messages(conversation, rejected, limits);
        self.post(conversation).json(&request::body(&self.settings, &messages, limits, parameters))
    }

    /// Sends one request, and keeps its parameters if the server accepts them.
    async fn attempt(
        &self,
        request: RequestBuilder,
        parameters: Parameters,
        timeout: ResponseTimeout,
        count: &mut RequestCount,
        on_text: OnText<'_>,
    ) -> Result<ChatCompletion, Failed> {
        let mut body = http::send(request, timeout, count).await?;
        self.has_connected.store(true, Ordering::Relaxed);
        let response = body.completion(on_text).await;
        count.answer_began = body.has_answered();
        if !matches!(response, Err(Failed::Refused(_))) && self.parameters.keep(parameters, Instant::now()) {
            tracing::info!(
                model = self.settings.model,
                ?parameters,
                "the model's endpoint accepts other parameters"
            );
        }
        response
    }

    fn post(&self, conversation: &Conversation) -> RequestBuilder {
        // A gateway that compresses a stream may hold its pieces back.
        let request = self.client.post(self.endpoint.url()).header(ACCEPT_ENCODING, "identity");
        let request = self.endpoint.signed(request, self.settings.api_key.as_ref(), self.settings.key_header);
        let id = conversation.request_id.as_deref().and_then(|id| HeaderValue::from_str(id).ok());
        match id {
            Some(id) => request.header("x-request-id", id),
            None => request,
        }
    }

    fn completion(
        &self,
        response: ChatCompletion,
        conversation: &Conversation,
        parameters: Parameters,
        limits: PromptLimits,
        latency: Duration,
    ) -> Result<Completion, Fault> {
        let text = reading::text(&response);
        let reading = reading::read(&response, language::of_user(conversation))
            .map_err(|error| Fault::BadOutput(Rejected::new(&text, error)))?;
        let (prompt_tokens, completion_tokens) = response.usage.unwrap_or_default().tokens();
        let choice = response.choices.unwrap_or_default().into_iter().next().unwrap_or_default();
        let trace = Trace {
            model: response.model.unwrap_or_else(|| self.settings.model.clone()),
            prompt_hash: prompt::prompt_hash().to_owned(),
            schema_mode: parameters.format.name(),
            history_cut: limits != PromptLimits::NORMAL,
            finish_reason: choice.finish_reason.unwrap_or_default(),
            prompt_tokens,
            completion_tokens,
            latency_ms: i64::try_from(latency.as_millis()).unwrap_or(i64::MAX),
            raw: completion::kept(&text),
            dropped: reading.dropped,
            flag: reading.flag,
        };
        Ok(Completion { proposal: reading.proposal, trace })
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
