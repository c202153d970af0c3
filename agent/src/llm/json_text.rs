//! JSON inside the text of an LLM.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::near_json;

/// Most places in a text where an object is looked for.
const MOST_STARTS: usize = 200;

/// What ends the thinking part, and what begins the final channel of a model that names its channels.
const MARKS: [&str; 2] = ["</think>", "<|channel|>final<|message|>"];

/// The text after the thinking part of the LLM.
pub(super) fn without_thoughts(text: &str) -> &str {
    MARKS.iter().fold(text, |text, mark| text.rsplit_once(mark).map_or(text, |(_, answer)| answer))
}

/// The JSON value at the beginning of a text, whatever follows it.
pub(super) fn first_value<T: DeserializeOwned>(text: &str) -> Option<T> {
    first_with_length(text).map(|(value, _)| value)
}

/// The JSON value at the beginning of a text, mended if that needs no guess, and its length in the text.
pub(super) fn first_with_length<T: DeserializeOwned>(text: &str) -> Option<(T, usize)> {
    strict(text).or_else(|| {
        let (mended, length) = near_json::mended(text)?;
        strict(&mended).map(|(value, _)| (value, length))
    })
}

fn strict<T: DeserializeOwned>(text: &str) -> Option<(T, usize)> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<T>();
    let value = values.next()?.ok()?;
    Some((value, values.byte_offset()))
}

/// The answer in a text: after the thinking part, in a code fence, before other text, or encoded as a JSON text. Of several
/// complete answers it is the last, since the earlier ones are drafts. Objects inside of an answer are a part of it.
pub(super) fn find_answer(text: &str) -> Option<Map<String, Value>> {
    let answers = Answers::of(text);
    match answers.last {
        // Nothing follows the thinking part: what stands in it is the answer.
        None if without_thoughts(text).trim().is_empty() => answers.draft,
        None => encoded(text),
        last => last,
    }
}

/// The last answer of a text, and the last one of its thinking part.
#[derive(Default)]
struct Answers {
    last: Option<Map<String, Value>>,
    draft: Option<Map<String, Value>>,
}

impl Answers {
    fn of(text: &str) -> Answers {
        let mut answers = Answers::default();
        let (mut rest, mut starts) = (text, 0);
        while let Some(at) = rest.find(['{', '<'])
            && starts < MOST_STARTS
        {
            rest = &rest[at..];
            starts += usize::from(rest.starts_with('{'));
            rest = &rest[answers.step(rest)..];
        }
        answers
    }

    /// Reads what begins here, a mark or an object, and returns its length.
    fn step(&mut self, rest: &str) -> usize {
        if let Some(mark) = MARKS.iter().find(|mark| rest.starts_with(**mark)) {
            self.draft = self.last.take().or(self.draft.take());
            return mark.len();
        }
        match first_with_length::<Map<String, Value>>(rest) {
            Some((object, length)) if is_answer(&object) => {
                self.last = Some(object);
                length
            }
            _ => 1,
        }
    }
}

/// The answer of a text that is a JSON text itself, with or without a code fence.
fn encoded(text: &str) -> Option<Map<String, Value>> {
    let text =
        without_thoughts(text).trim().trim_start_matches("```json").trim_start_matches('`').trim_start();
    let decoded: String = first_value(text)?;
    Answers::of(&decoded).last
}

/// A single update is no answer.
fn is_answer(object: &Map<String, Value>) -> bool {
    object.contains_key("reply") || object.contains_key("updates")
}
