//! Following a session: from any point, on any process, to an end that is told.

mod keys;
pub mod reader;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};
use tests::{App, Client, Options, Person, Reply, with_app, with_app_of};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use self::reader::{Event, Reader};

pub fn of(session: &str) -> String {
    format!("/v1/sessions/{session}/events")
}

async fn events_so_far(app: &App) -> usize {
    usize::try_from(app.count("select count(*) from event").await).unwrap()
}

const DIALOGUE: [&str; 7] = [
    "We need a backend engineer in Lisbon.",
    "Senior, Rust and Kafka.",
    "Salary 4000 to 5000.50 EUR a month.",
    "Remove Kafka. Hybrid.",
    "thanks",
    "Looks good, publish it.",
    "Make it a remote position.",
];

/// A conversation with more than thirty events; gives how many.
async fn converse(app: &App, ada: &Person, session: &str) -> usize {
    for message in DIALOGUE {
        assert_eq!(ada.say(session, message).await.text_at("/status"), "succeeded");
    }
    let count = events_so_far(app).await;
    assert!(count >= 30, "{count} events");
    count
}

#[tokio::test]
async fn a_stream_that_is_cut_anywhere_goes_on_where_it_was() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let replica = app.start_replica().await.with_token(ada.token());
        let session = ada.begin().await;
        let mut live = Reader::open(&ada, &of(&session), None).await;
        let count = converse(app, &ada, &session).await;
        let uncut = live.take(count).await;
        drop(live);
        for cut in 0..=count {
            let (first, second): (&Client, &Client) = match cut % 2 {
                0 => (&ada, &replica),
                _ => (&replica, &ada),
            };
            let mut pieces = Reader::open(first, &of(&session), None).await.take(cut).await;
            let last = pieces.last().and_then(|event| event.id.clone());
            pieces.extend(Reader::open(second, &of(&session), last.as_deref()).await.take(count - cut).await);
            assert_eq!(pieces, uncut, "cut after {cut}");
        }
    })
    .await;
}

#[tokio::test]
async fn patches_give_the_job_data_and_pieces_the_answers() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let count = converse(app, &ada, &session).await;
        let events = Reader::open(&ada, &of(&session), None).await.take(count).await;
        let (mut job_data, mut version) = (json!({}), 0);
        let (mut pieces, mut answers) = (BTreeMap::<String, String>::new(), Vec::new());
        for Event { data, .. } in &events {
            let turn = data["turn_id"].as_str().unwrap_or_default().to_owned();
            match data["type"].as_str().unwrap() {
                "job_data.changed" => {
                    let patch: json_patch::Patch = serde_json::from_value(data["patch"].clone()).unwrap();
                    json_patch::patch(&mut job_data, &patch).unwrap();
                    version = data["version"].as_i64().unwrap();
                }
                "text.delta" => pieces.entry(turn).or_default().push_str(data["text"].as_str().unwrap()),
                "text.reset" => _ = pieces.remove(&turn),
                "message.completed" => {
                    assert_eq!(pieces[&turn], data["text"], "{turn}");
                    answers.push(data["text"].clone());
                }
                _ => {}
            }
        }
        let now = ada.get(&format!("/v1/sessions/{session}")).await;
        assert_eq!(job_data, now.at("/job_data"));
        assert_eq!(version, now.at("/version"));
        let said = ada.get(&format!("/v1/sessions/{session}/turns")).await;
        let replies: Vec<Value> =
            said.at("/items").as_array().unwrap().iter().map(|turn| turn["reply"].clone()).collect();
        assert_eq!(answers, replies);
        assert!(events.iter().any(|event| event.data["type"] == "job_post.finalized"));
    })
    .await;
}

#[tokio::test]
async fn everything_that_is_sent_is_in_the_document() {
    with_app(async |app| {
        let document: Value = serde_json::from_str(&api::openapi_json()).unwrap();
        let documented = &document["components"]["schemas"]["SessionEvent"];
        let kinds = documented["properties"]["type"]["x-extensible-enum"].as_array().unwrap();
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let count = converse(app, &ada, &session).await;
        let mut reader = Reader::open(&ada, &of(&session), None).await;
        let mut events = reader.take(count).await;
        ada.delete(&format!("/v1/sessions/{session}")).await;
        events.extend(reader.rest().await);
        for Event { data, .. } in events {
            assert!(kinds.contains(&data["type"]), "{data}");
            for (member, value) in data.as_object().unwrap() {
                assert!(documented["properties"].get(member).is_some(), "{member} of {data}");
                assert!(!value.is_null(), "{member} of {data}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_place_can_be_given_in_the_address_and_the_header_wins() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        assert_eq!(ada.say(&session, "baker").await.status, 200);
        let path = of(&session);
        let all = Reader::open(&ada, &path, None).await.take(3).await;
        let second = all[1].id.as_deref();
        let after = format!("{path}?after={}", all[0].id.as_deref().unwrap());
        assert_eq!(Reader::open(&ada, &after, None).await.take(2).await, all[1..]);
        assert_eq!(Reader::open(&ada, &after, second).await.take(1).await, all[2..]);
        for bad in ["-1", "x"] {
            ada.get(&format!("{path}?after={bad}")).await.problem(422);
            let request = ada.request(Method::GET, &path).header("Last-Event-ID", bad);
            Reply::of(request).await.problem(422);
        }
        let nowhere = of(&uuid::Uuid::now_v7().to_string());
        ada.get(&nowhere).await.problem(404);
    })
    .await;
}

#[tokio::test]
async fn the_end_of_a_session_and_of_a_login_is_told() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let session = bob.begin().await;
        let (mut of_ada, mut of_bob) =
            (Reader::open(&ada, &of(&session), None).await, Reader::open(&bob, &of(&session), None).await);
        of_ada.take(1).await;
        of_bob.take(1).await;
        assert_eq!(bob.post("/v1/auth/sign-out", Value::Null).await.status, 204);
        // Something happens, so that both look.
        assert_eq!(ada.say(&session, "baker").await.status, 200);
        assert_eq!(of_bob.reason().await, "token_revoked");
        assert_eq!(ada.delete(&format!("/v1/sessions/{session}")).await.status, 204);
        assert_eq!(of_ada.reason().await, "session_gone");
    })
    .await;
}

#[tokio::test]
async fn nobody_has_more_streams_than_they_may() {
    let api = api::Settings { streams_per_user: 2, ..api::Settings::default() };
    with_app_of(Options { api, ..Options::default() }, async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "admin").await;
        let session = ada.begin().await;
        let (first, _second) =
            (Reader::open(&ada, &of(&session), None).await, Reader::open(&ada, &of(&session), None).await);
        let refused = ada.get(&of(&session)).await;
        assert_eq!(refused.problem(429), "too_many_streams");
        assert!(!refused.header("retry-after").is_empty());
        Reader::open(&bob, &of(&session), None).await.take(1).await;
        // Also for the stream of a turn; its message is not accepted then.
        let path = format!("/v1/sessions/{session}/turns");
        let request = ada.request(Method::POST, &path).header("Accept", "text/event-stream");
        Reply::of(request.json(&json!({ "message": "baker" }))).await.problem(429);
        assert_eq!(app.count("select count(*) from turn").await, 0);
        drop(first);
        let begun = Instant::now();
        Reader::open(&ada, &of(&session), None).await.take(1).await;
        assert!(
            begun.elapsed() < Duration::from_secs(5),
            "it took {:?} to see a client leave",
            begun.elapsed()
        );
    })
    .await;
}

#[tokio::test]
async fn silence_is_filled() {
    let api = api::Settings { stream_keep_alive: Duration::from_millis(50), ..api::Settings::default() };
    with_app_of(Options { api, ..Options::default() }, async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let mut reader = Reader::open(&ada, &of(&session), None).await;
        let mut first = reader.block().await.unwrap();
        // On a busy machine there is silence before the first event too.
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
async fn who_does_not_read_is_left_and_told() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let stream_write_timeout = Duration::from_millis(300);
        let (nobody, ..) = start(app, api::Settings { stream_write_timeout, ..api::Settings::default() }).await;
        let impatient = nobody.with_token(ada.token());
        // More than the buffers between us hold.
        let many = "insert into event (organization_id, session_id, sequence, livemode, type, data)
                    select organization_id, id, n, livemode, 'text.delta',
                           json_build_object('text', repeat('x', 16000))
                      from session, generate_series(2, 3000) as n";
        sqlx::query(many).execute(app.superuser()).await.unwrap();
        let mut reader = Reader::open(&impatient, &of(&session), None).await;
        reader.take(1).await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        let mut events = reader.rest().await;
        let told = events.pop().unwrap();
        assert_eq!((&told.data["reason"], told.id), (&json!("slow_client"), None));
        assert_eq!(told.data["sequence"], events.last().unwrap().data["sequence"]);
        assert!(events.len() < 2_998, "all of it was read");
        // Whoever comes back goes on there; to a server that waits longer than a busy machine lets this reader rest.
        let mut reader =
            Reader::open(&ada, &of(&session), events.last().and_then(|event| event.id.as_deref())).await;
        assert_eq!(reader.take(2_999 - events.len()).await.last().unwrap().data["sequence"], 3_000);
    })
    .await;
}

#[tokio::test]
async fn one_turn_can_be_followed_from_its_message_to_its_end() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}/turns");
        // Others are before and behind it.
        assert_eq!(ada.post(&path, json!({ "message": "baker" })).await.status, 202);
        let request = || {
            let request = ada.request(Method::POST, &path).header("Accept", "text/event-stream");
            request.header("Idempotency-Key", "key").json(&json!({ "message": "in Lisbon" }))
        };
        let response = request().send().await.unwrap();
        let place = response.headers()["location"].to_str().unwrap().to_owned();
        assert!(!response.headers().contains_key("idempotency-replayed"));
        assert_eq!(ada.post(&path, json!({ "message": "full time" })).await.status, 202);
        let events = Reader::of(response).rest().await;
        let turn = place.rsplit('/').next().unwrap();
        let kinds: Vec<&str> = events.iter().map(|event| event.data["type"].as_str().unwrap()).collect();
        assert_eq!((kinds[0], *kinds.last().unwrap()), ("turn.queued", "turn.succeeded"));
        assert_eq!(kinds.iter().filter(|kind| **kind == "job_data.changed").count(), 1, "{kinds:?}");
        assert!(events.iter().all(|event| event.data.get("turn_id").is_none_or(|of| of == turn)));
        // Asked again, the same is shown again.
        let again = request().send().await.unwrap();
        assert_eq!(again.headers()["idempotency-replayed"], "true");
        assert_eq!(again.headers()["location"].to_str().unwrap(), place);
        assert_eq!(Reader::of(again).rest().await, events);
        assert_eq!(ada.say(&session, "done").await.at("/sequence"), 4);
    })
    .await;
}

/// Another API process on the same database, which can be told to stop.
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
async fn a_server_that_stops_says_so_and_answers_what_it_has_begun() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.slow_down(Duration::from_secs(3));
        let settings = api::Settings {
            drain: Duration::from_secs(1),
            shutdown_grace: Duration::from_secs(2),
            ..api::Settings::default()
        };
        let (nobody, shutdown, served) = start(app, settings).await;
        let client = nobody.with_token(ada.token());
        let mut reader = Reader::open(&client, &of(&session), None).await;
        let first = reader.take(1).await;
        let stops = async {
            while app.llm.calls().await.is_empty() {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            shutdown.cancel();
            assert_eq!(reader.reason().await, "draining");
            // For a while it still answers, but nobody should rely on it.
            let ready = client.get("/readyz").await;
            assert_eq!(ready.problem(503), "draining");
            assert_eq!(ready.header("connection"), "close");
            assert_eq!(client.get("/livez").await.status, 200);
            Reader::open(&client, &of(&session), None).await.reason().await
        };
        let (waited, reason) = tokio::join!(client.say(&session, "baker"), stops);
        assert_eq!(reason, "draining");
        // The model takes longer than the server has: the turn goes on without it.
        assert_eq!(waited.status, 202, "{waited:?}");
        tokio::time::timeout(Duration::from_secs(5), served).await.expect("it stops in time").unwrap();
        assert!(client.request(Method::GET, "/livez").send().await.is_err());
        let mut elsewhere = Reader::open(&ada, &of(&session), first[0].id.as_deref()).await;
        while elsewhere.next().await.unwrap().data["type"] != "turn.succeeded" {}
    })
    .await;
}
