//! Assembles a response from the chunks of a stream.

use super::{
    chat_completion::{ChatCompletion, Choice, Message},
    reply::ReplyScanner,
};
use crate::{Fault, OnText, Rejected, leaks::Preview};

/// Longest answer.
const LONGEST_CONTENT: usize = 256 * 1024;

#[derive(Debug, Default)]
pub(super) struct Assembly {
    /// The response without its texts.
    completion: ChatCompletion,
    content: String,
    refusal: String,
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
    /// Adds one event of the stream. `on_text` receives what it adds to the reply.
    pub fn take(&mut self, event: &[u8], on_text: OnText<'_>) -> Result<Progress, Fault> {
        if event.trim_ascii() == b"[DONE]" {
            return Ok(Progress::Done);
        }
        let piece: ChatCompletion = serde_json::from_slice(event)
            .map_err(|error| self.unusable(&format!("a piece of the response cannot be read: {error}")))?;
        if let Some(error) = piece.error() {
            let reported = format!("the server reported an error {}", error.codes());
            return Err(Fault::Interrupted(reported.trim_end().to_owned()));
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

    fn add(&mut self, choice: Choice, on_text: OnText<'_>) -> Result<(), Fault> {
        self.answered = true;
        self.finish_reason = choice.finish_reason.or(self.finish_reason.take());
        let Some(message) = choice.delta.or(choice.message) else {
            return Ok(());
        };
        self.refusal.push_str(&message.refusal().unwrap_or_default());
        let text = message.text();
        self.content.push_str(&text);
        if self.content.len() + self.refusal.len() > LONGEST_CONTENT {
            return Err(self.unusable("it was far too long"));
        }
        let shown = self.preview.push(&self.reply.push(&text));
        if !shown.is_empty() {
            on_text(shown);
        }
        Ok(())
    }

    /// The assembled response.
    pub fn completion(mut self) -> ChatCompletion {
        let message = Message {
            content: Some(self.content.into()),
            refusal: Some(self.refusal).filter(|refusal| !refusal.is_empty()),
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
