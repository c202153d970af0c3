//! Whatever is wrong with a request, the answer is a problem with the right status.

use reqwest::Method;
use serde_json::json;
use tests::{Reply, with_app};

#[tokio::test]
async fn broken_bodies() {
    with_app(async |app| {
        let nobody = app.nobody();
        let post = |body: &str, content_type: &str| {
            let request =
                nobody.request(Method::POST, "/v1/auth/sign-in").header("Content-Type", content_type);
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
async fn wrong_paths_and_methods() {
    with_app(async |app| {
        let nobody = app.nobody();
        for path in ["/nowhere", "/v1/nowhere", "/v1", "/v1/sessions/x/nowhere", "/%ff"] {
            nobody.get(path).await.problem(404);
        }
        let refused = nobody.delete("/v1/me").await;
        refused.problem(405);
        assert_eq!(refused.header("allow"), "GET");
        let refused = nobody.patch("/v1/sessions", json!({})).await;
        refused.problem(405);
        assert!(refused.header("allow").contains("GET") && refused.header("allow").contains("POST"));
    })
    .await;
}

#[tokio::test]
async fn ids_that_are_none() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for path in ["/v1/sessions/x", "/v1/sessions/x/turns", "/v1/job-posts/x", "/v1/members/x"] {
            ada.get(path).await.problem(404);
        }
    })
    .await;
}

#[tokio::test]
async fn every_answer_has_a_request_id_and_safe_headers() {
    with_app(async |app| {
        let nobody = app.nobody();
        let given = nobody.request(Method::GET, "/livez").header("X-Request-Id", "partner-42");
        assert_eq!(Reply::of(given).await.header("x-request-id"), "partner-42");
        let hostile = nobody.request(Method::GET, "/livez").header("X-Request-Id", "a b\"c");
        assert_ne!(Reply::of(hostile).await.header("x-request-id"), "a b\"c");
        for path in ["/", "/livez", "/readyz", "/nowhere", "/openapi.json", "/docs"] {
            let reply = nobody.get(path).await;
            assert!(!reply.header("x-request-id").is_empty(), "{path}");
            assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
            assert!(!reply.header("content-security-policy").is_empty(), "{path}");
        }
        assert_eq!(nobody.get("/livez").await.status, 200);
        assert_eq!(nobody.get("/readyz").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn the_docs_need_no_other_host() {
    with_app(async |app| {
        let docs = app.nobody().get("/docs").await;
        assert_eq!(docs.status, 200);
        let linked = ["src=\"http", "href=\"http", "src='http", "href='http", "//cdn."];
        assert!(
            linked.iter().all(|link| !docs.text.contains(link)),
            "the docs load something from elsewhere"
        );
    })
    .await;
}
