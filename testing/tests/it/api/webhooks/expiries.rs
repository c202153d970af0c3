//! Sessions that end, as receivers are told.

use serde_json::json;
use tests::{App, Receiver, with_app_of};

use super::events::kinds;
use super::{Hook, count, impatient};

const ALL: &str = "select count(*) from webhook_event";

/// Emits expiry webhooks now, as the periodic task does.
async fn look(app: &App) {
    domain::webhooks::emit_expiry_webhooks(&app.db, std::time::Duration::from_secs(3_600)).await.unwrap();
}

#[tokio::test]
async fn the_end_of_a_session_is_told_of_before_and_after_once_each() {
    with_app_of(impatient(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        Hook::add(&ada, &receiver, &["session.expiring", "session.expired"]).await;
        let sessions = [ada.begin().await, ada.begin().await];
        let deleted = ada.begin().await;
        look(app).await;
        assert_eq!(app.count("select count(*) from webhook_event").await, 0);
        app.move_clock("23:10:00").await;
        look(app).await;
        look(app).await;
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
        // The periodic task finds one of them, the sweep finds both.
        let one =
            sqlx::query("update session set told_expired = true where id = $1::uuid").bind(&sessions[0]);
        one.execute(app.superuser()).await.unwrap();
        look(app).await;
        domain::retention::sweep(&app.db).await.unwrap();
        assert_eq!(
            count(app, "select count(*) from webhook_event where type = 'session.expired'", 1).await,
            1
        );
        let received = receiver.wait_for(4).await;
        assert_eq!(received[3].kind(), "session.expired");
        assert_eq!(received[3].json()["data"], json!({ "session_id": sessions[1], "is_complete": false }));
    })
    .await;
}

#[tokio::test]
async fn the_sweep_tells_of_what_it_finds_first() {
    with_app_of(impatient(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        Hook::add(&ada, &receiver, &["session.expired"]).await;
        let session = ada.begin().await;
        app.move_clock("24:10:00").await;
        domain::retention::sweep(&app.db).await.unwrap();
        assert_eq!(receiver.wait_for(1).await[0].json()["data"]["session_id"], session.as_str());
        assert_eq!(app.count("select count(*) from webhook_event").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_end_that_was_put_off_is_told_of_again() {
    with_app_of(impatient(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        Hook::add(&ada, &receiver, &["session.expiring", "session.expired"]).await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}");
        let mut ends = Vec::new();
        for (many, clock) in ["23:10:00", "46:40:00"].into_iter().enumerate() {
            app.move_clock(clock).await;
            look(app).await;
            look(app).await;
            ends.push(ada.get(&path).await.text_at("/expires_at"));
            let received = receiver.wait_for(many + 1).await;
            let told: Vec<_> =
                received.iter().map(|request| request.json()["data"]["expires_at"].clone()).collect();
            assert_eq!(told, ends);
            ada.say(&session, "baker").await;
        }
        assert!(ends[0] < ends[1], "{ends:?}");
        look(app).await;
        assert_eq!(app.count(ALL).await, 2);
    })
    .await;
}

#[tokio::test]
async fn an_endpoint_hears_of_no_end_from_before_it_was_there() {
    with_app_of(impatient(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let [old, _swept] = [ada.begin().await, ada.begin().await];
        app.move_clock("12:00:00").await;
        let late = ada.begin().await;
        app.move_clock("24:10:00").await;
        Hook::add(&ada, &receiver, &["session.expiring", "session.expired"]).await;
        look(app).await;
        assert_eq!(app.count(ALL).await, 0, "{old} had ended");
        let left = "select count(*) from session";
        // Whoever looks for expiries at this moment holds them, and the sweep skips what is held.
        for _ in 0..100 {
            domain::retention::sweep(&app.db).await.unwrap();
            if app.count(left).await == 1 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        assert_eq!(app.count(left).await, 1, "the two are swept");
        assert_eq!(app.count(ALL).await, 0);
        // It is told what comes.
        app.move_clock("35:10:00").await;
        look(app).await;
        app.move_clock("36:10:00").await;
        look(app).await;
        let received = receiver.wait_for(2).await;
        assert_eq!(kinds(&received), ["session.expired", "session.expiring"]);
        assert!(received.iter().all(|request| request.json()["data"]["session_id"] == late.as_str()));
    })
    .await;
}

#[tokio::test]
async fn an_endpoint_that_came_in_the_last_hour_is_told_of_the_end_alone() {
    with_app_of(impatient(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        ada.begin().await;
        app.move_clock("23:10:00").await;
        Hook::add(&ada, &receiver, &[]).await;
        look(app).await;
        assert_eq!(app.count(ALL).await, 0);
        app.move_clock("24:10:00").await;
        look(app).await;
        assert_eq!(kinds(&receiver.wait_for(1).await), ["session.expired"]);
    })
    .await;
}
