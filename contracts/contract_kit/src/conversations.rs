//! A recorded conversation as a WireMock scenario, from the first message to the job post.
//!
//! The tests replay `data/conversation.json` against the server and fail when a response differs.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::document::Operation;
use crate::stubs;

const RECORDED: &str = include_str!("../data/conversation.json");
const PRIORITY: u8 = 3;

/// A request of the conversation and the server's response.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub operation: String,
    /// The state of the scenario in which this response is given. `None` means every state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The state that follows. `None` keeps the state.
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
    pub response: Value,
}

/// The recorded steps, in order.
pub fn steps() -> Vec<Step> {
    serde_json::from_str(RECORDED).unwrap_or_else(|error| panic!("data/conversation.json: {error}"))
}

/// The stubs of all steps. A turn has a second stub for clients that do not wait: accepted now, read later.
pub fn stubs(operations: &[Operation<'_>]) -> Vec<Value> {
    let mut stubs = Vec::new();
    for step in steps() {
        let Some(operation) = operations.iter().find(|operation| operation.id() == step.operation) else {
            panic!("the conversation uses the operation {}, which the document lacks", step.operation)
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
        request["bodyPatterns"] = stubs::matches_schema(operation.document, &media["schema"]);
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
    stub["response"] = json!({"status": step.status, "headers": response_headers(operation, step),
        "jsonBody": step.response});
    stub["metadata"] = json!({"operation": step.operation, "status": step.status,
        "request": {"method": operation.method.to_uppercase(), "path": path, "body": step.body, "headers": headers}});
    stub
}

fn response_headers(operation: &Operation<'_>, step: &Step) -> Value {
    let media_type = if step.status < 400 { "application/json" } else { "application/problem+json" };
    let mut headers =
        json!({"X-Request-Id": stubs::request_id(operation.document), "Content-Type": media_type});
    for (name, value) in &step.headers {
        headers[name] = value.clone();
    }
    headers
}

/// The same turn, just accepted.
fn accepted(step: &Step) -> Step {
    let mut step = step.clone();
    step.status = 202;
    if let Some(turn) = step.response.as_object_mut() {
        for field in ["reply", "started_at", "finished_at"] {
            turn.shift_remove(field);
        }
        turn.insert("status".to_owned(), json!("queued"));
    }
    let text = |field: &str| step.response[field].as_str().unwrap_or_default().to_owned();
    let location = format!("/v1/sessions/{}/turns/{}", text("session_id"), text("id"));
    step.headers.insert("Location".to_owned(), json!(location));
    step
}
