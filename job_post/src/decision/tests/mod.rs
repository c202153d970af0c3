//! Whole conversations with hand-written proposals.

mod advice;
mod answers;
mod consents;
mod conversations;
mod dialogues;
mod guards;
mod honesty;
mod implied;
mod languages;
mod long_conversations;
mod properties;
mod said_in_other_words;
mod spoken_pay;
mod suggestions;
mod summaries;
mod undos;
mod unstated;
mod usual_currency;
mod writing;
mod wrong_values;

use std::ops::{Deref, DerefMut};

use uuid::Uuid;

use super::history::EarlierMessage;
use super::proposal::{Intent, ProposedUpdate};
use super::session_state::SessionState;
use super::*;
use crate::content_hash;
use crate::language::phrases::Phrase;
use crate::language::{Language, phrases};

/// A session with the log of its changes, checked after every turn.
#[derive(Clone)]
struct Session {
    state: SessionState,
    log: Vec<Change>,
    published: usize,
}

impl Deref for Session {
    type Target = SessionState;

    fn deref(&self) -> &SessionState {
        &self.state
    }
}

impl DerefMut for Session {
    fn deref_mut(&mut self) -> &mut SessionState {
        &mut self.state
    }
}

/// "+skills: Rust" adds, "-skills: Rust" removes, "!salaryMin:" clears, "title: Cook" sets; the quote is empty.
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

impl Session {
    fn new() -> Self {
        Self { state: SessionState::new("Northwind"), log: Vec::new(), published: 0 }
    }

    fn say(&mut self, message: &str, lines: &[&str]) -> Decision {
        self.turn(
            message,
            &Proposal {
                updates: updates(lines),
                intent: Intent::Continue,
                reply: "Noted. What else?".into(),
            },
        )
    }

    fn turn(&mut self, message: &str, proposal: &Proposal) -> Decision {
        let earlier = self.history.messages().to_vec();
        let decision = self.state.run_turn(Uuid::nil(), message, proposal);
        self.log.extend(decision.changes.clone());
        self.check(message, &earlier, &decision);
        self.published += usize::from(decision.publish);
        decision
    }

    /// The invariants of any turn.
    fn check(&self, message: &str, earlier: &[EarlierMessage], decision: &Decision) {
        assert_eq!(Draft::fold(&self.log), decision.draft, "{message}: fold equals apply");
        assert!(!decision.reply.trim().is_empty(), "{message}: a reply");
        assert!(!decision.publish || decision.complete, "{message}: what is published is complete");
        for change in &decision.changes {
            let quote = &change.evidence.quote;
            let said = message.contains(quote) || earlier.iter().any(|earlier| earlier.text.contains(quote));
            assert!(said, "{message}: {quote:?} is in no message of the user");
            let is_without_words = matches!(change.evidence.basis, Basis::Assumed | Basis::Copied);
            assert!(is_without_words || !quote.is_empty(), "{message}: {change:?} has a quote");
        }
        let hash = content_hash(&decision.draft.publishable(), "Northwind");
        assert!(
            decision.shown_hash.as_ref().is_none_or(|shown| *shown == hash),
            "{message}: the shown hash is current"
        );
    }
}

/// A session whose summary was just shown.
fn shown() -> Session {
    let mut session = Session::new();
    let decision = session.say(
        "A cook in Bath, 30k GBP",
        &["title: Cook", "location: Bath", "salaryMin: 30000", "currency: GBP"],
    );
    assert!(asks(&decision), "{decision:?}");
    session
}

fn finalize() -> Proposal {
    Proposal { updates: Vec::new(), intent: Intent::Finalize, reply: "I have published it!".into() }
}

fn asks(decision: &Decision) -> bool {
    Language::ALL
        .into_iter()
        .any(|language| decision.reply.ends_with(&phrases::phrase(language, Phrase::PublishQuestion)))
}
