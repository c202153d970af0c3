//! What happened in a session, as a log that streams follow. An event is a row; the doorbell only says that there is one.

mod feed;
mod job_data;

use chrono::{DateTime, Utc};
use entity::event::ActiveModel;
use entity::id::{JobPostId, MessageId, SessionId, TurnId};
use job_post::Content;
use sea_orm::Set;
use serde_json::{Value, json};

pub use feed::{Follower, after, first_of_turn, follow};
pub use job_data::job_data;

use crate::error::Result;
use crate::scope::Scope;

/// One entry of a session's log.
#[derive(Clone, Debug)]
pub struct Event {
    /// Rises within the session; numbers may be missing where pieces of an answer were swept.
    pub sequence: i64,
    pub kind: String,
    pub turn_id: Option<TurnId>,
    pub data: Value,
    pub created_at: DateTime<Utc>,
}

/// Something that is to be written down.
#[derive(Clone, Debug)]
pub(crate) enum Happening<'a> {
    /// The draft changed: an RFC 6902 patch from the job data before to those after.
    JobData {
        version: i32,
        before: Option<&'a Content>,
        after: &'a Content,
    },
    TurnQueued {
        turn: TurnId,
        attempt: i32,
    },
    /// A piece of the answer, as the model writes it.
    TextDelta {
        turn: TurnId,
        attempt: i32,
        text: &'a str,
    },
    /// The pieces of this attempt so far are void: it failed, or a guard took the answer back.
    TextReset {
        turn: TurnId,
        attempt: i32,
    },
    /// The whole answer; it holds, whatever the pieces said.
    Message {
        turn: TurnId,
        message: MessageId,
        text: &'a str,
    },
    TurnSucceeded {
        turn: TurnId,
    },
    TurnFailed {
        turn: TurnId,
        code: &'a str,
    },
    TurnCancelled {
        turn: TurnId,
    },
    JobPost {
        job_post: JobPostId,
        revision: i32,
    },
}

impl Happening<'_> {
    fn turn(&self) -> Option<TurnId> {
        match self {
            Self::JobData { .. } | Self::JobPost { .. } => None,
            Self::TurnQueued { turn, .. }
            | Self::TextDelta { turn, .. }
            | Self::TextReset { turn, .. }
            | Self::Message { turn, .. }
            | Self::TurnSucceeded { turn }
            | Self::TurnFailed { turn, .. }
            | Self::TurnCancelled { turn } => Some(*turn),
        }
    }

    /// The stable name of the type, and its data without it.
    fn written(&self) -> (&'static str, Value) {
        match self {
            Self::JobData { version, before, after } => {
                let empty = json!({});
                let patch = json_patch::diff(&before.map_or(empty, job_data), &job_data(after));
                ("job_data.changed", json!({ "version": version, "patch": patch }))
            }
            Self::TurnQueued { turn, attempt } => {
                ("turn.queued", json!({ "turn_id": turn, "attempt": attempt }))
            }
            Self::TextDelta { turn, attempt, text } => {
                ("text.delta", json!({ "turn_id": turn, "attempt": attempt, "text": text }))
            }
            Self::TextReset { turn, attempt } => {
                ("text.reset", json!({ "turn_id": turn, "attempt": attempt }))
            }
            Self::Message { turn, message, text } => {
                ("message.completed", json!({ "turn_id": turn, "message_id": message, "text": text }))
            }
            Self::TurnSucceeded { turn } => ("turn.succeeded", json!({ "turn_id": turn })),
            Self::TurnFailed { turn, code } => ("turn.failed", json!({ "turn_id": turn, "code": code })),
            Self::TurnCancelled { turn } => ("turn.cancelled", json!({ "turn_id": turn })),
            Self::JobPost { job_post, revision } => {
                ("job_post.finalized", json!({ "job_post_id": job_post, "revision": revision }))
            }
        }
    }
}

/// Writes down what happened, under numbers that the caller took from the locked session: the first is `first`.
pub(crate) async fn write(
    scope: &Scope,
    session: SessionId,
    first: i64,
    happenings: &[Happening<'_>],
) -> Result<()> {
    let rows = (first..).zip(happenings).map(|(sequence, happening)| {
        let (kind, data) = happening.written();
        ActiveModel {
            session_id: Set(session),
            sequence: Set(sequence),
            turn_id: Set(happening.turn()),
            kind: Set(kind.to_owned()),
            data: Set(data),
            created_at: Set(scope.now()),
            ..Default::default()
        }
    });
    scope.insert_all(rows).await?;
    scope.announce_event(session);
    Ok(())
}

/// How many numbers a list of happenings takes.
pub(crate) fn numbers(happenings: &[Happening<'_>]) -> i64 {
    i64::try_from(happenings.len()).unwrap_or(i64::MAX)
}
