//! The brain of the built-in stand-in model: rules and small vocabularies instead of a language model. Deterministic,
//! no I/O; its HTTP endpoint is elsewhere, and nothing else knows that it is not a model like any other.

mod acts;
mod clears;
mod department;
mod flags;
mod intent;
mod items;
mod level;
mod lists;
mod overview;
mod pay;
mod phrases;
mod place;
mod proposals;
mod replies;
mod short_answers;
mod skills;
mod title;
mod topics;
mod turn;
mod understanding;
mod vocabulary;
mod words;
mod work_type;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use job_post::{Intent, Proposal};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use self::turn::Turn;

/// A whole chat-completions request in, a whole `chat.completion` out. The same request always gives the same answer.
pub fn complete(request: &Value) -> Value {
    let answer = json!(answer(&Turn::of(request))).to_string();
    let asked = request["messages"].to_string();
    let (prompt, completion) = (tokens(&asked), tokens(&answer));
    json!({
        "id": format!("chatcmpl-{}", digest(&asked)),
        "object": "chat.completion",
        // A clock would make equal requests differ.
        "created": 0,
        "model": request["model"].as_str().unwrap_or("postwright-standin"),
        "choices": [{
            "index": 0,
            "message": { "role": "assistant", "content": answer, "refusal": null },
            "logprobs": null,
            "finish_reason": "stop",
        }],
        "usage": { "prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": prompt + completion },
    })
}

fn answer(turn: &Turn) -> Proposal {
    let understood = understanding::of(turn);
    let reply = replies::write(turn, &understood);
    Proposal { updates: understood.updates, intent: understood.intent.unwrap_or(Intent::Continue), reply }
}

/// About four characters are a token.
fn tokens(text: &str) -> usize {
    text.chars().count().div_ceil(4)
}

fn digest(text: &str) -> String {
    Sha256::digest(text).iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}
