//! Each stub's request is sent to the server: the status is that of the stub, and the response fits the document.

use std::collections::BTreeSet;

use contract_kit::document::{self, Operation};
use serde_json::Value;
use tests::with_app;

use super::cases::{self, Case};
use super::requests::{Response, StubRequest};
use super::scenes::World;
use super::{checks, coverage, openapi};

/// A response of the server to a stub's request.
pub struct Played {
    pub operation: String,
    pub status: u16,
    pub body: Value,
}

/// The requests of an operation's stubs, one for each status.
fn samples(openapi: &Value, operation: &str) -> Vec<Value> {
    let path = format!("mappings/{operation}.json");
    let file = contract_kit::files(openapi).into_iter().find(|file| file.path == path).unwrap();
    let stubs: Value = serde_json::from_str(&file.text).unwrap();
    let chosen = stubs["mappings"].as_array().unwrap().iter().filter(|stub| stub["priority"] == 1);
    chosen.map(|stub| stub["metadata"].clone()).collect()
}

#[tokio::test]
async fn the_server_responds_as_its_stubs_do() {
    with_app(async |app| {
        let openapi = openapi();
        let operations = document::operations(&openapi);
        let (cases, world) = (cases::load(), World::new(app).await);
        let (mut played, mut complaints) = (Vec::new(), Vec::new());
        for operation in &operations {
            for sample in samples(&openapi, operation.id()) {
                let status = u16::try_from(sample["status"].as_u64().unwrap()).unwrap();
                if !cases.is_provoked(operation.id(), status) {
                    continue;
                }
                for case in cases.of(operation.id(), status) {
                    let request = StubRequest { operation, status, sample: &sample["request"], case };
                    let response = request.send(&world, &operations).await;
                    complaints.extend(violations(&openapi, &request, &response));
                    played.push(Played { operation: operation.id().to_owned(), status, body: response.body });
                }
            }
        }
        complaints.extend(coverage::unseen(&openapi, &played, &cases));
        assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
        coverage::assert_every_removed_field_is_noticed(&openapi, &played, &cases);
    })
    .await;
}

/// All 503 responses, concurrently.
#[tokio::test]
async fn without_its_database_the_server_responds_as_its_stubs_do() {
    with_app(async |app| {
        let openapi = openapi();
        let operations = document::operations(&openapi);
        let world = World::new(app).await;
        let (login, known) = world.untouched(&operations).await;
        app.database().close_to_others().await;
        let all =
            operations.iter().filter(|operation| operation.schema(503).is_some()).map(async |operation| {
                let samples = samples(&openapi, operation.id());
                let sample = samples.iter().find(|sample| sample["status"] == 503).unwrap();
                let request =
                    StubRequest { operation, status: 503, sample: &sample["request"], case: Case::default() };
                violations(&openapi, &request, &request.send_as(&world, &login, &known).await)
            });
        let complaints: Vec<_> = futures_util::future::join_all(all).await.into_iter().flatten().collect();
        app.database().open_to_others().await;
        assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
    })
    .await;
}

/// Compares a response with the status of the stub and with the document.
fn violations(openapi: &Value, request: &StubRequest<'_>, response: &Response) -> Vec<String> {
    let (id, status) = (request.operation.id(), request.status);
    if response.status != status {
        return vec![format!("{id} {status}: {} {}", response.status, response.body)];
    }
    let complaints = checks::complaints(openapi, id, status, &response.body).into_iter();
    complaints.map(|complaint| format!("{id} {status}: {complaint} in {}", response.body)).collect()
}

#[test]
fn every_case_names_a_documented_response() {
    let (openapi, cases) = (openapi(), cases::load());
    let documented: BTreeSet<String> = document::operations(&openapi).iter().flat_map(every_case).collect();
    for named in cases.named() {
        assert!(documented.contains(named), "cases.json names {named}, which is not documented");
    }
}

fn every_case(operation: &Operation<'_>) -> Vec<String> {
    let responses = operation.responses();
    let both = |status: u16| [format!("{} {status}", operation.id()), format!("* {status}")];
    responses.iter().flat_map(|response| both(response.status)).collect()
}
