//! Expiry of sessions: 24 hours after the last turn, to the second.

use serde_json::json;
use tests::with_app;

#[tokio::test]
async fn a_session_expires_after_24_hours_and_not_before() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        ada.say(&session, "baker in Lisbon").await;
        let path = format!("/v1/sessions/{session}");
        app.move_clock("23:59:50").await;
        assert_eq!(ada.get(&path).await.status, 200);
        app.move_clock("24:00:00").await;
        ada.get(&path).await.problem(404);
        ada.delete(&path).await.problem(404);
        ada.say(&session, "still there?").await.problem(404);
        ada.post(&format!("{path}/finalize"), json!({ "content_hash": "x" })).await.problem(404);
        ada.get(&format!("{path}/turns")).await.problem(404);
        ada.get(&format!("{path}/messages")).await.problem(404);
        assert_eq!(ada.get("/v1/sessions").await.at("/items").as_array().map(Vec::len), Some(0));
        assert_eq!(ada.get(&format!("/job-post-session/{session}")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_turn_extends_a_session_and_a_read_does_not() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}");
        app.move_clock("20:00:00").await;
        ada.say(&session, "baker in Lisbon").await;
        app.move_clock("43:59:50").await;
        assert_eq!(ada.get(&path).await.status, 200);
        app.move_clock("44:00:10").await;
        ada.get(&path).await.problem(404);
    })
    .await;
}

#[tokio::test]
async fn an_organization_can_set_its_session_lifetime() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        sqlx::query("update organization set session_lifetime_seconds = 60")
            .execute(app.superuser())
            .await
            .unwrap();
        let path = format!("/v1/sessions/{}", ada.begin().await);
        app.move_clock("50 seconds").await;
        assert_eq!(ada.get(&path).await.status, 200);
        app.move_clock("61 seconds").await;
        ada.get(&path).await.problem(404);
    })
    .await;
}
