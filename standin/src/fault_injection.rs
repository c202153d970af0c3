//! Fault injection: words at the beginning of a message that make the stand-in fail. Any other model reads them as text.

use serde_json::Value;

use crate::request;

/// A fault that the endpoint produces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InjectedFault {
    /// Waits this many seconds before the first byte.
    Slow(u64),
    /// Answers with this HTTP status: the first `calls` calls of a turn, or all of them.
    Fail { status: u16, calls: Option<u32> },
    /// Breaks the connection after half of the body.
    Cut,
    /// Writes an answer that is not JSON.
    Garbage,
    /// Writes half of the answer, with the finish reason `length`.
    Length,
    /// Writes a refusal.
    Refuse,
    /// Writes a response without choices.
    Empty,
}

/// All the words, without their numbers.
pub const FAULT_WORDS: [&str; 7] = ["!slow", "!fail", "!cut", "!garbage", "!length", "!refuse", "!empty"];

/// The longest delay, in seconds.
const MAX_DELAY: u64 = 600;

/// The faults that the message of a request asks for.
///
/// A message may begin with several fault words. A word with a number out of range is text.
pub fn injected_faults(request: &Value) -> Vec<InjectedFault> {
    split(&request::message(request)).0
}

/// The faults, and the message without their words.
pub(crate) fn split(message: &str) -> (Vec<InjectedFault>, &str) {
    let (mut found, mut rest) = (Vec::new(), message.trim_start());
    while rest.starts_with('!') {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let Some(word) = read(&rest[1..end]) else { break };
        found.push(word);
        rest = rest[end..].trim_start();
    }
    if found.is_empty() { (found, message) } else { (found, rest) }
}

fn read(word: &str) -> Option<InjectedFault> {
    let mut parts = word.split(':');
    let name = parts.next()?;
    let numbers: Vec<u64> = parts.map(str::parse).collect::<Result<_, _>>().ok()?;
    match (name, &*numbers) {
        ("slow", [seconds]) if *seconds <= MAX_DELAY => Some(InjectedFault::Slow(*seconds)),
        ("fail", [status]) => Some(InjectedFault::Fail { status: error_status(*status)?, calls: None }),
        ("fail", [status, calls]) => Some(InjectedFault::Fail {
            status: error_status(*status)?,
            calls: Some(u32::try_from(*calls).ok()?),
        }),
        ("cut", []) => Some(InjectedFault::Cut),
        ("garbage", []) => Some(InjectedFault::Garbage),
        ("length", []) => Some(InjectedFault::Length),
        ("refuse", []) => Some(InjectedFault::Refuse),
        ("empty", []) => Some(InjectedFault::Empty),
        _ => None,
    }
}

fn error_status(status: u64) -> Option<u16> {
    u16::try_from(status).ok().filter(|status| (400..600).contains(status))
}

/// Changes a good answer into the faulty one.
pub(crate) fn apply(whole: &mut Value, faults: &[InjectedFault]) {
    let has = |fault| faults.contains(&fault);
    let content = whole["choices"][0]["message"]["content"].as_str().unwrap_or_default();
    let half: String = content.chars().take(content.chars().count() / 2).collect();
    if has(InjectedFault::Garbage) {
        whole["choices"][0]["message"]["content"] = format!("Certainly! {half}").into();
    }
    if has(InjectedFault::Length) {
        whole["choices"][0]["message"]["content"] = half.into();
        whole["choices"][0]["finish_reason"] = "length".into();
    }
    if has(InjectedFault::Refuse) {
        whole["choices"][0]["message"]["content"] = Value::Null;
        whole["choices"][0]["message"]["refusal"] = "I'm sorry, but I can't help with that.".into();
    }
    if has(InjectedFault::Empty) {
        whole["choices"] = Value::Array(Vec::new());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_at_the_beginning_inject_faults() {
        let fail = |status, calls| InjectedFault::Fail { status, calls };
        let cases: &[(&str, &[InjectedFault], &str)] = &[
            ("!slow:5 a cook", &[InjectedFault::Slow(5)], "a cook"),
            ("!slow:1 !fail:429:2 a cook", &[InjectedFault::Slow(1), fail(429, Some(2))], "a cook"),
            ("  !fail:503\na cook", &[fail(503, None)], "a cook"),
            ("!empty", &[InjectedFault::Empty], ""),
            ("a cook !empty", &[], "a cook !empty"),
            ("!fail:200 a cook", &[], "!fail:200 a cook"),
            ("!fail:4290000 a cook", &[], "!fail:4290000 a cook"),
            ("!slow a cook", &[], "!slow a cook"),
            ("!important: a cook", &[], "!important: a cook"),
            ("!cut! a cook", &[], "!cut! a cook"),
        ];
        for (message, faults, rest) in cases {
            assert_eq!(split(message), (faults.to_vec(), *rest), "{message}");
        }
    }
}
