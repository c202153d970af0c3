//! Completes a turn: its reply, draft changes, events and job post commit together, under the claim's epoch.

use entity::draft_change::ChangeKind;
use entity::id::{JobPostId, MessageId, SessionId, TurnId};
use job_post::Decision;
use serde::Serialize;
use serde_json::Value;

use super::claim::Claim;
use super::commits::TurnCommit;
use super::finish::Finish;
use super::work::Work;
use crate::db::Db;
use crate::error::Result;
use crate::events::{self, NewEvent};
use crate::group_commit::Batchable as _;
use crate::stored_function::stored_function;

stored_function! {
    pub(crate) struct CompleteTurn = Tenant volatile "complete_turn" {
        session: SessionId,
        turn: TurnId,
        epoch: i32,
        loaded_version: i32,
        loaded_complete: bool,
        draft: String,
        version: i32,
        is_complete: bool,
        shown_hash: Option<String>,
        kind: ChangeKind,
        restored_version: Option<i32>,
        changes: Option<String>,
        message: MessageId,
        reply: String,
        trace: String,
        job_post: Option<JobPostId>,
        content: Option<String>,
        content_hash: Option<String>,
        events: String,
    } -> Finish
}

/// Commits the result of a turn: its reply, the changes of the draft, and the job post if the user confirmed it.
///
/// `streamed` is the part of the reply that [`super::stream()`] appended to the log, if known. `trace` records the LLM's
/// output and what was decided about it.
///
/// # Errors
/// When the database cannot be reached; whether the result is committed is then unknown, and a repeated call is safe.
pub async fn complete(
    db: &Db,
    claim: &Claim,
    work: &Work,
    decision: &Decision,
    streamed: Option<&str>,
    trace: Value,
) -> Result<Finish> {
    let commit = TurnCommit { claim: *claim, call: call(claim, work, decision, streamed, trace)? };
    if commit.is_common() { db.batches().commits.run(commit, db).await } else { commit.run(db).await }
}

fn call(
    claim: &Claim,
    work: &Work,
    decision: &Decision,
    streamed: Option<&str>,
    trace: Value,
) -> Result<CompleteTurn> {
    let Decision { draft, changes, reply, complete, shown_hash, publish, .. } = decision;
    let (session, message) = (&work.session, MessageId::new());
    let version = session.version + i32::from(!changes.is_empty());
    let restored = work.previous.as_ref().filter(|_| decision.undone).map(|earlier| earlier.version);
    let kind = if restored.is_some() { ChangeKind::Undo } else { ChangeKind::Turn };
    let post = publish.then(|| (JobPostId::new(), draft.publishable()));
    let mut new_events = reply_events(claim, reply, streamed, message);
    if !changes.is_empty() {
        let (before, after) = (Some(&session.draft), draft);
        new_events.push(NewEvent::JobData { version, before, after });
    }
    new_events.push(NewEvent::TurnSucceeded { turn: claim.turn });
    Ok(CompleteTurn {
        session: claim.session,
        turn: claim.turn,
        epoch: claim.epoch,
        loaded_version: session.version,
        loaded_complete: session.is_complete,
        draft: text(draft)?,
        version,
        is_complete: *complete,
        shown_hash: shown_hash.clone(),
        kind,
        restored_version: restored,
        changes: (!changes.is_empty()).then(|| text(changes)).transpose()?,
        message,
        reply: reply.clone(),
        trace: trace.to_string(),
        job_post: post.as_ref().map(|(id, _)| *id),
        content: post.as_ref().map(|(_, content)| text(content)).transpose()?,
        content_hash: post
            .as_ref()
            .map(|(_, content)| job_post::content_hash(content, &session.company_name)),
        events: events::to_json(&new_events),
    })
}

fn text(value: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string(value)?)
}

/// The reply's remaining pieces and the message. When the reply does not begin with what was streamed, because a guard
/// replaced it, the log's pieces are voided and the whole reply is appended.
fn reply_events<'a>(
    claim: &Claim,
    reply: &'a str,
    streamed: Option<&str>,
    message: MessageId,
) -> Vec<NewEvent<'a>> {
    let (turn, attempt) = (claim.turn, claim.epoch);
    let rest = match streamed.and_then(|streamed| reply.strip_prefix(streamed)) {
        Some("") => Vec::new(),
        Some(rest) => vec![NewEvent::TextDelta { turn, attempt, text: rest }],
        None => {
            vec![NewEvent::TextReset { turn, attempt }, NewEvent::TextDelta { turn, attempt, text: reply }]
        }
    };
    rest.into_iter().chain([NewEvent::Message { turn, message, text: reply }]).collect()
}
