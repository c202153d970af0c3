//! The end of a turn: decides what the LLM's answer changes, and commits that.

use std::time::Duration;

use agent::Completion;
use domain::messages::Speaker;
use domain::turns::{self, Claim, Finish, Work};
use job_post::{Decision, History, Intent, TurnInput};
use serde_json::json;

use super::retry::while_unreachable;
use crate::Context;

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
    let (db, lease) = (&context.db, context.settings.lease);
    for _ in 0..DECISIONS {
        if completion.proposal.intent == Intent::Undo {
            work.previous = while_unreachable(lease, || turns::load_previous_draft(db, claim, &work)).await?;
        }
        let decision = decide(claim, &work, completion);
        let trace =
            json!({ "llm": completion.trace, "refused": decision.refusals, "accepted": decision.changes });
        let commit = || turns::complete(db, claim, &work, &decision, streamed, trace.clone());
        let finish = while_unreachable(lease, commit).await?;
        if finish != Finish::Stale {
            return Ok(finish);
        }
        work = while_unreachable(lease, || turns::load(db, claim)).await?;
    }
    match while_unreachable(lease, || turns::give_back(db, claim, Duration::ZERO, false)).await? {
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
