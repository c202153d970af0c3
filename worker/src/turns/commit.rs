//! The end of a turn: decides what the LLM's answer changes, and commits that with retries.

use std::time::Duration;

use agent::Completion;
use domain::messages::Speaker;
use domain::turns::{self, Claim, Finish, Work};
use job_post::{Decision, History, Intent, TurnInput};
use serde_json::json;

use crate::Context;

/// Attempts to commit while the database cannot be reached. The LLM call is paid for, so its result is worth retries.
const COMMIT_ATTEMPTS: i32 = 6;
const COMMIT_PAUSE: Duration = Duration::from_millis(200);
/// Decisions while edits by hand come in between. A decision costs no LLM call.
const DECISIONS: usize = 20;

/// Decides what the completion changes and commits it. Decides again when the session has changed since it was loaded.
pub async fn decide_and_commit(
    context: &Context,
    claim: &Claim,
    mut work: Work,
    completion: &Completion,
    streamed: Option<&str>,
) -> domain::Result<Finish> {
    for _ in 0..DECISIONS {
        if completion.proposal.intent == Intent::Undo {
            turns::load_previous_draft(&context.db, claim, &mut work).await?;
        }
        let decision = decide(claim, &work, completion);
        let trace =
            json!({ "llm": completion.trace, "refused": decision.refusals, "accepted": decision.changes });
        let finish =
            retry_commit(|| turns::complete(&context.db, claim, &work, &decision, streamed, trace.clone()))
                .await?;
        if finish != Finish::Stale {
            return Ok(finish);
        }
        work = turns::load(&context.db, claim).await?;
    }
    match turns::give_back(&context.db, claim, Duration::ZERO, false).await? {
        Finish::Failed => Ok(Finish::Failed),
        _ => Ok(Finish::Stale),
    }
}

fn decide(claim: &Claim, work: &Work, completion: &Completion) -> Decision {
    let mut history = History::default();
    for line in &work.history {
        match (line.speaker, line.turn) {
            (Speaker::User, Some(turn)) => history.add_message(turn.0, line.text.as_str()),
            (Speaker::User, None) => {}
            (Speaker::Assistant, _) => history.add_reply(line.text.as_str()),
        }
    }
    let previous = work.previous.as_ref().map(|earlier| &earlier.draft);
    let input = TurnInput::new(claim.turn_id().0, work.session.view(), &history, &work.message);
    let input = input.with_previous(previous);
    // A confirmation sent before the latest summary was stored does not confirm that summary.
    let input = if work.saw_last_answer { input } else { input.before_latest_reply() };
    job_post::decide(&input, &completion.proposal)
}

/// Retries with a growing pause while the database cannot be reached. Each attempt is fenced by the epoch, so repeating a
/// commit whose response was lost does no harm.
pub async fn retry_commit<F: Future<Output = domain::Result<Finish>>>(
    mut commit: impl FnMut() -> F,
) -> domain::Result<Finish> {
    for attempt in 1..COMMIT_ATTEMPTS {
        match commit().await {
            Err(domain::Error::Unavailable(_)) => tokio::time::sleep(COMMIT_PAUSE * (1 << attempt)).await,
            ended => return ended,
        }
    }
    commit().await
}
