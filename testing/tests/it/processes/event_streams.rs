//! Streams that end with the process that sends them, in the middle of an answer.

use std::time::Duration;

use serde_json::json;
use tests::{Apart, Client, Conduct, Database, FaultServer, Installation, PASSWORD, free_address};

use crate::api::events::of;
use crate::api::events::reader::{Event, Reader};

/// Words of the answer, and how long the model takes for each: about a row of the log.
const WORDS: usize = 30;
const PAUSE: Duration = Duration::from_millis(150);

/// How often the process is killed, and how many events are read each time: past what was missed meanwhile and into
/// what is just being written.
const CUTS: usize = 3;
const FEW: usize = 5;

/// A model that takes its time for every word.
async fn model() -> FaultServer {
    let words: String = (0..WORDS).map(|number| format!("word{number} ")).collect();
    let answer = json!({ "updates": [], "intent": "continue", "reply": words.trim() }).to_string();
    let pieces: Vec<String> = answer.split_inclusive(' ').map(str::to_owned).collect();
    FaultServer::start(move |_, _| Conduct::Tells {
        after: Duration::ZERO,
        pause: PAUSE,
        pieces: pieces.clone(),
    })
    .await
}

fn ends(event: &Event) -> bool {
    event.data["type"] == "turn.succeeded"
}

/// Reads so many events, or fewer up to the end of the turn.
async fn read(reader: &mut Reader, most: usize) -> Vec<Event> {
    let mut events = Vec::new();
    while events.len() < most && !events.last().is_some_and(ends) {
        events.push(reader.next().await.expect("an end of the turn before the end of the stream"));
    }
    events
}

async fn sign_up(nobody: &Client) -> String {
    let wish = json!({
        "organization_name": "papaya trading", "name": "Ada", "email": "ada@example.com", "password": PASSWORD,
    });
    nobody.post("/v1/auth/sign-up", wish).await.text_at("/access_token")
}

#[tokio::test]
async fn a_stream_that_dies_with_its_process_goes_on_where_it_was() {
    let (llm, installation, database) =
        (model().await, Installation::new(None), Database::create_empty().await);
    let apart = Apart::prepare(&installation, &database, llm.base_url()).await;
    let worker = apart.start_worker("worker");
    let (steady, nobody) = apart.start_api("steady").await;
    let token = sign_up(&nobody).await;
    let ada = nobody.with_token(&token);
    let session = ada.begin().await;
    let mut uncut = Reader::open(&ada, &of(&session), None).await;

    let address = free_address();
    let (mut mortal, mut nobody) = apart.start_api_at(address, "mortal-0").await;
    let accepted = ada.post(&format!("/v1/sessions/{session}/turns"), json!({ "message": "baker" })).await;
    assert_eq!(accepted.status, 202);
    let mut pieces = Vec::<Event>::new();
    for cut in 1.. {
        let last = pieces.last().and_then(|event| event.id.clone());
        let mut reader = Reader::open(&nobody.with_token(&token), &of(&session), last.as_deref()).await;
        pieces.extend(read(&mut reader, if cut <= CUTS { FEW } else { usize::MAX }).await);
        if pieces.last().is_some_and(ends) {
            break;
        }
        mortal.kill().await;
        (mortal, nobody) = apart.start_api_at(address, &format!("mortal-{cut}")).await;
    }

    let uncut = read(&mut uncut, usize::MAX).await;
    assert_eq!(pieces, uncut);
    let is_delta = |event: &Event| event.data["type"] == "text.delta";
    assert!(uncut[..FEW].iter().any(is_delta) && uncut[FEW..].iter().any(is_delta), "not cut in the middle");
    assert_eq!(llm.requests(), 1);
    drop((mortal, steady, worker));
    database.drop().await;
}
