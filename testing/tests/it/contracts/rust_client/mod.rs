//! The Rust client against the real binary: a partner's journey, and the proof that it sees what is missing.

mod censor;
mod journey;
#[allow(dead_code, reason = "its `main` is for those who run it by hand")]
#[path = "../../../../../clients/rust/examples/quick_start.rs"]
mod quick_start;

use tests::{Installation, Process};

use censor::Censor;

fn login(process: &Process) -> [&str; 3] {
    ["base_url", "email", "password"].map(|member| process.demo[member].as_str().unwrap())
}

#[tokio::test]
async fn the_journey_passes_and_without_a_required_field_it_fails() {
    let installation = Installation::new(None);
    let process = installation.start().await;
    let [base_url, email, password] = login(&process);
    journey::make(base_url, email, password).await.unwrap();
    let post = quick_start::converse(base_url, email, password).await.unwrap();
    assert_eq!(post.content.title.as_deref(), Some(".Net Developer Full Stack"));

    let honest = Censor::start(base_url, None).await;
    journey::make(&honest.base_url, email, password).await.unwrap();
    for field in
        ["expires_in", "conversation_turns", "sequence", "content_hash", "request_id", "current_step"]
    {
        let censor = Censor::start(base_url, Some(field)).await;
        let failed = journey::make(&censor.base_url, email, password).await;
        assert!(failed.is_err(), "nobody misses {field}");
    }
    process.stop().await;
}

#[test]
fn the_quick_start_shows_what_is_run() {
    let shown = include_str!("../../../../../docs/quick-start-rust.md");
    let run = include_str!("../../../../../clients/rust/examples/quick_start.rs");
    assert!(shown.contains(&format!("```rust\n{run}```\n")), "docs/quick-start-rust.md shows other code");
}
