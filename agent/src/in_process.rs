//! A request to a model in this process, without HTTP.

use job_post::Proposal;
use serde_json::Value;

use crate::{
    Conversation, Rejected, Settings, language,
    llm::{chat_completion::ChatCompletion, parameters::Parameters, reading, request},
    prompt::{self, PromptLimits},
};

/// Asks a model in this process, with the same prompt and the same reading of the answer as over HTTP.
///
/// `model` gets the body of a chat-completions request and returns that of the response.
///
/// # Errors
/// The answer is unusable.
pub fn ask_in_process(
    conversation: &Conversation,
    model: impl FnOnce(&Value) -> Value,
) -> Result<Proposal, Rejected> {
    let limits = PromptLimits::NORMAL;
    let messages = prompt::messages(conversation, None, limits);
    let response =
        model(&request::body(&Settings::new("", "in-process"), &messages, limits, Parameters::IN_PROCESS));
    let raw = response.to_string();
    let response: ChatCompletion =
        serde_json::from_value(response).map_err(|error| Rejected::new(&raw, error.to_string()))?;
    let read = reading::read(&response, language::of_user(conversation));
    read.map(|reading| reading.proposal).map_err(|error| Rejected::new(&raw, error))
}
