//! Whole conversations with hand-written proposals: what is kept, what is asked, and when it is published.

mod consents;
mod conversations;
mod guards;
mod languages;
mod properties;
mod suggestions;
mod undos;
mod unstated;

use super::*;
use crate::{Basis, ProposedUpdate};

/// A conversation as the worker would carry it on: everything an outcome leaves is the next situation.
#[derive(Clone)]
struct Talk {
    draft: Draft,
    /// The drafts that an undo can go back to, latest last.
    previous: Vec<Draft>,
    complete: bool,
    shown_hash: Option<String>,
    earlier: Vec<Told>,
    replies: Vec<String>,
    last_reply: String,
    log: Vec<Change>,
    published: usize,
}

/// "+skills: Rust" adds, "-skills: Rust" removes, "!salaryMin:" clears, "title: Cook" sets; the quote is left empty.
fn updates(lines: &[&str]) -> Vec<ProposedUpdate> {
    lines
        .iter()
        .map(|line| {
            let (op, rest) = match line.split_at(1) {
                ("+", rest) => (Op::Add, rest),
                ("-", rest) => (Op::Remove, rest),
                ("!", rest) => (Op::Clear, rest),
                _ => (Op::Set, *line),
            };
            let (field, value) = rest.split_once(':').unwrap();
            ProposedUpdate {
                op,
                field: field.parse().unwrap(),
                value: value.trim().to_owned(),
                quote: String::new(),
            }
        })
        .collect()
}

impl Talk {
    fn new() -> Self {
        Self {
            draft: Draft::default(),
            previous: Vec::new(),
            complete: false,
            shown_hash: None,
            earlier: Vec::new(),
            replies: Vec::new(),
            last_reply: welcome("Northwind", None),
            log: Vec::new(),
            published: 0,
        }
    }

    fn say(&mut self, message: &str, lines: &[&str]) -> Outcome {
        self.turn(
            message,
            &Proposal {
                updates: updates(lines),
                intent: Intent::Continue,
                reply: "Noted. What else?".into(),
            },
        )
    }

    fn turn(&mut self, message: &str, proposal: &Proposal) -> Outcome {
        let situation = Situation {
            turn: Uuid::nil(),
            draft: &self.draft,
            complete: self.complete,
            shown_hash: self.shown_hash.as_deref(),
            company_name: "Northwind",
            policy: &Policy::default(),
            message,
            earlier_messages: &self.earlier,
            earlier_replies: &self.replies,
            last_reply: &self.last_reply,
            locale: None,
            previous: self.previous.last().filter(|_| proposal.intent == Intent::Undo),
        };
        let outcome = dispose(&situation, proposal);
        self.log.extend(outcome.changes.clone());
        self.check(message, &outcome);
        self.published += usize::from(outcome.publish);
        if outcome.undone {
            self.previous.pop();
        } else if !outcome.changes.is_empty() {
            self.previous.push(self.draft.clone());
        }
        self.draft = outcome.draft.clone();
        self.complete = outcome.complete;
        self.shown_hash = outcome.shown_hash.clone();
        self.last_reply = outcome.reply.clone();
        self.replies.push(outcome.reply.clone());
        self.earlier.push(Told { turn: Uuid::nil(), text: message.to_owned() });
        outcome
    }

    /// What holds after any turn.
    fn check(&self, message: &str, outcome: &Outcome) {
        assert_eq!(Draft::fold(&self.log), outcome.draft, "{message}: fold equals apply");
        assert!(!outcome.reply.trim().is_empty(), "{message}: a reply");
        assert!(!outcome.publish || outcome.complete, "{message}: what is published is complete");
        for change in &outcome.changes {
            let quote = &change.evidence.quote;
            let said =
                message.contains(quote) || self.earlier.iter().any(|earlier| earlier.text.contains(quote));
            assert!(said, "{message}: {quote:?} is in no user message");
            let assumed = change.evidence.basis == Basis::Assumed;
            assert!(assumed || !quote.is_empty(), "{message}: {change:?} rests on words");
        }
        let hash = content_hash(&outcome.draft.publishable(), "Northwind");
        assert!(
            outcome.shown_hash.as_ref().is_none_or(|shown| *shown == hash),
            "{message}: what is shown holds"
        );
    }
}

/// A post whose summary was just shown.
fn shown() -> Talk {
    let mut talk = Talk::new();
    let outcome = talk.say(
        "A cook in Bath, 30k GBP",
        &["title: Cook", "location: Bath", "salaryMin: 30000", "currency: GBP"],
    );
    assert!(asks(&outcome), "{outcome:?}");
    talk
}

fn finalize() -> Proposal {
    Proposal { updates: Vec::new(), intent: Intent::Finalize, reply: "I have published it!".into() }
}

fn asks(outcome: &Outcome) -> bool {
    Language::ALL
        .into_iter()
        .any(|language| outcome.reply.ends_with(&phrases::say(language, Say::PublishQuestion)))
}
