//! The end of a key, of its access tokens and of its scopes.

use serde_json::{Value, json};
use tests::{every_scope, with_app};

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
async fn a_key_survives_the_demotion_of_its_creator() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let [kept, revoked] =
            [app.colleague(&ada, "bob", "admin").await, app.colleague(&ada, "cyd", "admin").await];
        for (creator, query, code) in
            [(kept, "", json!(null)), (revoked, "?api_keys=revoke", "api_key_ended".into())]
        {
            let key = app.live_key(&creator, &["sessions:read"]).await;
            let token = app.client_of(&key).await;
            let path = format!("/v1/members/{}{query}", creator.user_id);
            assert_eq!(ada.patch(&path, json!({ "role": "member" })).await.status, 200);
            for client in [&*key, &token] {
                assert_eq!(me(client).await.1, code, "{query}");
            }
            // The key shows its creator nothing that a member may not see.
            let of_ada = ada.begin().await;
            let creator = app.sign_in(&creator.email).await;
            assert_eq!(creator.read(&of_ada).await.status, 404);
        }
        let revoked = ada.get("/v1/api-keys?status=revoked").await;
        assert_eq!(revoked.text_at("/items/0/end_reason"), "creator_demoted");
        assert_eq!(revoked.at("/items/0/ended_at"), revoked.at("/items/0/revoked_at"));
    })
    .await;
}

#[tokio::test]
async fn what_a_key_writes_for_no_member_belongs_to_no_member() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "admin").await;
        let key = app.live_key(&bob, &every_scope()).await;
        for client in [&*key, &app.client_of(&key).await] {
            let own = client.get("/v1/me").await;
            assert_eq!(
                (own.at("/user_id"), own.at("/email"), own.at("/name")),
                Default::default(),
                "{own:?}"
            );
            assert_eq!(
                (own.text_at("/role").as_str(), own.text_at("/api_key_id")),
                ("admin", key.id.clone())
            );
            assert_eq!(own.text_at("/organizations/0/id"), ada.organization_id);
            let session = client.begin().await;
            client.say(&session, "Backend engineer in Lisbon, hybrid.").await;
            client.say(&session, "Looks good, publish it.").await;
            let read = ada.read(&session).await;
            assert_eq!((read.at("/user_id"), read.text_at("/api_key_id")), (Value::Null, key.id.clone()));
            let changes = ada.get(&format!("/v1/sessions/{session}/changes")).await;
            assert_eq!(changes.at("/items/0/user_id"), Value::Null);
        }
        assert_eq!(ada.get("/v1/job-posts").await.at("/items").as_array().unwrap().len(), 2);
        ada.patch(&format!("/v1/members/{}", bob.user_id), json!({ "role": "member" })).await;
        let bob = app.sign_in(&bob.email).await;
        assert_eq!(
            bob.get("/v1/sessions").await.at("/items"),
            json!([]),
            "sessions of the key are not its creator's"
        );
    })
    .await;
}

#[tokio::test]
async fn keys_are_listed_by_their_status() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let [active, expired, revoked] = [
            app.live_key(&ada, &["sessions:read"]).await,
            app.live_key(&ada, &["sessions:read"]).await,
            app.live_key(&ada, &["sessions:read"]).await,
        ];
        assert_eq!(ada.delete(&path_of(&revoked)).await.status, 204);
        let expire = "update api_key set expires_at = now() where id = $1::uuid";
        sqlx::query(expire).bind(&expired.id).execute(app.superuser()).await.unwrap();
        for (query, listed) in [
            ("", vec![&expired, &active]),
            ("?status=active", vec![&active]),
            ("?status=expired", vec![&expired]),
            ("?status=revoked", vec![&revoked]),
        ] {
            let page = ada.get(&format!("/v1/api-keys{query}")).await;
            let ids: Vec<_> =
                page.at("/items").as_array().unwrap().iter().map(|key| key["id"].clone()).collect();
            assert_eq!(ids, listed.iter().map(|key| json!(key.id)).collect::<Vec<_>>(), "{query}");
        }
        for (key, status, reason) in [
            (&active, "active", json!(null)),
            (&expired, "expired", "expired".into()),
            (&revoked, "revoked", "revoked".into()),
        ] {
            let read = ada.get(&path_of(key)).await;
            assert_eq!((read.text_at("/status").as_str(), read.at("/end_reason")), (status, reason));
            assert_eq!(read.at("/ended_at").is_string(), status != "active", "{read:?}");
        }
    })
    .await;
}
