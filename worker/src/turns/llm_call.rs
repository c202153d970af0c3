//! The LLM calls of a turn. Each call is counted before it is made, and its text is streamed while it arrives.

use std::time::Duration;

use agent::{Completion, Conversation, Fault, Rejected};
use domain::turns::{self, Claim, LLM_CALLS, LlmCall};
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio::time::Instant;

use super::retry::while_unreachable;
use super::{backoff, text_stream};
use crate::Context;

/// The result of a turn's LLM calls.
pub enum Called {
    Completed {
        completion: Box<Completion>,
        /// What of the reply is in the session's log already; `None` when that is not known.
        streamed: Option<String>,
    },
    Failed {
        code: &'static str,
        trace: Value,
    },
    /// The turn is requeued with this delay; `unused` when the counted call was not sent.
    Later {
        delay: Duration,
        unused: bool,
    },
    /// The claim is lost.
    Lost,
}

/// Calls the LLM, and once more when the answer is unusable. The first call was counted with the claim.
pub async fn call(context: &Context, claim: &Claim, conversation: &Conversation) -> domain::Result<Called> {
    let (db, lease) = (&context.db, context.settings.lease);
    let deadline = Instant::now() + context.settings.turn_time;
    let (mut call, mut rejected) = (claim.llm_calls(), None::<Rejected>);
    loop {
        let (result, streamed) = call_once(context, claim, conversation, rejected.as_ref(), deadline).await;
        let fault = match result {
            Ok(completion) => {
                return Ok(Called::Completed { completion: Box::new(completion), streamed });
            }
            Err(fault) => fault,
        };
        if streamed.as_deref() != Some("") && !while_unreachable(lease, || turns::reset(db, claim)).await? {
            return Ok(Called::Lost);
        }
        match fault {
            Fault::BadOutput(bad) if rejected.is_none() && call < LLM_CALLS => {
                // Counted twice if the first response was lost, so never more calls are made than allowed.
                match while_unreachable(lease, || turns::count_llm_call(db, claim)).await? {
                    LlmCall::Granted(granted) => call = granted,
                    LlmCall::Refused => return Ok(Called::Lost),
                }
                rejected = Some(bad);
            }
            fault => return Ok(after_fault(context, claim, call, &fault)),
        }
    }
}

/// Requeues the turn or fails it, after a fault that a second call cannot repair.
fn after_fault(context: &Context, claim: &Claim, call: i32, fault: &Fault) -> Called {
    let delay = || backoff::delay(context.settings.retry_after, call, fault.retry_after());
    if !fault.was_sent() {
        return Called::Later { delay: delay(), unused: true };
    }
    let (turn, code) = (claim.turn_id(), fault.code());
    // The retry budgets of the organization and of all together bound the load on an endpoint that fails: beyond them a turn
    // fails instead of being retried.
    if fault.is_retryable()
        && call < LLM_CALLS
        && context.models.of(claim).may_retry(claim.organization_id().0)
    {
        tracing::warn!(%turn, call, code, %fault, "LLM call failed; turn requeued");
        return Called::Later { delay: delay(), unused: false };
    }
    if let Fault::Configuration(_) = fault {
        if claim.is_live() {
            tracing::error!(%turn, %fault, "check LLM_BASE_URL, LLM_MODEL and LLM_API_KEY");
        } else {
            // No error: a message to the stand-in can ask for this fault.
            tracing::warn!(%turn, %fault, "check LLM_TEST_BASE_URL, LLM_TEST_MODEL and LLM_TEST_API_KEY if they are set");
        }
    }
    let detail = match fault {
        // It may quote the answer, which the log must not.
        Fault::BadOutput(bad) => format!("{fault}: {}", bad.error),
        _ => fault.to_string(),
    };
    let error = json!({ "code": code, "detail": detail });
    Called::Failed { code, trace: json!({ "error": error, "llm": { "prompt_hash": agent::prompt_hash() } }) }
}

/// Makes one call, and returns with its result what of the reply was streamed.
async fn call_once(
    context: &Context,
    claim: &Claim,
    conversation: &Conversation,
    rejected: Option<&Rejected>,
    deadline: Instant,
) -> (Result<Completion, Fault>, Option<String>) {
    let (sender, pieces) = mpsc::unbounded_channel();
    let calling = async move {
        let mut on_text = |text: &str| {
            // The stream may have ended early. The completion has the whole text anyway.
            let _ = sender.send(text.to_owned());
        };
        context.models.of(claim).ask(conversation, rejected, Some(deadline), &mut on_text).await
    };
    tokio::join!(calling, text_stream::write(context, claim, pieces))
}
