//! Dialogues whose scripted LLM proposes pay, benefits, degrees and years that the user did not state. None may be
//! published.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::*;

const DIALOGUES: &str = include_str!("data/unstated_facts.jsonl");

#[derive(Deserialize)]
struct Dialogue {
    id: String,
    /// How the dialogue suggests the unstated value.
    why: String,
    /// The values that a field must never hold; an empty list means any value.
    never: BTreeMap<Field, Vec<String>>,
    turns: Vec<Turn>,
}

#[derive(Deserialize)]
struct Turn {
    user: String,
    updates: Vec<ProposedUpdate>,
    #[serde(default)]
    reply: String,
}

impl Dialogue {
    /// The unstated values that are established in the draft.
    fn found(&self, draft: &Draft) -> Vec<String> {
        let held = |field: Field| draft.value(field).filter(|_| draft.is_established(field));
        let found = self.never.iter().filter_map(|(field, texts)| {
            let value = held(*field)?;
            let lower = value.to_lowercase();
            let wrong = texts.is_empty() || texts.iter().any(|text| lower.contains(text));
            wrong.then(|| format!("{} ({}): {field} is {value}", self.id, self.why))
        });
        found.collect()
    }

    fn play(&self) -> Vec<String> {
        let mut session = Session::new();
        let mut wrong = Vec::new();
        for turn in &self.turns {
            let reply = if turn.reply.is_empty() { "Noted.".to_owned() } else { turn.reply.clone() };
            let proposal =
                Proposal { updates: turn.updates.clone(), intent: Intent::Continue, reply: reply.clone() };
            session.turn(&turn.user, &proposal);
            // The next message answers the reply of the LLM, whatever the decision replied.
            if !turn.reply.is_empty() {
                session.history.add_reply(reply);
            }
            wrong.extend(self.found(&session.draft));
        }
        session.turn("What have we got?", &finalize());
        if !session.turn("Looks good, publish it.", &finalize()).publish {
            wrong.push(format!("{} is not published", self.id));
        }
        wrong.extend(self.found(&session.draft));
        wrong
    }
}

#[test]
fn unstated_values_are_never_published() {
    let dialogues: Vec<Dialogue> =
        DIALOGUES.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(dialogues.len() >= 40);
    let wrong: Vec<String> = dialogues.iter().flat_map(Dialogue::play).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
