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
        let refused = anonymous.delete("/v1/me").await;
        refused.problem(405);
        assert_eq!(refused.header("allow"), "GET, PATCH");
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
