//! The request log: which requests were refused, why, and for how long they are kept.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tests::{Person, every_scope, with_app};
use uuid::Uuid;

async fn list(admin: &Person, query: &str) -> Vec<Value> {
    let list = admin.get(&format!("/v1/requests?{query}")).await;
    assert_eq!(list.status, 200, "{list:?}");
    list.at("/items").as_array().cloned().unwrap()
}

#[tokio::test]
async fn a_refused_request_is_listed_with_its_reason_and_caller() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        assert_eq!(list(&ada, "").await, Vec::<Value>::new(), "what succeeds is not listed");
        let path = format!("/v1/sessions/{}", Uuid::now_v7());
        let missing = ada.get(&format!("{path}?secret=in-the-query")).await;
        assert_eq!(missing.status, 404);
        assert_eq!(bob.get("/v1/attention").await.status, 403);
        assert_eq!(ada.post("/v1/api-keys", json!({ "name": "" })).await.status, 422);
        let all = list(&ada, "").await;
        let shown = |entry: &Value| {
            let [method, operation, status] =
                ["method", "operation_id", "status"].map(|name| entry[name].clone());
            json!([method, operation, status])
        };
        let seen: BTreeSet<String> = all.iter().map(|entry| shown(entry).to_string()).collect();
        let expected = [
            json!(["GET", "read_session", 404]),
            json!(["GET", "list_attention", 403]),
            json!(["POST", "create_api_key", 422]),
        ];
        assert_eq!(seen, expected.iter().map(Value::to_string).collect());
        let of_session = list(&ada, "status=404").await;
        let [entry] = &of_session[..] else { panic!("{of_session:?}") };
        assert_eq!(entry["path"], path);
        assert_eq!(entry["request_id"], missing.header("x-request-id"));
        assert_eq!(entry["code"], missing.text_at("/code"));
        assert_eq!(entry["user_id"], json!(ada.user_id));
        assert_eq!(list(&ada, "code=forbidden").await.len(), 1);
        let key = app.live_key(&ada, &every_scope()).await;
        assert_eq!(key.get(&path).await.status, 404);
        let of_key = list(&ada, &format!("api_key_id={}", key.id)).await;
        assert_eq!((of_key.len(), &of_key[0]["api_key_id"]), (1, &json!(key.id)));
        let (first, second) = (&all[0]["request_id"], &all[1]["request_id"]);
        assert!(first.as_str() > second.as_str(), "newest first");
        assert_eq!(list(&ada, "to=2026-01-01T00:00:00Z").await, Vec::<Value>::new());
        assert_eq!(bob.get("/v1/requests").await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn modes_and_organizations_have_their_own_entries() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let missing = format!("/v1/job-posts/{}", Uuid::now_v7());
        assert_eq!(ada.in_mode("test").get(&missing).await.status, 404);
        assert_eq!(list(&ada, "").await, Vec::<Value>::new());
        assert_eq!(list(&eve, "").await, Vec::<Value>::new());
        let in_test = ada.in_mode("test").get("/v1/requests").await;
        assert_eq!(in_test.at("/items/0/livemode"), json!(false));
    })
    .await;
}

#[tokio::test]
async fn entries_are_kept_for_a_week() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        assert_eq!(ada.get(&format!("/v1/sessions/{}", Uuid::now_v7())).await.status, 404);
        assert_eq!(list(&ada, "").await.len(), 1);
        let entries = async || app.count("select count(*) from request_log_entry").await;
        app.move_clock("6 days 23 hours").await;
        app.sweep().await;
        assert_eq!(entries().await, 1);
        app.move_clock("7 days 1 hour").await;
        app.sweep().await;
        assert_eq!(entries().await, 0);
    })
    .await;
}
