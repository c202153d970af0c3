//! `session.expiring` and `session.expired`: each is emitted once per expiry.

use std::time::Duration;

use serde_json::json;
use tests::{App, Options, Receiver, WebhookEndpoint, wait_until, with_app_of};

use super::events::{EVENTS, kinds};

/// Emits expiry webhooks as the periodic task does, until `total` exist. One emission may not be enough: it skips
/// sessions that a worker has locked.
async fn emit_expiries(app: &App, total: i64) {
    wait_until(&format!("{total} expiry webhooks exist"), async || {
        domain::sessions::note_expiries(&app.db, Duration::from_secs(3_600)).await.unwrap();
        app.count(EVENTS).await >= total
    })
    .await;
    assert_eq!(app.count(EVENTS).await, total);
}

#[tokio::test]
async fn expiring_and_expired_are_emitted_once_each() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        WebhookEndpoint::add(&ada, &receiver, &["session.expiring", "session.expired"]).await;
        let sessions = [ada.begin().await, ada.begin().await];
        let deleted = ada.begin().await;
        emit_expiries(app, 0).await;
        app.move_clock("23:10:00").await;
        emit_expiries(app, 3).await;
        emit_expiries(app, 3).await;
        let received = receiver.wait_for(3).await;
        assert_eq!(kinds(&received), ["session.expiring"; 3]);
        let first = received
            .iter()
            .find(|request| request.json()["data"]["session_id"] == sessions[0].as_str())
            .unwrap();
        let ends = ada.get(&format!("/v1/sessions/{}", sessions[0])).await.text_at("/expires_at");
        assert_eq!(
            first.json()["data"],
            json!({ "session_id": sessions[0], "is_complete": false, "expires_at": ends })
        );
        assert_eq!(ada.delete(&format!("/v1/sessions/{deleted}")).await.status, 204);
        app.move_clock("24:10:00").await;
        // The periodic task has noticed one of them.
        let one =
            sqlx::query("update session set expiry_noticed = true where id = $1::uuid").bind(&sessions[0]);
        one.execute(app.superuser()).await.unwrap();
        emit_expiries(app, 4).await;
        app.sweep().await;
        assert_eq!(
            app.wait_for_count("select count(*) from webhook_event where type = 'session.expired'", 1).await,
            1
        );
        let received = receiver.wait_for(4).await;
        assert_eq!(received[3].kind(), "session.expired");
        assert_eq!(received[3].json()["data"], json!({ "session_id": sessions[1], "is_complete": false }));
    })
    .await;
}

#[tokio::test]
async fn deleting_a_session_whose_expiry_nobody_has_noticed_emits_expired() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        WebhookEndpoint::add(&ada, &receiver, &["session.expired"]).await;
        let session = ada.begin().await;
        app.move_clock("24:10:00").await;
        assert_eq!(ada.delete(&format!("/v1/sessions/{session}")).await.status, 204);
        assert_eq!(receiver.wait_for(1).await[0].json()["data"]["session_id"], session.as_str());
        assert_eq!(app.count(EVENTS).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_postponed_expiry_is_announced_again() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        WebhookEndpoint::add(&ada, &receiver, &["session.expiring", "session.expired"]).await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}");
        let mut ends = Vec::new();
        for (total, clock) in [(1, "23:10:00"), (2, "46:40:00")] {
            app.move_clock(clock).await;
            emit_expiries(app, total).await;
            emit_expiries(app, total).await;
            ends.push(ada.get(&path).await.text_at("/expires_at"));
            let received = receiver.wait_for(ends.len()).await;
            let announced: Vec<_> =
                received.iter().map(|request| request.json()["data"]["expires_at"].clone()).collect();
            assert_eq!(announced, ends);
            ada.say(&session, "baker").await;
        }
        assert!(ends[0] < ends[1], "{ends:?}");
        emit_expiries(app, 2).await;
    })
    .await;
}

#[tokio::test]
async fn a_new_endpoint_gets_no_event_of_earlier_expiries() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        ada.patch("/v1/organization", json!({ "session_retention_days": 0 })).await;
        let _expired = [ada.begin().await, ada.begin().await];
        app.move_clock("12:00:00").await;
        let late = ada.begin().await;
        app.move_clock("24:10:00").await;
        WebhookEndpoint::add(&ada, &receiver, &["session.expiring", "session.expired"]).await;
        // No session that had expired before.
        emit_expiries(app, 0).await;
        let left = "select count(*) from session";
        // The maintenance loop may hold a lock on the sessions at this moment; the sweep skips locked rows.
        wait_until("two sessions are swept", async || {
            app.sweep().await;
            app.count(left).await == 1
        })
        .await;
        assert_eq!(app.count(EVENTS).await, 0);
        // Expiries from now on are emitted.
        app.move_clock("35:10:00").await;
        emit_expiries(app, 1).await;
        app.move_clock("36:10:00").await;
        emit_expiries(app, 2).await;
        let received = receiver.wait_for(2).await;
        assert_eq!(kinds(&received), ["session.expired", "session.expiring"]);
        assert!(received.iter().all(|request| request.json()["data"]["session_id"] == late.as_str()));
    })
    .await;
}

#[tokio::test]
async fn an_endpoint_added_in_the_last_hour_gets_expired_only() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        ada.begin().await;
        app.move_clock("23:10:00").await;
        WebhookEndpoint::add(&ada, &receiver, &[]).await;
        emit_expiries(app, 0).await;
        app.move_clock("24:10:00").await;
        emit_expiries(app, 1).await;
        assert_eq!(kinds(&receiver.wait_for(1).await), ["session.expired"]);
    })
    .await;
}
