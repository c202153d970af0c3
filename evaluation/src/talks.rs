//! A conversation with a model as the product has it, without its HTTP and its database.

use agent::{Agent, Conversation, Fault, Line, Speaker, standin};
use job_post::{Draft, Intent, Policy, Proposal, RefusalReason, Situation, Told, dispose, welcome};
use serde_json::Value;
use uuid::Uuid;

/// Calls of one turn, as the worker has it.
const CALLS: usize = 3;

/// Who answers.
#[derive(Clone, Debug)]
pub enum Mind {
    /// The built-in stand-in model, in this process.
    Standin,
    Model(Box<Agent>),
}

impl Mind {
    async fn ask(&self, conversation: &Conversation) -> Result<Proposal, Fault> {
        let agent = match self {
            Mind::Standin => return standin::propose(conversation).map_err(Fault::BadOutput),
            Mind::Model(agent) => agent,
        };
        let mut rejected = None;
        for _ in 1..CALLS {
            match agent.ask(conversation, rejected.as_ref(), None, &mut |_| {}).await {
                Ok(answer) => return Ok(answer.proposal),
                Err(Fault::BadOutput(bad)) if rejected.is_none() => rejected = Some(bad),
                Err(fault) if fault.is_retryable() => {
                    tokio::time::sleep(fault.retry_after().unwrap_or_default()).await;
                }
                Err(fault) => return Err(fault),
            }
        }
        agent.ask(conversation, rejected.as_ref(), None, &mut |_| {}).await.map(|answer| answer.proposal)
    }
}

#[derive(Debug)]
pub struct Talk {
    company: String,
    draft: Draft,
    /// The drafts before this one that an undo can go back to, latest last.
    previous: Vec<Draft>,
    pub complete: bool,
    shown_hash: Option<String>,
    history: Vec<Line>,
    /// What the guards refused in the last turn.
    pub refused: Vec<RefusalReason>,
}

impl Talk {
    pub fn new(company: &str) -> Talk {
        let greeting = Line { speaker: Speaker::Agent, text: welcome(company, None) };
        Talk {
            company: company.to_owned(),
            draft: Draft::default(),
            previous: Vec::new(),
            complete: false,
            shown_hash: None,
            history: vec![greeting],
            refused: Vec::new(),
        }
    }

    /// One turn; the reply.
    ///
    /// # Errors
    /// The model's fault; nothing has changed then but that the message was said.
    pub async fn say(&mut self, mind: &Mind, message: &str) -> Result<String, Fault> {
        let conversation = Conversation {
            company_name: self.company.clone(),
            content: self.draft.publishable(),
            suggested: self.draft.suggested(),
            history: self.history.clone(),
            message: message.to_owned(),
            request_id: None,
            locale: None,
        };
        let asked = mind.ask(&conversation).await;
        let told = |text| Told { turn: Uuid::nil(), text };
        let said: Vec<Told> = self.said(Speaker::User).into_iter().map(told).collect();
        let replies = self.said(Speaker::Agent);
        self.history.push(Line { speaker: Speaker::User, text: message.to_owned() });
        let proposal = asked?;
        let situation = Situation {
            turn: Uuid::nil(),
            draft: &self.draft,
            complete: self.complete,
            shown_hash: self.shown_hash.as_deref(),
            company_name: &self.company,
            policy: &Policy::default(),
            message,
            earlier_messages: &said,
            earlier_replies: &replies,
            last_reply: replies.last().map_or("", String::as_str),
            locale: None,
            previous: self.previous.last().filter(|_| proposal.intent == Intent::Undo),
        };
        let outcome = dispose(&situation, &proposal);
        if outcome.undone {
            self.previous.pop();
        } else if !outcome.changes.is_empty() {
            self.previous.push(self.draft.clone());
        }
        self.draft = outcome.draft;
        self.complete = outcome.complete;
        self.shown_hash = outcome.shown_hash;
        self.refused = outcome.refusals.iter().map(|refusal| refusal.reason).collect();
        self.history.push(Line { speaker: Speaker::Agent, text: outcome.reply.clone() });
        Ok(outcome.reply)
    }

    fn said(&self, who: Speaker) -> Vec<String> {
        self.history.iter().filter(|line| line.speaker == who).map(|line| line.text.clone()).collect()
    }

    /// Whether somebody stated or confirmed what the field holds.
    #[cfg(test)]
    pub(crate) fn is_established(&self, field: job_post::Field) -> bool {
        self.draft.is_established(field)
    }

    /// The filled fields by their names on the wire.
    pub fn job_data(&self) -> Value {
        Value::Object(agent::fields(&self.draft.publishable()))
    }
}
