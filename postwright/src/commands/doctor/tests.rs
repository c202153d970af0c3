//! The reports about the stand-in and about servers that fail.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};
use tokio_util::sync::CancellationToken;

use super::*;
use crate::listeners;

async fn report(endpoint: agent::Settings) -> Report {
    examine("LLM_BASE_URL", &endpoint).await.unwrap()
}

/// The report about a server that responds to every request like this.
async fn report_of(response: &str) -> Report {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}/v1", listener.local_addr().unwrap());
    let response = response.to_owned();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = vec![0; 64 * 1024];
            let _ = stream.read(&mut request).await;
            let _ = stream.write_all(response.as_bytes()).await;
            let _ = stream.shutdown().await;
            // Closing a socket with unread bytes would reset the connection.
            while stream.read(&mut request).await.is_ok_and(|length| length > 0) {}
        }
    });
    let key = Some("sk-canary".into());
    report(agent::Settings { api_key: key, ..agent::Settings::new(base_url, "m") }).await
}

#[tokio::test]
async fn the_stand_in_has_no_fault() {
    let listener = listeners::open_private().await.unwrap();
    let base_url = format!("{}/v1", listeners::base_url(&listener).unwrap());
    let shutdown = CancellationToken::new();
    let server = tokio::spawn(standin::serve(listener, shutdown.clone()));
    let report = report(agent::Settings::new(base_url, standin::MODEL)).await;
    let text = report.to_string();
    assert!(report.is_good(), "{text}");
    for expected in [
        "ok   address",
        "none is set",
        "json_schema",
        "pieces",
        "of the prompt",
        "latency",
        "max_tokens, 4096",
        "usable",
    ] {
        assert!(text.contains(expected), "no {expected} in\n{text}");
    }
    assert!(!text.contains("note "), "{text}");
    shutdown.cancel();
    let _ = tokio::time::timeout(Duration::from_secs(1), server).await;
}

#[tokio::test]
async fn each_failure_has_its_advice() {
    let body = r#"{"choices":[{"message":{"content":"I would rather chat."}}]}"#;
    let cases = [
        ("HTTP/1.1 401 X\r\ncontent-length: 0\r\n\r\n".to_owned(), "API key", "Check LLM_API_KEY"),
        ("HTTP/1.1 404 X\r\ncontent-length: 0\r\n\r\n".to_owned(), "address or model", "ends in /v1"),
        ("HTTP/1.1 402 X\r\ncontent-length: 0\r\n\r\n".to_owned(), "account", "billing"),
        ("HTTP/1.1 308 X\r\ncontent-length: 0\r\n\r\n".to_owned(), "address", "redirects"),
        ("HTTP/1.1 503 X\r\ncontent-length: 0\r\n\r\n".to_owned(), "HTTP 503", "until the model is loaded"),
        ("HTTP/1.1 429 X\r\ncontent-length: 0\r\n\r\n".to_owned(), "HTTP 429", "rate limit"),
        (
            format!("HTTP/1.1 200 X\r\ncontent-length: {}\r\n\r\n{body}", body.len()),
            "not usable",
            "a larger model",
        ),
    ];
    for (response, what, advice) in cases {
        let report = report_of(&response).await;
        let text = report.to_string();
        assert!(!report.is_good() && text.contains(what) && text.contains(advice), "{response}\n{text}");
        assert!(text.ends_with("The model cannot be used.") && !text.contains("canary"), "{text}");
    }
    let unused = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let report = report(agent::Settings::new(format!("http://{unused}/v1"), "m")).await;
    assert!(report.to_string().contains("not reached: "), "{report}");
}
