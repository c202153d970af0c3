//! One turn, from its claim to its end.

use std::time::Duration;

use agent::{Answer, Conversation, Fault, Line, Rejected, Speaker};
use domain::messages;
use domain::turns::{self, Charge, Claim, Finish, LLM_CALLS, Work};
use job_post::{Outcome, Situation};
use serde_json::{Value, json};

use crate::Context;
use crate::retry;

/// How often the end of a turn is tried while the database is away; the answer is paid for.
const COMMIT_ATTEMPTS: i32 = 6;
const COMMIT_PAUSE: Duration = Duration::from_millis(200);

/// How asking the model went.
enum Asked {
    Answer(Box<Answer>),
    Failed { code: &'static str, trace: Value },
    Later(Duration),
    Lost,
}

/// Runs a claimed turn. Whatever goes wrong here, the turn ends: by its lease at the latest.
pub async fn run(context: &Context, claim: Claim) {
    let turn = claim.turn_id();
    match attempt(context, &claim).await {
        Ok(Finish::Committed) => tracing::info!(%turn, "turn is done with"),
        Ok(Finish::Fenced) => tracing::warn!(%turn, "turn is not ours any more; nothing was written"),
        Ok(Finish::Stale) => tracing::warn!(%turn, "session kept changing; the turn runs again"),
        Err(domain::Error::NotFound(what)) => tracing::info!(%turn, "{what} is gone; nothing to do"),
        Err(error) => tracing::warn!(%turn, %error, "turn runs again when its lease ends"),
    }
}

async fn attempt(context: &Context, claim: &Claim) -> domain::Result<Finish> {
    let work = turns::load(&context.db, claim).await?;
    match ask(context, claim, &conversation(&work)).await? {
        Asked::Answer(answer) => settle(context, claim, work, &answer).await,
        Asked::Failed { code, trace } => {
            tracing::warn!(turn = %claim.turn_id(), code, "turn failed");
            persist(|| turns::fail(&context.db, claim, code, trace.clone())).await
        }
        Asked::Later(delay) => persist(|| turns::give_back(&context.db, claim, delay)).await,
        Asked::Lost => Ok(Finish::Fenced),
    }
}

/// Asks the model, and once more when its answer cannot be used. Every call is counted before it is made.
async fn ask(context: &Context, claim: &Claim, conversation: &Conversation) -> domain::Result<Asked> {
    let mut rejected: Option<Rejected> = None;
    loop {
        let call = match turns::charge(&context.db, claim).await? {
            Charge::Granted(call) => call,
            Charge::Exhausted => {
                return Ok(failed("llm_calls_exhausted", "all calls of this turn were used before"));
            }
            Charge::Lost => return Ok(Asked::Lost),
        };
        match context.agent.ask(conversation, rejected.as_ref(), None, &mut |_| {}).await {
            Ok(answer) => return Ok(Asked::Answer(Box::new(answer))),
            Err(Fault::BadOutput(bad)) if rejected.is_none() && call < LLM_CALLS => rejected = Some(bad),
            Err(fault) if fault.is_retryable() && call < LLM_CALLS => {
                tracing::warn!(turn = %claim.turn_id(), call, code = fault.code(), "model failed; the turn is tried again");
                return Ok(Asked::Later(retry::delay(
                    context.settings.retry_after,
                    call,
                    fault.retry_after(),
                )));
            }
            Err(fault) => return Ok(failed(fault.code(), &fault.to_string())),
        }
    }
}

fn failed(code: &'static str, detail: &str) -> Asked {
    Asked::Failed { code, trace: json!({ "error": { "code": code, "detail": detail } }) }
}

/// Decides what the answer does and commits it; decides again when the session changed meanwhile.
async fn settle(context: &Context, claim: &Claim, mut work: Work, answer: &Answer) -> domain::Result<Finish> {
    for _ in 0..3 {
        let outcome = decide(claim, &work, answer);
        let trace = json!({ "llm": answer.trace, "refused": outcome.refusals, "accepted": outcome.changes });
        let done = persist(|| turns::complete(&context.db, claim, &work, &outcome, trace.clone())).await?;
        if done != Finish::Stale {
            return Ok(done);
        }
        work = turns::load(&context.db, claim).await?;
    }
    turns::give_back(&context.db, claim, Duration::ZERO).await?;
    Ok(Finish::Stale)
}

fn decide(claim: &Claim, work: &Work, answer: &Answer) -> Outcome {
    let earlier_messages: Vec<String> = work
        .history
        .iter()
        .filter(|line| line.speaker == messages::Speaker::User)
        .map(|line| line.text.clone())
        .collect();
    let last_reply = work.history.iter().rfind(|line| line.speaker == messages::Speaker::Assistant);
    let situation = Situation {
        turn: claim.turn_id().0,
        draft: &work.session.draft,
        complete: work.session.is_complete,
        shown_hash: work.session.shown_hash.as_deref(),
        company_name: &work.session.company_name,
        message: &work.message,
        earlier_messages: &earlier_messages,
        last_reply: last_reply.map_or("", |line| &line.text),
    };
    job_post::dispose(&situation, &answer.proposal)
}

fn conversation(work: &Work) -> Conversation {
    let history = work.history.iter().map(|line| Line {
        speaker: match line.speaker {
            messages::Speaker::User => Speaker::User,
            messages::Speaker::Assistant => Speaker::Agent,
        },
        text: line.text.clone(),
    });
    Conversation {
        company_name: work.session.company_name.clone(),
        content: work.session.draft.content.clone(),
        history: history.collect(),
        message: work.message.clone(),
        request_id: None,
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
