//! Builds lazily built patterns and word lists before the first turn is claimed. Otherwise the first turns, all at once,
//! would block the threads for that long, and no lease would be renewed meanwhile. A process that has to wait for something
//! else at its start can call it then.

use job_post::{Field, Intent, Op, Proposal, ProposedUpdate, SessionState};
use uuid::Uuid;

/// Decides a made-up conversation of two messages.
pub async fn warm_up() {
    // A panic here would also fail a turn, whose log says more.
    let _ = tokio::task::spawn_blocking(|| {
        agent::warm_up();
        let mut session = SessionState::new("Northwind");
        say(&mut session, "We look for a nurse in Leeds, £30,000 to £35,000 a year", updates());
        say(&mut session, "yes, publish it", Vec::new());
    })
    .await;
}

fn say(session: &mut SessionState, message: &str, updates: Vec<ProposedUpdate>) {
    let proposal = Proposal { updates, intent: Intent::Finalize, reply: "Anything else?".to_owned() };
    session.run_turn(Uuid::nil(), message, &proposal);
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
