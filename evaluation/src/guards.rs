//! Measures the checks apart from any model: a scripted model proposes exactly the expected facts, another one invents some.

use std::collections::BTreeMap;

use job_post::{Basis, Decision, Draft, Field, Intent, Op, Proposal, ProposedUpdate, SessionState, consent};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::scores::all_hold;
use crate::{Conversation, Matcher, Turn, matchers};

/// What the checks did with right and with invented values.
#[derive(Clone, Debug, Default, Serialize)]
pub struct GuardScore {
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

/// Values that no conversation states.
const INVENTIONS: [(Field, &str); 9] = [
    (Field::Title, "Chief Happiness Officer"),
    (Field::Location, "Vladivostok"),
    (Field::SalaryMin, "98765"),
    (Field::SalaryMax, "123456"),
    (Field::Currency, "KZT"),
    (Field::Benefits, "Stock options and a yacht"),
    (Field::Requirements, "Doctorate in theology"),
    (Field::Skills, "COBOL"),
    (Field::Department, "Astrology"),
];

/// How a reply reports a value.
const CLAIMS: [&str; 4] = ["Noted: ", "Ich habe notiert: ", "C'est noté : ", "Anotado: "];

/// Plays a conversation with both scripted models.
pub(crate) fn play(conversation: &Conversation, score: &mut GuardScore) {
    let mut session = SessionState::new(&conversation.company);
    let mut before = &BTreeMap::new();
    for turn in &conversation.turns {
        let id = format!("{}: {:?}", conversation.id, turn.user);
        add_wrong(&id, session.clone(), turn, score);
        let is_new = |field: &(&String, &_)| before.get(field.0) != Some(field.1);
        let expected: Vec<_> = turn.expect.iter().filter(is_new).collect();
        let updates: Vec<ProposedUpdate> = expected
            .iter()
            .flat_map(|(name, matchers)| right_updates(name, matchers, turn, &session.draft))
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

fn add_wrong(id: &str, mut session: SessionState, turn: &Turn, score: &mut GuardScore) {
    let invented = |(field, value): &(Field, &str)| ProposedUpdate {
        op: if field.is_list() { Op::Add } else { Op::Set },
        field: *field,
        value: (*value).to_owned(),
        quote: turn.user.clone(),
    };
    // Each turn claims another of the inventions, in another language.
    let (_, claimed) = INVENTIONS[(score.wrong / INVENTIONS.len()) % INVENTIONS.len()];
    let lead = CLAIMS[(score.wrong / INVENTIONS.len()) % CLAIMS.len()];
    let updates = INVENTIONS.iter().map(invented).collect();
    let reply = run(&mut session, turn, updates, &format!("{lead}{claimed}.")).reply;
    if reply.contains(claimed) && !turn.user.contains(claimed) {
        score.wrong_claimed.push(format!("{id}: {reply}"));
    }
    let published = agent::fields(&session.draft.publishable());
    score.wrong += INVENTIONS.len();
    score.wrong_accepted.extend(INVENTIONS.iter().filter_map(|(field, value)| {
        let held = matchers::text(published.get(field.as_str())?);
        held.contains(&value.to_lowercase()).then(|| format!("{id}: {field} {value}"))
    }));
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

fn fields(draft: &Draft) -> Value {
    Value::Object(agent::fields(&draft.publishable()))
}

/// The updates of a model that understands a turn as its author meant it.
fn right_updates(
    name: &str,
    all: &BTreeMap<Matcher, Value>,
    turn: &Turn,
    draft: &Draft,
) -> Vec<ProposedUpdate> {
    let Ok(field) = name.parse::<Field>() else { return Vec::new() };
    let held = draft.value(field).is_some();
    let update = |op, value: &str, words: &str| ProposedUpdate {
        op,
        field,
        value: value.to_owned(),
        quote: quote(&turn.user, words).to_owned(),
    };
    let message = turn.user.to_lowercase();
    let set = if field.is_list() { Op::Add } else { Op::Set };
    let mut updates = Vec::new();
    for (matcher, expected) in all {
        let texts = matchers::texts(expected);
        let said = texts.iter().find(|text| message.contains(*text)).or(texts.first());
        match matcher {
            Matcher::Empty if *expected == true && held => updates.push(update(Op::Clear, "", "")),
            Matcher::Not if held && !all.contains_key(&Matcher::Has) => {
                let gone = texts.iter().filter(|item| is_item(draft, field, item));
                updates.extend(gone.map(|item| update(Op::Remove, item, item)));
            }
            Matcher::Any | Matcher::Num | Matcher::Bool => {
                updates.extend(said.map(|text| update(set, text, text)));
            }
            Matcher::Contains if field.is_list() || field == Field::Description => {
                updates.extend(texts.iter().map(|text| update(set, clause(&turn.user, text), text)));
            }
            Matcher::Contains => updates.push(update(set, &texts.join(" "), &texts.join(" "))),
            Matcher::ContainsAny if field.is_list() || field == Field::Description => {
                updates.extend(said.map(|text| update(set, clause(&turn.user, text), text)));
            }
            Matcher::ContainsAny => updates.extend(said.map(|text| update(set, text, text))),
            // Items that the user replaces are a new list.
            Matcher::Has if all.contains_key(&Matcher::Not) => {
                updates.push(update(Op::Set, &texts.join("\n"), ""));
            }
            Matcher::Has => updates.extend(texts.iter().map(|item| update(Op::Add, item, item))),
            _ => {}
        }
    }
    updates
}

fn is_item(draft: &Draft, field: Field, item: &str) -> bool {
    draft.items(field).iter().any(|held| held.to_lowercase().contains(item))
}

/// The line with the words, or the whole message.
fn quote<'a>(message: &'a str, words: &str) -> &'a str {
    let has = |line: &&str| !words.is_empty() && line.to_lowercase().contains(words);
    message.lines().find(has).unwrap_or(message)
}

/// The part of a sentence with the words, or else the words.
fn clause<'a>(message: &'a str, words: &'a str) -> &'a str {
    let mut parts = message.split(['.', ',', ';', ':', '\n', '!', '?']);
    parts.find(|part| part.to_lowercase().contains(words)).map_or(words, str::trim)
}
