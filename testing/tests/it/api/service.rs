//! Routes that need no sign-in: health and the documentation page; and the headers of every response.

use reqwest::Method;
use tests::{Reply, with_app};

#[tokio::test]
async fn every_response_has_a_request_id_and_security_headers() {
    with_app(async |app| {
        let anonymous = app.anonymous();
        let given = anonymous.request(Method::GET, "/livez").header("X-Request-Id", "partner-42");
        let given = Reply::of(given).await;
        assert_eq!(given.header("x-caller-request-id"), "partner-42");
        assert_ne!(given.header("x-request-id"), "partner-42", "the id is ours");
        let hostile = anonymous.request(Method::GET, "/livez").header("X-Request-Id", "a b\"c");
        assert_eq!(Reply::of(hostile).await.header("x-caller-request-id"), "");
        for path in ["/", "/livez", "/readyz", "/nowhere", "/openapi.json", "/docs"] {
            let reply = anonymous.get(path).await;
            assert!(!reply.header("x-request-id").is_empty(), "{path}");
            assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
            assert!(!reply.header("content-security-policy").is_empty(), "{path}");
        }
        assert_eq!(anonymous.get("/livez").await.status, 200);
        assert_eq!(anonymous.get("/readyz").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_database_whose_functions_do_not_run_is_not_ready() {
    with_app(async |app| {
        let drop = "drop function public.begin_tenant_transaction";
        sqlx::query(drop).execute(app.superuser()).await.unwrap();
        assert_eq!(app.anonymous().get("/readyz").await.problem(503), "unavailable");
        assert_eq!(app.anonymous().get("/livez").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn the_docs_page_loads_nothing_from_other_hosts() {
    with_app(async |app| {
        let docs = app.anonymous().get("/docs").await;
        assert_eq!(docs.status, 200);
        let linked = ["src=\"http", "href=\"http", "src='http", "href='http", "//cdn."];
        assert!(
            linked.iter().all(|link| !docs.text.contains(link)),
            "the docs load something from elsewhere"
        );
    })
    .await;
}
