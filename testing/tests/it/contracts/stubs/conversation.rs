//! The recorded conversation is replayed: every response equals the recorded one but for ids and times.

use std::collections::BTreeMap;

use contract_kit::conversations::{Step, steps};
use contract_kit::document::{self, Operation};
use regex::Regex;
use serde_json::{Map, json};
use tests::{Client, Reply, with_app};

use super::{checks, openapi};

/// Values from earlier responses: path parameters and the content hash.
type Known = BTreeMap<&'static str, String>;

#[tokio::test]
async fn the_server_responds_as_in_the_recorded_conversation() {
    with_app(async |app| {
        let ada = app.owner("papaya").await;
        let openapi = openapi();
        let operations = document::operations(&openapi);
        let (mut known, mut played) = (Known::new(), Vec::new());
        for (n, step) in steps().into_iter().enumerate() {
            let operation = operations.iter().find(|known| known.id() == step.operation).unwrap();
            let (step, reply) = play(&ada, operation, step, &mut known).await;
            let complaints = checks::complaints(&openapi, operation.id(), reply.status, &reply.json());
            assert!(complaints.is_empty(), "step {n}, {}: {complaints:#?} in {reply:?}", operation.id());
            played.push(step);
        }
        check(&with_recorded_ids(&with_recorded_times(&played)));
    })
    .await;
}

fn check(played: &[Step]) {
    if played != steps() {
        let path = std::env::temp_dir().join("conversation.json");
        std::fs::write(&path, format!("{:#}\n", json!(played))).unwrap();
        panic!(
            "the responses differ from contracts/contract_kit/data/conversation.json; the new ones are in {}",
            path.display()
        );
    }
}

async fn play(ada: &Client, operation: &Operation<'_>, mut step: Step, known: &mut Known) -> (Step, Reply) {
    let mut path = operation.path.to_owned();
    step.path = Map::new();
    for (name, value) in known.iter().filter(|(name, _)| operation.path.contains(&format!("{{{name}}}"))) {
        path = path.replace(&format!("{{{name}}}"), value);
        step.path.insert((*name).to_owned(), json!(value));
    }
    // A finalization that comes too early keeps its recorded hash.
    if let (Some(body), Some(hash), true) = (&mut step.body, known.get("content_hash"), step.to.is_some())
        && body.get("content_hash").is_some()
    {
        body["content_hash"] = json!(hash);
    }
    let request = ada.request(operation.method.to_uppercase().parse().unwrap(), &path);
    let request = if operation.takes("Prefer") { request.header("Prefer", "wait=30") } else { request };
    let request = match &step.body {
        Some(body) => request.json(body),
        None => request,
    };
    let reply = Reply::of(request).await;
    learn(known, &step.operation, &reply);
    step.status = reply.status;
    let headers = ["ETag", "Location"].iter().filter(|name| !reply.header(name).is_empty());
    step.headers = headers.map(|name| ((*name).to_owned(), json!(reply.header(name)))).collect();
    step.response = reply.json();
    (step, reply)
}

fn learn(known: &mut Known, operation: &str, reply: &Reply) {
    let is = match (operation, reply.status) {
        ("start_session", _) => "session_id",
        ("start_turn", _) => "turn_id",
        ("finalize_session", 201) => "job_post_id",
        ("read_session", _) => {
            known.insert("content_hash", reply.text_at("/content_hash"));
            return;
        }
        _ => return,
    };
    known.insert(is, reply.text_at("/id"));
}

/// Replaces each time by the minute of the step in which it first appears; expiry times are a day later. The number at
/// the end of an entity tag is a time too.
fn with_recorded_times(steps: &[Step]) -> Vec<Step> {
    let time = r#"("expires_at":")?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z|\d{16})"#;
    let time = Regex::new(time).unwrap();
    let mut seen = BTreeMap::new();
    let replaced = steps.iter().enumerate().map(|(n, step)| {
        let text = json!(step).to_string();
        let text = time.replace_all(&text, |found: &regex::Captures<'_>| {
            let first = *seen.entry(found[2].to_owned()).or_insert(n);
            match (found[2].contains('T'), found.get(1)) {
                (true, Some(field)) => format!("{}2026-11-19T12:{first:02}:00.000Z", field.as_str()),
                (true, None) => format!("2026-11-18T12:{first:02}:00.000Z"),
                (false, _) => format!("17950000000000{first:02}"),
            }
        });
        serde_json::from_str(&text).unwrap()
    });
    replaced.collect()
}

/// Replaces ids by numbers in the order of their appearance.
fn with_recorded_ids(steps: &[Step]) -> Vec<Step> {
    let id = Regex::new("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}").unwrap();
    let text = json!(steps).to_string();
    let mut seen = Vec::new();
    let replaced = id.replace_all(&text, |found: &regex::Captures<'_>| {
        let place = seen.iter().position(|known| *known == found[0]).unwrap_or_else(|| {
            seen.push(found[0].to_owned());
            seen.len() - 1
        });
        format!("019a9f42-0000-7000-8000-{place:012}")
    });
    serde_json::from_str(&replaced).unwrap()
}
