//! The turn engine behind the scenes, by hand: what a worker does, step by step.

mod commits;
pub mod deliveries;
mod expiry;
mod leases;
mod load;
mod model_errors;
mod model_transport;
mod order;
mod retention;

use std::time::Duration;

use domain::turns::{self, Claim, Fairness, Finish};
use job_post::{Intent, Proposal, Situation};
use serde_json::{Value, json};
use tests::{App, Client, Options};

const LEASE: Duration = Duration::from_secs(30);

async fn accept(client: &Client, session: &str, message: &str) -> String {
    let path = format!("/v1/sessions/{session}/turns");
    let accepted = client.post(&path, json!({ "message": message })).await;
    assert!([200, 202].contains(&accepted.status), "{accepted:?}");
    format!("{path}/{}", accepted.text_at("/id"))
}

async fn claim(app: &App) -> Vec<Claim> {
    turns::claim(&app.db, 10, LEASE, Fairness { turns_per_organization: 100 }, None).await.unwrap()
}

/// What a worker does when the model has answered with nothing but a reply.
async fn complete(app: &App, claim: &Claim, work: &turns::Work) -> Finish {
    let proposal = Proposal { updates: Vec::new(), intent: Intent::Continue, reply: "Noted.".into() };
    let situation = Situation {
        turn: claim.turn_id().0,
        draft: &work.session.draft,
        complete: false,
        shown_hash: None,
        company_name: "",
        policy: &work.session.policy,
        message: &work.message,
        earlier_messages: &[],
        earlier_replies: &[],
        last_reply: "",
        locale: None,
        previous: None,
    };
    let outcome = job_post::dispose(&situation, &proposal);
    turns::complete(&app.db, claim, work, &outcome, Some(""), Value::Null).await.unwrap()
}

fn without_worker() -> Options {
    Options { workers: 0, ..Options::default() }
}
