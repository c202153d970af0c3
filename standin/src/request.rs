//! A chat-completions request as the agent writes it: the lines of the conversation, and the question in the last one.

use serde_json::Value;

/// The role and the text of each message, oldest first.
pub(crate) fn lines(request: &Value) -> Vec<(&str, String)> {
    let messages = request["messages"].as_array().map(Vec::as_slice).unwrap_or_default();
    messages
        .iter()
        .map(|message| (message["role"].as_str().unwrap_or_default(), content(&message["content"])))
        .collect()
}

/// The text of a message, which may come as a list of parts.
fn content(content: &Value) -> String {
    match content {
        Value::Array(parts) => parts.iter().filter_map(|part| part["text"].as_str()).collect(),
        _ => content.as_str().unwrap_or_default().to_owned(),
    }
}

/// The user's message as they wrote it.
pub(crate) fn message(request: &Value) -> String {
    let lines = lines(request);
    let last = lines.get(message_index(&lines)).map(|(_, text)| text.as_str()).unwrap_or_default();
    read_question(last).map_or(last, |(_, message)| message).to_owned()
}

/// Which line holds the message to answer. After it there may be an unusable answer and a request to repair that.
pub(crate) fn message_index(lines: &[(&str, String)]) -> usize {
    let question = lines.iter().rposition(|(role, text)| *role == "user" && read_question(text).is_some());
    question.or_else(|| lines.iter().rposition(|(role, _)| *role == "user")).unwrap_or(0)
}

/// Reads the agent's question: the job post as JSON, and the user's message. `None` if the text is no such question.
pub fn read_question(content: &str) -> Option<(Value, &str)> {
    let (nonce, rest) = content.strip_prefix("<job_post_")?.split_once(">\n")?;
    let (facts, rest) = rest.split_once(&format!("\n</job_post_{nonce}>\n<message_{nonce}>\n"))?;
    let message = rest.strip_suffix(&format!("\n</message_{nonce}>"))?;
    Some((serde_json::from_str(facts).ok()?, message))
}
