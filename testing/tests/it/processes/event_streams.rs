//! An event stream whose API process is killed in the middle of a reply.

use std::time::Duration;

use serde_json::json;
use tests::{
    Behaviour, Database, EventReader, FaultServer, Installation, SeparateProcesses, StreamEvent, free_address,
};

/// The number of words in the reply.
const WORDS: usize = 30;
/// The pause of the model before each word: about one row of the session's log.
const PAUSE: Duration = Duration::from_millis(150);

/// How often the process is killed.
const CUTS: usize = 3;
/// How many events are read each time: those that were missed meanwhile, and some that are just being written.
const FEW: usize = 5;

/// A model that streams its reply word by word.
async fn model() -> FaultServer {
    let words: String = (0..WORDS).map(|number| format!("word{number} ")).collect();
    let completion = json!({ "updates": [], "intent": "continue", "reply": words.trim() }).to_string();
    let pieces: Vec<String> = completion.split_inclusive(' ').map(str::to_owned).collect();
    FaultServer::start(move |_, _| Behaviour::Content {
        after: Duration::ZERO,
        pause: PAUSE,
        pieces: pieces.clone(),
    })
    .await
}

fn ends(event: &StreamEvent) -> bool {
    event.data["type"] == "turn.succeeded"
}

/// Reads up to this many events, and none after the end of the turn.
async fn read(reader: &mut EventReader, most: usize) -> Vec<StreamEvent> {
    let mut events = Vec::new();
    while events.len() < most && !events.last().is_some_and(ends) {
        events.push(reader.next().await.expect("the turn ends before the stream"));
    }
    events
}

#[tokio::test]
async fn a_stream_of_a_killed_api_can_be_resumed_without_loss() {
    let (llm, installation, database) =
        (model().await, Installation::new(None), Database::create_empty().await);
    let processes = SeparateProcesses::prepare(&installation, &database, llm.base_url()).await;
    let worker = processes.start_worker("worker");
    let (steady, anonymous) = processes.start_api("steady").await;
    let ada = anonymous.sign_up_owner("ada", &processes.outbox()).await;
    let session = ada.begin().await;
    let mut uncut = EventReader::open(&ada, &session).await;

    let address = free_address();
    let (mut killed, mut anonymous) = processes.start_api_at(address, "killed-0").await;
    assert_eq!(ada.start_turn(&session, "baker").await.status, 202);
    let mut received = Vec::<StreamEvent>::new();
    for cut in 1.. {
        let last = received.last().and_then(|event| event.id.clone());
        let mut reader =
            EventReader::open_after(&anonymous.with_token(ada.token()), &session, last.as_deref()).await;
        received.extend(read(&mut reader, if cut <= CUTS { FEW } else { usize::MAX }).await);
        if received.last().is_some_and(ends) {
            break;
        }
        killed.kill().await;
        (killed, anonymous) = processes.start_api_at(address, &format!("killed-{cut}")).await;
    }

    let uncut = read(&mut uncut, usize::MAX).await;
    assert_eq!(received, uncut);
    let is_delta = |event: &StreamEvent| event.data["type"] == "text.delta";
    assert!(
        uncut[..FEW].iter().any(is_delta) && uncut[FEW..].iter().any(is_delta),
        "the stream was not cut in the middle of a reply"
    );
    assert_eq!(llm.requests(), 1);
    drop((killed, steady, worker));
    database.drop().await;
}
