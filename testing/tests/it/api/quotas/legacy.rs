//! Quotas on the original routes: a refusal has their error shape, and everything else answers as before.

use domain::quotas::Limits;
use tests::{Reply, with_app_of};

use super::{CONTACT, limited};

#[track_caller]
fn assert_refused(reply: &Reply) {
    assert_eq!(reply.status, 403, "{reply:?}");
    assert_eq!((reply.text_at("/status"), reply.text_at("/code")), ("error".into(), "quota_exceeded".into()));
    assert!(reply.text_at("/error").contains(CONTACT), "{reply:?}");
}

#[tokio::test]
async fn the_original_routes_refuse_a_conversation_beyond_the_quota() {
    with_app_of(limited(Limits { sessions: 1, ..Limits::default() }), async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let create = [("message", "baker")];
        let created = ada.form("/create-job-post", &create).await;
        assert_eq!((created.status, created.text_at("/status")), (200, "success".into()), "{created:?}");
        let session = created.text_at("/session_id");
        assert_refused(&ada.form("/create-job-post", &create).await);
        assert_eq!(app.count("select count(*) from session").await, 1);
        assert_eq!(app.count("select count(*) from turn").await, 1);
        // The conversation that is there goes on by both routes.
        let fields = [("message", "in Lisbon"), ("session_id", session.as_str())];
        for path in ["/create-job-post", "/job-post-chat"] {
            let said = ada.form(path, &fields).await;
            assert_eq!((said.status, said.text_at("/status")), (200, "success".into()), "{said:?}");
        }
        assert_eq!(eve.form("/create-job-post", &create).await.status, 200);
        assert_eq!(ada.delete(&format!("/job-post-session/{session}")).await.status, 200);
        assert_eq!(ada.form("/create-job-post", &create).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn the_original_routes_refuse_a_message_beyond_the_quota() {
    with_app_of(limited(Limits { session_turns: 1, ..Limits::default() }), async |app| {
        let ada = app.owner("ada").await;
        let created = ada.form("/create-job-post", &[("message", "baker")]).await;
        let session = created.text_at("/session_id");
        let fields = [("message", "in Lisbon"), ("session_id", session.as_str())];
        for path in ["/create-job-post", "/job-post-chat"] {
            assert_refused(&ada.form(path, &fields).await);
        }
        let read = ada.get(&format!("/job-post-session/{session}")).await;
        assert_eq!((read.status, read.at("/conversation_turns")), (200, 3.into()), "{read:?}");
        assert_eq!(app.count("select count(*) from session").await, 1, "no other conversation was started");
    })
    .await;
}
