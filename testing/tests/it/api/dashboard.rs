//! The web application: its page at every address below `/app`, its files, and their headers.

use reqwest::Method;
use tests::{Client, Options, Reply, with_app, with_app_of};

async fn get(client: &Client, path: &str, headers: &[(&str, &str)]) -> Reply {
    let request = client.request(Method::GET, path);
    Reply::of(headers.iter().fold(request, |request, (name, value)| request.header(*name, *value))).await
}

const PAGE: (&str, &str) = ("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");

#[tokio::test]
async fn every_address_below_app_is_the_same_page() {
    with_app(async |app| {
        let browser = app.anonymous();
        let page = get(&browser, "/app", &[PAGE]).await;
        assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"));
        for path in ["/app/", "/app/sign-in", "/app/live/019a9f3e-0000-7000-8000-0000000000a1/conversations"]
        {
            assert_eq!(get(&browser, path, &[PAGE]).await.text, page.text, "{path}");
        }
        let policy = page.header("content-security-policy");
        for part in
            ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "connect-src 'self'"]
        {
            assert!(policy.contains(part) && !policy.contains("unsafe"), "{policy}");
        }
        assert_eq!(page.header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(page.header("cache-control"), "no-cache");
        let known = get(&browser, "/app/sign-in", &[PAGE, ("If-None-Match", page.header("etag"))]).await;
        assert_eq!((known.status, known.text.as_str()), (304, ""));
        // A program that asks for JSON has a wrong address.
        assert_eq!(
            get(&browser, "/app/live", &[("Accept", "application/json")]).await.problem(404),
            "not_found"
        );
    })
    .await;
}

#[tokio::test]
async fn files_are_kept_forever_and_one_that_is_gone_is_not_the_page() {
    with_app(async |app| {
        let browser = app.anonymous();
        let page = get(&browser, "/app", &[PAGE]).await;
        let files: Vec<&str> = page.text.split('"').filter(|text| text.starts_with("/app/assets/")).collect();
        assert!(files.len() > 3, "{}", page.text);
        for path in files {
            let plain = get(&browser, path, &[]).await;
            assert_eq!(plain.status, 200, "{path}");
            assert!(plain.header("cache-control").contains("immutable"), "{path}");
            assert_eq!(plain.header("x-content-type-options"), "nosniff");
            let compressed = get(&browser, path, &[("Accept-Encoding", "gzip")]).await;
            assert_eq!(compressed.header("content-encoding"), "gzip", "{path}");
            assert_eq!(compressed.header("content-type"), plain.header("content-type"));
        }
        for path in ["/app/assets/app-older.js", "/app/assets/index.html", "/app/assets/"] {
            assert_eq!(get(&browser, path, &[PAGE]).await.status, 404, "{path}");
        }
        assert_eq!(browser.post("/app", serde_json::json!({})).await.status, 405);
    })
    .await;
}

#[tokio::test]
async fn a_server_without_the_dashboard_has_no_page() {
    let mut options = Options::default();
    options.api.dashboard = false;
    with_app_of(options, async |app| {
        assert_eq!(get(&app.anonymous(), "/app", &[PAGE]).await.status, 404);
    })
    .await;
}
