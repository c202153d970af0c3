//! Tenancy: every operation of openapi.yaml is called anonymously, by a stranger and by a colleague.
//!
//! An operation without a case fails the test, so no new route is forgotten.

mod cases;
mod rows;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{App, Client, Person, Receiver, Reply, WebhookEndpoint, every_scope, with_app};

use self::cases::{Case, Expected, cases};
use self::rows::rows_with;
use crate::api::publications::{set_target, wait_for_publication};

/// The ids of the organization that the calls try to reach.
struct Target {
    session: String,
    turn: String,
    job_post: String,
    template: String,
    user: String,
    login: String,
    api_key: String,
    invitation: String,
    email_domain: String,
    content_hash: String,
    publication: String,
    webhook_endpoint: String,
    delivery: String,
    audit_entry: String,
    /// When the session was created.
    since: String,
}

struct Operation {
    id: String,
    method: Method,
    path: String,
    /// Whether an API key with the scope may call it.
    is_for_keys: bool,
}

/// All operations of the committed document. Those that take the caller's access are the last ones.
fn operations() -> Vec<Operation> {
    let document: Value = serde_json::from_str(&api::openapi_json()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let mut operations: Vec<Operation> = paths
        .iter()
        .flat_map(|(path, methods)| {
            methods.as_object().unwrap().iter().map(|(method, operation)| Operation {
                id: operation["operationId"].as_str().unwrap().to_owned(),
                method: method.to_uppercase().parse().unwrap(),
                path: path.clone(),
                is_for_keys: operation["security"]
                    .as_array()
                    .is_some_and(|any| any.iter().any(|requirement| requirement.get("oauth2").is_some())),
            })
        })
        .collect();
    let last = ["leave_organization", "delete_me"];
    operations.sort_by_key(|operation| last.iter().position(|id| *id == operation.id));
    operations
}

impl Operation {
    async fn call(&self, client: &Client, target: &Target, case: &Case) -> Reply {
        let path = self
            .path
            .replace("{session_id}", &target.session)
            .replace("{turn_id}", &target.turn)
            .replace("{job_post_id}", &target.job_post)
            .replace("{template_id}", &target.template)
            .replace("{publication_id}", &target.publication)
            .replace("{user_id}", &target.user)
            .replace("{login_id}", &target.login)
            .replace("{api_key_id}", &target.api_key)
            .replace("{invitation_id}", &target.invitation)
            .replace("{email_domain_id}", &target.email_domain)
            .replace("{webhook_endpoint_id}", &target.webhook_endpoint)
            .replace("{delivery_id}", &target.delivery)
            .replace("{audit_entry_id}", &target.audit_entry);
        assert!(!path.contains('{'), "{}: a parameter of {path} is unknown to this test", self.id);
        let request = client.request(self.method.clone(), &path);
        Reply::of(match (case.body)(target) {
            Value::Null => request,
            body => request.json(&body),
        })
        .await
    }
}

fn publication_target(url: &str) -> Value {
    json!({ "format": "ai_create", "url": url, "bearer_token": "Canary-word" })
}

/// Has a conversation that ends with a delivered job post.
async fn target(ada: &Person) -> Target {
    let (webhook_endpoint, delivery) = delivered(ada).await;
    let receiver = Receiver::start().await;
    set_target(ada, publication_target(&receiver.url())).await;
    let session = ada.begin().await;
    ada.say(&session, "Backend engineer in Lisbon, hybrid. Canary-word.").await;
    let now = ada.read(&session).await;
    let (content_hash, since) = (now.text_at("/content_hash"), now.text_at("/created_at"));
    let turn = ada.say(&session, "Looks good, publish it.").await.text_at("/id");
    let job_post = ada.get("/v1/job-posts").await.text_at("/items/0/id");
    let template = json!({ "name": "Canary-word", "from_job_post": job_post });
    let template = ada.post("/v1/templates", template).await.text_at("/id");
    let publication = wait_for_publication(ada, "delivered").await.text_at("/id");
    let key = json!({ "name": "Canary-word", "livemode": true, "scopes": ["sessions:read"] });
    let api_key = ada.post("/v1/api-keys", key).await.text_at("/api_key/id");
    let invited = json!({ "email": "canary-word@example.com", "role": "member" });
    let invitation = ada.post("/v1/invitations", invited).await.text_at("/id");
    let domain = json!({ "domain": "canary-word.example", "recipient": "admin" });
    let email_domain = ada.post("/v1/organization/email-domains", domain).await.text_at("/id");
    let user = ada.user_id.clone();
    let audit_entry = ada.get("/v1/audit-log").await.text_at("/items/0/id");
    let login = ada.get("/v1/me/logins").await.text_at("/items/0/id");
    Target {
        session,
        turn,
        job_post,
        template,
        user,
        login,
        api_key,
        invitation,
        email_domain,
        content_hash,
        publication,
        webhook_endpoint,
        delivery,
        audit_entry,
        since,
    }
}

/// The ids of a webhook endpoint and of a delivery to it. It gets test events only, so no further delivery follows.
async fn delivered(ada: &Person) -> (String, String) {
    let receiver = Receiver::start().await;
    let endpoint = WebhookEndpoint::add(ada, &receiver, &["webhook.test"]).await;
    let tested = endpoint.test(ada).await;
    endpoint.wait_for(ada, "delivered", 1).await;
    let id = endpoint.path.rsplit('/').next().unwrap().to_owned();
    (id, tested.text_at("/id"))
}

/// Asserts the expected status, and that nothing of the target is in the response.
fn check(operation: &Operation, caller: &str, expected: Expected, reply: &Reply, target: &Target) {
    let context = format!("{} as {caller}: {reply:?}", operation.id);
    assert!(reply.status < 500, "{context}");
    match expected {
        Expected::NotFound => assert_eq!(reply.status, 404, "{context}"),
        Expected::Forbidden => assert_eq!(reply.status, 403, "{context}"),
        Expected::Conflict => assert_eq!(reply.status, 409, "{context}"),
        Expected::OwnRows | Expected::Shared | Expected::OwnRequests => {
            assert!((200..300).contains(&reply.status), "{context}");
        }
        Expected::Own(status) => assert_eq!(reply.status, status, "{context}"),
        Expected::NotFoundBody => {
            assert_eq!((reply.status, reply.at("/session_id")), (200, Value::Null), "{context}");
        }
        Expected::Public => return,
    }
    if matches!(expected, Expected::OwnRequests) {
        // Its paths have the ids that the caller tried, so the callers show whose requests they are.
        let of_target = format!(r#""user_id":"{}""#, target.user);
        assert!(!reply.text.contains(&of_target) && !reply.text.contains("Canary-word"), "{context}");
    } else if !matches!(expected, Expected::Shared) {
        let traces = [
            &target.session,
            &target.turn,
            &target.job_post,
            &target.publication,
            &target.login,
            &target.api_key,
            &target.invitation,
        ]
        .map(String::as_str);
        assert!(
            traces.iter().chain(&["Canary-word", "canary-word"]).all(|trace| !reply.text.contains(trace)),
            "{context}"
        );
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

/// Calls every operation, and asserts that no row with one of these ids has changed.
async fn call_all(
    app: &App,
    name: &str,
    caller: impl AsyncFn() -> Client,
    expected: fn(&Operation, &Case) -> Expected,
    (target, ids): (&Target, &[&str]),
) {
    let before = rows_with(app, ids).await;
    for operation in operations() {
        let case = &cases()[operation.id.as_str()];
        // A new login for each, because one operation signs out.
        let client = caller().await;
        let reply = operation.call(&client, target, case).await;
        check(&operation, name, expected(&operation, case), &reply, target);
    }
    assert_eq!(rows_with(app, ids).await, before, "{name} changed a row");
}

#[tokio::test]
async fn anonymous_calls_are_refused() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let target = target(&ada).await;
        let before = rows_with(app, &[&ada.organization_id]).await;
        for operation in operations() {
            let case = &cases()[operation.id.as_str()];
            let reply = operation.call(&app.anonymous(), &target, case).await;
            match case.stranger {
                Expected::Public => {
                    assert!(reply.status < 500 && reply.status != 401, "{}: {reply:?}", operation.id);
                }
                _ => assert_eq!(reply.status, 401, "{}: {reply:?}", operation.id),
            }
        }
        assert_eq!(rows_with(app, &[&ada.organization_id]).await, before, "an anonymous call changed a row");
    })
    .await;
}

#[tokio::test]
async fn a_stranger_sees_nothing_of_the_organization() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let target = target(&ada).await;
        let eve = app.owner("eve").await;
        let caller = async || app.sign_in(&eve.email).await.in_browser();
        call_all(app, "a stranger", caller, |_, case| case.stranger, (&target, &[&ada.organization_id]))
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_strangers_browser_sees_nothing_of_the_organization() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let target = target(&ada).await;
        let eve = app.owner("eve").await;
        let caller = async || app.sign_in_browser(&eve.email).await;
        // The original routes and the token endpoint take no cookie.
        let expected = |operation: &Operation, case: &Case| match case.stranger {
            Expected::Public => Expected::Public,
            _ if ["reauthenticate_browser", "sign_out_browser"].contains(&&*operation.id) => {
                Expected::OwnRows
            }
            _ if operation.id == "reauthenticate_login" => Expected::Forbidden,
            expected if operation.path.starts_with("/v1/") => expected,
            _ => Expected::Own(401),
        };
        call_all(app, "a stranger's browser", caller, expected, (&target, &[&ada.organization_id])).await;
        let in_test_mode = async || app.sign_in_browser(&ada.email).await.in_mode("test");
        for path in ["/v1/sessions", "/v1/job-posts"] {
            assert_eq!(in_test_mode().await.get(path).await.at("/items"), json!([]), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_strangers_api_key_sees_nothing_of_the_organization() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let target = target(&ada).await;
        let eve = app.owner("eve").await;
        let key = app.live_key(&eve, &every_scope()).await;
        let token = app.client_of(&key).await;
        let expected = |operation: &Operation, case: &Case| match (operation.is_for_keys, case.stranger) {
            (false, Expected::Public) => Expected::Public,
            (false, _) => Expected::Forbidden,
            (true, expected) => expected,
        };
        for client in [&*key, &token] {
            let caller = async || client.clone();
            call_all(app, "a stranger's key", caller, expected, (&target, &[&ada.organization_id])).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_colleague_sees_only_what_belongs_to_the_organization() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let target = target(&ada).await;
        // Not invited by the target's owner: the invitation goes with the colleague's account.
        let cid = app.colleague(&ada, "cid", "admin").await;
        let bob = app.colleague(&cid, "bob", "member").await;
        // So that they can sign in after they have left.
        app.joins(&app.owner("kim").await, &bob, "member").await;
        let caller = async || app.sign_in(&bob.email).await.in_browser();
        // The colleague's own rows belong to the organization too, so only the target's rows are compared.
        let ids = [
            &target.session,
            &target.job_post,
            &target.publication,
            &target.user,
            &target.api_key,
            &target.invitation,
        ]
        .map(String::as_str);
        call_all(app, "a colleague", caller, |_, case| case.colleague, (&target, &ids)).await;
    })
    .await;
}
