//! The content of events: together they give the job data and the replies, and every field is documented.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tests::{EventReader, StreamEvent, with_app};

use super::converse;

#[tokio::test]
async fn patches_add_up_to_the_job_data_and_deltas_to_the_replies() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let count = converse(app, &ada, &session).await;
        let events = EventReader::open(&ada, &session).await.take(count).await;
        let (mut job_data, mut version) = (json!({}), 0);
        let (mut texts, mut completed) = (BTreeMap::<String, String>::new(), Vec::new());
        for StreamEvent { data, .. } in &events {
            let turn = data["turn_id"].as_str().unwrap_or_default().to_owned();
            match data["type"].as_str().unwrap() {
                "job_data.changed" => {
                    let patch: json_patch::Patch = serde_json::from_value(data["patch"].clone()).unwrap();
                    json_patch::patch(&mut job_data, &patch).unwrap();
                    version = data["version"].as_i64().unwrap();
                }
                "text.delta" => texts.entry(turn).or_default().push_str(data["text"].as_str().unwrap()),
                "text.reset" => _ = texts.remove(&turn),
                "message.completed" => {
                    assert_eq!(texts[&turn], data["text"], "{turn}");
                    completed.push(data["text"].clone());
                }
                _ => {}
            }
        }
        let now = ada.read(&session).await;
        assert_eq!(job_data, now.at("/job_data"));
        assert_eq!(version, now.at("/version"));
        let turns = ada.get(&format!("/v1/sessions/{session}/turns")).await;
        let replies: Vec<Value> =
            turns.at("/items").as_array().unwrap().iter().map(|turn| turn["reply"].clone()).collect();
        assert_eq!(completed, replies);
        assert!(events.iter().any(|event| event.data["type"] == "job_post.finalized"));
    })
    .await;
}

#[tokio::test]
async fn every_event_is_documented() {
    with_app(async |app| {
        let document: Value = serde_json::from_str(&api::openapi_json()).unwrap();
        let documented = &document["components"]["schemas"]["SessionEvent"];
        let kinds = documented["properties"]["type"]["x-extensible-enum"].as_array().unwrap();
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let count = converse(app, &ada, &session).await;
        let mut reader = EventReader::open(&ada, &session).await;
        let mut events = reader.take(count).await;
        ada.delete(&format!("/v1/sessions/{session}")).await;
        events.extend(reader.rest().await);
        for StreamEvent { data, .. } in events {
            assert!(kinds.contains(&data["type"]), "{data}");
            for (member, value) in data.as_object().unwrap() {
                assert!(documented["properties"].get(member).is_some(), "{member} of {data}");
                assert!(!value.is_null(), "{member} of {data}");
            }
        }
    })
    .await;
}
