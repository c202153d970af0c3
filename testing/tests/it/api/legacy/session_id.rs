//! `session_id` on the original routes: whose session it may name, and what the response is otherwise.

use serde_json::{Value, json};
use tests::{App, Client, Person, Reply, with_app};

async fn create(client: &Client, session: Option<&str>) -> Reply {
    let mut fields = vec![("message", "baker")];
    fields.extend(session.map(|session| ("session_id", session)));
    let reply = client.form("/create-job-post", &fields).await;
    assert_eq!((reply.status, reply.text_at("/status").as_str()), (200, "success"), "{reply:?}");
    reply
}

async fn chat(client: &Client, session: &str) -> Reply {
    client.form("/job-post-chat", &[("message", "in Lisbon"), ("session_id", session)]).await
}

async fn get(client: &Client, session: &str) -> Reply {
    client.get(&format!("/job-post-session/{session}")).await
}

async fn delete(client: &Client, session: &str) -> Reply {
    client.delete(&format!("/job-post-session/{session}")).await
}

fn not_found_body() -> Value {
    json!({
        "status": "error",
        "error": "Session not found or expired. Please start a new conversation.",
        "session_id": null,
        "agent_response": "I'm sorry, but your session has expired. Let's start fresh!",
        "is_complete": false,
        "job_data": {},
        "current_step": "getting_basic_info",
    })
}

/// Asserts that all four routes respond as for a session that does not exist.
async fn is_not_found(client: &Client, session: &str) {
    let created = create(client, Some(session)).await;
    assert_ne!(created.text_at("/session_id"), session);
    let chatted = chat(client, session).await;
    assert_eq!((chatted.status, chatted.json()), (200, not_found_body()), "{session}");
    for reply in [get(client, session).await, delete(client, session).await] {
        assert_eq!((reply.status, reply.text_at("/status").as_str()), (404, "error"), "{session}: {reply:?}");
    }
}

/// Asserts that the caller can use the session on all routes.
async fn is_usable(client: &Client, session: &str) {
    assert_eq!(create(client, Some(session)).await.text_at("/session_id"), session);
    let chatted = chat(client, session).await;
    assert_eq!((chatted.status, chatted.text_at("/session_id").as_str()), (200, session));
    assert_eq!(chatted.text_at("/status"), "success");
    let read = get(client, session).await;
    assert_eq!((read.status, read.text_at("/session_id").as_str()), (200, session));
}

async fn begin(app: &App) -> (Person, String) {
    let ada = app.owner("ada").await;
    let session = create(&ada, None).await.text_at("/session_id");
    (ada, session)
}

#[tokio::test]
async fn an_absent_session_id_starts_a_session() {
    with_app(async |app| {
        let (ada, first) = begin(app).await;
        assert_ne!(create(&ada, None).await.text_at("/session_id"), first);
        let refused = ada.form("/job-post-chat", &[("message", "in Lisbon")]).await;
        assert_eq!((refused.status, refused.text_at("/status").as_str()), (422, "error"));
    })
    .await;
}

#[tokio::test]
async fn an_own_live_session_is_continued() {
    with_app(async |app| {
        let (ada, session) = begin(app).await;
        is_usable(&ada, &session).await;
        assert_eq!(delete(&ada, &session).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn an_expired_or_deleted_session_is_not_found() {
    with_app(async |app| {
        let (ada, deleted) = begin(app).await;
        assert_eq!(delete(&ada, &deleted).await.status, 200);
        is_not_found(&ada, &deleted).await;
        let expired = create(&ada, None).await.text_at("/session_id");
        app.move_clock("24:00:01").await;
        is_not_found(&ada, &expired).await;
    })
    .await;
}

#[tokio::test]
async fn an_unknown_or_malformed_session_id_is_not_found() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for unknown in
            [uuid::Uuid::now_v7().to_string().as_str(), "not-a-uuid", "'; drop table session; --", "ümläut"]
        {
            is_not_found(&ada, unknown).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_colleagues_session_is_found_by_an_admin_only() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let (bob, cyd) =
            (app.colleague(&ada, "bob", "member").await, app.colleague(&ada, "cyd", "member").await);
        let of_bob = create(&bob, None).await.text_at("/session_id");
        is_not_found(&cyd, &of_bob).await;
        is_usable(&ada, &of_bob).await;
    })
    .await;
}

#[tokio::test]
async fn a_session_of_another_organization_is_not_found() {
    with_app(async |app| {
        let (_, of_ada) = begin(app).await;
        let bob = app.owner("bob").await;
        is_not_found(&bob, &of_ada).await;
    })
    .await;
}

#[tokio::test]
async fn a_complete_session_can_be_changed() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = create(&ada, None).await.text_at("/session_id");
        let say = async |message: &str| {
            ada.form("/job-post-chat", &[("message", message), ("session_id", &session)]).await
        };
        say("in Lisbon, hybrid").await;
        let complete = say("Looks good, publish it.").await;
        assert_eq!(complete.at("/is_complete"), true, "{complete:?}");
        assert_eq!(complete.text_at("/current_step"), "complete");
        // The same content is not published again; a change starts a revision.
        say("Looks good, publish it.").await;
        assert_eq!(app.count("select count(*) from job_post").await, 1);
        let fields = [("message", "Actually make it remote."), ("session_id", session.as_str())];
        let changed = ada.form("/create-job-post", &fields).await;
        assert_eq!(changed.text_at("/session_id"), session);
        assert_eq!(
            (changed.at("/is_complete"), changed.text_at("/job_data/workType")),
            (json!(false), "remote".into())
        );
        assert_eq!(get(&ada, &session).await.status, 200);
    })
    .await;
}
