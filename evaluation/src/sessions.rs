//! A session with a model as the product runs it, without its HTTP and its database.

use agent::{Agent, Conversation, Fault, Line, Speaker, ask_in_process};
use job_post::{Draft, Intent, Proposal, Refusal, SessionState};
use serde_json::Value;
use uuid::Uuid;

/// Most LLM calls of one turn, as in the worker.
const CALLS: usize = 3;

/// The model under evaluation.
#[derive(Clone, Debug)]
pub enum Model {
    /// The built-in stand-in model, in this process.
    Standin,
    Llm(Box<Agent>),
}

impl Model {
    async fn ask(&self, conversation: &Conversation) -> Result<Proposal, Fault> {
        let agent = match self {
            Model::Standin => {
                return ask_in_process(conversation, standin::complete).map_err(Fault::BadOutput);
            }
            Model::Llm(agent) => agent,
        };
        let mut rejected = None;
        for _ in 1..CALLS {
            match agent.ask(conversation, rejected.as_ref(), None, &mut |_| {}).await {
                Ok(completion) => return Ok(completion.proposal),
                Err(Fault::BadOutput(bad)) if rejected.is_none() => rejected = Some(bad),
                Err(fault) if fault.is_retryable() => {
                    tokio::time::sleep(fault.retry_after().unwrap_or_default()).await;
                }
                Err(fault) => return Err(fault),
            }
        }
        let last = agent.ask(conversation, rejected.as_ref(), None, &mut |_| {}).await;
        last.map(|completion| completion.proposal)
    }
}

/// A session, with the lines that its model sees.
#[derive(Debug)]
pub struct Session {
    state: SessionState,
    lines: Vec<Line>,
    /// The draft if every update of the model had been believed.
    believed: Draft,
    /// The refused updates of the latest turn.
    pub refusals: Vec<Refusal>,
}

impl Session {
    pub fn new(company: &str) -> Session {
        let state = SessionState::new(company);
        let greeting = Line { speaker: Speaker::Agent, text: state.history.latest_reply().to_owned() };
        Session { state, lines: vec![greeting], believed: Draft::default(), refusals: Vec::new() }
    }

    pub fn is_complete(&self) -> bool {
        self.state.is_complete
    }

    /// Runs one turn and returns the reply.
    ///
    /// # Errors
    /// The fault of the model. Then the message is in the history, and nothing else has changed.
    pub async fn say(&mut self, model: &Model, message: &str) -> Result<String, Fault> {
        let conversation = Conversation {
            company_name: self.state.company_name.clone(),
            content: self.state.draft.publishable(),
            suggested: self.state.draft.suggested(),
            history: self.lines.clone(),
            message: message.to_owned(),
            writing: self.state.policy.writing.clone(),
            ..Conversation::default()
        };
        self.refusals.clear();
        let asked = model.ask(&conversation).await;
        self.lines.push(Line { speaker: Speaker::User, text: message.to_owned() });
        let proposal = match asked {
            Ok(proposal) => proposal,
            Err(fault) => {
                self.state.history.add_message(Uuid::nil(), message);
                return Err(fault);
            }
        };
        if proposal.intent == Intent::Reset {
            self.believed = Draft::default();
        }
        for update in &proposal.updates {
            update.apply_unchecked(&mut self.believed);
        }
        let decision = self.state.run_turn(Uuid::nil(), message, &proposal);
        self.refusals = decision.refusals;
        self.lines.push(Line { speaker: Speaker::Agent, text: decision.reply.clone() });
        Ok(decision.reply)
    }

    /// Does the field hold an established value?
    #[cfg(test)]
    pub(crate) fn is_established(&self, field: job_post::Field) -> bool {
        self.state.draft.is_established(field)
    }

    /// The filled fields by their wire names.
    pub fn job_data(&self) -> Value {
        fields(&self.state.draft)
    }

    pub(crate) fn draft(&self) -> &Draft {
        &self.state.draft
    }

    /// The filled fields if every update of the model had been believed.
    pub(crate) fn believed(&self) -> Value {
        fields(&self.believed)
    }
}

pub(crate) fn fields(draft: &Draft) -> Value {
    Value::Object(agent::fields(&draft.publishable()))
}
