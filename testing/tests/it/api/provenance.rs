//! Provenance: the evidence of each value, in the route and in the event stream.

use serde_json::{Value, json};
use tests::{Client, Reply, with_app};

async fn provenance(ada: &Client, session: &str) -> Reply {
    let reply = ada.get(&format!("/v1/sessions/{session}/provenance")).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    reply
}

/// The values of a field with their evidence.
fn values(reply: &Reply, path: &str) -> Vec<Value> {
    let fields = reply.at("/fields");
    let field = fields.as_array().unwrap().iter().find(|field| field["path"] == path).cloned();
    field.map_or_else(Vec::new, |field| field["values"].as_array().unwrap().clone())
}

fn update(op: &str, field: &str, value: &str, quote: &str) -> Value {
    json!({ "op": op, "field": field, "value": value, "quote": quote })
}

#[tokio::test]
async fn every_value_has_its_quote_and_position() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let first = ada.say(&session, "Wir suchen: Köchin in Köln, 18,50 €/h.").await.text_at("/id");
        let second = ada.say(&session, "Skills: Saucen und Suppen").await.text_at("/id");
        let found = provenance(&ada, &session).await;
        let title = &values(&found, "/title")[0];
        assert_eq!((&title["basis"], &title["turn_id"]), (&json!("stated"), &json!(first)), "{found:?}");
        let messages = ada.get(&format!("/v1/sessions/{session}/messages")).await.at("/items");
        for field in found.at("/fields").as_array().unwrap() {
            for value in field["values"].as_array().unwrap() {
                let (quote, turn) = (value["quote"].as_str().unwrap(), &value["turn_id"]);
                let message = messages
                    .as_array()
                    .unwrap()
                    .iter()
                    .find(|it| it["turn_id"] == *turn && it["role"] == "user");
                let text: Vec<char> = message.unwrap()["text"].as_str().unwrap().chars().collect();
                let offset = |end: &str| usize::try_from(value["position"][end].as_u64().unwrap()).unwrap();
                assert_eq!(text[offset("start")..offset("end")].iter().collect::<String>(), quote, "{value}");
            }
        }
        assert!(values(&found, "/skills").iter().all(|skill| skill["turn_id"] == json!(second)), "{found:?}");
    })
    .await;
}

#[tokio::test]
async fn a_suggestion_becomes_job_data_only_when_confirmed() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}");
        let updates = json!([
            update("set", "title", "Barista", "a barista"),
            update("add", "responsibilities", "Serve guests", ""),
            update("add", "benefits", "Free coffee", ""),
        ]);
        app.llm.next_says(updates, "continue", "Shall I add as a task: serve guests?");
        ada.say(&session, "We need a barista").await;
        let now = ada.get(&path).await;
        assert_eq!(now.at("/job_data/responsibilities"), json!([]), "{now:?}");
        assert_eq!(now.at("/suggestions/responsibilities"), json!(["Serve guests"]));
        assert_eq!(now.at("/suggestions/benefits"), json!([]), "benefits are never assumed");
        let suggested = values(&provenance(&ada, &session).await, "/responsibilities");
        assert_eq!(
            (&suggested[0]["basis"], &suggested[0]["path"]),
            (&json!("assumed"), &json!("/responsibilities/-"))
        );
        let original = ada.get(&format!("/job-post-session/{session}")).await;
        assert_eq!(original.text_at("/job_data/responsibilities"), "");

        app.llm.next_says(json!([]), "continue", "Added.");
        ada.say(&session, "yes please").await;
        let now = ada.get(&path).await;
        assert_eq!(
            (now.at("/job_data/responsibilities"), now.at("/suggestions")),
            (json!(["Serve guests"]), Value::Null)
        );
        let confirmed = values(&provenance(&ada, &session).await, "/responsibilities");
        assert_eq!(
            (&confirmed[0]["basis"], &confirmed[0]["quote"]),
            (&json!("confirmed"), &json!("yes please"))
        );
    })
    .await;
}

#[tokio::test]
async fn job_data_events_carry_the_provenance_of_changed_fields() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        ada.say(&session, "We need a baker in Bath, skills: bread, cakes").await;
        ada.say(&session, "Remove cakes. It is onsite.").await;
        let mut sent = serde_json::Map::new();
        let query = "select data::text from event where type = 'job_data.changed' order by sequence";
        let events: Vec<String> = sqlx::query_scalar(query).fetch_all(app.superuser()).await.unwrap();
        for event in &events {
            let event: Value = serde_json::from_str(event).unwrap();
            for field in event["provenance"].as_array().unwrap() {
                sent.insert(field["path"].as_str().unwrap().to_owned(), field["values"].clone());
            }
        }
        sent.retain(|_, values| values != &json!([]));
        let found = provenance(&ada, &session).await;
        assert_eq!(sent.len(), found.at("/fields").as_array().unwrap().len());
        for (path, of_field) in &sent {
            assert_eq!(*of_field, json!(values(&found, path)), "{path}");
        }
    })
    .await;
}
