//! One client with very many connections or requests beside another one, who notices nothing.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::json;
use tests::{App, EventReader, Options, with_app_of};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

const SOON: Duration = Duration::from_secs(5);

async fn connect(app: &App) -> TcpStream {
    TcpStream::connect(app.base_url.trim_start_matches("http://")).await.unwrap()
}

/// A connection that has had one request.
async fn idle(app: &App) -> TcpStream {
    let mut stream = connect(app).await;
    stream.write_all(b"GET /livez HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    let mut buffer = [0; 4_096];
    let length = stream.read(&mut buffer).await.unwrap();
    assert!(buffer[..length].starts_with(b"HTTP/1.1 200 "));
    stream
}

async fn is_closed(stream: &mut TcpStream) -> bool {
    let read = timeout(Duration::from_millis(1), stream.read(&mut [0])).await;
    matches!(read, Ok(Ok(0) | Err(_)))
}

#[tokio::test]
async fn idle_connections_make_room_and_event_streams_stay() {
    let mut options = Options::default();
    (options.api.connections, options.api.idle_connections_per_address) = (400, 50);
    with_app_of(options, async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let mut events = EventReader::open(&ada, &session).await;
        let mut streams = Vec::new();
        for _ in 0..300 {
            streams.push(idle(app).await);
        }
        let mut open = 0;
        for stream in &mut streams {
            open += usize::from(!is_closed(stream).await);
        }
        assert!((10..=60).contains(&open), "{open} idle connections are open");
        let (begun, reply) = (Instant::now(), ada.get("/v1/me").await);
        assert!(reply.status == 200 && begun.elapsed() < SOON, "{reply:?}");
        ada.say(&session, "baker").await;
        let seen = timeout(SOON, async { while events.next().await.unwrap().kind() != "turn.succeeded" {} });
        seen.await.expect("the stream goes on");
    })
    .await;
}

/// Reads until the response contains this text.
async fn read_until(stream: &mut TcpStream, text: &str) {
    let (mut received, mut buffer) = (Vec::new(), [0; 4_096]);
    let read = async {
        while !String::from_utf8_lossy(&received).contains(text) {
            let length = stream.read(&mut buffer).await.unwrap();
            assert!(length > 0, "closed after {:?}", String::from_utf8_lossy(&received));
            received.extend_from_slice(&buffer[..length]);
        }
    };
    timeout(SOON, read).await.unwrap_or_else(|_| panic!("no {text}"));
}

/// Both requests arrive at once, so nothing arrives any more when the first response ends.
#[tokio::test]
async fn a_request_that_came_with_the_one_before_it_is_under_way() {
    let mut options = Options::default();
    (options.api.connections, options.api.idle_connections_per_address) = (400, 50);
    with_app_of(options, async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let head = |path: &str| {
            let credential = format!("Authorization: Bearer {}", ada.token());
            format!(
                "GET {path} HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream, */*\r\n{credential}\r\n\r\n"
            )
        };
        let mut stream = connect(app).await;
        let both = format!("{}{}", head("/livez"), head(&format!("/v1/sessions/{session}/events")));
        stream.write_all(both.as_bytes()).await.unwrap();
        read_until(&mut stream, "text/event-stream").await;
        let mut others = Vec::new();
        for _ in 0..300 {
            others.push(idle(app).await);
        }
        ada.say(&session, "baker").await;
        read_until(&mut stream, "turn.succeeded").await;
    })
    .await;
}

#[tokio::test]
async fn connections_beyond_those_of_their_address_are_closed() {
    let mut options = Options::default();
    (options.api.connections, options.api.connections_per_address) = (1_000, 40);
    with_app_of(options, async |app| {
        let mut streams = Vec::new();
        for _ in 0..100 {
            let mut stream = connect(app).await;
            // The head is unfinished, so the connection is not idle.
            let _ = stream.write_all(b"GET /livez HTTP/1.1\r\n").await;
            streams.push(stream);
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
        let mut open = 0;
        for stream in &mut streams {
            open += usize::from(!is_closed(stream).await);
        }
        assert!((1..=40).contains(&open), "{open} connections are open");
        drop(streams);
        let again = async { while app.anonymous().get("/livez").await.status != 200 {} };
        timeout(SOON, again).await.expect("there is room again");
    })
    .await;
}

/// RFC 9113, section 6.5.
#[tokio::test]
async fn http_2_connections_have_a_limit_of_requests() {
    with_app_of(Options::default(), async |app| {
        let mut stream = connect(app).await;
        stream.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0").await.unwrap();
        let mut header = [0; 9];
        stream.read_exact(&mut header).await.unwrap();
        assert_eq!(header[3], 4, "the first frame has the settings");
        let mut settings = vec![0; usize::from(header[2])];
        stream.read_exact(&mut settings).await.unwrap();
        let max_streams = settings.chunks(6).find(|setting| setting[..2] == [0, 3]);
        assert_eq!(max_streams.map(|setting| &setting[2..]), Some(&[0, 0, 0, 100][..]));
    })
    .await;
}

#[tokio::test]
async fn requests_beyond_those_of_their_address_are_refused() {
    let mut options = Options::default();
    options.api.requests_per_address = 20;
    with_app_of(options, async |app| {
        let unfinished = join_all((0..30).map(async |_| {
            let mut stream = connect(app).await;
            let head = "POST /v1/auth/sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n";
            stream.write_all(head.as_bytes()).await.unwrap();
            let mut buffer = [0; 4_096];
            let read = timeout(Duration::from_secs(1), stream.read(&mut buffer)).await;
            let status =
                read.ok().map(|length| String::from_utf8_lossy(&buffer[..length.unwrap()])[9..12].to_owned());
            (stream, status)
        }))
        .await;
        let refused = unfinished.iter().filter(|(_, status)| status.as_deref() == Some("429")).count();
        assert_eq!(refused, 10);
        drop(unfinished);
        let again = async { while app.anonymous().get("/livez").await.status != 200 {} };
        timeout(SOON, again).await.expect("there is room again");
    })
    .await;
}

/// Each edit waits for the lock of its session, and holds a connection meanwhile.
#[tokio::test]
async fn many_edits_of_one_organization_do_not_delay_another() {
    let options = Options { connections: 20, ..Options::default() };
    with_app_of(options, async |app| {
        let (busy, calm) = (app.owner("busy").await, app.owner("calm").await);
        let session = busy.begin().await;
        let mut lock = app.superuser().begin().await.unwrap();
        sqlx::query("select from session for update").execute(&mut *lock).await.unwrap();
        let path = format!("/v1/sessions/{session}/job-data");
        let edit = async |number: usize| {
            let request = busy.request(Method::PATCH, &path);
            let request = request.header("Content-Type", "application/merge-patch+json");
            request.json(&json!({ "title": format!("Cook {number}") })).send().await.unwrap().status()
        };
        let calls = async {
            tokio::time::sleep(Duration::from_millis(500)).await;
            let mut longest = Duration::ZERO;
            for _ in 0..20 {
                let begun = Instant::now();
                assert_eq!(calm.get("/v1/members").await.status, 200);
                let other = calm.begin().await;
                assert_eq!(calm.read(&other).await.status, 200);
                longest = longest.max(begun.elapsed());
            }
            lock.rollback().await.unwrap();
            longest
        };
        let (edits, longest) = tokio::join!(join_all((0..200).map(edit)), calls);
        assert!(longest < Duration::from_secs(3), "{longest:?}");
        assert!(edits.iter().all(|status| matches!(status.as_u16(), 200 | 412 | 429 | 503)), "{edits:?}");
        assert!(edits.iter().any(|status| *status == 200));
    })
    .await;
}

/// Each random refresh token and key is a question to the database.
#[tokio::test]
async fn many_guesses_of_one_address_do_not_use_all_connections() {
    let options = Options { connections: 20, ..Options::default() };
    with_app_of(options, async |app| {
        let ada = app.owner("ada").await;
        // What looks up a refresh token waits for this lock.
        let mut lock = app.superuser().begin().await.unwrap();
        sqlx::query("lock table refresh_token in access exclusive mode").execute(&mut *lock).await.unwrap();
        let guess = async |number: usize| {
            let body = json!({ "refresh_token": format!("{number:064}") });
            app.anonymous().post("/v1/auth/refresh", body).await.status
        };
        let calls = async {
            tokio::time::sleep(Duration::from_millis(500)).await;
            let begun = Instant::now();
            for _ in 0..10 {
                assert_eq!(ada.get("/v1/members").await.status, 200);
            }
            let elapsed = begun.elapsed();
            lock.rollback().await.unwrap();
            elapsed
        };
        let (_, elapsed) = tokio::join!(join_all((0..100).map(guess)), calls);
        assert!(elapsed < SOON, "{elapsed:?}");
    })
    .await;
}
