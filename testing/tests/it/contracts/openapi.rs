//! openapi.yaml matches the code, and the server serves the committed file.

use tests::with_app;

const COMMITTED: &str = include_str!("../../../../openapi.yaml");

#[test]
fn the_committed_document_matches_the_code() {
    assert!(
        api::openapi_yaml() == COMMITTED,
        "openapi.yaml has drifted from the code: run `cargo run -q -- openapi > openapi.yaml` and read the difference"
    );
}

#[tokio::test]
async fn the_server_serves_the_committed_document() {
    with_app(async |app| {
        let yaml = app.anonymous().get("/openapi.yaml").await;
        // With its own address, for tools that read nothing else.
        let (before, after) = COMMITTED.split_once("    url: /\n").unwrap();
        let served = yaml.text.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
        let own = served.unwrap_or_else(|| panic!("the server serves another openapi.yaml"));
        assert!(own.starts_with("    url: ") && own.lines().count() == 1, "{own}");
        assert_eq!(app.anonymous().get("/openapi.json").await.text_at("/openapi"), "3.0.3");
    })
    .await;
}
