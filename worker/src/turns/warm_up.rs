//! Builds lazily built patterns and word lists before the first turn is claimed. Otherwise the first turns, all at once,
//! would block the threads for that long, and no lease would be renewed meanwhile.

use job_post::{Draft, Field, Intent, Language, Op, Policy, Proposal, ProposedUpdate, Situation};
use uuid::Uuid;

/// Decides a made-up conversation of two messages.
pub async fn warm_up() {
    // A panic here would also fail a turn, whose log says more.
    let _ = tokio::task::spawn_blocking(|| {
        agent::warm_up();
        let draft =
            decide(&Draft::default(), "We look for a nurse in Leeds, £30,000 to £35,000 a year", &updates());
        decide(&draft, "yes, publish it", &[]);
    })
    .await;
}

fn decide(draft: &Draft, message: &str, updates: &[ProposedUpdate]) -> Draft {
    let reply = job_post::summary_in(Language::English, draft, "Northwind");
    let proposal =
        Proposal { updates: updates.to_vec(), intent: Intent::Finalize, reply: "Anything else?".to_owned() };
    let situation = Situation {
        turn: Uuid::nil(),
        draft,
        complete: false,
        shown_hash: None,
        company_name: "Northwind",
        policy: &Policy::default(),
        message,
        earlier_messages: &[],
        earlier_replies: &[],
        last_reply: &reply,
        locale: None,
        previous: None,
    };
    job_post::dispose(&situation, &proposal).draft
}

/// One update of each kind.
fn updates() -> Vec<ProposedUpdate> {
    let values = [
        (Op::Set, Field::Title, "nurse"),
        (Op::Set, Field::Location, "Leeds"),
        (Op::Set, Field::SalaryMin, "30000"),
        (Op::Set, Field::WorkType, "on_site"),
        (Op::Add, Field::Skills, "care"),
        (Op::Remove, Field::Benefits, "car"),
    ];
    values
        .map(|(op, field, value)| ProposedUpdate {
            op,
            field,
            value: value.to_owned(),
            quote: value.to_owned(),
        })
        .into()
}
