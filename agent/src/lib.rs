//! The mind: prompts in, a reply and proposed changes out. It talks to one OpenAI-compatible endpoint and to no database.

mod answer;
mod client;
mod conversation;
mod fault;
#[cfg(test)]
mod injection_tests;
mod language;
mod leaks;
mod llm;
mod phrases;
mod prompt;
mod settings;
pub mod standin;

pub use answer::{Answer, Rejected, Trace};
pub use client::{Agent, OnText};
pub use conversation::{Conversation, Line, Speaker};
pub use fault::Fault;
pub use llm::breaker::{Availability, BreakerSettings};
pub use llm::endpoint::KeyHeader;
pub use llm::ladder::Form;
pub use prompt::{fields, prompt_hash};
pub use settings::Settings;

/// Builds what is built once in a process and takes its time: to be called before the first answer is waited for.
pub fn warm_up() {
    leaks::warm_up();
}
