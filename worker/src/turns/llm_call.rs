//! Asking the model: every call is counted before it is made, and what comes is shown while it comes.

use std::time::Duration;

use agent::{Answer, Conversation, Fault, Rejected};
use domain::turns::{self, Claim, LLM_CALLS, LlmCall};
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio::time::Instant;

use super::{backoff, text_stream};
use crate::Context;

/// How asking the model went.
pub enum Asked {
    Answer {
        answer: Box<Answer>,
        /// What of its reply is in the session's log already, as far as that is known.
        streamed: Option<String>,
    },
    Failed {
        code: &'static str,
        trace: Value,
    },
    /// The turn is to be tried again; `unused` when nothing was sent.
    Later {
        delay: Duration,
        unused: bool,
    },
    Lost,
}

/// Asks the model, and once more when its answer cannot be used. The first call was counted with the claim.
pub async fn ask(context: &Context, claim: &Claim, conversation: &Conversation) -> domain::Result<Asked> {
    let deadline = Instant::now() + context.settings.turn_time;
    let (mut call, mut rejected) = (claim.llm_calls(), None::<Rejected>);
    loop {
        let (asked, streamed) = ask_once(context, claim, conversation, rejected.as_ref(), deadline).await;
        let fault = match asked {
            Ok(answer) => return Ok(Asked::Answer { answer: Box::new(answer), streamed }),
            Err(fault) => fault,
        };
        if streamed.as_deref() != Some("") && !turns::reset(&context.db, claim).await? {
            return Ok(Asked::Lost);
        }
        match fault {
            Fault::BadOutput(bad) if rejected.is_none() && call < LLM_CALLS => {
                match turns::count_llm_call(&context.db, claim).await? {
                    LlmCall::Granted(granted) => call = granted,
                    LlmCall::Refused => return Ok(Asked::Lost),
                }
                rejected = Some(bad);
            }
            fault => return Ok(after(context, claim, call, &fault)),
        }
    }
}

/// What a fault that cannot be repaired at once means for the turn.
fn after(context: &Context, claim: &Claim, call: i32, fault: &Fault) -> Asked {
    let delay = || backoff::delay(context.settings.retry_after, call, fault.retry_after());
    if !fault.was_sent() {
        return Asked::Later { delay: delay(), unused: true };
    }
    let (turn, code) = (claim.turn_id(), fault.code());
    // The budget keeps retries from making a bad time worse: past it a turn fails where it would have been tried again.
    if fault.is_retryable() && call < LLM_CALLS && context.models.of(claim).may_retry() {
        tracing::warn!(%turn, call, code, %fault, "the model failed; the turn is tried again");
        return Asked::Later { delay: delay(), unused: false };
    }
    if let Fault::Configuration(_) = fault {
        if claim.is_live() {
            tracing::error!(%turn, %fault, "check LLM_BASE_URL, LLM_MODEL and LLM_API_KEY");
        } else {
            // The stand-in answers so to whoever asks it to: nobody has to be woken.
            tracing::warn!(%turn, %fault, "check LLM_TEST_BASE_URL, LLM_TEST_MODEL and LLM_TEST_API_KEY if they are set");
        }
    }
    let error = json!({ "code": code, "detail": fault.to_string() });
    Asked::Failed { code, trace: json!({ "error": error, "llm": { "prompt_hash": agent::prompt_hash() } }) }
}

/// One call, and what of its reply was shown meanwhile.
async fn ask_once(
    context: &Context,
    claim: &Claim,
    conversation: &Conversation,
    rejected: Option<&Rejected>,
    deadline: Instant,
) -> (Result<Answer, Fault>, Option<String>) {
    let (pieces, coming) = mpsc::unbounded_channel();
    let asking = async move {
        let mut on_text = |text: &str| {
            // The preview may have ended: the whole answer comes all the same.
            let _ = pieces.send(text.to_owned());
        };
        context.models.of(claim).ask(conversation, rejected, Some(deadline), &mut on_text).await
    };
    tokio::join!(asking, text_stream::show(context, claim, coming))
}
