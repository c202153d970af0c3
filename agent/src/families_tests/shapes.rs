//! The shapes of responses and streams.

use serde_json::{Value, json};

/// Events with one chunk each, without an end mark.
fn events(chunks: &[Value]) -> String {
    chunks.iter().map(|chunk| format!("data: {chunk}\n\n")).collect()
}

const DONE: &str = "data: [DONE]\n\n";

fn chunk(delta: &Value, finish: &Value) -> Value {
    json!({ "id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m",
            "choices": [{ "index": 0, "delta": delta, "finish_reason": finish }] })
}

/// The content in two chunks, in this member of the message.
fn halves(member: &str, content: &str) -> [Value; 2] {
    let (begin, end) = content.split_at(content.floor_char_boundary(content.len() / 2));
    [begin, end].map(|part| chunk(&json!({ member: part }), &Value::Null))
}

fn last() -> Value {
    chunk(&json!({}), &json!("stop"))
}

fn usage() -> Value {
    json!({ "choices": [], "usage": { "prompt_tokens": 100, "completion_tokens": 20 } })
}

/// A role, the content, a reason, the usage if requested, and an end mark.
pub(super) fn openai(request: &Value, content: &str) -> String {
    let role = chunk(&json!({ "role": "assistant", "content": "", "refusal": null }), &Value::Null);
    let [begin, end] = halves("content", content);
    let counts = request["stream_options"]["include_usage"] == true;
    let counts = if counts { events(&[usage()]) } else { String::new() };
    events(&[role, begin, end, last()]) + &counts + DONE
}

/// A first chunk without choices has the result of the filter.
pub(super) fn azure(request: &Value, content: &str) -> String {
    let filter = json!({ "choices": [], "prompt_filter_results": [{ "prompt_index": 0, "content_filter_results": {} }] });
    events(&[filter]) + &openai(request, content)
}

/// The reason comes with the content, and the usage with every chunk.
pub(super) fn gemini(_: &Value, content: &str) -> String {
    let mut whole = chunk(&json!({ "role": "assistant", "content": content }), &json!("stop"));
    whole["usage"] = json!({ "prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120 });
    events(&[whole]) + DONE
}

/// Thoughts stand in `reasoning_content`.
pub(super) fn thinking(request: &Value, content: &str) -> String {
    let thought = chunk(
        &json!({ "content": null, "reasoning_content": "The user wants {\"reply\": …}" }),
        &Value::Null,
    );
    events(&[thought]) + &openai(request, content)
}

/// Comments keep the connection open.
pub(super) fn deepseek(request: &Value, content: &str) -> String {
    format!(": keep-alive\n\n: keep-alive\n\n{}", thinking(request, content))
}

/// A member of its own has the usage.
pub(super) fn groq(request: &Value, content: &str) -> String {
    let mut first = chunk(&json!({ "role": "assistant", "content": "" }), &Value::Null);
    first["x_groq"] = json!({ "id": "req_1" });
    events(&[first]) + &openai(request, content)
}

/// Comments before the first chunk; thoughts in `reasoning`; a reason that is empty at first.
pub(super) fn openrouter(_: &Value, content: &str) -> String {
    let thought = chunk(&json!({ "content": "", "reasoning": "hm" }), &json!(""));
    let [begin, end] = halves("content", content);
    format!(": OPENROUTER PROCESSING\n\n{}{DONE}", events(&[thought, begin, end, last(), usage()]))
}

/// No blank behind the name of the field, and no end mark.
pub(super) fn tgi(_: &Value, content: &str) -> String {
    let [begin, end] = halves("content", content);
    events(&[begin, end, last()]).replace("data: ", "data:")
}

/// The parser of thoughts takes the whole answer for a thought.
pub(super) fn vllm_with_reasoning(_: &Value, content: &str) -> String {
    let [begin, end] = halves("reasoning", content);
    events(&[begin, end, last(), usage()]) + DONE
}

/// No usage at all.
pub(super) fn ollama(_: &Value, content: &str) -> String {
    let [begin, end] = halves("content", content);
    events(&[begin, end, last()]) + DONE
}

/// No end mark.
pub(super) fn old_llama_cpp(_: &Value, content: &str) -> String {
    let [begin, end] = halves("content", content);
    events(&[begin, end, last()])
}

/// Speeds in the last chunk.
pub(super) fn llama_cpp(request: &Value, content: &str) -> String {
    let timings = json!({ "choices": [], "timings": { "prompt_n": 100, "predicted_per_second": 7.5 }, "usage": usage()["usage"] });
    thinking(request, content).replace(DONE, &events(&[timings])) + DONE
}
