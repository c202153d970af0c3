//! The input of a decision: the session, the conversation so far, and the new message.

use uuid::Uuid;

use super::history::{EarlierMessage, History};
use crate::language::Language;
use crate::language::phrases::{self, Phrase};
use crate::{Draft, Policy, content_hash, summary_in};

/// The session as it is when a turn is decided.
#[derive(Clone, Copy, Debug)]
pub struct SessionView<'a> {
    pub draft: &'a Draft,
    /// The job post is finalized, and has not changed since.
    pub is_complete: bool,
    /// Hash of the content whose summary was shown last, see [`crate::content_hash`].
    pub shown_hash: Option<&'a str>,
    pub company_name: &'a str,
    /// What the organization requires of a post.
    pub policy: &'a Policy,
    /// A BCP 47 tag: the language of replies while no message shows one.
    pub locale: Option<&'a str>,
}

/// Everything that [`crate::decide`] needs besides the proposal.
#[derive(Clone, Debug)]
pub struct TurnInput<'a> {
    pub(crate) turn: Uuid,
    pub(crate) draft: &'a Draft,
    pub(crate) complete: bool,
    pub(crate) shown_hash: Option<&'a str>,
    pub(crate) company_name: &'a str,
    pub(crate) policy: &'a Policy,
    pub(crate) message: &'a str,
    /// Oldest first.
    pub(crate) earlier_messages: &'a [EarlierMessage],
    /// Oldest first.
    pub(crate) earlier_replies: &'a [String],
    /// The reply that a short "yes" answers; empty if there is none.
    pub(crate) last_reply: &'a str,
    pub(crate) locale: Option<&'a str>,
    pub(crate) previous: Option<&'a Draft>,
}

impl<'a> TurnInput<'a> {
    /// The input for `message`, which answers the latest reply of `history`.
    pub fn new(turn: Uuid, session: SessionView<'a>, history: &'a History, message: &'a str) -> Self {
        Self {
            turn,
            draft: session.draft,
            complete: session.is_complete,
            shown_hash: session.shown_hash,
            company_name: session.company_name,
            policy: session.policy,
            message,
            earlier_messages: history.messages(),
            earlier_replies: history.replies(),
            last_reply: history.latest_reply(),
            locale: session.locale,
            previous: None,
        }
    }

    /// Marks a message that was sent before the latest reply was stored. It answers neither that reply nor its summary.
    #[must_use]
    pub fn before_latest_reply(self) -> Self {
        Self { shown_hash: None, last_reply: "", ..self }
    }

    /// Sets the draft that an undo goes back to; `None` if there is nothing to undo.
    #[must_use]
    pub fn with_previous(self, previous: Option<&'a Draft>) -> Self {
        Self { previous, ..self }
    }

    pub(crate) fn hash(&self, draft: &Draft) -> String {
        content_hash(&draft.publishable(), self.company_name)
    }

    /// The text of the last reply before the summary and the question whether to publish; `None` if it did not end with
    /// that question.
    pub(crate) fn before_question(&self) -> Option<&str> {
        let reply = self.last_reply.trim_end();
        Language::ALL.into_iter().find_map(|language| {
            let before = reply.strip_suffix(&*phrases::phrase(language, Phrase::PublishQuestion))?.trim_end();
            // A question in the post itself ("Ready to cook?") is not a question of the agent.
            let summary = summary_in(language, self.draft, self.company_name);
            // The lines that changed are a paragraph between the text and the hint at the rest.
            let changes = before.strip_suffix(&*phrases::phrase(language, Phrase::SummaryRest));
            let before_changes =
                changes.map(|before| before.trim_end().rsplit_once("\n\n").map_or("", |(text, _)| text));
            Some(before_changes.or(before.strip_suffix(&*summary)).unwrap_or(before))
        })
    }
}
