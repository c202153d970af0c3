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
