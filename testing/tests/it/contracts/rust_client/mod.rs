//! The Rust client against the real binary: it completes a journey, and notices each missing required field.

mod field_remover;
mod journey;
#[allow(dead_code, reason = "its `main` is not called here")]
#[path = "../../../../../clients/rust/examples/quick_start.rs"]
mod quick_start;

use tests::{DemoServer, Installation};

use self::field_remover::FieldRemover;

fn login(server: &DemoServer) -> [&str; 3] {
    ["base_url", "email", "password"].map(|member| server.demo[member].as_str().unwrap())
}

#[tokio::test]
async fn the_journey_fails_when_a_required_field_is_missing() {
    let installation = Installation::new(None);
    let server = installation.start().await;
    let [base_url, email, password] = login(&server);
    journey::make(base_url, email, password).await.unwrap();
    let post = quick_start::converse(base_url, email, password).await.unwrap();
    assert_eq!(post.content.title.as_deref(), Some(".Net Developer Full Stack"));

    let unchanged = FieldRemover::start(base_url, None).await;
    journey::make(&unchanged.base_url, email, password).await.unwrap();
    for field in
        ["expires_in", "conversation_turns", "sequence", "content_hash", "request_id", "current_step"]
    {
        let remover = FieldRemover::start(base_url, Some(field)).await;
        let failed = journey::make(&remover.base_url, email, password).await;
        assert!(failed.is_err(), "the absence of {field} is not noticed");
    }
    server.stop().await;
}

#[test]
fn the_quick_start_shows_the_tested_example() {
    let shown = include_str!("../../../../../docs/quick-start-rust.md");
    let run = include_str!("../../../../../clients/rust/examples/quick_start.rs");
    assert!(
        shown.contains(&format!("```rust\n{run}```\n")),
        "docs/quick-start-rust.md differs from the example"
    );
}
