//! Words of our own, said where the model has none, in the user's language.

use job_post::Language;

use crate::{Conversation, Speaker};

/// The language of the new message, or of what the user wrote before it if it is too short to tell.
pub(crate) fn spoken_in(conversation: &Conversation) -> Language {
    let earlier = conversation.history.iter().rev().filter(|line| line.speaker == Speaker::User);
    Language::of(std::iter::once(conversation.message.as_str()).chain(earlier.map(|line| line.text.as_str())))
}

/// Said when the model gave no answer of its own.
pub(crate) fn no_answer(language: Language) -> &'static str {
    match language {
        Language::English => {
            "I'm sorry, I can't answer that one. Could you put it differently, or tell me more about the position?"
        }
        Language::German => {
            "Das kann ich leider nicht beantworten. Können Sie es anders sagen oder mir mehr über die Stelle erzählen?"
        }
    }
}

/// Said when the model's facts arrived and its reply did not.
pub(crate) fn noted(language: Language) -> &'static str {
    match language {
        Language::English => "I've noted that. What else should the job post say?",
        Language::German => "Das habe ich notiert. Was soll noch in der Stellenanzeige stehen?",
    }
}
