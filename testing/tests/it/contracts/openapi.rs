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
        assert!(yaml.text == COMMITTED, "the server serves another openapi.yaml");
        assert_eq!(app.anonymous().get("/openapi.json").await.text_at("/openapi"), "3.0.3");
    })
    .await;
}
