//! The language that a person speaks.

use job_post::Language;

use crate::{Conversation, Speaker};

/// The language of the new message, or of what the user wrote before it if it is too short to tell.
pub(crate) fn spoken_in(conversation: &Conversation) -> Language {
    let earlier = conversation.history.iter().rev().filter(|line| line.speaker == Speaker::User);
    let texts = std::iter::once(conversation.message.as_str()).chain(earlier.map(|line| line.text.as_str()));
    Language::of(texts, conversation.locale.as_deref())
}
