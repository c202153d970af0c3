//! Streams stay open while nothing happens, and their last event names the reason of their end.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{App, Client, EventReader, Options, with_app, with_app_of};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

#[tokio::test]
async fn a_stream_names_the_end_of_its_session_or_login() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let session = bob.begin().await;
        let (mut of_ada, mut of_bob) =
            (EventReader::open(&ada, &session).await, EventReader::open(&bob, &session).await);
        of_ada.take(1).await;
        of_bob.take(1).await;
        assert_eq!(bob.post("/v1/auth/sign-out", Value::Null).await.status, 204);
        // The streams check their authorization when there is an event.
        assert_eq!(ada.say(&session, "baker").await.status, 200);
        assert_eq!(of_bob.reason().await, "token_revoked");
        assert_eq!(ada.delete(&format!("/v1/sessions/{session}")).await.status, 204);
        assert_eq!(of_ada.reason().await, "session_gone");
    })
    .await;
}

#[tokio::test]
async fn an_idle_stream_gets_comments() {
    let api = api::Settings { stream_keep_alive: Duration::from_millis(50), ..api::Settings::default() };
    with_app_of(Options { api, ..Options::default() }, async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let mut reader = EventReader::open(&ada, &session).await;
        let mut first = reader.block().await.unwrap();
        // On a busy machine a comment may come before the first event.
        while first.starts_with(':') {
            first = reader.block().await.unwrap();
        }
        assert!(first.starts_with("id: 1\n"));
        for _ in 0..3 {
            assert!(reader.block().await.unwrap().starts_with(':'));
        }
    })
    .await;
}

#[tokio::test]
async fn a_client_that_does_not_read_is_disconnected_with_a_reason() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let stream_write_timeout = Duration::from_millis(300);
        let (anonymous, ..) =
            start(app, api::Settings { stream_write_timeout, ..api::Settings::default() }).await;
        let client = anonymous.with_token(ada.token());
        // More than the buffers between client and server hold.
        let many = "insert into event (organization_id, session_id, sequence, livemode, type, data)
                    select organization_id, id, n, livemode, 'text.delta',
                           json_build_object('text', repeat('x', 16000))
                      from session, generate_series(2, 3000) as n";
        sqlx::query(many).execute(app.superuser()).await.unwrap();
        let mut reader = EventReader::open(&client, &session).await;
        reader.take(1).await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        let mut events = reader.rest().await;
        let closed = events.pop().unwrap();
        assert_eq!((&closed.data["reason"], closed.id), (&json!("slow_client"), None));
        assert_eq!(closed.data["sequence"], events.last().unwrap().data["sequence"]);
        assert!(events.len() < 2_998, "all of it was read");
        // The stream can be resumed behind the last event; here at a server with a longer timeout, for a busy machine.
        let mut reader =
            EventReader::open_after(&ada, &session, events.last().and_then(|event| event.id.as_deref()))
                .await;
        assert_eq!(reader.take(2_999 - events.len()).await.last().unwrap().data["sequence"], 3_000);
    })
    .await;
}

/// Starts another API on the same database, with a token that stops it.
async fn start(
    app: &App,
    settings: api::Settings,
) -> (Client, CancellationToken, tokio::task::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}", listener.local_addr().unwrap());
    let shutdown = CancellationToken::new();
    let serving = api::serve(settings, app.db.clone(), listener, shutdown.clone());
    let served = tokio::spawn(async { serving.await.unwrap() });
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    (Client::new(http, base_url), shutdown, served)
}

#[tokio::test]
async fn a_stopping_server_closes_streams_and_finishes_its_responses() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.slow_down(Duration::from_secs(3));
        let settings = api::Settings {
            drain: Duration::from_secs(1),
            shutdown_grace: Duration::from_secs(2),
            ..api::Settings::default()
        };
        let (anonymous, shutdown, served) = start(app, settings).await;
        let client = anonymous.with_token(ada.token());
        let mut reader = EventReader::open(&client, &session).await;
        let first = reader.take(1).await;
        let stops = async {
            app.llm.wait_for_calls(1).await;
            shutdown.cancel();
            assert_eq!(reader.reason().await, "draining");
            // It still answers while it drains, and tells load balancers to stop sending requests.
            let ready = client.get("/readyz").await;
            assert_eq!(ready.problem(503), "draining");
            assert_eq!(ready.header("connection"), "close");
            assert_eq!(client.get("/livez").await.status, 200);
            EventReader::open(&client, &session).await.reason().await
        };
        let (waited, reason) = tokio::join!(client.say(&session, "baker"), stops);
        assert_eq!(reason, "draining");
        // The model takes longer than the shutdown may: the turn goes on without this server.
        assert_eq!(waited.status, 202, "{waited:?}");
        tokio::time::timeout(Duration::from_secs(5), served).await.expect("it stops in time").unwrap();
        assert!(client.request(Method::GET, "/livez").send().await.is_err());
        let mut elsewhere = EventReader::open_after(&ada, &session, first[0].id.as_deref()).await;
        while elsewhere.next().await.unwrap().data["type"] != "turn.succeeded" {}
    })
    .await;
}
