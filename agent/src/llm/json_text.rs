//! JSON inside the text of an LLM.

use serde::de::DeserializeOwned;

/// The text after the reasoning of the LLM.
pub(super) fn without_thoughts(text: &str) -> &str {
    text.rsplit_once("</think>").map_or(text, |(_, answer)| answer)
}

/// The JSON value at the beginning of a text, whatever follows it.
pub(super) fn first_value<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::Deserializer::from_str(text).into_iter::<T>().next()?.ok()
}
