//! The stand-in's answer to a chat-completions request, whole or as the chunks of a stream.

use job_post::{Intent, Proposal};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::{
    fault_injection::{self, injected_faults},
    replies::{self, suggestions},
    turn::Turn,
    understanding,
};

/// How many words of the answer one chunk of a stream holds.
const WORDS_PER_CHUNK: usize = 3;

/// Answers a chat-completions request with a `chat.completion` object.
///
/// Equal requests get equal answers. A request of any other shape is answered too, as an empty conversation.
pub fn complete(request: &Value) -> Value {
    let answer = json!(answer(&Turn::of(request))).to_string();
    let asked = request["messages"].to_string();
    let (prompt, completion) = (tokens(&asked), tokens(&answer));
    let mut whole = json!({
        "id": format!("chatcmpl-{}", digest(&asked)),
        "object": "chat.completion",
        // A real time would make the answers to equal requests differ.
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
    fault_injection::apply(&mut whole, &injected_faults(request));
    whole
}

/// Answers a chat-completions request with the `chat.completion.chunk` objects of a stream.
///
/// They hold the role, the content a few words at a time, the finish reason, and the token counts if
/// `stream_options.include_usage` asks for them.
pub fn stream(request: &Value) -> Vec<Value> {
    let whole = complete(request);
    let choice = &whole["choices"][0];
    let content = choice["message"]["content"].as_str().unwrap_or_default();
    let chunk = |choices: Value| {
        json!({
            "id": whole["id"],
            "object": "chat.completion.chunk",
            "created": whole["created"],
            "model": whole["model"],
            "choices": choices,
        })
    };
    let delta = |delta: Value, finish_reason: &Value| {
        chunk(json!([{ "index": 0, "delta": delta, "logprobs": null, "finish_reason": finish_reason }]))
    };
    let mut chunks = vec![delta(json!({ "role": "assistant", "content": "" }), &Value::Null)];
    if whole["choices"][0].is_null() {
        chunks = vec![chunk(json!([]))];
    } else {
        let words: Vec<&str> = content.split_inclusive(' ').collect();
        let few = words.chunks(WORDS_PER_CHUNK).map(|words| words.concat());
        chunks.extend(few.map(|text| delta(json!({ "content": text }), &Value::Null)));
        let refusal = &choice["message"]["refusal"];
        let refused = (!refusal.is_null()).then(|| delta(json!({ "refusal": refusal }), &Value::Null));
        chunks.extend(refused);
        chunks.push(delta(json!({}), &choice["finish_reason"]));
    }
    if request["stream_options"]["include_usage"] == true {
        let mut last = chunk(json!([]));
        last["usage"] = whole["usage"].clone();
        chunks.push(last);
    }
    chunks
}

fn answer(turn: &Turn) -> Proposal {
    let understood = understanding::of(turn);
    let suggested = suggestions::find(turn, &understood);
    let reply = replies::write(turn, &understood, &suggested);
    let updates = understood.updates.into_iter().chain(suggested).collect();
    Proposal { updates, intent: understood.intent.unwrap_or(Intent::Continue), reply }
}

/// An estimate: four characters to a token.
fn tokens(text: &str) -> usize {
    text.chars().count().div_ceil(4)
}

fn digest(text: &str) -> String {
    Sha256::digest(text).iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}
