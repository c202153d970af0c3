//! The engine: claims, leases and commits of turns, done step by step as a worker does; deliveries; expiry; load.

mod batches;
mod commits;
mod deliveries;
mod expiry;
mod growth;
mod leases;
mod load;
mod model_errors;
mod model_outages;
mod model_transport;
mod order;
mod outages;
mod plans;
mod retention;
mod state_sizes;

use std::time::Duration;

use domain::turns::{self, Claim, Fairness, Finish};
use job_post::{History, Intent, Proposal, TurnInput};
use serde_json::Value;
use tests::{App, Client, Options, Person, with_app_of};

const LEASE: Duration = Duration::from_secs(30);

/// Starts a turn; returns its path.
pub async fn accept(client: &Client, session: &str, message: &str) -> String {
    let accepted = client.start_turn(session, message).await;
    assert_eq!(accepted.status, 202, "{accepted:?}");
    format!("/v1/sessions/{session}/turns/{}", accepted.text_at("/id"))
}

pub async fn claim(app: &App) -> Vec<Claim> {
    claim_as(app, "test").await
}

pub async fn claim_as(app: &App, worker: &str) -> Vec<Claim> {
    let fairness = Fairness { turns_per_organization: 100, limits: &[] };
    turns::claim(&app.db, worker, 10, LEASE, fairness, None).await.unwrap()
}

/// Commits a completion that has a reply and no updates.
pub async fn complete(app: &App, claim: &Claim, work: &turns::Work) -> Finish {
    let proposal = Proposal { updates: Vec::new(), intent: Intent::Continue, reply: "Noted.".into() };
    let history = History::default();
    let input = TurnInput::new(claim.turn_id().0, work.session.view(), &history, &work.message);
    let decision = job_post::decide(&input, &proposal);
    turns::complete(&app.db, claim, work, &decision, Some(""), Value::Null).await.unwrap()
}

fn without_worker() -> Options {
    Options::default().without_worker()
}

/// A turn that waits for a worker.
struct QueuedTurn {
    ada: Person,
    session: String,
    /// As `/v1/sessions/…/turns/…`.
    path: String,
}

/// Runs a test without a worker, with one queued turn.
async fn with_queued_turn(test: impl AsyncFnOnce(&App, QueuedTurn)) {
    with_app_of(without_worker(), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = accept(&ada, &session, "baker").await;
        test(app, QueuedTurn { ada, session, path }).await;
    })
    .await;
}
