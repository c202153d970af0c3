//! What needs attention: publications and endpoints that fail, keys that end, and nothing else.

use serde_json::{Value, json};
use tests::{Receiver, WebhookEndpoint, with_app};

#[tokio::test]
async fn what_fails_or_ends_soon_is_listed_with_its_name() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        assert_eq!(ada.get("/v1/attention").await.at("/items"), json!([]));
        let receiver = Receiver::start().await;
        for _ in 0..3 {
            WebhookEndpoint::add(&ada, &receiver, &[]).await;
        }
        // One fails, one was disabled because it failed, and an admin disabled the third.
        let endpoints = "with numbered as (select id, row_number() over (order by id) as n from webhook_endpoint)
            update webhook_endpoint e
               set failing_since = case when n = 1 then now() end, enabled = n = 1,
                   disabled_reason = case when n = 2 then 'gone' end, disabled_at = case when n > 1 then now() end
              from numbered where numbered.id = e.id";
        app.superuser_runs(endpoints).await;
        for (name, days) in [("ends soon", 3), ("ends later", 90)] {
            let key = json!({ "name": name, "livemode": true, "scopes": ["sessions:read"] });
            let id = ada.post("/v1/api-keys", key).await.text_at("/api_key/id");
            let ends = format!("update api_key set expires_at = now() + interval '{days} days' where id = '{id}'");
            app.superuser_runs(&ends).await;
        }
        let found = ada.get("/v1/attention").await.at("/items");
        let kinds: Vec<&Value> = found.as_array().unwrap().iter().map(|item| &item["kind"]).collect();
        assert_eq!(kinds, ["webhook_endpoint_disabled", "webhook_endpoint_failing", "api_key_ending"], "{found}");
        assert_eq!(found[2]["subject_name"], "ends soon");
        assert_eq!(found[0]["subject_name"], receiver.url());
        assert_eq!(ada.in_mode("test").get("/v1/attention").await.at("/items"), json!([]));
    })
    .await;
}

#[tokio::test]
async fn the_deliveries_of_all_endpoints_are_one_list() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let receiver = Receiver::start().await;
        let mut endpoints = Vec::new();
        for _ in 0..2 {
            endpoints.push(WebhookEndpoint::add(&ada, &receiver, &["webhook.test"]).await);
        }
        let mut expected = Vec::new();
        for endpoint in &endpoints {
            expected.push(endpoint.test(&ada).await.text_at("/id"));
            endpoint.wait_for(&ada, "delivered", 1).await;
        }
        expected.reverse();
        // Each was verified before.
        let list = ada.get("/v1/webhook-deliveries").await.at("/items");
        let ids: Vec<&str> =
            list.as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
        assert_eq!((ids.len(), &ids[..2]), (4, &[&*expected[0], &*expected[1]][..]));
        let first = ada.get("/v1/webhook-deliveries?limit=1&status=delivered").await;
        let next = format!("/v1/webhook-deliveries?limit=1&page_token={}", first.text_at("/next_page"));
        assert_eq!(ada.get(&next).await.text_at("/items/0/id"), expected[1]);
        assert_eq!(ada.get("/v1/webhook-deliveries?status=failed").await.at("/items"), json!([]));
    })
    .await;
}
