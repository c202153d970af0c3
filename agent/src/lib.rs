//! The agent: prompts in, a reply and proposed changes out. It calls one OpenAI-compatible endpoint and no database.

mod client;
mod completion;
mod conversation;
#[cfg(test)]
mod families_tests;
mod fault;
mod in_process;
#[cfg(test)]
mod injection_tests;
mod language;
mod leaks;
mod llm;
#[cfg(test)]
mod overflow_tests;
mod phrases;
mod prompt;
#[cfg(test)]
mod raw_server;
#[cfg(test)]
mod recovery_tests;
mod settings;
#[cfg(test)]
mod wire_tests;

pub use client::Agent;
pub use completion::{Completion, OnText, Rejected, Trace};
pub use conversation::{Conversation, Line, Speaker};
pub use fault::Fault;
pub use in_process::ask_in_process;
pub use llm::admission::{Availability, OrganizationLimit};
pub use llm::breaker::BreakerSettings;
pub use llm::endpoint::KeyHeader;
pub use llm::parameters::AcceptedParameters;
pub use llm::response_format::ResponseFormat;
pub use prompt::{fields, prompt_hash};
pub use settings::Settings;

/// Builds the lookup tables that are built once in a process. Call it before the first turn, because it takes a while.
pub fn warm_up() {
    leaks::warm_up();
}
