//! The four original routes.

mod session_id;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Options, Reply, with_app, with_app_of};

fn keys(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

#[tokio::test]
async fn the_example_dialogue_gets_the_recorded_responses() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let fields = [
            ("message", ".net developer full stack"),
            ("company_id", ada.organization_id.as_str()),
            ("company_name", "papaya trading"),
        ];
        let created = ada.form("/create-job-post", &fields).await;
        assert_eq!(created.status, 200, "{created:?}");
        assert_eq!(created.header("content-type").split(';').next(), Some("application/json"));
        assert_eq!(created.text_at("/company_id"), ada.organization_id);
        // Every key of the response and of the job data, in order.
        insta::assert_json_snapshot!(created.json(), { ".session_id" => "[id]", ".company_id" => "[id]" });

        let session = created.text_at("/session_id");
        let fields = [("message", "senior level with 5+ years experience"), ("session_id", session.as_str())];
        let chatted = ada.form("/job-post-chat", &fields).await;
        insta::assert_json_snapshot!(chatted.json(), { ".session_id" => "[id]" });

        let read = ada.get(&format!("/job-post-session/{session}")).await;
        let body = read.json();
        assert_eq!(
            keys(&body)[..10],
            [
                "status",
                "session_id",
                "company_id",
                "company_name",
                "created_at",
                "last_updated",
                "current_step",
                "is_complete",
                "conversation_turns",
                "job_data"
            ]
        );
        assert_eq!(body["conversation_turns"], 5);
        assert_eq!(body["job_data"], chatted.at("/job_data"));

        let deleted = ada.delete(&format!("/job-post-session/{session}")).await;
        assert_eq!(deleted.json(), json!({ "status": "success", "message": "Session deleted successfully" }));
        assert_eq!(ada.get(&format!("/job-post-session/{session}")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn the_root_needs_no_token() {
    with_app(async |app| assert!(app.anonymous().get("/").await.status / 100 == 2)).await;
}

#[tokio::test]
async fn form_multipart_and_json_bodies_are_accepted() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let post = || ada.request(Method::POST, "/create-job-post");
        let parts = || reqwest::multipart::Form::new().text("message", "baker").text("company_name", "Brot");
        let responses = [
            Reply::of(post().form(&[("message", "baker"), ("company_name", "Brot")])).await,
            Reply::of(post().multipart(parts())).await,
            Reply::of(post().json(&json!({ "message": "baker", "company_name": "Brot" }))).await,
        ];
        for response in responses {
            assert_eq!(response.status, 200, "{response:?}");
            assert_eq!(response.text_at("/company_name"), "Brot");
        }
        let other = post().header("Content-Type", "text/csv").body("message\nbaker");
        let refused = Reply::of(other).await;
        assert_eq!((refused.status, refused.text_at("/status").as_str()), (415, "error"));
    })
    .await;
}

#[tokio::test]
async fn empty_parameters_count_as_absent_and_unknown_ones_are_ignored() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let fields = [
            ("message", "baker"),
            ("company_id", ""),
            ("company_name", ""),
            ("session_id", ""),
            ("extra", "x"),
        ];
        let created = ada.form("/create-job-post", &fields).await;
        assert_eq!(created.text_at("/status"), "success");
        assert_eq!(created.text_at("/company_id"), ada.organization_id);
        assert_eq!(created.text_at("/company_name"), "ada trading");
        for fields in [&[("session_id", "")][..], &[("message", ""), ("company_name", "x")][..]] {
            let refused = ada.form("/create-job-post", fields).await;
            assert_eq!((refused.status, refused.text_at("/status").as_str()), (422, "error"), "{refused:?}");
        }
        assert_eq!(ada.form("/job-post-chat", &[("message", "baker")]).await.status, 422);
        assert_eq!(ada.form("/job-post-chat", &[("message", "baker"), ("session_id", "")]).await.status, 422);
        assert_eq!(ada.form("/create-job-post", &[("message", &"a".repeat(8_001))]).await.status, 422);
        let longest = ada.form("/create-job-post", &[("message", &"ü".repeat(8_000))]).await;
        assert_eq!(longest.status, 200, "{longest:?}");
    })
    .await;
}

#[tokio::test]
async fn a_foreign_company_id_is_refused_before_any_lookup() {
    with_app(async |app| {
        let (ada, bob) = (app.owner("ada").await, app.owner("bob").await);
        for company in [bob.organization_id.as_str(), "not-a-uuid"] {
            let refused =
                ada.form("/create-job-post", &[("message", "baker"), ("company_id", company)]).await;
            assert_eq!((refused.status, refused.text_at("/status").as_str()), (403, "error"), "{refused:?}");
        }
        assert_eq!(app.count("select count(*) from session").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_missing_token_is_401_in_the_original_format() {
    with_app(async |app| {
        let refused = app.anonymous().form("/create-job-post", &[("message", "baker")]).await;
        assert_eq!((refused.status, refused.text_at("/status").as_str()), (401, "error"), "{refused:?}");
        assert!(refused.header("www-authenticate").starts_with("Bearer"));
    })
    .await;
}

#[tokio::test]
async fn a_greeting_on_resume_changes_nothing() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let created = ada.form("/create-job-post", &[("message", ".net developer full stack")]).await;
        let session = created.text_at("/session_id");
        let resumed = ada.form("/create-job-post", &[("message", "hello"), ("session_id", &session)]).await;
        assert_eq!(resumed.text_at("/session_id"), session);
        assert_eq!(resumed.at("/job_data"), created.at("/job_data"));
        assert!(!resumed.text_at("/agent_response").is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_failed_turn_is_a_200_with_status_error() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let created = ada.form("/create-job-post", &[("message", "baker")]).await;
        let session = created.text_at("/session_id");
        app.llm.always(wiremock::ResponseTemplate::new(500).set_body_string("secret stack trace"));
        let failed = ada.form("/job-post-chat", &[("message", "in Lisbon"), ("session_id", &session)]).await;
        assert_eq!(failed.status, 200);
        assert_eq!(failed.text_at("/status"), "error");
        assert_eq!(failed.text_at("/session_id"), session);
        assert_eq!(failed.at("/job_data"), created.at("/job_data"));
        assert!(!failed.text.contains("stack trace"));
        assert_eq!(failed.at("/is_complete"), false);
    })
    .await;
}

#[tokio::test]
async fn a_timed_out_request_returns_the_id_of_its_running_turn() {
    let mut options = Options::default();
    options.api.legacy_wait = std::time::Duration::from_millis(300);
    with_app_of(options, async |app| {
        let ada = app.owner("ada").await;
        app.llm.slow_down(std::time::Duration::from_millis(900));
        let created = ada.form("/create-job-post", &[("message", "baker")]).await;
        assert_eq!((created.status, created.text_at("/status").as_str()), (200, "error"), "{created:?}");
        let session = created.text_at("/session_id");
        let turn = ada.get(&format!("/v1/sessions/{session}/turns/{}", created.text_at("/turn_id"))).await;
        assert_eq!(turn.status, 200);
        assert_eq!(ada.say(&session, "in Lisbon").await.status, 200);
        let read = ada.get(&format!("/job-post-session/{session}")).await;
        assert_eq!(read.at("/conversation_turns"), 5);
    })
    .await;
}
