//! Templates: what new sessions can begin with.

use serde_json::{Value, json};
use tests::with_app;

#[tokio::test]
async fn a_session_can_begin_with_a_template() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let cook = json!({
            "name": "Cooks", "company_name": "Papaya Cafés",
            "job_data": { "title": "Line Cook", "location": "Lisbon", "salary": { "min": "1400", "currency": "EUR" } },
        });
        let created = ada.post("/v1/templates", cook).await;
        assert_eq!(created.status, 201);
        let id = created.text_at("/id");
        assert_eq!(created.header("location"), format!("/v1/templates/{id}"));
        assert_eq!(created.text_at("/job_data/salary/min"), "1400");

        let bob = app.colleague(&ada, "bob", "member").await;
        let begun = bob.post("/v1/sessions", json!({ "template_id": id })).await;
        assert_eq!((begun.status, begun.text_at("/company_name")), (201, "Papaya Cafés".to_owned()));
        assert_eq!(begun.text_at("/job_data/title"), "Line Cook");
        // Pay ages, so it is only suggested.
        assert!(begun.at("/job_data/salary/min").is_null(), "{begun:?}");
        assert_eq!(begun.text_at("/suggestions/salary/min"), "1400");
        // The session stays when the template goes.
        assert_eq!(ada.delete(&format!("/v1/templates/{id}")).await.status, 204);
        assert_eq!(bob.read(&begun.text_at("/id")).await.text_at("/job_data/title"), "Line Cook");
        let gone = bob.post("/v1/sessions", json!({ "template_id": id })).await;
        gone.problem(422);
        assert_eq!(gone.text_at("/errors/0/pointer"), "/template_id");
    })
    .await;
}

#[tokio::test]
async fn a_template_can_be_made_of_a_job_post_and_changed() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        ada.say(&session, "We need a backend engineer in Lisbon, hybrid.").await;
        let post = ada.finalize(&session).await.text_at("/id");
        let body = json!({ "name": "Engineers", "from_job_post": post, "job_data": { "location": null, "title": "Engineer" } });
        let template = ada.post("/v1/templates", body).await;
        assert_eq!(
            (template.text_at("/job_data/title"), template.text_at("/job_data/work_type")),
            ("Engineer".into(), "hybrid".into())
        );
        assert!(template.at("/job_data/location").is_null(), "{template:?}");
        let path = format!("/v1/templates/{}", template.text_at("/id"));
        let changed = ada.patch(&path, json!({ "name": "All engineers", "job_data": { "skills": ["Rust"] } })).await;
        assert_eq!(changed.text_at("/name"), "All engineers");
        assert_eq!(changed.at("/job_data/skills"), json!(["Rust"]));
        assert_eq!(changed.text_at("/job_data/title"), "Engineer");
        assert_eq!(ada.get(&path).await.at(""), changed.at(""));
        assert_eq!(ada.get("/v1/templates").await.text_at("/items/0/name"), "All engineers");
        let both = ada.post("/v1/sessions", json!({ "template_id": template.text_at("/id"), "from_job_post": post })).await;
        both.problem(422);
    })
    .await;
}

#[tokio::test]
async fn a_template_is_kept_by_admins_and_checked() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        assert_eq!(bob.post("/v1/templates", json!({ "name": "x" })).await.problem(403), "forbidden");
        let refused = ada.post("/v1/templates", json!({ "name": "x", "job_data": { "salary": { "min": "-1" } } })).await;
        refused.problem(422);
        assert_eq!(refused.text_at("/errors/0/pointer"), "/job_data/salary/min");
        for body in [json!({ "name": "" }), json!({ "name": " " }), json!({ "name": "x", "from_job_post": bob.user_id })] {
            ada.post("/v1/templates", body).await.problem(422);
        }
        let key = app.test_key(&ada, &["sessions:write"]).await;
        let of_test_mode = key.post("/v1/templates", json!({ "name": "x" })).await;
        assert_eq!((of_test_mode.status, of_test_mode.at("/livemode")), (201, json!(false)));
        assert_eq!(ada.get("/v1/templates").await.at("/items"), json!([]));
        let many = "insert into job_post_template (organization_id, id, livemode, name, content)
            select organization_id, gen_random_uuid(), true, 'x', '{}' from job_post_template, generate_series(1, 200)";
        sqlx::query(many).execute(app.superuser()).await.unwrap();
        assert_eq!(ada.post("/v1/templates", json!({ "name": "x" })).await.problem(409), "too_many_templates");
        assert_eq!(ada.post("/v1/templates", Value::Null).await.status, 422);
    })
    .await;
}
