//! Dialogues whose scripted model proposes pay, benefits, degrees and years that nobody stated: none may be published.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::*;

const DIALOGUES: &str = include_str!("data/unstated_facts.jsonl");

#[derive(Deserialize)]
struct Dialogue {
    id: String,
    /// The disguise of what was not said.
    why: String,
    /// What a field must never hold; any value, where nothing is listed.
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
    /// What of the unstated is in the draft as a fact.
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
        let mut talk = Talk::new();
        let mut wrong = Vec::new();
        for turn in &self.turns {
            let reply = if turn.reply.is_empty() { "Noted.".to_owned() } else { turn.reply.clone() };
            let proposal =
                Proposal { updates: turn.updates.clone(), intent: Intent::Continue, reply: reply.clone() };
            talk.turn(&turn.user, &proposal);
            // What the model said stands, whatever was made of it: the yes that follows is one to this.
            if !turn.reply.is_empty() {
                talk.last_reply = reply;
            }
            wrong.extend(self.found(&talk.draft));
        }
        talk.turn("What have we got?", &finalize());
        if !talk.turn("Looks good, publish it.", &finalize()).publish {
            wrong.push(format!("{} is not published", self.id));
        }
        wrong.extend(self.found(&talk.draft));
        wrong
    }
}

#[test]
fn what_nobody_stated_is_never_published() {
    let dialogues: Vec<Dialogue> =
        DIALOGUES.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(dialogues.len() >= 40);
    let wrong: Vec<String> = dialogues.iter().flat_map(Dialogue::play).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
