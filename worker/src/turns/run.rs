//! One turn, from its claim to its end.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use agent::{Answer, Conversation, Line, Speaker};
use domain::messages;
use domain::turns::{self, Claim, Finish, Work};
use futures_util::FutureExt;
use job_post::{Intent, Outcome, Situation, Told};
use serde_json::{Value, json};

use crate::Context;
use tokio_util::sync::CancellationToken;

use super::llm_call::{self, Asked};

/// How often the end of a turn is tried while the database is away; the answer is paid for.
const COMMIT_ATTEMPTS: i32 = 6;
const COMMIT_PAUSE: Duration = Duration::from_millis(200);
/// How often it is decided what an answer does while edits by hand come in between. To decide costs no call of the model.
const DECISIONS: usize = 20;

/// Runs a claimed turn. Whatever goes wrong here, the turn ends: by its lease at the latest.
///
/// `stop` says that the work is of no use any more.
pub async fn run(context: &Context, claim: Claim, stop: &CancellationToken) {
    let turn = claim.turn_id();
    // A panic is a fault of ours: doing the same again would only repeat it.
    let attempted = AssertUnwindSafe(attempt(context, &claim, stop)).catch_unwind().await;
    let ended = match attempted.unwrap_or_else(|_| Err(domain::Error::Internal("the turn panicked".into()))) {
        Err(domain::Error::Internal(what)) => {
            tracing::error!(%turn, what, "turn fails: this should not happen");
            turns::fail(
                &context.db,
                &claim,
                "internal",
                json!({ "error": { "code": "internal", "detail": what } }),
            )
            .await
        }
        Err(domain::Error::NotFound("session")) => {
            turns::fail(&context.db, &claim, "session_expired", Value::Null).await
        }
        ended => ended,
    };
    match ended {
        Ok(Finish::Committed) => tracing::info!(%turn, "turn is done with"),
        Ok(Finish::Fenced) => tracing::warn!(%turn, "turn is not ours any more; nothing was written"),
        Ok(Finish::Stale) => tracing::warn!(%turn, "session kept changing; the turn runs again"),
        Err(domain::Error::NotFound(what)) => tracing::info!(%turn, "{what} is gone; nothing to do"),
        Err(error) => tracing::warn!(%turn, %error, "turn runs again when its lease ends"),
    }
}

async fn attempt(context: &Context, claim: &Claim, stop: &CancellationToken) -> domain::Result<Finish> {
    let work = turns::load(&context.db, claim).await?;
    let conversation = conversation(claim, &work);
    let asked = tokio::select! {
        asked = llm_call::ask(context, claim, &conversation) => asked?,
        () = stop.cancelled() => Asked::Lost,
    };
    match asked {
        Asked::Answer { answer, streamed } => {
            settle(context, claim, work, &answer, streamed.as_deref()).await
        }
        Asked::Failed { code, trace } => {
            tracing::warn!(turn = %claim.turn_id(), code, "turn failed");
            persist(|| turns::fail(&context.db, claim, code, trace.clone())).await
        }
        Asked::Later { delay, unused } => {
            persist(|| turns::give_back(&context.db, claim, delay, unused)).await
        }
        Asked::Lost => Ok(Finish::Fenced),
    }
}

/// Decides what the answer does and commits it; decides again when the session changed meanwhile.
async fn settle(
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
        let done =
            persist(|| turns::complete(&context.db, claim, &work, &outcome, streamed, trace.clone())).await?;
        if done != Finish::Stale {
            return Ok(done);
        }
        work = turns::load(&context.db, claim).await?;
    }
    turns::give_back(&context.db, claim, Duration::ZERO, false).await?;
    Ok(Finish::Stale)
}

fn decide(claim: &Claim, work: &Work, answer: &Answer) -> Outcome {
    let lines_of = |who: messages::Speaker| work.history.iter().filter(move |line| line.speaker == who);
    let earlier_messages: Vec<Told> = lines_of(messages::Speaker::User)
        .filter_map(|line| Some(Told { turn: line.turn?.0, text: line.text.clone() }))
        .collect();
    let earlier_replies: Vec<String> =
        lines_of(messages::Speaker::Assistant).map(|line| line.text.clone()).collect();
    let situation = Situation {
        turn: claim.turn_id().0,
        draft: &work.session.draft,
        complete: work.session.is_complete,
        // A yes that was said before the last answer was there is not a yes to its summary.
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

fn conversation(claim: &Claim, work: &Work) -> Conversation {
    let history = work.history.iter().map(|line| Line {
        speaker: match line.speaker {
            messages::Speaker::User => Speaker::User,
            messages::Speaker::Assistant => Speaker::Agent,
        },
        text: line.text.clone(),
    });
    Conversation {
        company_name: work.session.company_name.clone(),
        content: work.session.draft.publishable(),
        suggested: work.session.draft.suggested(),
        history: history.collect(),
        message: work.message.clone(),
        request_id: Some(claim.turn_id().to_string()),
        locale: work.session.locale.clone(),
    }
}

/// Tries again while the database is away. Each try is fenced, so a commit whose answer got lost does no harm.
async fn persist<F: Future<Output = domain::Result<Finish>>>(
    mut end: impl FnMut() -> F,
) -> domain::Result<Finish> {
    for tried in 1..COMMIT_ATTEMPTS {
        match end().await {
            Err(domain::Error::Unavailable(_)) => tokio::time::sleep(COMMIT_PAUSE * (1 << tried)).await,
            ended => return ended,
        }
    }
    end().await
}
