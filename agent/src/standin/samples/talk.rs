//! A conversation with the stand-in, without a server.

use job_post::{Draft, Language, Situation, dispose, welcome};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    Conversation, Line, Speaker,
    llm::{ladder::Rung, reading, request, wire::Completion},
    prompt::{self, Room},
    standin::complete,
};

pub(super) struct Talk {
    company: String,
    draft: Draft,
    pub complete: bool,
    shown_hash: Option<String>,
    history: Vec<Line>,
}

impl Talk {
    pub fn new(company: &str) -> Talk {
        let greeting = Line { speaker: Speaker::Agent, text: welcome(company) };
        let history = vec![greeting];
        Talk {
            company: company.to_owned(),
            draft: Draft::default(),
            complete: false,
            shown_hash: None,
            history,
        }
    }

    /// One turn; the reply.
    pub fn say(&mut self, message: &str) -> String {
        let conversation = Conversation {
            company_name: self.company.clone(),
            content: self.draft.content.clone(),
            history: self.history.clone(),
            message: message.to_owned(),
            request_id: None,
        };
        let messages = prompt::messages(&conversation, None, Room::USUAL);
        let response =
            complete(&request::body("standin", &messages, Room::USUAL, Rung::top("localhost", false)));
        let completion: Completion = serde_json::from_value(response).unwrap();
        let proposal = reading::read(&completion, Language::English).unwrap().proposal;
        let said = |who| -> Vec<String> {
            self.history.iter().filter(|line| line.speaker == who).map(|line| line.text.clone()).collect()
        };
        let outcome = dispose(
            &Situation {
                turn: Uuid::nil(),
                draft: &self.draft,
                complete: self.complete,
                shown_hash: self.shown_hash.as_deref(),
                company_name: &self.company,
                message,
                earlier_messages: &said(Speaker::User),
                last_reply: said(Speaker::Agent).last().unwrap(),
            },
            &proposal,
        );
        assert!(outcome.refusals.is_empty(), "{message:?}: {:?}", outcome.refusals);
        self.draft = outcome.draft;
        self.complete = outcome.complete;
        self.shown_hash = outcome.shown_hash;
        self.history.push(Line { speaker: Speaker::User, text: message.to_owned() });
        self.history.push(Line { speaker: Speaker::Agent, text: outcome.reply.clone() });
        outcome.reply
    }

    /// The filled fields by their names on the wire.
    pub fn job_data(&self) -> Value {
        Value::Object(prompt::fields(&self.draft.content))
    }
}
