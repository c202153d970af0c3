//! The caller's own name and language.

use serde_json::{Value, json};
use tests::{every_scope, with_app};

#[tokio::test]
async fn a_person_changes_their_name_and_language() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        assert_eq!(ada.get("/v1/me").await.at("/language"), Value::Null);
        let changed = ada.patch("/v1/me", json!({ "name": " Ada Byron ", "language": "fr" })).await;
        assert_eq!(changed.status, 200, "{changed:?}");
        assert_eq!(
            (changed.text_at("/name"), changed.text_at("/language")),
            ("Ada Byron".into(), "fr".into())
        );
        assert_eq!(ada.patch("/v1/me", json!({})).await.text_at("/name"), "Ada Byron");
        for (body, pointer) in
            [(json!({ "name": "\u{200b}" }), "/name"), (json!({ "language": "tlh" }), "/language")]
        {
            let refused = ada.patch("/v1/me", body).await;
            refused.problem(422);
            assert_eq!(refused.text_at("/errors/0/pointer"), pointer);
        }
        ada.patch("/v1/me", json!({ "email": "eve@example.com" })).await.problem(422);
    })
    .await;
}

#[tokio::test]
async fn an_api_key_changes_no_account_and_ends_no_login() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let key = app.live_key(&ada, &every_scope()).await;
        assert_eq!(key.patch("/v1/me", json!({ "name": "Eve" })).await.problem(403), "people_only");
        assert_eq!(key.get("/v1/me/logins").await.problem(403), "people_only");
        assert_eq!(key.delete("/v1/me/logins").await.problem(403), "people_only");
        assert_eq!(ada.get("/v1/me").await.text_at("/name"), "ada");
    })
    .await;
}

#[tokio::test]
async fn only_real_changes_of_an_account_are_recorded_and_not_without_limit() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let recorded =
            async || app.count("select count(*) from audit_entry where action = 'account.updated'").await;
        for _ in 0..3 {
            assert_eq!(ada.patch("/v1/me", json!({ "language": "de" })).await.status, 200);
        }
        assert_eq!(recorded().await, 1, "two requests changed nothing");
        for change in 0..65 {
            let language = if change % 2 == 0 { "fr" } else { "de" };
            assert_eq!(ada.patch("/v1/me", json!({ "language": language })).await.status, 200);
        }
        assert_eq!(recorded().await, 60);
        assert_eq!(ada.get("/v1/me").await.text_at("/language"), "fr");
    })
    .await;
}

#[tokio::test]
async fn another_organization_does_not_learn_where_a_person_changes_their_account() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        app.joins(&ada, &eve, "viewer").await;
        assert_eq!(eve.patch("/v1/me", json!({ "name": "Eve Renamed" })).await.status, 200);
        for (admin, address) in [(&eve, json!("127.0.0.1")), (&ada, json!(null))] {
            let listed = admin.get("/v1/audit-log?action=account.updated").await;
            let actor = listed.at("/items/0/actor");
            assert_eq!((actor["user_id"].as_str(), &actor["address"]), (Some(&*eve.user_id), &address));
            assert_eq!(listed.at("/items/0/details/changed"), json!({ "name": true, "language": false }));
        }
    })
    .await;
}
