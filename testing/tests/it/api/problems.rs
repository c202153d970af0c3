//! Malformed requests: each is answered with a problem document and the right status.

use reqwest::Method;
use serde_json::json;
use tests::{Reply, with_app};

#[tokio::test]
async fn malformed_bodies_are_refused() {
    with_app(async |app| {
        let anonymous = app.anonymous();
        let post = |body: &str, content_type: &str| {
            let request =
                anonymous.request(Method::POST, "/v1/auth/sign-in").header("Content-Type", content_type);
            Reply::of(request.body(body.to_owned()))
        };
        post("{\"email\": ", "application/json").await.problem(400);
        post("\u{feff}nonsense", "application/json").await.problem(400);
        post("", "application/json").await.problem(400);
        post("email=a", "application/x-www-form-urlencoded").await.problem(415);
        post("<a/>", "text/xml").await.problem(415);
        let missing = post("{}", "application/json").await;
        missing.problem(422);
        assert!(missing.text_at("/errors/0/pointer").starts_with('/'), "{missing:?}");
        post("{\"email\": 1, \"password\": []}", "application/json").await.problem(422);
        post("{\"email\": \"a@b.c\", \"password\": \"x\", \"surprise\": 1}", "application/json")
            .await
            .problem(422);
        let large = format!("{{\"email\": \"{}\"}}", "a".repeat(1_000_000));
        post(&large, "application/json").await.problem(413);
    })
    .await;
}

#[tokio::test]
async fn unknown_paths_are_404_and_wrong_methods_are_405() {
    with_app(async |app| {
        let anonymous = app.anonymous();
        for path in ["/nowhere", "/v1/nowhere", "/v1", "/v1/sessions/x/nowhere", "/%ff"] {
            anonymous.get(path).await.problem(404);
        }
        let refused = anonymous.post("/v1/me", json!({})).await;
        refused.problem(405);
        assert_eq!(refused.header("allow"), "DELETE, GET, PATCH");
        let refused = anonymous.patch("/v1/sessions", json!({})).await;
        refused.problem(405);
        assert!(refused.header("allow").contains("GET") && refused.header("allow").contains("POST"));
    })
    .await;
}

#[tokio::test]
async fn malformed_ids_are_404() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for path in ["/v1/sessions/x", "/v1/sessions/x/turns", "/v1/job-posts/x", "/v1/members/x"] {
            ada.get(path).await.problem(404);
        }
    })
    .await;
}

#[tokio::test]
async fn an_id_has_one_spelling() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let id = ada.begin().await;
        assert_eq!(ada.read(&id).await.status, 200);
        for spelling in
            [id.to_uppercase(), id.replace('-', ""), format!("%7B{id}%7D"), format!("urn:uuid:{id}")]
        {
            ada.get(&format!("/v1/sessions/{spelling}")).await.problem(404);
            let of_original_route = ada.get(&format!("/job-post-session/{spelling}")).await;
            assert_eq!(of_original_route.status, 404, "{spelling}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_member_that_is_named_twice_is_malformed_json() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let send = |method: Method, path: &str, body: &str| {
            let request = ada.request(method, path).header("Content-Type", "application/json");
            Reply::of(request.body(body.to_owned()))
        };
        let session = ada.begin().await;
        let twice = r#"{"title": "Baker", "title": "Cook"}"#;
        send(Method::PATCH, &format!("/v1/sessions/{session}/job-data"), twice).await.problem(400);
        let nested = r#"{"salary": {"min": "1", "min": "2"}}"#;
        send(Method::PATCH, &format!("/v1/sessions/{session}/job-data"), nested).await.problem(400);
        let legacy = r#"{"message": "A baker", "message": "A cook"}"#;
        assert_eq!(send(Method::POST, "/create-job-post", legacy).await.status, 400);
        let members = r#"{"name": "Ada", "name": "Ada"}"#;
        send(Method::PATCH, "/v1/me", members).await.problem(400);
    })
    .await;
}

#[tokio::test]
async fn a_problem_is_not_much_larger_than_the_request_that_it_refuses() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let many = json!({ "url": "https://example.com", "event_types": vec!["x"; 20_000] });
        let refused = ada.post("/v1/webhook-endpoints", many).await;
        assert_eq!(refused.problem(422), "invalid_request");
        assert_eq!(refused.at("/errors").as_array().unwrap().len(), 50);
        assert!(refused.text.len() < 50_000, "{}", refused.text.len());
        let unknown: serde_json::Map<_, _> = (0..5_000).map(|n| (format!("x{n}"), json!(1))).collect();
        let refused = ada.post("/v1/webhook-endpoints", unknown.into()).await;
        assert_eq!(refused.at("/errors").as_array().unwrap().len(), 50);
    })
    .await;
}

#[tokio::test]
async fn a_stream_that_is_not_acceptable_is_not_sent() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let request = ada.request(Method::POST, &format!("/v1/sessions/{session}/turns"));
        let request = request.header("Accept", "text/event-stream;q=0, application/json");
        let reply = Reply::of(request.json(&json!({ "message": "A baker" }))).await;
        assert!(reply.header("content-type").starts_with("application/json"), "{reply:?}");
        app.wait_until_idle().await;
    })
    .await;
}
