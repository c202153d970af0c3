//! What is sent after a refusal: a shorter conversation, the same request again, or other parameters.

use super::{
    parameters::{Fallbacks, Parameters},
    refusal::Refusal,
};
use crate::{Fault, prompt::PromptLimits};

/// What follows a refusal.
#[derive(Debug)]
pub(crate) enum Next {
    /// Send the request with the parameters and limits as they are now.
    Send,
    /// A content filter refused the prompt: answer without the LLM.
    Withhold,
    End(Fault),
}

/// The state of one call over its requests.
pub(crate) struct Recovery {
    fallbacks: Fallbacks,
    shortening: Shortening,
    /// The reduced limits leave out a part of this conversation.
    is_long: bool,
    repeated: bool,
}

/// Whether the conversation is shortened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shortening {
    None,
    /// It is, although the error did not say that it is too long.
    Guessed,
    /// The guess did not help.
    Undone,
    /// It is, because the server said so.
    Required,
}

impl Recovery {
    pub fn new(start: Parameters, is_long: bool) -> Recovery {
        let fallbacks = Fallbacks::new(start);
        Recovery { fallbacks, shortening: Shortening::None, is_long, repeated: false }
    }

    pub fn parameters(&self) -> Parameters {
        self.fallbacks.parameters
    }

    pub fn limits(&self) -> PromptLimits {
        match self.shortening {
            Shortening::None | Shortening::Undone => PromptLimits::NORMAL,
            Shortening::Guessed | Shortening::Required => PromptLimits::REDUCED,
        }
    }

    /// Decides what follows this refusal.
    pub fn after(&mut self, refusal: &Refusal) -> Next {
        if refusal.is_overflow() {
            return self.after_overflow(refusal);
        }
        if refusal.is_withheld() {
            return Next::Withhold;
        }
        if !refusal.is_bad_request() {
            return Next::End(refusal.fault());
        }
        if refusal.error.refuses_parameter() {
            return self.step_down(refusal);
        }
        self.after_unclear(refusal)
    }

    fn after_overflow(&mut self, refusal: &Refusal) -> Next {
        if matches!(self.shortening, Shortening::Guessed | Shortening::Required) {
            // A retry would not change this, whatever the status, so it is no failure of the model.
            return Next::End(refusal.configuration());
        }
        self.shortening = Shortening::Required;
        Next::Send
    }

    /// A refusal that names no parameter may be that of a long conversation, in unknown words, or may pass.
    fn after_unclear(&mut self, refusal: &Refusal) -> Next {
        if !self.repeated && (refusal.error.is_passing() || !self.is_long) {
            self.repeated = true;
            return Next::Send;
        }
        if self.is_long && self.shortening == Shortening::None {
            self.shortening = Shortening::Guessed;
            return Next::Send;
        }
        self.step_down(refusal)
    }

    fn step_down(&mut self, refusal: &Refusal) -> Next {
        if self.shortening == Shortening::Guessed {
            self.shortening = Shortening::Undone;
        }
        if self.fallbacks.step_down(refusal.error.text()) {
            Next::Send
        } else {
            Next::End(refusal.configuration())
        }
    }
}
