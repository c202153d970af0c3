//! One turn, from its claim to its end.

use std::panic::AssertUnwindSafe;

use agent::{Conversation, Line, Speaker};
use domain::turns::{self, Claim, Finish, Work};
use domain::{Error, messages};
use futures_util::FutureExt;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::commit::decide_and_commit;
use super::llm_call::{self, Called};
use super::retry::while_unreachable;
use crate::Context;

/// Runs a claimed turn to its end, and returns whether that end is recorded.
///
/// `stop` is cancelled when the result is no longer wanted.
pub async fn run(context: &Context, claim: &Claim, stop: &CancellationToken) -> bool {
    let (db, lease, turn) = (&context.db, context.settings.lease, claim.turn_id());
    // A panic is a bug, which a retry would only repeat.
    let attempted = AssertUnwindSafe(attempt(context, claim, stop)).catch_unwind().await;
    let ended = match attempted.unwrap_or_else(|_| Err(Error::Internal("the turn panicked".into()))) {
        Err(Error::Internal(what)) => {
            tracing::error!(%turn, what, "turn failed with an internal error");
            let trace = json!({ "error": { "code": "internal", "detail": what } });
            while_unreachable(lease, || turns::fail(db, claim, "internal", trace.clone())).await
        }
        Err(Error::NotFound("session")) => {
            while_unreachable(lease, || turns::fail(db, claim, "session_expired", Value::Null)).await
        }
        ended => ended,
    };
    match &ended {
        Ok(Finish::Committed) => tracing::info!(%turn, "turn ended or requeued"),
        Ok(Finish::Fenced) => tracing::warn!(%turn, "turn belongs to another claim now; nothing was written"),
        Ok(Finish::Failed) => tracing::warn!(%turn, "turn failed: it has no LLM call left"),
        Ok(Finish::Stale) => tracing::warn!(%turn, "session kept changing; turn requeued"),
        Err(Error::NotFound(what)) => tracing::info!(%turn, "{what} no longer exists; nothing to do"),
        Err(error) => tracing::warn!(%turn, %error, "the end of a turn could not be recorded; it runs again"),
    }
    matches!(ended, Ok(_) | Err(Error::NotFound(_)))
}

async fn attempt(context: &Context, claim: &Claim, stop: &CancellationToken) -> domain::Result<Finish> {
    let (db, lease) = (&context.db, context.settings.lease);
    let work = while_unreachable(lease, || turns::load(db, claim)).await?;
    let conversation = conversation(claim, &work);
    let called = tokio::select! {
        called = llm_call::call(context, claim, &conversation) => called?,
        () = stop.cancelled() => Called::Lost,
    };
    match called {
        Called::Completed { completion, streamed } => {
            Box::pin(decide_and_commit(context, claim, work, &completion, streamed.as_deref())).await
        }
        Called::Failed { code, trace } => {
            tracing::warn!(turn = %claim.turn_id(), code, "turn failed");
            while_unreachable(lease, || turns::fail(db, claim, code, trace.clone())).await
        }
        Called::Later { delay, unused } => {
            while_unreachable(lease, || turns::give_back(db, claim, delay, unused)).await
        }
        Called::Lost => Ok(Finish::Fenced),
    }
}

fn conversation(claim: &Claim, work: &Work) -> Conversation {
    let history = work.history.iter().map(|line| Line {
        speaker: match line.speaker {
            messages::Speaker::User => Speaker::User,
            messages::Speaker::Assistant => Speaker::Agent,
        },
        text: line.text.clone(),
    });
    Conversation {
        organization: claim.organization_id().0,
        company_name: work.session.company_name.clone(),
        content: work.session.draft.publishable(),
        suggested: work.session.draft.suggested(),
        history: history.collect(),
        message: work.message.clone(),
        request_id: Some(claim.turn_id().to_string()),
        locale: work.session.locale.clone(),
        writing: work.session.policy.writing.clone(),
    }
}
