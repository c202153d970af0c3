//! The brain of the built-in stand-in model: rules and small vocabularies instead of a language model. Deterministic,
//! no I/O; its HTTP endpoint is elsewhere, and nothing else knows that it is not a model like any other.

mod acts;
mod clears;
mod currencies;
mod department;
mod flags;
mod gazetteer;
mod intent;
mod items;
mod level;
mod lists;
mod magic;
mod occupations;
mod overview;
mod pay;
mod phrase_lists;
mod place;
mod postings;
mod proposals;
mod renamed;
mod replies;
mod restores;
mod short_answers;
mod skills;
mod suggestions;
mod title;
pub(crate) mod topics;
mod turn;
mod understanding;
mod vocabulary;
mod words;
mod work_type;

#[cfg(test)]
mod languages_tests;
#[cfg(test)]
mod tests;

use job_post::{Intent, Language, Proposal};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

pub use self::magic::{Magic, WORDS as MAGIC_WORDS, magic};
use self::turn::Turn;
use crate::{
    Conversation, Rejected,
    llm::{ladder::Rung, reading, request, wire::Completion},
    prompt::{self, Room},
};

/// How much of an answer one piece of a stream brings.
const WORDS_A_PIECE: usize = 3;

/// What the stand-in proposes, by the same prompt and the same reading of the answer as over HTTP.
///
/// # Errors
/// An answer that cannot be read, which would be a fault of ours.
pub fn propose(conversation: &Conversation) -> Result<Proposal, Rejected> {
    let messages = prompt::messages(conversation, None, Room::USUAL);
    let response = complete(&request::body("standin", &messages, Room::USUAL, Rung::of_standin()));
    let raw = response.to_string();
    let completion: Completion =
        serde_json::from_value(response).map_err(|error| Rejected::new(&raw, error.to_string()))?;
    let read = reading::read(&completion, Language::English).map_err(|error| Rejected::new(&raw, error))?;
    Ok(read.proposal)
}

/// A whole chat-completions request in, a whole `chat.completion` out. The same request always gives the same answer.
pub fn complete(request: &Value) -> Value {
    let answer = json!(answer(&Turn::of(request))).to_string();
    let asked = request["messages"].to_string();
    let (prompt, completion) = (tokens(&asked), tokens(&answer));
    let mut whole = json!({
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
    });
    magic::spoil(&mut whole, &magic(request));
    whole
}

/// The same answer as the pieces of a stream: the role, the content a few words at a time, the end, and the count of
/// the tokens if `stream_options.include_usage` asks for it.
pub fn stream(request: &Value) -> Vec<Value> {
    let whole = complete(request);
    let choice = &whole["choices"][0];
    let content = choice["message"]["content"].as_str().unwrap_or_default();
    let piece = |choices: Value| {
        json!({
            "id": whole["id"],
            "object": "chat.completion.chunk",
            "created": whole["created"],
            "model": whole["model"],
            "choices": choices,
        })
    };
    let delta = |delta: Value, finish_reason: &Value| {
        piece(json!([{ "index": 0, "delta": delta, "logprobs": null, "finish_reason": finish_reason }]))
    };
    let mut pieces = vec![delta(json!({ "role": "assistant", "content": "" }), &Value::Null)];
    if whole["choices"][0].is_null() {
        pieces = vec![piece(json!([]))];
    } else {
        let words: Vec<&str> = content.split_inclusive(' ').collect();
        let few = words.chunks(WORDS_A_PIECE).map(|words| words.concat());
        pieces.extend(few.map(|text| delta(json!({ "content": text }), &Value::Null)));
        let refusal = &choice["message"]["refusal"];
        let refused = (!refusal.is_null()).then(|| delta(json!({ "refusal": refusal }), &Value::Null));
        pieces.extend(refused);
        pieces.push(delta(json!({}), &choice["finish_reason"]));
    }
    if request["stream_options"]["include_usage"] == true {
        let mut last = piece(json!([]));
        last["usage"] = whole["usage"].clone();
        pieces.push(last);
    }
    pieces
}

fn answer(turn: &Turn) -> Proposal {
    let understood = understanding::of(turn);
    let reply = replies::write(turn, &understood);
    let updates = understood.updates.into_iter().chain(understood.offered).collect();
    Proposal { updates, intent: understood.intent.unwrap_or(Intent::Continue), reply }
}

/// About four characters are a token.
fn tokens(text: &str) -> usize {
    text.chars().count().div_ceil(4)
}

fn digest(text: &str) -> String {
    Sha256::digest(text).iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}
