//! Measures the checks apart from any model: a scripted model proposes exactly the expected facts, another one invents some.

mod right;
mod wrong;

use std::collections::BTreeMap;

use job_post::{Basis, Decision, Intent, Proposal, ProposedUpdate, SessionState, consent};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::scores::all_hold;
use crate::sessions::fields;
use crate::{Conversation, Turn};

/// What the checks did with right and with invented values.
#[derive(Clone, Debug, Default, Serialize)]
pub struct GuardScore {
    pub turns: usize,
    pub right: usize,
    /// Right values that the draft holds as an interpretation of the user's words.
    pub interpreted: usize,
    /// The right values that were refused, in words.
    pub right_refused: Vec<String>,
    pub wrong: usize,
    /// The invented values that would be published, in words.
    pub wrong_accepted: Vec<String>,
    /// The replies that report an invented value as noted.
    pub wrong_claimed: Vec<String>,
}

/// Plays a conversation with both scripted models.
pub(crate) fn play(conversation: &Conversation, score: &mut GuardScore) {
    let mut session = SessionState::new(&conversation.company);
    let mut said = conversation.company.to_lowercase();
    let mut before = &BTreeMap::new();
    for turn in &conversation.turns {
        let id = format!("{}: {:?}", conversation.id, turn.user);
        said.push(' ');
        said.push_str(&turn.user.to_lowercase());
        wrong::add(&id, &session, turn, &said, score);
        let is_new = |field: &(&String, &_)| before.get(field.0) != Some(field.1);
        let expected: Vec<_> = turn.expect.iter().filter(is_new).collect();
        let updates: Vec<ProposedUpdate> = expected
            .iter()
            .flat_map(|(name, matchers)| right::updates(name, matchers, turn, &session.draft))
            .collect();
        let earlier = fields(&session.draft);
        let decision = run(&mut session, turn, updates.clone(), "");
        add_right(&id, turn, &updates, &earlier, &decision, score);
        before = &turn.expect;
    }
}

fn run(session: &mut SessionState, turn: &Turn, updates: Vec<ProposedUpdate>, reply: &str) -> Decision {
    let intent = if turn.complete == true {
        Intent::Finalize
    } else if consent::asks_reset(&turn.user) {
        Intent::Reset
    } else if consent::asks_undo(&turn.user) {
        Intent::Undo
    } else {
        Intent::Continue
    };
    session.run_turn(Uuid::nil(), &turn.user, &Proposal { updates, intent, reply: reply.to_owned() })
}

fn add_right(
    id: &str,
    turn: &Turn,
    updates: &[ProposedUpdate],
    earlier: &Value,
    decision: &Decision,
    score: &mut GuardScore,
) {
    let now = fields(&decision.draft);
    for update in updates {
        let name = update.field.as_str();
        score.right += 1;
        if !all_hold(&turn.expect[name], &now[name], &earlier[name]) {
            score.right_refused.push(format!("{id}: {:?} {name} {:?}", update.op, update.value));
        }
        let interpreted = decision.draft.evidence.get(&update.field).into_iter().flatten();
        score.interpreted += interpreted.filter(|evidence| evidence.basis == Basis::Interpreted).count();
    }
}
