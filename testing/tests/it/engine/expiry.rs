//! Expiry of sessions: 24 hours after the last turn, to the second. Then they are read-only, until they are reopened or
//! deleted.

use std::time::Duration;

use serde_json::json;
use tests::{Person, with_app};

#[tokio::test]
async fn a_session_expires_after_24_hours_and_not_before() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        ada.say(&session, "baker in Lisbon").await;
        let path = format!("/v1/sessions/{session}");
        app.move_clock("23:59:50").await;
        let read = ada.get(&path).await;
        assert_eq!(read.at("/is_expired"), false);
        app.move_clock("24:00:00").await;
        let expired = ada.get(&path).await;
        assert_eq!(expired.at("/is_expired"), true);
        assert_ne!(expired.header("etag"), read.header("etag"));
        for read in ["turns", "messages", "changes", "compliance", "provenance"] {
            assert_eq!(ada.get(&format!("{path}/{read}")).await.status, 200, "{read}");
        }
        assert_eq!(listed(&ada, "").await, 0);
        assert_eq!(listed(&ada, "?expired=true").await, 1);
        let turn = ada.get(&format!("{path}/turns")).await.text_at("/items/0/id");
        let hash = expired.text_at("/content_hash");
        let refused = [
            ada.say(&session, "still there?").await,
            ada.patch(&format!("{path}/job-data"), json!({ "title": "Cook" })).await,
            ada.post(&format!("{path}/undo"), json!(null)).await,
            ada.post(&format!("{path}/restore"), json!({ "version": 0 })).await,
            ada.post(&format!("{path}/finalize"), json!({ "content_hash": hash })).await,
            ada.post(&format!("{path}/turns/{turn}/cancel"), json!(null)).await,
        ];
        for refused in refused {
            assert_eq!(refused.problem(409), "session_expired");
        }
        let fork = ada.post(&format!("{path}/fork"), json!({})).await;
        assert_eq!((fork.status, fork.at("/is_expired")), (201, json!(false)));
        assert_eq!(ada.delete(&path).await.status, 204);
    })
    .await;
}

/// The number of listed sessions.
async fn listed(ada: &Person, query: &str) -> usize {
    ada.get(&format!("/v1/sessions{query}")).await.at("/items").as_array().map_or(0, Vec::len)
}

#[tokio::test]
async fn the_original_routes_know_no_expired_session() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.move_clock("24:00:00").await;
        let path = format!("/job-post-session/{session}");
        assert_eq!(ada.get(&path).await.status, 404);
        assert_eq!(ada.delete(&path).await.status, 404);
        let chat = ada.form("/job-post-chat", &[("session_id", &session), ("message", "baker")]).await;
        assert_eq!((chat.status, chat.text_at("/status")), (200, "error".to_owned()));
        let create = ada.form("/create-job-post", &[("session_id", &session), ("message", "baker")]).await;
        assert_eq!(create.status, 200);
        assert_ne!(create.text_at("/session_id"), session);
        assert_eq!(listed(&ada, "?expired=true").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_admin_reopens_an_expired_session() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let session = bob.begin().await;
        let path = format!("/v1/sessions/{session}");
        let begun = ada.post(&format!("{path}/reopen"), json!(null)).await;
        assert_eq!(begun.header("etag"), ada.get(&path).await.header("etag"), "it has not expired");
        app.move_clock("40:00:00").await;
        bob.post(&format!("{path}/reopen"), json!(null)).await.problem(403);
        domain::sessions::note_expiries(&app.db, Duration::ZERO).await.unwrap();
        let reopened = ada.post(&format!("{path}/reopen"), json!(null)).await;
        assert_eq!((reopened.status, reopened.at("/is_expired")), (200, json!(false)));
        assert_eq!(bob.say(&session, "baker in Lisbon").await.text_at("/status"), "succeeded");
        app.move_clock("63:50:00").await;
        assert_eq!(bob.get(&path).await.at("/is_expired"), false);
        app.move_clock("64:10:00").await;
        assert_eq!(bob.get(&path).await.at("/is_expired"), true);
        // The second expiry is noticed too.
        assert_eq!(domain::sessions::note_expiries(&app.db, Duration::ZERO).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_expired_session_is_deleted_when_its_organization_no_longer_retains_it() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let path = format!("/v1/sessions/{}", ada.begin().await);
        let begun = ada.get(&path).await;
        retain(&ada, 2).await;
        app.move_clock("24:10:00").await;
        app.sweep().await;
        assert_ne!(ada.get(&path).await.text_at("/retained_until"), begun.text_at("/retained_until"));
        app.move_clock("71:59:00").await;
        app.sweep().await;
        assert_eq!(ada.get(&path).await.status, 200);
        app.move_clock("72:00:01").await;
        ada.get(&path).await.problem(404);
        ada.delete(&path).await.problem(404);
        ada.post(&format!("{path}/reopen"), json!(null)).await.problem(404);
        ada.get(&format!("{path}/turns")).await.problem(404);
        assert_eq!(listed(&ada, "?expired=true").await, 0);
        app.sweep().await;
        assert_eq!(app.wait_for_count("select count(*) from session", 0).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_organization_may_retain_nothing() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}");
        retain(&ada, 0).await;
        app.move_clock("23:59:50").await;
        assert_eq!(ada.get(&path).await.status, 200);
        app.move_clock("24:00:00").await;
        ada.get(&path).await.problem(404);
        ada.say(&session, "still there?").await.problem(404);
        app.sweep().await;
        assert_eq!(app.wait_for_count("select count(*) from session", 0).await, 0);
    })
    .await;
}

async fn retain(ada: &Person, days: i32) {
    let changed = ada.patch("/v1/organization", json!({ "session_retention_days": days })).await;
    assert_eq!(changed.at("/session_retention_days"), json!(days));
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
        assert_eq!(ada.get(&path).await.at("/is_expired"), true);
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
        assert_eq!(ada.get(&path).await.at("/is_expired"), true);
    })
    .await;
}
