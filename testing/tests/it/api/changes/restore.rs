//! Restore: the draft of any version or revision becomes the present one.

use serde_json::json;
use tests::with_app;

use super::{check_log, edit, restore, undo};

#[tokio::test]
async fn any_version_can_be_restored() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let mut states = vec![ada.read(&session).await.at("/job_data")];
        for number in 1..=4 {
            states.push(
                edit(&ada, &session, json!({ "title": format!("Cook {number}") })).await.at("/job_data"),
            );
        }
        for (version, state) in states.iter().enumerate() {
            let restored = restore(&ada, &session, json!({ "version": version })).await;
            assert_eq!((restored.status, &restored.at("/job_data")), (200, state), "{restored:?}");
        }
        // Restoring the present version changes nothing.
        let before = ada.read(&session).await;
        let version = before.at("/version");
        assert_eq!(restore(&ada, &session, json!({ "version": version })).await.text, before.text);
        assert_eq!(undo(&ada, &session).await.at("/job_data"), states[3]);
        for (target, pointer) in [
            (json!({}), ""),
            (json!({ "version": 1, "revision": 1 }), ""),
            (json!({ "version": 99 }), "/version"),
            (json!({ "version": -1 }), "/version"),
            (json!({ "revision": 1 }), "/revision"),
            (json!({ "revision": 0 }), "/revision"),
        ] {
            let refused = restore(&ada, &session, target).await;
            assert_eq!(refused.problem(422), "invalid_request");
            assert_eq!(refused.text_at("/errors/0/pointer"), pointer);
        }
        check_log(app, &ada, &session).await;
    })
    .await;
}
