//! The publication target of an organization.

mod secrets;

use serde_json::{Value, json};
use tests::{Reply, with_app};

use crate::api::publications::{TARGET, set_target};

#[tokio::test]
async fn an_admin_sets_reads_and_removes_the_target() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        assert_eq!(ada.get(TARGET).await.problem(404), "not_found");
        let first = set_target(&ada, json!({ "format": "ai_create", "url": "http://127.0.0.1:9/api" })).await;
        assert_eq!((first.at("/livemode"), first.at("/has_bearer_token")), (json!(true), json!(false)));
        assert_eq!((first.at("/options"), first.at("/secret")), (json!({}), Value::Null));
        assert_eq!(ada.get(TARGET).await.json(), first.json());
        let signed =
            set_target(&ada, json!({ "format": "signed_json", "url": "http://127.0.0.1:9/api" })).await;
        assert!(signed.text_at("/secret").starts_with("whsec_"));
        assert_eq!((signed.at("/options"), signed.at("/created_at")), (Value::Null, first.at("/created_at")));
        assert_eq!(ada.get(TARGET).await.at("/secret"), Value::Null);
        let same =
            set_target(&ada, json!({ "format": "signed_json", "url": "http://127.0.0.1:9/other" })).await;
        assert_eq!(same.at("/secret"), Value::Null, "an unchanged secret is not shown again");
        assert_eq!(ada.delete(TARGET).await.status, 204);
        assert_eq!(ada.get(TARGET).await.status, 404);
        for role in ["member", "viewer"] {
            let other = app.colleague(&ada, role, role).await;
            let body = json!({ "format": "ai_create", "url": "http://127.0.0.1:9/api" });
            assert_eq!(other.put(TARGET, body).await.problem(403), "forbidden");
            assert_eq!(other.get(TARGET).await.status, 403);
        }
    })
    .await;
}

#[tokio::test]
async fn invalid_targets_are_refused() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let pointers = |refused: Reply| {
            assert_eq!(refused.status, 422, "{refused:?}");
            let errors = refused.at("/errors").as_array().unwrap().clone();
            errors.iter().map(|error| error["pointer"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        for url in [
            "https://10.0.0.1/api",
            "https://169.254.169.254/latest",
            "http://jobs.example.com",
            "https://[::1]/",
            "ftp://jobs.example.com",
            "https://user:secret@jobs.example.com",
            "jobs",
            "https://2852039166/",
        ] {
            let refused = ada.put(TARGET, json!({ "format": "ai_create", "url": url })).await;
            assert_eq!(pointers(refused), ["/url"], "{url}");
        }
        let url = "http://127.0.0.1:9";
        for (body, expected) in [
            (json!({ "format": "xml", "url": url }), "/format"),
            (json!({ "format": "ai_create" }), "/url"),
            (json!({ "format": "ai_create", "url": url, "token": "x" }), "/token"),
            (json!({ "format": "ai_create", "url": url, "new_secret": true }), "/new_secret"),
            (
                json!({ "format": "ai_create", "url": url, "options": { "expires_after_days": 0 } }),
                "/options/expires_after_days",
            ),
            (
                json!({ "format": "ai_create", "url": url, "options": { "isFeatured": true } }),
                "/options/isFeatured",
            ),
            (json!({ "format": "signed_json", "url": url, "bearer_token": "x" }), "/bearer_token"),
            (json!({ "format": "signed_json", "url": url, "options": {} }), "/options"),
        ] {
            assert_eq!(pointers(ada.put(TARGET, body).await), [expected]);
        }
        assert_eq!(ada.get(TARGET).await.status, 404);
    })
    .await;
}
