//! The messages that make the stand-in fail: each row of the table in docs/stand-in.md is tried.

use std::time::{Duration, Instant};

use tests::{App, Options, with_app_of};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

const PAGE: &str = include_str!("../../../../docs/stand-in.md");

/// The first word of the message and the outcome of its turn: first and last column.
fn rows() -> Vec<(&'static str, &'static str)> {
    let rows = PAGE.lines().filter(|line| line.starts_with("| `!"));
    rows.map(|row| {
        let cells: Vec<&str> = row.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
        (cells[1], cells[3])
    })
    .collect()
}

async fn with_standin(test: impl AsyncFnOnce(&App)) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let model = format!("http://{}/v1", listener.local_addr().unwrap());
    let shutdown = CancellationToken::new();
    let server = tokio::spawn(standin::serve(listener, shutdown.clone()));
    with_app_of(Options { model: Some(model), ..Options::default() }, test).await;
    shutdown.cancel();
    server.await.unwrap().unwrap();
}

#[test]
fn the_table_lists_every_fault_word_and_no_other() {
    let request = |message: &str| serde_json::json!({ "messages": [{ "role": "user", "content": message }] });
    for (word, _) in rows() {
        let read = standin::injected_faults(&request(&format!("{word} a cook")));
        assert_eq!(read.len(), 1, "the stand-in does not know {word}");
    }
    let name = |word: &str| word.split(':').next().unwrap_or_default().to_owned();
    let mut named: Vec<String> = rows().iter().map(|(word, _)| name(word)).collect();
    named.dedup();
    assert_eq!(named, standin::FAULT_WORDS, "a word is missing in docs/stand-in.md");
}

/// Each in an application of its own, because three failed calls in a row open the circuit breaker.
#[tokio::test]
async fn every_fault_word_leads_to_the_documented_result() {
    for (word, outcome) in rows() {
        with_standin(async |app| {
            let ada = app.owner("ada").await;
            let session = ada.begin().await;
            let begun = Instant::now();
            let turn = ada.say(&session, &format!("{word} baker in Lisbon")).await;
            assert_eq!(turn.status, 200, "{word}: {turn:?}");
            match outcome {
                "succeeded" => assert_eq!(turn.text_at("/status"), "succeeded", "{word}: {turn:?}"),
                code => assert_eq!(turn.text_at("/error/code"), code, "{word}: {turn:?}"),
            }
            assert!(word != "!slow:2" || begun.elapsed() > Duration::from_secs(2), "{word}");
            let next = ada.say(&session, "baker in Lisbon").await;
            assert_eq!(next.text_at("/status"), "succeeded", "after {word}: {next:?}");
            let data = ada.read(&session).await;
            assert_eq!(data.text_at("/job_data/title"), "Baker", "{word}: {data:?}");
        })
        .await;
    }
}
