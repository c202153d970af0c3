//! The language of the user.

use job_post::Language;

use crate::{Conversation, Speaker};

/// The language of the new message, else of the earlier messages.
pub(crate) fn of_user(conversation: &Conversation) -> Language {
    let earlier = conversation.history.iter().rev().filter(|line| line.speaker == Speaker::User);
    let texts = std::iter::once(conversation.message.as_str()).chain(earlier.map(|line| line.text.as_str()));
    Language::of(texts, conversation.locale.as_deref())
}
