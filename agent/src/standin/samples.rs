//! Scripted conversations through the whole path: prompt, stand-in, reading, disposing. What they expect is data.

mod matchers;
mod talk;

use serde_json::Value;

use self::{matchers::mismatches, talk::Talk};

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/conversations-sample.jsonl");

#[test]
fn sample_conversations_hold() {
    let samples = std::fs::read_to_string(SAMPLES).unwrap();
    let failures: Vec<String> =
        samples.lines().flat_map(|line| failures(&serde_json::from_str(line).unwrap())).collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

fn failures(conversation: &Value) -> Vec<String> {
    let mut talk = Talk::new(conversation["company"].as_str().unwrap());
    let mut before = talk.job_data();
    let mut failures = Vec::new();
    for turn in conversation["turns"].as_array().unwrap() {
        let message = turn["user"].as_str().unwrap();
        let reply = talk.say(message);
        let now = talk.job_data();
        let wrong = mismatches(turn, &now, &before, &reply, talk.complete);
        failures.extend(
            wrong
                .into_iter()
                .map(|wrong| format!("{}: {message:?}: {wrong}\n    {reply}", conversation["id"])),
        );
        before = now;
    }
    failures
}

/// The dialogue of the README, to the letter.
#[test]
fn seed_dialogue_holds() {
    let mut talk = Talk::new("papaya trading");
    let reply = talk.say(".net developer full stack");
    assert!(reply.starts_with("Great! You're looking to hire a Full Stack .Net Developer"), "{reply}");
    assert_eq!(
        talk.job_data(),
        serde_json::json!({ "title": ".Net Developer Full Stack", "skills": [".net"] })
    );
    assert!(!talk.complete);
    talk.say("senior level with 5+ years experience");
    let expected = serde_json::json!({
        "title": ".Net Developer Full Stack",
        "experienceLevel": "senior",
        "skills": [".net"],
        "requirements": ["5+ years experience"],
    });
    assert_eq!(talk.job_data(), expected);
}

/// The check itself: five wrong expectations are five failures.
#[test]
fn wrong_expectations_are_noticed() {
    let turn = serde_json::json!({
        "user": "a cook in Oslo",
        "complete": true,
        "reply": { "must_not": ["cook"] },
        "expect": { "title": { "contains": ["driver"] }, "location": { "empty": true }, "salaryMin": { "num": [1] } },
    });
    let conversation = serde_json::json!({ "id": "wrong", "company": "Acme", "turns": [turn] });
    assert_eq!(failures(&conversation).len(), 5);
}
