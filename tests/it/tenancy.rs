//! Every operation of openapi.yaml, called as nobody, as a stranger and as a colleague. An operation without a case
//! fails, so a new route cannot be forgotten.

use std::collections::BTreeMap;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{App, Client, Person, Receiver, Reply, with_app};

/// What a case needs to know of the one whose things are reached for.
struct Target {
    session: String,
    turn: String,
    job_post: String,
    user: String,
    content_hash: String,
    webhook_endpoint: String,
    delivery: String,
    /// When it began.
    since: String,
}

/// What an operation may answer to somebody who has no business with the target.
#[derive(Clone, Copy)]
enum To {
    /// As if there were nothing.
    NotFound,
    /// A list or an object of the caller's own, without a trace of the target.
    OwnThings,
    /// The caller may not do this at all.
    Forbidden,
    /// The same as the owner gets: it belongs to the organization.
    TheSame,
    /// Nobody's in particular: public.
    Public,
    /// A 200 that says that there is no such session: the old chat route.
    NotFoundBody,
}

struct Case {
    stranger: To,
    colleague: To,
    body: fn(&Target) -> Value,
}

fn none(_: &Target) -> Value {
    Value::Null
}

fn case(stranger: To, colleague: To, body: fn(&Target) -> Value) -> Case {
    Case { stranger, colleague, body }
}

/// One line an operation. The colleague is a member, not an admin.
fn cases() -> BTreeMap<&'static str, Case> {
    use To::{Forbidden, NotFound, NotFoundBody, OwnThings, Public, TheSame};
    BTreeMap::from([
        ("read_service", case(Public, Public, none)),
        ("read_liveness", case(Public, Public, none)),
        ("read_readiness", case(Public, Public, none)),
        ("list_signing_keys", case(Public, Public, none)),
        ("sign_up", case(Public, Public, none)),
        ("sign_in", case(Public, Public, none)),
        ("refresh_tokens", case(Public, Public, none)),
        ("sign_out", case(OwnThings, OwnThings, none)),
        ("read_me", case(OwnThings, OwnThings, none)),
        ("read_organization", case(OwnThings, TheSame, none)),
        ("update_organization", case(OwnThings, Forbidden, |_| json!({ "name": "Renamed" }))),
        ("list_members", case(OwnThings, TheSame, none)),
        (
            "add_member",
            case(
                OwnThings,
                Forbidden,
                |_| json!({ "email": "new@example.com", "name": "new", "role": "member", "password": tests::PASSWORD }),
            ),
        ),
        ("read_member", case(NotFound, TheSame, none)),
        ("update_member", case(NotFound, Forbidden, |_| json!({ "role": "viewer" }))),
        ("remove_member", case(NotFound, Forbidden, none)),
        ("start_session", case(OwnThings, OwnThings, |_| json!({}))),
        ("list_sessions", case(OwnThings, OwnThings, none)),
        ("read_session", case(NotFound, NotFound, none)),
        ("delete_session", case(NotFound, NotFound, none)),
        ("edit_job_data", case(NotFound, NotFound, |_| json!({ "title": "Cook" }))),
        ("undo_change", case(NotFound, NotFound, none)),
        ("restore_session", case(NotFound, NotFound, |_| json!({ "version": 0 }))),
        ("fork_session", case(NotFound, NotFound, |target| json!({ "turn_id": target.turn }))),
        ("list_changes", case(NotFound, NotFound, none)),
        ("start_turn", case(NotFound, NotFound, |_| json!({ "message": "hello" }))),
        ("list_turns", case(NotFound, NotFound, none)),
        ("read_turn", case(NotFound, NotFound, none)),
        ("cancel_turn", case(NotFound, NotFound, none)),
        ("retry_turn", case(NotFound, NotFound, none)),
        ("stream_events", case(NotFound, NotFound, none)),
        ("list_messages", case(NotFound, NotFound, none)),
        (
            "finalize_session",
            case(NotFound, NotFound, |target| json!({ "content_hash": target.content_hash })),
        ),
        ("list_job_posts", case(OwnThings, TheSame, none)),
        ("read_job_post", case(NotFound, TheSame, none)),
        ("read_provenance", case(NotFound, NotFound, none)),
        ("check_session", case(NotFound, NotFound, none)),
        ("check_job_post", case(NotFound, TheSame, none)),
        ("export_job_post_json_ld", case(NotFound, TheSame, none)),
        ("export_job_post_markdown", case(NotFound, TheSame, none)),
        ("export_job_post_html", case(NotFound, TheSame, none)),
        ("export_job_post_text", case(NotFound, TheSame, none)),
        ("list_webhook_endpoints", case(OwnThings, Forbidden, none)),
        ("create_webhook_endpoint", case(OwnThings, Forbidden, |_| json!({ "url": "https://1.1.1.1/" }))),
        ("read_webhook_endpoint", case(NotFound, Forbidden, none)),
        ("update_webhook_endpoint", case(NotFound, Forbidden, |_| json!({ "enabled": false }))),
        ("delete_webhook_endpoint", case(NotFound, Forbidden, none)),
        ("rotate_webhook_secret", case(NotFound, Forbidden, none)),
        ("test_webhook_endpoint", case(NotFound, Forbidden, none)),
        ("recover_webhooks", case(NotFound, Forbidden, |target| json!({ "since": target.since }))),
        ("list_webhook_deliveries", case(NotFound, Forbidden, none)),
        ("read_webhook_delivery", case(NotFound, Forbidden, none)),
        ("resend_webhook_delivery", case(NotFound, Forbidden, none)),
        (
            "create_job_post",
            case(OwnThings, OwnThings, |target| json!({ "message": "x", "session_id": target.session })),
        ),
        (
            "continue_job_post",
            case(
                NotFoundBody,
                NotFoundBody,
                |target| json!({ "message": "x", "session_id": target.session }),
            ),
        ),
        ("read_job_post_session", case(NotFound, NotFound, none)),
        ("delete_job_post_session", case(NotFound, NotFound, none)),
    ])
}

struct Operation {
    id: String,
    method: Method,
    path: String,
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
            .replace("{user_id}", &target.user)
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

/// Somebody with a finished conversation.
async fn target(ada: &Person) -> Target {
    let (webhook_endpoint, delivery) = delivered(ada).await;
    let session = ada.begin().await;
    ada.say(&session, "Backend engineer in Lisbon, hybrid. Canary-word.").await;
    let now = ada.get(&format!("/v1/sessions/{session}")).await;
    let (content_hash, since) = (now.text_at("/content_hash"), now.text_at("/created_at"));
    let turn = ada.say(&session, "Looks good, publish it.").await.text_at("/id");
    let job_post = ada.get("/v1/job-posts").await.text_at("/items/0/id");
    Target {
        session,
        turn,
        job_post,
        user: ada.user_id.clone(),
        content_hash,
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
        let traces = [target.session.as_str(), &target.turn, &target.job_post, "Canary-word"];
        assert!(traces.iter().all(|trace| !reply.text.contains(trace)), "{context}");
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
    for table in ["session", "turn", "message", "draft_change", "event", "job_post", "membership", "login"] {
        assert!(!rows[table].is_empty(), "the target has nothing in {table} to be harmed");
    }
    rows
}

/// Calls every operation, and sees to it that nothing changes in the rows with these ids.
async fn call_all(
    app: &App,
    who: &str,
    caller: impl AsyncFn() -> Client,
    to: fn(&Case) -> To,
    (target, ids): (&Target, &[&str]),
) {
    let before = rows_with(app, ids).await;
    for operation in operations() {
        let case = &cases()[operation.id.as_str()];
        // A fresh login for each: one of them signs out.
        let client = caller().await;
        let reply = operation.call(&client, target, case).await;
        check(&operation, who, to(case), &reply, target);
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
        call_all(app, "a stranger", caller, |case| case.stranger, (&target, &[&ada.organization_id])).await;
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
        let ids = [target.session.as_str(), &target.job_post, &target.user];
        call_all(app, "a colleague", caller, |case| case.colleague, (&target, &ids)).await;
    })
    .await;
}
