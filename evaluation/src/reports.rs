//! Reports of a score: for a terminal, as Markdown and as JSON.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::{FieldScore, Score};

/// A short table for a terminal.
pub fn as_text(score: &Score) -> String {
    let mut text = format!("{:<18} {:>9} {:>7} {:>10}\n", "field", "precision", "recall", "held");
    for (name, field) in &score.fields {
        let _ = writeln!(
            text,
            "{name:<18} {:>9.3} {:>7.3} {:>10}",
            field.precision(),
            field.recall(),
            held(field)
        );
    }
    for (name, value) in figures(score) {
        let _ = write!(text, "\n{name}: {value}");
    }
    text
}

pub fn as_markdown(score: &Score, model: &str) -> String {
    let mut text = format!("# Evaluation of {model}\n\n");
    for (name, value) in figures(score) {
        let _ = writeln!(text, "- {name}: {value}");
    }
    text.push_str("\n| field | precision | recall | held |\n|---|---|---|---|\n");
    for (name, field) in &score.fields {
        let (precision, recall) = (field.precision(), field.recall());
        let _ = writeln!(text, "| {name} | {precision:.3} | {recall:.3} | {} |", held(field));
    }
    if !score.mismatches.is_empty() {
        text.push_str("\n## Not as expected\n\n");
    }
    for wrong in &score.mismatches {
        let _ = writeln!(text, "- {wrong}");
    }
    for (heading, lines) in [
        ("Stated facts that the post does not have", &score.facts.missing),
        ("Right updates stopped by the checks", &score.unchecked.right_stopped),
        ("Other updates stopped by the checks", &score.unchecked.others_stopped),
        ("Right proposals refused", &score.guards.right_refused),
        ("Wrong proposals accepted", &score.guards.wrong_accepted),
        ("Wrong proposals reported as noted", &score.guards.wrong_claimed),
    ] {
        if !lines.is_empty() {
            let _ = write!(text, "\n## {heading}\n\n- {}\n", lines.join("\n- "));
        }
    }
    text
}

pub fn as_json(score: &Score, model: &str) -> Value {
    let rates = |(name, field): (&String, &FieldScore)| {
        (name.clone(), json!({ "precision": field.precision(), "recall": field.recall(), "counts": field }))
    };
    let mut report = json!(score);
    report["unchecked"]["accuracy"] = score.unchecked.accuracy().into();
    report["model"] = model.into();
    report["accuracy"] = score.accuracy().into();
    report["mean_turns_to_completion"] = score.mean_turns_to_completion().into();
    report["fields"] = Value::Object(score.fields.iter().map(rates).collect());
    report
}

/// "-" without a list of facts.
fn stated(score: &Score) -> String {
    let facts = &score.facts;
    match facts.stated {
        0 => "-".to_owned(),
        stated => format!("{}/{stated}", stated - facts.missing.len()),
    }
}

fn held(field: &FieldScore) -> String {
    format!("{}/{}", field.held, field.expected)
}

fn figures(score: &Score) -> Vec<(&'static str, String)> {
    let turns = score.mean_turns_to_completion();
    vec![
        ("conversations", score.conversations.to_string()),
        ("turns", score.turns.to_string()),
        ("turns that failed", score.failed_turns.to_string()),
        ("field expectations held", format!("{:.3}", score.accuracy())),
        ("field expectations held without the checks", format!("{:.3}", score.unchecked.accuracy())),
        ("right updates stopped by the checks", score.unchecked.right_stopped.len().to_string()),
        ("other updates stopped by the checks", score.unchecked.others_stopped.len().to_string()),
        ("replies as expected", format!("{}/{}", score.replies_held, score.replies)),
        ("turns to completion", turns.map_or("-".to_owned(), |turns| format!("{turns:.1}"))),
        ("accidental completions", score.accidental_completions.to_string()),
        ("missed completions", score.missed_completions.to_string()),
        ("stated facts in the post", stated(score)),
        ("facts lost", score.facts_lost.to_string()),
        ("salaries invented", score.salaries_invented.to_string()),
        ("right proposals refused", format!("{}/{}", score.guards.right_refused.len(), score.guards.right)),
        ("wrong proposals accepted", format!("{}/{}", score.guards.wrong_accepted.len(), score.guards.wrong)),
        ("wrong proposals reported as noted", score.guards.wrong_claimed.len().to_string()),
    ]
}
