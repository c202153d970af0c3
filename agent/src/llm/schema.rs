//! The JSON schema of an answer: flat, everything required, nothing nullable, because all servers can enforce that.
//! Numbers are text.

use serde_json::{Value, json};

pub(crate) const NAME: &str = "job_post_turn";

pub(crate) const OPS: [&str; 4] = ["set", "add", "remove", "clear"];

pub(crate) const FIELDS: [&str; 30] = [
    "title",
    "department",
    "experienceLevel",
    "location",
    "workType",
    "salaryMin",
    "salaryMax",
    "salaryPeriod",
    "currency",
    "skills",
    "description",
    "requirements",
    "responsibilities",
    "benefits",
    "employmentTypes",
    "contractLength",
    "workingHours",
    "startDate",
    "openings",
    "applyBy",
    "howToApply",
    "contact",
    "qualifications",
    "languages",
    "additionalPay",
    "travel",
    "relocation",
    "notes",
    "enableAiInterview",
    "isFeatured",
];

pub(crate) const INTENTS: [&str; 4] = ["continue", "finalize", "reset", "undo"];

/// The order of the properties is the order of generation: facts first, the reply last.
pub(crate) fn answer() -> Value {
    let update = object(json!({
        "op": { "type": "string", "enum": OPS },
        "field": { "type": "string", "enum": FIELDS },
        "value": { "type": "string" },
        "quote": { "type": "string" },
    }));
    object(json!({
        "updates": { "type": "array", "items": update },
        "intent": { "type": "string", "enum": INTENTS },
        "reply": { "type": "string" },
    }))
}

fn object(properties: Value) -> Value {
    let required: Vec<&String> = properties.as_object().map(|all| all.keys().collect()).unwrap_or_default();
    json!({
        "type": "object",
        "required": required,
        "additionalProperties": false,
        "properties": properties,
    })
}
