//! Assembles a response from the chunks of a stream.

use serde_json::json;

use super::{
    chat_completion::{ChatCompletion, Choice, Message},
    refusal::{Failed, Refusal},
    reply::ReplyScanner,
};
use crate::{Fault, OnText, Rejected, leaks::Preview};

/// Longest answer.
const LONGEST_CONTENT: usize = 256 * 1024;
/// The most that is kept of a thinking part, in bytes.
const LONGEST_THOUGHTS: usize = 64 * 1024;

#[derive(Debug, Default)]
pub(super) struct Assembly {
    /// The response without its texts.
    completion: ChatCompletion,
    content: String,
    refusal: String,
    thoughts: String,
    arguments: String,
    finish_reason: Option<String>,
    /// A chunk had a choice, and not only the token counts.
    answered: bool,
    reply: ReplyScanner,
    preview: Preview,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Progress {
    Going,
    Done,
}

impl Assembly {
    /// Adds one event of the stream. `on_text` receives what it adds to the reply. Events that are no JSON object, such as
    /// `ping`, are ignored.
    pub fn take(&mut self, event: &[u8], on_text: OnText<'_>) -> Result<Progress, Failed> {
        let event = event.trim_ascii();
        if event == b"[DONE]" {
            return Ok(Progress::Done);
        }
        if !event.starts_with(b"{") && !event.starts_with(b"[{") {
            return Ok(Progress::Going);
        }
        let piece = ChatCompletion::of_bytes(event)
            .map_err(|error| self.unusable(&format!("a piece of the response cannot be read: {error}")))?;
        if let Some(error) = piece.error() {
            let refusal = Refusal::in_success(error);
            return Err(if self.is_empty() {
                Failed::Refused(refusal)
            } else {
                refusal.interruption().into()
            });
        }
        self.completion.model = piece.model.or(self.completion.model.take());
        self.completion.usage = piece.usage.or(self.completion.usage.take());
        if let Some(choices) = piece.choices {
            self.completion.choices.get_or_insert_default();
            // The request asks for one choice, which is the first.
            choices.into_iter().next().map_or(Ok(()), |choice| self.add(choice, on_text))?;
        }
        Ok(Progress::Going)
    }

    /// Has a part of the answer come?
    pub fn has_answered(&self) -> bool {
        self.answered
    }

    /// Did the server say why the answer ended?
    pub fn is_finished(&self) -> bool {
        self.finish_reason.is_some()
    }

    fn is_empty(&self) -> bool {
        [&self.content, &self.refusal, &self.thoughts, &self.arguments].iter().all(|text| text.is_empty())
    }

    fn add(&mut self, choice: Choice, on_text: OnText<'_>) -> Result<(), Fault> {
        self.answered = true;
        self.finish_reason = choice.finish_reason.or(self.finish_reason.take());
        let Some(message) = choice.delta.or(choice.message) else {
            return Ok(());
        };
        self.refusal.push_str(&message.refusal().unwrap_or_default());
        self.think(message.thoughts());
        self.arguments.push_str(&message.arguments());
        let text = message.text();
        self.content.push_str(&text);
        if self.content.len() + self.refusal.len() + self.arguments.len() > LONGEST_CONTENT {
            return Err(self.unusable("it was far too long"));
        }
        let shown = self.preview.push(&self.reply.push(&text));
        if !shown.is_empty() {
            on_text(shown);
        }
        Ok(())
    }

    /// Keeps the end of the thinking part. An answer in it, if any, stands there.
    fn think(&mut self, thoughts: &str) {
        self.thoughts.push_str(thoughts);
        if self.thoughts.len() > 2 * LONGEST_THOUGHTS {
            let start = self.thoughts.ceil_char_boundary(self.thoughts.len() - LONGEST_THOUGHTS);
            self.thoughts.drain(..start);
        }
    }

    /// The assembled response.
    pub fn completion(mut self) -> ChatCompletion {
        let filled = |text: String| Some(text).filter(|text| !text.is_empty());
        let call = |arguments: String| json!([{ "function": { "arguments": arguments } }]);
        let message = Message {
            content: Some(self.content.into()),
            refusal: filled(self.refusal),
            reasoning_content: filled(self.thoughts),
            reasoning: None,
            tool_calls: filled(self.arguments).map(call),
        };
        let choice = Choice { message: Some(message), delta: None, finish_reason: self.finish_reason };
        if let Some(choices) = &mut self.completion.choices {
            choices.extend(self.answered.then_some(choice));
        }
        self.completion
    }

    /// The fault of an unusable answer, with the text received so far.
    pub fn unusable(&self, error: &str) -> Fault {
        Fault::BadOutput(Rejected::new(&self.content, error))
    }
}

#[cfg(test)]
#[path = "assembly_tests.rs"]
mod tests;
