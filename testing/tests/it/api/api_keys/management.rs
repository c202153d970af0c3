//! Creating, listing and changing keys.

use futures_util::TryStreamExt;
use serde_json::json;
use tests::{every_scope, with_app};

use super::{me, path_of};

#[tokio::test]
async fn a_new_key_is_shown_once_and_works_at_once() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let created = ada
            .post("/v1/api-keys", json!({ "name": "Site", "livemode": true, "scopes": ["sessions:read"] }))
            .await;
        assert_eq!(created.status, 201, "{created:?}");
        let (key, id) = (created.text_at("/key"), created.text_at("/api_key/id"));
        assert!(key.starts_with(&format!("pw_live_{}_", id.replace('-', ""))), "{key}");
        let secret = key.rsplit('_').next().unwrap();
        for path in ["/v1/api-keys".to_owned(), format!("/v1/api-keys/{id}")] {
            let shown = ada.get(&path).await;
            assert_eq!(shown.status, 200, "{shown:?}");
            assert!(!shown.text.contains(secret), "{shown:?}");
        }
        let as_text =
            "select count(*) from (select to_jsonb(k) as row from api_key k) rows where row::text like";
        let kept: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("{as_text} '%{secret}%'")))
            .fetch_one(app.superuser())
            .await
            .unwrap();
        assert_eq!(kept, 0, "the secret is in the table");

        let me = app.anonymous().with_token(&key).get("/v1/me").await;
        assert_eq!(me.status, 200, "{me:?}");
        assert_eq!(me.text_at("/api_key_id"), id);
        assert_eq!(me.at("/scopes"), json!(["sessions:read"]));
        assert_eq!(me.at("/livemode"), true);
        assert!(ada.get(&format!("/v1/api-keys/{id}")).await.at("/last_used_at").is_string());
    })
    .await;
}

#[tokio::test]
async fn only_admins_manage_the_keys_of_their_organization() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let eve = app.owner("eve").await;
        let key = app.live_key(&ada, &every_scope()).await;
        let body = json!({ "name": "x", "livemode": true, "scopes": ["sessions:read"] });
        for role in ["member", "viewer"] {
            let colleague = app.colleague(&ada, role, role).await;
            assert_eq!(colleague.post("/v1/api-keys", body.clone()).await.problem(403), "forbidden");
            assert_eq!(colleague.get("/v1/api-keys").await.problem(403), "forbidden");
        }
        assert_eq!(key.post("/v1/api-keys", body.clone()).await.problem(403), "people_only");
        assert_eq!(key.delete(&path_of(&key)).await.problem(403), "people_only");
        assert_eq!(eve.get(&path_of(&key)).await.problem(404), "not_found");
        assert_eq!(eve.delete(&path_of(&key)).await.problem(404), "not_found");
        assert_eq!(eve.get("/v1/api-keys").await.at("/items"), json!([]));
        assert_eq!(me(&key).await.0, 200);
        for bad in [json!({}), json!({ "name": "x", "livemode": true, "scopes": ["members:write"] })] {
            assert_eq!(ada.post("/v1/api-keys", bad).await.status, 422);
        }
    })
    .await;
}

#[tokio::test]
async fn keys_are_listed_in_pages_newest_first() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let [live, test] = [
            app.live_key(&ada, &["sessions:read"]).await.id,
            app.test_key(&ada, &["sessions:read"]).await.id,
        ];
        let ada = ada.partner();
        let page = ada.list_api_keys().limit(1_u32);
        assert_eq!(page.clone().send().await.unwrap().items.len(), 1);
        let listed = page.stream().map_ok(|key| (key.id.to_string(), key.livemode));
        assert_eq!(listed.try_collect::<Vec<_>>().await.unwrap(), [(test, false), (live, true)]);
    })
    .await;
}

#[tokio::test]
async fn concurrent_requests_create_no_more_keys_than_allowed() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let insert = "insert into api_key (organization_id, id, livemode, name, secret_hash, scopes, created_by, created_at)
                      select $1::uuid, gen_random_uuid(), true, 'x', '', '{}', $2::uuid, now() from generate_series(1, 95)";
        let insert = sqlx::query(insert).bind(&ada.organization_id).bind(&ada.user_id);
        insert.execute(app.superuser()).await.unwrap();
        let body = json!({ "name": "x", "livemode": true, "scopes": ["sessions:read"] });
        let all = (0..16).map(async |_| ada.post("/v1/api-keys", body.clone()).await.status);
        let statuses = futures_util::future::join_all(all).await;
        assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 5, "{statuses:?}");
        assert_eq!(statuses.iter().filter(|status| **status == 403).count(), 11, "{statuses:?}");
    })
    .await;
}
