//! The end of a key, of its access tokens and of its scopes.

use serde_json::{Value, json};
use tests::with_app;

use super::{me, path_of};

#[tokio::test]
async fn a_revoked_key_and_its_tokens_end_at_once() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let key = app.live_key(&ada, &["sessions:read"]).await;
        let token = app.client_of(&key).await;
        assert_eq!((me(&key).await.0, me(&token).await.0), (200, 200));
        assert_eq!(ada.delete(&path_of(&key)).await.status, 204);
        for client in [&*key, &token] {
            assert_eq!(me(client).await, (401, "api_key_ended".into()));
        }
        let gone = ada.get(&path_of(&key)).await;
        assert!(gone.at("/revoked_at").is_string(), "{gone:?}");
        assert_eq!(ada.get("/v1/api-keys").await.at("/items"), json!([]));
        assert_eq!(ada.patch(&path_of(&key), json!({ "name": "x" })).await.problem(409), "api_key_revoked");
        assert_eq!(ada.delete(&path_of(&key)).await.status, 204);
    })
    .await;
}

#[tokio::test]
async fn an_expired_key_and_its_tokens_are_refused() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let key = app.live_key(&ada, &["sessions:read"]).await;
        let token = app.client_of(&key).await;
        let past = ada.patch(&path_of(&key), json!({ "expires_at": "2020-01-01T00:00:00Z" })).await;
        assert_eq!(past.problem(422), "invalid_request");
        let set = ada.patch(&path_of(&key), json!({ "expires_at": "2999-01-01T00:00:00Z" })).await;
        assert_eq!(set.text_at("/expires_at"), "2999-01-01T00:00:00.000Z");
        assert_eq!(me(&key).await.0, 200);
        sqlx::query("update api_key set expires_at = now()").execute(app.superuser()).await.unwrap();
        for client in [&*key, &token] {
            assert_eq!(me(client).await, (401, "api_key_ended".into()));
        }
        for never in [json!({ "expires_at": null }), json!({ "clear": ["expires_at"] })] {
            sqlx::query("update api_key set expires_at = now()").execute(app.superuser()).await.unwrap();
            assert_eq!(ada.patch(&path_of(&key), never).await.at("/expires_at"), Value::Null);
            assert_eq!((me(&key).await.0, me(&token).await.0), (200, 200));
        }
    })
    .await;
}

#[tokio::test]
async fn removed_scopes_end_at_once() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let key = app.live_key(&ada, &["sessions:read", "job_posts:read"]).await;
        let token = app.client_of(&key).await;
        assert_eq!(token.get("/v1/sessions").await.status, 200);
        ada.patch(&path_of(&key), json!({ "scopes": ["job_posts:read"] })).await;
        assert_eq!(key.get("/v1/sessions").await.problem(403), "insufficient_scope");
        assert_eq!(key.get("/v1/job-posts").await.status, 200);
        assert_eq!(token.get("/v1/sessions").await.problem(401), "token_stale");
        assert_eq!(app.client_of(&key).await.get("/v1/job-posts").await.status, 200);
        assert_eq!(ada.patch(&path_of(&key), json!({ "scopes": [] })).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn a_key_ends_when_its_creator_is_no_longer_an_admin() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for (name, end) in [("bob", "removed"), ("cyd", "made a member")] {
            let admin = app.colleague(&ada, name, "admin").await;
            let key = app.live_key(&admin, &["sessions:read"]).await;
            let token = app.client_of(&key).await;
            assert_eq!((me(&key).await.0, me(&token).await.0), (200, 200));
            let path = format!("/v1/members/{}", admin.user_id);
            let done = match end {
                "removed" => ada.delete(&path).await,
                _ => ada.patch(&path, json!({ "role": "member" })).await,
            };
            assert!(done.status < 300, "{done:?}");
            for client in [&*key, &token] {
                assert_eq!(me(client).await, (401, "api_key_ended".into()), "{end}");
                let for_another = client.acting_for(&ada.user_id);
                assert_eq!(me(&for_another).await, (401, "api_key_ended".into()), "{end}");
            }
            let form =
                [("grant_type", "client_credentials"), ("client_id", &key.id), ("client_secret", &key.key)];
            assert_eq!(app.anonymous().form("/v1/oauth/token", &form).await.status, 401);
        }
    })
    .await;
}
