//! A whole conversation, as a scenario: from the first message to the job post, each answer as a server gave it.
//! `data/conversation.json` is played against the server by the tests, which say when an answer is another.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::document::Operation;
use crate::stubs;

const RECORDED: &str = include_str!("../data/conversation.json");
const PRIORITY: u8 = 3;

/// One request of the conversation and what the server answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub operation: String,
    /// In which state of the conversation the answer is this one; nothing: in any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Which state it brings about; nothing: it stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub path: Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Value>,
    #[serde(default)]
    pub status: u16,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub headers: Map<String, Value>,
    #[serde(default)]
    pub answer: Value,
}

/// What was recorded, in order.
pub fn steps() -> Vec<Step> {
    serde_json::from_str(RECORDED).unwrap_or_else(|error| panic!("data/conversation.json: {error}"))
}

/// The stubs of all steps. A turn that nobody waits for is there too: accepted now, and to be read.
pub fn stubs(operations: &[Operation<'_>]) -> Vec<Value> {
    let mut stubs = Vec::new();
    for step in steps() {
        let Some(operation) = operations.iter().find(|operation| operation.id() == step.operation) else {
            panic!("the conversation has an operation {} that the document has not", step.operation)
        };
        stubs.push(stub(operation, &step, operation.takes("Prefer")));
        if operation.takes("Prefer") {
            stubs.push(stub(operation, &accepted(&step), false));
        }
    }
    stubs
}

fn stub(operation: &Operation<'_>, step: &Step, waits: bool) -> Value {
    let path = step.path.iter().fold(operation.path.to_owned(), |path, (name, value)| {
        path.replace(&format!("{{{name}}}"), value.as_str().unwrap_or_default())
    });
    let mut request = json!({"method": operation.method.to_uppercase(), "urlPath": path,
        "headers": {"Authorization": {"matches": "Bearer .+"}}});
    let mut headers = json!({"Authorization": "Bearer stub"});
    if let (Some((_, media)), true) = (operation.body(), step.status < 300) {
        request["bodyPatterns"] = stubs::fits(operation.document, &media["schema"]);
    }
    if waits {
        request["headers"]["Prefer"] = json!({"contains": "wait="});
        headers["Prefer"] = json!("wait=20");
    }
    if step.body.is_some() {
        headers["Content-Type"] = json!("application/json");
    }
    let mut stub = json!({
        "name": format!("conversation: {} {}", step.operation, step.status),
        "priority": if waits { PRIORITY - 1 } else { PRIORITY },
        "scenarioName": "conversation",
    });
    if let Some(state) = &step.from {
        stub["requiredScenarioState"] = json!(state);
    }
    if let Some(state) = &step.to {
        stub["newScenarioState"] = json!(state);
    }
    stub["request"] = request;
    stub["response"] = json!({"status": step.status, "headers": answer_headers(operation, step),
        "jsonBody": step.answer});
    stub["metadata"] = json!({"operation": step.operation, "status": step.status,
        "request": {"method": operation.method.to_uppercase(), "path": path, "body": step.body, "headers": headers}});
    stub
}

fn answer_headers(operation: &Operation<'_>, step: &Step) -> Value {
    let media_type = if step.status < 400 { "application/json" } else { "application/problem+json" };
    let mut headers =
        json!({"X-Request-Id": stubs::request_id(operation.document), "Content-Type": media_type});
    for (name, value) in &step.headers {
        headers[name] = value.clone();
    }
    headers
}

/// The same turn right after it was accepted.
fn accepted(step: &Step) -> Step {
    let mut step = step.clone();
    step.status = 202;
    if let Some(turn) = step.answer.as_object_mut() {
        for field in ["reply", "started_at", "finished_at"] {
            turn.shift_remove(field);
        }
        turn.insert("status".to_owned(), json!("queued"));
    }
    let text = |field: &str| step.answer[field].as_str().unwrap_or_default().to_owned();
    let location = format!("/v1/sessions/{}/turns/{}", text("session_id"), text("id"));
    step.headers.insert("Location".to_owned(), json!(location));
    step
}
