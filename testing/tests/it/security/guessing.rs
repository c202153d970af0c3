//! Guessing of passwords: what is counted, and that nobody is locked out by what others do.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::json;
use tests::{App, Options, PASSWORD, Reply, with_app, with_app_of};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const WRONG: &str = "not the password at all";

async fn sign_in(app: &App, email: &str, password: &str) -> Reply {
    app.anonymous().post("/v1/auth/sign-in", json!({ "email": email, "password": password })).await
}

/// A sign-in with a wrong password through a proxy that names this client.
async fn guess_through_proxy(app: &App, email: &str, client: &str) -> u16 {
    let request = app.anonymous().request(Method::POST, "/v1/auth/sign-in");
    let body = json!({ "email": email, "password": WRONG });
    Reply::of(request.header("X-Forwarded-For", client).json(&body)).await.status
}

fn behind_proxy() -> Options {
    let trusted_proxies = "127.0.0.0/8".parse().unwrap();
    Options { api: api::Settings { trusted_proxies, ..Options::default().api }, ..Options::default() }
}

/// Fails at 50 made-up addresses, so that the network has no failures left.
async fn exhaust_network(app: &App) {
    let emails: Vec<_> = (0..50).map(|number| format!("nobody-{number}@example.com")).collect();
    for some in emails.chunks(10) {
        for reply in join_all(some.iter().map(|email| sign_in(app, email, WRONG))).await {
            assert_eq!(reply.problem(401), "wrong_credentials");
        }
    }
}

#[tokio::test]
async fn of_sixty_guesses_at_once_five_are_checked() {
    with_app(async |app| {
        app.owner("ada").await;
        for email in ["ada@example.com", "nobody@example.com"] {
            let begun = Instant::now();
            let guesses = join_all((0..60).map(|_| sign_in(app, email, WRONG))).await;
            let checked = guesses.iter().filter(|guess| guess.status == 401).count();
            let refused = guesses.iter().filter(|guess| guess.status == 429).count();
            // On a slow machine the delays of 1, 2, 4 … seconds end meanwhile.
            let delays_ended = (begun.elapsed().as_secs() + 1).ilog2() as usize;
            assert!((5..=5 + delays_ended).contains(&checked), "{email}: {checked}");
            assert_eq!(checked + refused, 60, "{email}");
        }
    })
    .await;
}

#[tokio::test]
async fn failures_of_made_up_addresses_do_not_refuse_a_right_password() {
    with_app(async |app| {
        app.owner("ada").await;
        exhaust_network(app).await;
        for _ in 0..3 {
            assert_eq!(sign_in(app, "ada@example.com", PASSWORD).await.status, 200);
        }
        let (known, unknown) = fail_at_both(app).await;
        assert_eq!((known.problem(429), known.at("/detail")), (unknown.problem(429), unknown.at("/detail")));
        assert_eq!(known.header("retry-after"), unknown.header("retry-after"));
        assert_eq!(sign_in(app, "ada@example.com", PASSWORD).await.status, 200);
    })
    .await;
}

/// Fails at a known and a made-up address at once until both failures are refused. The network may fail once after each
/// delay, and each delay is longer than the one before.
async fn fail_at_both(app: &App) -> (Reply, Reply) {
    loop {
        let begun = Instant::now();
        let both =
            tokio::join!(sign_in(app, "ada@example.com", WRONG), sign_in(app, "another@example.com", WRONG));
        if both.0.status == 429 && both.1.status == 429 {
            assert!(begun.elapsed() >= Duration::from_secs(1), "{:?}", begun.elapsed());
            return both;
        }
    }
}

#[tokio::test]
async fn guesses_count_for_the_client_that_a_trusted_proxy_names() {
    with_app_of(behind_proxy(), async |app| {
        app.owner("ada").await;
        let guess = async |client: &str| guess_through_proxy(app, "ada@example.com", client).await;
        for _ in 0..5 {
            assert_eq!(guess("203.0.113.1").await, 401);
        }
        assert_eq!(guess("203.0.113.1").await, 429);
        assert_eq!(guess("198.51.100.99, 203.0.113.1").await, 429, "what precedes is the client's invention");
        assert_eq!(guess("203.0.113.2").await, 401);
        for number in 1..=5 {
            assert_eq!(guess(&format!("2001:db8:1:1::{number}")).await, 401);
        }
        assert_eq!(guess("2001:db8:1:1:9:9:9:9").await, 429, "one network of 64 bits");
        assert_eq!(guess("2001:db8:1:2::1").await, 401);
    })
    .await;
}

#[tokio::test]
async fn nobody_else_is_believed_about_its_address() {
    with_app(async |app| {
        app.owner("ada").await;
        for number in 1..=5 {
            assert_eq!(
                guess_through_proxy(app, "ada@example.com", &format!("203.0.113.{number}")).await,
                401
            );
        }
        assert_eq!(guess_through_proxy(app, "ada@example.com", "203.0.113.6").await, 429);
    })
    .await;
}

#[tokio::test]
async fn a_proxy_that_names_no_client_is_no_client() {
    with_app_of(behind_proxy(), async |app| {
        app.owner("ada").await;
        exhaust_network(app).await;
        assert_eq!(sign_in(app, "another@example.com", WRONG).await.problem(401), "wrong_credentials");
        assert_eq!(sign_in(app, "ada@example.com", PASSWORD).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn the_proxy_protocol_names_the_client() {
    let api = api::Settings { proxy_protocol: true, ..behind_proxy().api };
    with_app_of(Options { api, ..Options::default() }, async |app| {
        let guess = async |client: &str| {
            let header = format!("PROXY TCP4 {client} 192.0.2.1 4711 443\r\n");
            first_line(app, &header).await
        };
        for _ in 0..5 {
            assert_eq!(guess("203.0.113.1").await, "HTTP/1.1 401 Unauthorized");
        }
        assert_eq!(guess("203.0.113.1").await, "HTTP/1.1 429 Too Many Requests");
        assert_eq!(guess("203.0.113.2").await, "HTTP/1.1 401 Unauthorized");
        assert_eq!(first_line(app, "").await, "", "a connection without a header is closed");
    })
    .await;
}

/// The first line of the response to a wrong sign-in on a connection that begins with `header`.
async fn first_line(app: &App, header: &str) -> String {
    let body = json!({ "email": "nobody@example.com", "password": WRONG }).to_string();
    let head =
        "POST /v1/auth/sign-in HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json";
    let request = format!("{header}{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    let address = app.base_url.strip_prefix("http://").unwrap();
    let mut connection = TcpStream::connect(address).await.unwrap();
    connection.write_all(request.as_bytes()).await.unwrap();
    let mut response = String::new();
    // A connection that was closed with unread bytes ends with an error.
    let _ = connection.read_to_string(&mut response).await;
    response.lines().next().unwrap_or_default().to_owned()
}
