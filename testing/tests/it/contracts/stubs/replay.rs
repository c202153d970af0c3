//! Each stub's request, sent to the server: it gives the status of the stub, and what it says fits the document too.

use std::collections::BTreeSet;

use contract_kit::document::{self, Operation};
use serde_json::Value;
use tests::with_app;

use super::cases::{self, Case};
use super::requests::{Answered, Wish};
use super::scenes::World;
use super::{checks, coverage, openapi};

/// An answer of the server's.
pub struct Played {
    pub operation: String,
    pub status: u16,
    pub body: Value,
}

/// The samples of an operation's stubs that are chosen by status.
fn samples(openapi: &Value, operation: &str) -> Vec<Value> {
    let path = format!("mappings/{operation}.json");
    let file = contract_kit::files(openapi).into_iter().find(|file| file.path == path).unwrap();
    let stubs: Value = serde_json::from_str(&file.text).unwrap();
    let chosen = stubs["mappings"].as_array().unwrap().iter().filter(|stub| stub["priority"] == 1);
    chosen.map(|stub| stub["metadata"].clone()).collect()
}

#[tokio::test]
async fn the_server_answers_as_its_stubs_do() {
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
                    let wish = Wish { operation, status, sample: &sample["request"], case };
                    let answered = wish.send(&world, &operations).await;
                    complaints.extend(wrong(&openapi, &wish, &answered));
                    played.push(Played { operation: operation.id().to_owned(), status, body: answered.body });
                }
            }
        }
        complaints.extend(coverage::unseen(&openapi, &played, &cases));
        assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
        coverage::a_field_that_goes_is_missed(&openapi, &played, &cases);
    })
    .await;
}

/// Every 503, all at once.
#[tokio::test]
async fn without_its_database_the_server_answers_as_its_stubs_do() {
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
                let wish = Wish { operation, status: 503, sample: &sample["request"], case: Case::default() };
                wrong(&openapi, &wish, &wish.send_as(&world, &login, &known).await)
            });
        let complaints: Vec<_> = futures_util::future::join_all(all).await.into_iter().flatten().collect();
        app.database().open_to_others().await;
        assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
    })
    .await;
}

/// What is not as the stub and the document have it.
fn wrong(openapi: &Value, wish: &Wish<'_>, answered: &Answered) -> Vec<String> {
    let (id, status) = (wish.operation.id(), wish.status);
    if answered.status != status {
        return vec![format!("{id} {status}: {} {}", answered.status, answered.body)];
    }
    let complaints = checks::complaints(openapi, id, status, &answered.body).into_iter();
    complaints.map(|wrong| format!("{id} {status}: {wrong} in {}", answered.body)).collect()
}

#[test]
fn what_is_said_of_cases_is_about_answers_there_are() {
    let (openapi, cases) = (openapi(), cases::load());
    let documented: BTreeSet<String> = document::operations(&openapi).iter().flat_map(every_case).collect();
    for named in cases.named() {
        assert!(documented.contains(named), "cases.json has {named}, the document has not");
    }
}

fn every_case(operation: &Operation<'_>) -> Vec<String> {
    let answers = operation.answers();
    let both = |status: u16| [format!("{} {status}", operation.id()), format!("* {status}")];
    answers.iter().flat_map(|answer| both(answer.status)).collect()
}
