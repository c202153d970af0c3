//! Refused sign-ins, keys and operations in the audit log.

use serde_json::{Value, json};
use tests::{App, Client, Person, with_app};

use super::entries_of;

/// The organization's entries of an action, newest first, as the API shows them.
async fn listed(admin: &Client, action: &str) -> Vec<Value> {
    let list = admin.get(&format!("/v1/audit-log?limit=100&action={action}")).await;
    assert_eq!(list.status, 200, "{list:?}");
    list.at("/items").as_array().cloned().unwrap()
}

async fn sign_in(app: &App, body: Value) -> u16 {
    app.anonymous().post("/v1/auth/sign-in", body).await.status
}

fn wrong(person: &Person) -> Value {
    json!({ "email": person.email, "password": "not the right password" })
}

#[tokio::test]
async fn a_refused_sign_in_is_in_the_log_of_each_organization_of_the_account() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        app.joins(&ada, &eve, "member").await;
        assert_eq!(sign_in(app, wrong(&eve)).await, 401);
        for admin in [&ada, &eve] {
            let entries = listed(admin, "sign_in.refused").await;
            assert_eq!(entries.len(), 1);
            assert_eq!(entries[0]["object"], json!({ "type": "account", "id": eve.user_id }));
            assert_eq!(
                (&entries[0]["actor"]["kind"], &entries[0]["actor"]["address"]),
                (&json!("anonymous"), &json!("127.0.0.1"))
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_sign_in_during_a_lock_out_is_recorded_as_one() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for _ in 0..5 {
            assert_eq!(sign_in(app, wrong(&ada)).await, 401);
        }
        assert_eq!(sign_in(app, wrong(&ada)).await, 429);
        assert_eq!(listed(&ada, "sign_in.refused").await.len(), 5);
        assert_eq!(listed(&ada, "sign_in.locked_out").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_reused_refresh_token_and_the_end_of_its_login_are_recorded() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let refresh = async |token: &str| {
            app.anonymous().post("/v1/auth/refresh", json!({ "refresh_token": token })).await
        };
        let second = refresh(&ada.refresh_token).await.text_at("/refresh_token");
        assert_eq!(refresh(&second).await.status, 200);
        let reused = refresh(&ada.refresh_token).await;
        assert_eq!(reused.problem(401), "token_revoked");
        let entries = entries_of(app, &reused).await;
        let mut actions = super::actions(&entries);
        actions.sort_unstable();
        assert_eq!(actions, ["login.ended", "refresh_token.reused"]);
        assert!(entries.iter().all(|entry| entry["object_id"] == entries[0]["object_id"]), "{entries:?}");
    })
    .await;
}

#[tokio::test]
async fn a_wrong_secret_and_an_ended_key_are_recorded_for_the_key() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let (key, other) =
            (app.live_key(&ada, &["sessions:read"]).await, app.live_key(&ada, &["sessions:read"]).await);
        let id = |key: &str| key.split('_').nth(2).unwrap().to_owned();
        let swapped = key.key.replace(&id(&key.key), &id(&other.key));
        assert_eq!(app.anonymous().with_token(swapped).get("/v1/sessions").await.status, 401);
        assert_eq!(ada.delete(&format!("/v1/api-keys/{}", key.id)).await.status, 204);
        assert_eq!(key.get("/v1/sessions").await.problem(401), "api_key_ended");
        let entries = listed(&ada, "api_key.refused").await;
        let about: Vec<_> =
            entries.iter().map(|entry| (&entry["object"]["id"], &entry["details"]["reason"])).collect();
        assert_eq!(about, [(&json!(key.id), &json!("ended")), (&json!(other.id), &json!("wrong_secret"))]);
    })
    .await;
}

#[tokio::test]
async fn an_operation_for_admins_that_others_try_is_recorded_with_its_code() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let cid = app.colleague(&ada, "cid", "admin").await;
        let key = app.live_key(&ada, &["sessions:read"]).await;
        let appoint = |client: &Client, role: &str| {
            let client = client.clone();
            let (path, body) = (format!("/v1/members/{}", bob.user_id), json!({ "role": role }));
            async move { client.patch(&path, body).await }
        };
        let cases = [
            (appoint(&bob, "admin").await, "forbidden", Some(&bob.user_id)),
            (appoint(&cid, "owner").await, "owner_required", Some(&cid.user_id)),
            // A key acts for no person.
            (appoint(&key, "admin").await, "people_only", None),
            (key.patch("/v1/organization", json!({ "name": "x" })).await, "insufficient_scope", None),
        ];
        for (reply, code, user) in &cases {
            assert_eq!(reply.problem(403), *code);
            let entries = entries_of(app, reply).await;
            assert_eq!(super::actions(&entries), ["operation.refused"], "{code}");
            assert_eq!(
                (&entries[0]["details"]["code"], &entries[0]["actor_user_id"]),
                (&json!(code), &json!(user))
            );
            assert!(
                entries[0]["details"]["operation"].as_str().unwrap().starts_with("update_"),
                "{entries:?}"
            );
        }
        assert_eq!(bob.get("/v1/sessions/019a9f3e-0000-7000-8000-0000000000a1").await.status, 404);
        assert_eq!(listed(&ada, "operation.refused").await.len(), cases.len());
    })
    .await;
}

#[tokio::test]
async fn refusals_of_one_actor_cannot_fill_the_log() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "viewer").await;
        for _ in 0..65 {
            assert_eq!(bob.get("/v1/api-keys").await.status, 403);
        }
        assert_eq!(listed(&ada, "operation.refused").await.len(), 60);
        let cid = app.colleague(&ada, "cid", "viewer").await;
        assert_eq!(cid.get("/v1/api-keys").await.status, 403);
        assert_eq!(listed(&ada, "operation.refused").await.len(), 61, "another actor's is recorded");
    })
    .await;
}

#[tokio::test]
async fn a_flood_at_one_account_hides_no_refusal_of_another() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        for _ in 0..5 {
            assert_eq!(sign_in(app, wrong(&eve)).await, 401);
        }
        let flood = futures_util::future::join_all((0..400).map(|_| sign_in(app, wrong(&eve))));
        let (flood, refused) = tokio::join!(flood, sign_in(app, wrong(&ada)));
        assert!(flood.iter().filter(|status| **status == 429).count() > 300, "{flood:?}");
        assert_eq!(refused, 401);
        assert_eq!(listed(&ada, "sign_in.refused").await.len(), 1);
        let locked_out = listed(&eve, "sign_in.locked_out").await.len();
        assert!((1..=60).contains(&locked_out), "{locked_out}");
    })
    .await;
}
