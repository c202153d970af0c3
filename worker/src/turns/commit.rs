//! The end of a turn: decides what the LLM's answer changes, and commits that with retries.

use std::time::Duration;

use agent::Answer;
use domain::messages::Speaker;
use domain::turns::{self, Claim, Finish, Work};
use job_post::{Intent, Outcome, Situation, Told};
use serde_json::json;

use crate::Context;

/// Attempts to commit while the database cannot be reached. The LLM call is paid for, so its result is worth retries.
const COMMIT_ATTEMPTS: i32 = 6;
const COMMIT_PAUSE: Duration = Duration::from_millis(200);
/// Decisions while edits by hand come in between. A decision costs no LLM call.
const DECISIONS: usize = 20;

/// Decides what the answer changes and commits it. Decides again when the session has changed since it was loaded.
pub async fn decide_and_commit(
    context: &Context,
    claim: &Claim,
    mut work: Work,
    answer: &Answer,
    streamed: Option<&str>,
) -> domain::Result<Finish> {
    for _ in 0..DECISIONS {
        if answer.proposal.intent == Intent::Undo {
            turns::load_previous_draft(&context.db, claim, &mut work).await?;
        }
        let outcome = decide(claim, &work, answer);
        let trace = json!({ "llm": answer.trace, "refused": outcome.refusals, "accepted": outcome.changes });
        let finish =
            retry_commit(|| turns::complete(&context.db, claim, &work, &outcome, streamed, trace.clone()))
                .await?;
        if finish != Finish::Stale {
            return Ok(finish);
        }
        work = turns::load(&context.db, claim).await?;
    }
    turns::give_back(&context.db, claim, Duration::ZERO, false).await?;
    Ok(Finish::Stale)
}

fn decide(claim: &Claim, work: &Work, answer: &Answer) -> Outcome {
    let lines_of = |who: Speaker| work.history.iter().filter(move |line| line.speaker == who);
    let earlier_messages: Vec<Told> = lines_of(Speaker::User)
        .filter_map(|line| Some(Told { turn: line.turn?.0, text: line.text.clone() }))
        .collect();
    let earlier_replies: Vec<String> = lines_of(Speaker::Assistant).map(|line| line.text.clone()).collect();
    let situation = Situation {
        turn: claim.turn_id().0,
        draft: &work.session.draft,
        complete: work.session.is_complete,
        // A confirmation sent before the latest summary was stored does not confirm that summary.
        shown_hash: work.session.shown_hash.as_deref().filter(|_| work.saw_last_answer),
        company_name: &work.session.company_name,
        policy: &work.session.policy,
        message: &work.message,
        earlier_messages: &earlier_messages,
        earlier_replies: &earlier_replies,
        last_reply: earlier_replies.last().filter(|_| work.saw_last_answer).map_or("", String::as_str),
        locale: work.session.locale.as_deref(),
        previous: work.previous.as_ref().map(|earlier| &earlier.draft),
    };
    job_post::dispose(&situation, &answer.proposal)
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
