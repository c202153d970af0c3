//! Every operation of openapi.yaml, called as nobody, as a stranger and as a colleague. An operation without a case
//! fails, so a new route cannot be forgotten.

mod cases;

use std::collections::BTreeMap;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{App, Client, Person, Receiver, Reply, every_scope, with_app};

use self::cases::{Case, To, cases};

/// What a case needs to know of the one whose things are reached for.
struct Target {
    session: String,
    turn: String,
    job_post: String,
    user: String,
    api_key: String,
    content_hash: String,
    publication: String,
    webhook_endpoint: String,
    delivery: String,
    /// When it began.
    since: String,
}

struct Operation {
    id: String,
    method: Method,
    path: String,
    /// Whether API keys can do it, given the scope.
    is_for_keys: bool,
}

/// All operations of the committed document.
fn operations() -> Vec<Operation> {
    let document: Value = serde_json::from_str(&api::openapi_json()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    paths
        .iter()
        .flat_map(|(path, methods)| {
            methods.as_object().unwrap().iter().map(|(method, operation)| Operation {
                id: operation["operationId"].as_str().unwrap().to_owned(),
                method: method.to_uppercase().parse().unwrap(),
                path: path.clone(),
                is_for_keys: operation["security"]
                    .as_array()
                    .is_some_and(|ways| ways.iter().any(|way| way.get("oauth2").is_some())),
            })
        })
        .collect()
}

impl Operation {
    async fn call(&self, client: &Client, target: &Target, case: &Case) -> Reply {
        let path = self
            .path
            .replace("{session_id}", &target.session)
            .replace("{turn_id}", &target.turn)
            .replace("{job_post_id}", &target.job_post)
            .replace("{publication_id}", &target.publication)
            .replace("{user_id}", &target.user)
            .replace("{api_key_id}", &target.api_key)
            .replace("{webhook_endpoint_id}", &target.webhook_endpoint)
            .replace("{delivery_id}", &target.delivery);
        assert!(!path.contains('{'), "{}: a parameter of {path} is unknown to this test", self.id);
        let request = client.request(self.method.clone(), &path);
        Reply::of(match (case.body)(target) {
            Value::Null => request,
            body => request.json(&body),
        })
        .await
    }
}

/// Where the finished posts of all of these go.
const PUBLICATION_TARGET: &str = "/v1/organization/publication-target";

fn publication_target(url: &str) -> Value {
    json!({ "format": "ai_create", "url": url, "bearer_token": "Canary-word" })
}

/// Somebody with a finished conversation, whose post was delivered.
async fn target(ada: &Person) -> Target {
    let (webhook_endpoint, delivery) = delivered(ada).await;
    let receiver = Receiver::start().await;
    let set = ada.put(PUBLICATION_TARGET, publication_target(&receiver.url())).await;
    assert_eq!(set.status, 200, "{set:?}");
    let session = ada.begin().await;
    ada.say(&session, "Backend engineer in Lisbon, hybrid. Canary-word.").await;
    let now = ada.get(&format!("/v1/sessions/{session}")).await;
    let (content_hash, since) = (now.text_at("/content_hash"), now.text_at("/created_at"));
    let turn = ada.say(&session, "Looks good, publish it.").await.text_at("/id");
    let job_post = ada.get("/v1/job-posts").await.text_at("/items/0/id");
    let publication = loop {
        let listed = ada.get("/v1/publications").await;
        if listed.at("/items/0/status") == "delivered" {
            break listed.text_at("/items/0/id");
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    };
    let key = json!({ "name": "Canary-word", "livemode": true, "scopes": ["sessions:read"] });
    let api_key = ada.post("/v1/api-keys", key).await.text_at("/api_key/id");
    let user = ada.user_id.clone();
    Target {
        session,
        turn,
        job_post,
        user,
        api_key,
        content_hash,
        publication,
        webhook_endpoint,
        delivery,
        since,
    }
}

/// A webhook endpoint, and something that was delivered to it; nothing more will be.
async fn delivered(ada: &Person) -> (String, String) {
    let receiver = Receiver::start().await;
    let wish = json!({ "url": receiver.url(), "event_types": ["webhook.test"] });
    let endpoint = ada.post("/v1/webhook-endpoints", wish).await;
    let tested = ada.post(&format!("{}/test", endpoint.header("location")), json!({})).await;
    while ada.get(tested.header("location")).await.at("/status") != "delivered" {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    (endpoint.text_at("/id"), tested.text_at("/id"))
}

fn check(operation: &Operation, who: &str, to: To, reply: &Reply, target: &Target) {
    let context = format!("{} as {who}: {reply:?}", operation.id);
    assert!(reply.status < 500, "{context}");
    match to {
        To::NotFound => assert_eq!(reply.status, 404, "{context}"),
        To::Forbidden => assert_eq!(reply.status, 403, "{context}"),
        To::OwnThings | To::TheSame => assert!((200..300).contains(&reply.status), "{context}"),
        To::NotFoundBody => {
            assert_eq!((reply.status, reply.at("/session_id")), (200, Value::Null), "{context}");
        }
        To::Public => return,
    }
    if !matches!(to, To::TheSame) {
        let traces = [&target.session, &target.turn, &target.job_post, &target.publication, &target.api_key]
            .map(String::as_str);
        assert!(traces.iter().chain(&["Canary-word"]).all(|trace| !reply.text.contains(trace)), "{context}");
    }
}

#[test]
fn every_operation_has_a_case() {
    let cases = cases();
    let known: Vec<_> = operations().into_iter().map(|operation| operation.id).collect();
    for id in &known {
        assert!(cases.contains_key(id.as_str()), "{id} has no case: say what a stranger and a colleague get");
    }
    assert_eq!(known.len(), cases.len(), "a case without an operation");
}

/// Every row of every table that has one of these ids in it, table by table.
async fn rows_with(app: &App, ids: &[&str]) -> BTreeMap<String, Vec<String>> {
    let tables = "select table_name::text from information_schema.tables where table_schema = 'public'";
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(app.superuser()).await.unwrap();
    let mut rows = BTreeMap::new();
    for table in tables {
        let query = sqlx::AssertSqlSafe(format!(
            "select r::text from (select to_jsonb(t) as r from {table} t) as rows where r::text ~ $1 order by 1"
        ));
        let found = sqlx::query_scalar(query).bind(ids.join("|")).fetch_all(app.superuser()).await.unwrap();
        rows.insert(table, found);
    }
    for table in [
        "session",
        "turn",
        "message",
        "draft_change",
        "event",
        "job_post",
        "membership",
        "login",
        "api_key",
        "publication",
    ] {
        assert!(!rows[table].is_empty(), "the target has nothing in {table} to be harmed");
    }
    rows
}

/// Calls every operation, and sees to it that nothing changes in the rows with these ids.
async fn call_all(
    app: &App,
    who: &str,
    caller: impl AsyncFn() -> Client,
    to: fn(&Operation, &Case) -> To,
    (target, ids): (&Target, &[&str]),
) {
    let before = rows_with(app, ids).await;
    for operation in operations() {
        let case = &cases()[operation.id.as_str()];
        // A fresh login for each: one of them signs out.
        let client = caller().await;
        let reply = operation.call(&client, target, case).await;
        check(&operation, who, to(&operation, case), &reply, target);
    }
    assert_eq!(rows_with(app, ids).await, before, "{who} changed something");
}

#[tokio::test]
async fn nobody_gets_in() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let target = target(&ada).await;
        let before = rows_with(app, &[&ada.organization_id]).await;
        for operation in operations() {
            let case = &cases()[operation.id.as_str()];
            let reply = operation.call(&app.nobody(), &target, case).await;
            match case.stranger {
                To::Public => {
                    assert!(reply.status < 500 && reply.status != 401, "{}: {reply:?}", operation.id);
                }
                _ => assert_eq!(reply.status, 401, "{}: {reply:?}", operation.id),
            }
        }
        assert_eq!(rows_with(app, &[&ada.organization_id]).await, before, "nobody changed something");
    })
    .await;
}

#[tokio::test]
async fn a_stranger_finds_nothing() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let target = target(&ada).await;
        let eve = app.owner("eve").await;
        let caller = async || Client::clone(&*app.sign_in(&eve.email).await);
        call_all(app, "a stranger", caller, |_, case| case.stranger, (&target, &[&ada.organization_id]))
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_strangers_key_finds_nothing() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let target = target(&ada).await;
        let eve = app.owner("eve").await;
        let key = app.live_key(&eve, &every_scope()).await;
        let token = app.client_of(&key).await;
        let to = |operation: &Operation, case: &Case| match (operation.is_for_keys, case.stranger) {
            (false, To::Public) => To::Public,
            (false, _) => To::Forbidden,
            (true, to) => to,
        };
        for client in [&*key, &token] {
            let caller = async || client.clone();
            call_all(app, "a stranger's key", caller, to, (&target, &[&ada.organization_id])).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_colleague_sees_what_is_the_organizations() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let target = target(&ada).await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let caller = async || Client::clone(&*app.sign_in(&bob.email).await);
        // What the colleague does for themself is the organization's too, so only what is the target's is looked at.
        let ids = [&target.session, &target.job_post, &target.publication, &target.user, &target.api_key]
            .map(String::as_str);
        call_all(app, "a colleague", caller, |_, case| case.colleague, (&target, &ids)).await;
    })
    .await;
}
