//! Words at the beginning of a message that make the stand-in fail on purpose. To any other model they are text.

use serde_json::Value;

use super::turn;

/// What the endpoint does instead of answering well, or before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Magic {
    /// So many seconds pass before the first byte.
    Slow(u64),
    /// This HTTP status, for so many calls of a turn; for all without a number.
    Fail { status: u16, calls: Option<u32> },
    /// The stream, or the body, is broken off half-way.
    Cut,
    /// The answer is no JSON.
    Garbage,
    /// The answer ends half-way because the limit of tokens is reached.
    Length,
    /// The model refuses.
    Refuse,
    /// An answer without choices.
    Empty,
}

/// All of them, without their numbers.
pub const WORDS: [&str; 7] = ["!slow", "!fail", "!cut", "!garbage", "!length", "!refuse", "!empty"];

/// The longest time to be slow, in seconds.
const SLOWEST: u64 = 600;

/// The words that a request's message begins with; several may stand behind each other. A word with an impossible number is text.
pub fn magic(request: &Value) -> Vec<Magic> {
    split(&turn::message(request)).0
}

/// The words, and the message without them.
pub(super) fn split(message: &str) -> (Vec<Magic>, &str) {
    let (mut found, mut rest) = (Vec::new(), message.trim_start());
    while rest.starts_with('!') {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let Some(word) = read(&rest[1..end]) else { break };
        found.push(word);
        rest = rest[end..].trim_start();
    }
    if found.is_empty() { (found, message) } else { (found, rest) }
}

fn read(word: &str) -> Option<Magic> {
    let mut parts = word.split(':');
    let name = parts.next()?;
    let numbers: Vec<u64> = parts.map(str::parse).collect::<Result<_, _>>().ok()?;
    match (name, &*numbers) {
        ("slow", [seconds]) if *seconds <= SLOWEST => Some(Magic::Slow(*seconds)),
        ("fail", [status]) => Some(Magic::Fail { status: error_status(*status)?, calls: None }),
        ("fail", [status, calls]) => {
            Some(Magic::Fail { status: error_status(*status)?, calls: Some(u32::try_from(*calls).ok()?) })
        }
        ("cut", []) => Some(Magic::Cut),
        ("garbage", []) => Some(Magic::Garbage),
        ("length", []) => Some(Magic::Length),
        ("refuse", []) => Some(Magic::Refuse),
        ("empty", []) => Some(Magic::Empty),
        _ => None,
    }
}

fn error_status(status: u64) -> Option<u16> {
    u16::try_from(status).ok().filter(|status| (400..600).contains(status))
}

/// Makes of a good answer what the word asks for.
pub(super) fn spoil(whole: &mut Value, magic: &[Magic]) {
    let has = |word| magic.contains(&word);
    let content = whole["choices"][0]["message"]["content"].as_str().unwrap_or_default();
    let half: String = content.chars().take(content.chars().count() / 2).collect();
    if has(Magic::Garbage) {
        whole["choices"][0]["message"]["content"] = format!("Certainly! {half}").into();
    }
    if has(Magic::Length) {
        whole["choices"][0]["message"]["content"] = half.into();
        whole["choices"][0]["finish_reason"] = "length".into();
    }
    if has(Magic::Refuse) {
        whole["choices"][0]["message"]["content"] = Value::Null;
        whole["choices"][0]["message"]["refusal"] = "I'm sorry, but I can't help with that.".into();
    }
    if has(Magic::Empty) {
        whole["choices"] = Value::Array(Vec::new());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_at_the_beginning_are_magic() {
        let fail = |status, calls| Magic::Fail { status, calls };
        let cases: &[(&str, &[Magic], &str)] = &[
            ("!slow:5 a cook", &[Magic::Slow(5)], "a cook"),
            ("!slow:1 !fail:429:2 a cook", &[Magic::Slow(1), fail(429, Some(2))], "a cook"),
            ("  !fail:503\na cook", &[fail(503, None)], "a cook"),
            ("!empty", &[Magic::Empty], ""),
            ("a cook !empty", &[], "a cook !empty"),
            ("!fail:200 a cook", &[], "!fail:200 a cook"),
            ("!fail:4290000 a cook", &[], "!fail:4290000 a cook"),
            ("!slow a cook", &[], "!slow a cook"),
            ("!important: a cook", &[], "!important: a cook"),
            ("!cut! a cook", &[], "!cut! a cook"),
        ];
        for (message, magic, rest) in cases {
            assert_eq!(split(message), (magic.to_vec(), *rest), "{message}");
        }
    }
}
