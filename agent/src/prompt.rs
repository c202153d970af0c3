//! The messages of one request: a static prefix that servers can cache, the conversation, and the question of this turn.

use std::sync::LazyLock;

use job_post::{Content, WritingSettings};
use regex::Regex;
use serde::Serialize;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use crate::{Conversation, Line, Rejected, Speaker, llm::schema};

pub(crate) const SYSTEM: &str = include_str!("../prompts/system.md");
pub(crate) const JSON_OBJECT: &str = include_str!("../prompts/json_object.md");
pub(crate) const FENCED_JSON: &str = include_str!("../prompts/fenced_json.md");
const REPAIR: &str = include_str!("../prompts/repair.md");

/// How much of the model's context the conversation and the answer may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PromptLimits {
    /// Most lines of the conversation.
    lines: usize,
    /// Most characters of each line.
    characters: usize,
    /// Most tokens of the answer, if the settings do not have fewer.
    pub answer_tokens: u32,
}

impl PromptLimits {
    /// Enough for a long description, for reasoning models, and for "put it back" ten messages later.
    pub const NORMAL: PromptLimits = PromptLimits { lines: 24, characters: 1_000, answer_tokens: u32::MAX };
    /// For a small context that the normal prompt exceeds.
    pub const REDUCED: PromptLimits = PromptLimits { lines: 4, characters: 250, answer_tokens: 1_024 };
}

/// Most characters of an unusable answer that are shown to the LLM.
const LONGEST_REJECTED: usize = 2_000;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Message {
    pub role: &'static str,
    pub content: String,
}

/// The version of the prompts and the schema: their hex SHA-256.
pub fn prompt_hash() -> &'static str {
    static HASH: LazyLock<String> = LazyLock::new(|| {
        let mut hash = Sha256::new();
        for part in [SYSTEM, JSON_OBJECT, FENCED_JSON, REPAIR, &schema::answer().to_string()] {
            hash.update(part);
            hash.update([0]);
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    });
    &HASH
}

/// The static texts that must not leak. The messages and replies of their examples are ordinary sentences, so they are
/// left out.
pub(crate) fn secrets() -> Vec<String> {
    static EXAMPLES: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"(?m)^Message: .*$|"reply":"[^"]*""#).expect("a fixed pattern compiles")
    });
    let texts = [SYSTEM, JSON_OBJECT, FENCED_JSON, REPAIR];
    texts.into_iter().flat_map(|text| EXAMPLES.split(text)).map(str::to_owned).collect()
}

/// The messages for a conversation. After an unusable answer they include that answer and its error.
pub(crate) fn messages(
    conversation: &Conversation,
    rejected: Option<&Rejected>,
    limits: PromptLimits,
) -> Vec<Message> {
    messages_marked(conversation, rejected, limits, &format!("{:016x}", rand::random::<u64>()))
}

/// The messages with a given nonce. A user cannot guess the nonce, and so cannot forge the markers.
pub(crate) fn messages_marked(
    conversation: &Conversation,
    rejected: Option<&Rejected>,
    limits: PromptLimits,
    nonce: &str,
) -> Vec<Message> {
    let mut messages = vec![Message { role: "system", content: SYSTEM.to_owned() }];
    messages.extend(recent_lines(&conversation.history, limits));
    messages.push(Message { role: "user", content: question(conversation, nonce) });
    if let Some(rejected) = rejected {
        let raw = cut(&rejected.raw, LONGEST_REJECTED);
        let empty = raw.trim().is_empty();
        messages.push(if empty { unanswered() } else { Message { role: "assistant", content: raw } });
        messages.push(Message { role: "user", content: REPAIR.replace("{error}", &rejected.error) });
    }
    messages
}

/// Do the reduced limits leave out a part of the conversation?
pub(crate) fn is_long(conversation: &Conversation) -> bool {
    let lines = |limits| recent_lines(&conversation.history, limits);
    lines(PromptLimits::NORMAL) != lines(PromptLimits::REDUCED)
}

/// The last lines of the conversation. User and assistant alternate, beginning with the user, because some chat templates
/// refuse anything else.
fn recent_lines(history: &[Line], limits: PromptLimits) -> Vec<Message> {
    let recent = &history[history.len().saturating_sub(limits.lines)..];
    let mut messages: Vec<Message> = Vec::new();
    for line in recent.iter().skip_while(|line| line.speaker == Speaker::Agent) {
        let role = if line.speaker == Speaker::User { "user" } else { "assistant" };
        let content = cut(&line.text, limits.characters);
        match messages.last_mut() {
            Some(last) if last.role == role && role == "assistant" => {
                last.content = format!("{}\n{content}", last.content);
            }
            Some(last) if last.role == role => messages.extend([unanswered(), Message { role, content }]),
            _ => messages.push(Message { role, content }),
        }
    }
    if messages.last().is_some_and(|last| last.role == "user") {
        messages.push(unanswered());
    }
    messages
}

/// The placeholder for a failed turn or an empty answer.
fn unanswered() -> Message {
    Message { role: "assistant", content: "(no answer)".to_owned() }
}

fn question(conversation: &Conversation, nonce: &str) -> String {
    let mut facts = json!({ "company": conversation.company_name, "fields": fields(&conversation.content) });
    let suggested = fields(&conversation.suggested);
    if !suggested.is_empty() {
        facts["suggested"] = suggested.into();
    }
    if let Some(locale) = &conversation.locale {
        facts["locale"] = json!(locale);
    }
    let WritingSettings { tone, length, .. } = conversation.writing;
    if (tone, length) != Default::default() {
        facts["style"] = json!({ "tone": tone, "length": length });
    }
    let message = &conversation.message;
    format!(
        "<job_post_{nonce}>\n{facts}\n</job_post_{nonce}>\n<message_{nonce}>\n{message}\n</message_{nonce}>"
    )
}

/// The fields with a value, by their wire names.
pub fn fields(content: &Content) -> Map<String, Value> {
    let salary = &content.salary;
    let all = json!({
        "title": content.title,
        "department": content.department,
        "experienceLevel": content.experience_level,
        "location": content.location,
        "workType": content.work_type,
        "salaryMin": salary.min.map(|amount| amount.to_string()),
        "salaryMax": salary.max.map(|amount| amount.to_string()),
        "salaryPeriod": salary.period,
        "currency": salary.currency,
        "skills": content.skills,
        "description": content.description,
        "requirements": content.requirements,
        "responsibilities": content.responsibilities,
        "benefits": content.benefits,
        "employmentTypes": content.employment_types,
        "contractLength": content.contract_length,
        "workingHours": content.working_hours,
        "startDate": content.start_date,
        "openings": content.openings.map(|openings| openings.to_string()),
        "applyBy": content.apply_by,
        "howToApply": content.how_to_apply,
        "contact": content.contact,
        "qualifications": content.qualifications,
        "languages": content.languages,
        "additionalPay": content.additional_pay,
        "travel": content.travel,
        "relocation": content.relocation,
        "notes": content.notes,
        "enableAiInterview": content.enable_ai_interview,
        "isFeatured": content.is_featured,
    });
    let Value::Object(all) = all else {
        return Map::new();
    };
    all.into_iter().filter(|(_, value)| has_value(value)).collect()
}

fn has_value(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    }
}

fn cut(text: &str, characters: usize) -> String {
    let mut shown: String = text.chars().take(characters).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
#[path = "prompt_tests.rs"]
mod tests;
