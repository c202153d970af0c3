//! The built-in stand-in model: rules and word lists behind an OpenAI-compatible endpoint, in place of a language model.
//!
//! It is deterministic and needs no network. No other crate knows that it is not a model like any other.

mod chat_completion;
#[cfg(test)]
mod conversations_tests;
#[cfg(test)]
mod corrections_tests;
#[cfg(test)]
mod details_tests;
#[cfg(test)]
mod facts_tests;
mod fault_injection;
#[cfg(test)]
mod headings_tests;
#[cfg(test)]
#[cfg(test)]
mod languages_tests;
#[cfg(test)]
mod more_languages_tests;
mod phrases;
#[cfg(test)]
mod placed_tests;
#[cfg(test)]
mod postings_tests;
#[cfg(test)]
mod readers_tests;
mod replies;
mod request;
mod server;
#[cfg(test)]
mod statements_tests;
#[cfg(test)]
mod terms_tests;
#[cfg(test)]
mod tests;
mod text;
mod turn;
mod understanding;
#[cfg(test)]
mod whole_tests;

pub use chat_completion::{complete, stream};
pub use fault_injection::{FAULT_WORDS, InjectedFault, injected_faults};
pub use request::read_question;
pub use server::{MODEL, serve};
