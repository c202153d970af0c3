//! A session in memory that runs turn after turn, without a database. The evaluation and the tests use it.

use uuid::Uuid;

use super::history::History;
use super::input::{SessionView, TurnInput};
use super::proposal::{Intent, Proposal};
use super::welcome::{Greeting, welcome};
use super::{Decision, decide};
use crate::{Draft, Policy};

/// The state that decisions build on.
#[derive(Clone, Debug)]
pub struct SessionState {
    pub company_name: String,
    pub policy: Policy,
    pub draft: Draft,
    /// The drafts that an undo can go back to, oldest first.
    pub previous: Vec<Draft>,
    pub is_complete: bool,
    pub shown_hash: Option<String>,
    pub history: History,
}

impl SessionState {
    /// A session that begins with the agent's greeting, without a policy.
    pub fn new(company_name: &str) -> Self {
        let mut history = History::default();
        let draft = Draft::default();
        history.add_reply(welcome(&Greeting {
            company_name,
            locale: None,
            discloses_ai: false,
            draft: &draft,
        }));
        Self {
            company_name: company_name.to_owned(),
            policy: Policy::default(),
            draft,
            previous: Vec::new(),
            is_complete: false,
            shown_hash: None,
            history,
        }
    }

    pub fn view(&self) -> SessionView<'_> {
        SessionView {
            draft: &self.draft,
            is_complete: self.is_complete,
            shown_hash: self.shown_hash.as_deref(),
            company_name: &self.company_name,
            policy: &self.policy,
            locale: None,
        }
    }

    /// Decides a turn and applies the decision.
    pub fn run_turn(&mut self, turn: Uuid, message: &str, proposal: &Proposal) -> Decision {
        let previous = self.previous.last().filter(|_| proposal.intent == Intent::Undo);
        let input = TurnInput::new(turn, self.view(), &self.history, message).with_previous(previous);
        let decision = decide(&input, proposal);
        if decision.undone {
            self.previous.pop();
        } else if !decision.changes.is_empty() {
            self.previous.push(self.draft.clone());
        }
        self.draft = decision.draft.clone();
        self.is_complete = decision.complete;
        self.shown_hash.clone_from(&decision.shown_hash);
        self.history.add_message(turn, message);
        self.history.add_reply(decision.reply.as_str());
        decision
    }
}
