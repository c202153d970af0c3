//! Reads a proposal out of a response. It accepts any readable form, and rejects answers that cannot be used.

use job_post::{Field, Intent, Language, Op, Proposal, ProposedUpdate};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{
    chat_completion::{ChatCompletion, Choice, Message},
    json_text::{find_answer, first_value},
    salvage::salvaged,
    schema,
};
use crate::leaks;
use crate::phrases::{Phrase, phrase};

/// Most updates of an answer. An LLM that writes more repeats itself.
const MOST_UPDATES: usize = 64;

/// What a response says.
#[derive(Debug, PartialEq)]
pub(crate) struct Reading {
    pub proposal: Proposal,
    /// The number of unreadable updates.
    pub dropped: i64,
    pub flag: Option<&'static str>,
}

/// Reads the answer of the LLM. `language` is that of fixed texts, for an answer without a reply.
///
/// # Errors
/// What is wrong with the answer, in words for the LLM.
pub(crate) fn read(completion: &ChatCompletion, language: Language) -> Result<Reading, String> {
    let choices = completion.choices.as_ref().ok_or("the response has no choices")?;
    let Some(choice) = choices.first() else {
        return Ok(polite(language, "empty"));
    };
    if let Some(flag) = withheld(choice) {
        return Ok(polite(language, flag));
    }
    let mut reading = of_choice(choice, &text(completion), language)?;
    if leaks::remove_leaks(&mut reading.proposal, language) {
        reading.flag = Some("leak");
    }
    Ok(reading)
}

fn of_choice(choice: &Choice, text: &str, language: Language) -> Result<Reading, String> {
    // What a thinking part has of an answer that was cut off is a draft.
    let cut = choice.finish_reason.as_deref() == Some("length")
        && !choice.message.as_ref().is_some_and(is_thinking);
    match find_answer(text) {
        Some(answer) => of_answer(&answer),
        None if cut => salvaged(text)
            .map(|updates| of_updates(&updates, phrase(language, Phrase::NotedThat), Intent::Continue))
            .ok_or_else(|| "it was cut off before it was complete; write less".to_owned()),
        None if text.trim().is_empty() => Err("it was empty".to_owned()),
        None => Err("it holds no JSON object of the described form".to_owned()),
    }
}

/// The text that the LLM wrote. If the content has no answer, it is in the arguments of a tool call; if there is no content,
/// in the thinking part.
pub(crate) fn text(completion: &ChatCompletion) -> String {
    let choice = completion.choices.as_ref().and_then(|choices| choices.first());
    let Some(message) = choice.and_then(|choice| choice.message.as_ref()) else {
        return String::new();
    };
    let (content, arguments) = (message.text(), message.arguments());
    if find_answer(&content).is_none() && find_answer(&arguments).is_some() {
        return arguments;
    }
    let places = [content, arguments, message.thoughts().to_owned()];
    places.into_iter().find(|text| !text.trim().is_empty()).unwrap_or_default()
}

/// Is the thinking part all that came?
fn is_thinking(message: &Message) -> bool {
    message.text().trim().is_empty() && message.arguments().trim().is_empty()
}

fn withheld(choice: &Choice) -> Option<&'static str> {
    if choice.finish_reason.as_deref() == Some("content_filter") {
        return Some("content_filter");
    }
    choice.message.as_ref()?.refusal().map(|_| "refusal")
}

/// A proposal without updates that asks the user to rephrase.
fn polite(language: Language, flag: &'static str) -> Reading {
    let reply = phrase(language, Phrase::NoAnswer);
    let proposal = Proposal { updates: Vec::new(), intent: Intent::Continue, reply };
    Reading { proposal, dropped: 0, flag: Some(flag) }
}

fn of_answer(answer: &Map<String, Value>) -> Result<Reading, String> {
    let updates: Vec<Value> = match answer.get("updates") {
        Some(Value::Array(updates)) => updates.iter().map(decoded).collect(),
        None | Some(Value::Null) => Vec::new(),
        Some(Value::String(text)) => first_value(text).ok_or("`updates` must be an array of objects")?,
        Some(_) => return Err("`updates` must be an array of objects".to_owned()),
    };
    let reply = match answer.get("reply") {
        Some(Value::String(reply)) => clean(reply),
        None | Some(Value::Null) => String::new(),
        Some(_) => return Err("`reply` must be text".to_owned()),
    };
    if reply.is_empty() {
        return Err("`reply` was empty".to_owned());
    }
    let intent = match answer.get("intent") {
        Some(Value::String(intent)) => named(&intent.trim().to_lowercase()).unwrap_or(Intent::Continue),
        None | Some(Value::Null) => Intent::Continue,
        Some(_) => return Err("`intent` must be text".to_owned()),
    };
    Ok(of_updates(&updates, reply, intent))
}

/// An update, which some models encode as a text.
fn decoded(update: &Value) -> Value {
    update.as_str().and_then(first_value).unwrap_or_else(|| update.clone())
}

fn of_updates(updates: &[Value], reply: String, intent: Intent) -> Reading {
    let mut read = Vec::new();
    let mut dropped = 0;
    for update in updates {
        let parts = updates_of(update);
        dropped += i64::from(parts.is_empty());
        read.extend(parts);
    }
    dropped += read.len().saturating_sub(MOST_UPDATES) as i64;
    read.truncate(MOST_UPDATES);
    Reading { proposal: Proposal { updates: read, intent, reply }, dropped, flag: None }
}

/// The updates of one entry: several if its value is a list, none if it cannot be read.
fn updates_of(update: &Value) -> Vec<ProposedUpdate> {
    let Some((op, field)) = target(update) else {
        return Vec::new();
    };
    let quote = update.get("quote").and_then(Value::as_str).map(clean).unwrap_or_default();
    let one = |op, value| ProposedUpdate { op, field, value, quote: quote.clone() };
    match update.get("value") {
        _ if op == Op::Clear => vec![one(op, String::new())],
        Some(Value::Array(items)) => {
            let op = if op == Op::Set { Op::Add } else { op };
            items.iter().filter_map(scalar).map(|value| one(op, value)).collect()
        }
        value => value.and_then(scalar).map(|value| one(op, value)).into_iter().collect(),
    }
}

fn target(update: &Value) -> Option<(Op, Field)> {
    let op = match update.get("op") {
        None | Some(Value::Null) => Op::Set,
        Some(op) => named(&op.as_str()?.trim().to_lowercase())?,
    };
    let wanted = plain(update.get("field")?.as_str()?);
    let field = schema::FIELDS.iter().find(|name| plain(name) == wanted)?;
    Some((op, named(field)?))
}

/// The form in which names are compared: without case, spaces and underscores.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn named<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(Value::from(name)).ok()
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(clean(text)).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// The text trimmed, and without control characters.
pub(crate) fn clean(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    kept.collect::<String>().trim().to_owned()
}
