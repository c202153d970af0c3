//! `postwright eval`: plays conversation files against a model and says how well it did.

use std::{
    fs,
    path::{Path, PathBuf},
};

use agent::Agent;
use clap::{Args, builder::RangedU64ValueParser};
use evaluation::{Conversation, Mind, Score};

use crate::{cli::Settings, failure::Failure, standin, terminal, wiring};

#[derive(Debug, Clone, PartialEq, Args)]
pub struct Options {
    /// Conversation files: one JSON object a line
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Where the whole report goes; JSON if the name ends in .json, else Markdown
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// The least part of the field expectations that must hold, in percent
    #[arg(long, value_name = "PERCENT", value_parser = RangedU64ValueParser::<u32>::new().range(..=100))]
    pub min_held: Option<u32>,
    /// The most facts that may be lost
    #[arg(long, value_name = "COUNT")]
    pub max_lost: Option<usize>,
    /// The most amounts of salary that may be invented
    #[arg(long, value_name = "COUNT")]
    pub max_invented: Option<usize>,
    /// The most conversations that may end without the person's yes
    #[arg(long, value_name = "COUNT")]
    pub max_accidental: Option<usize>,
    /// The most conversations that may not end in spite of the person's yes
    #[arg(long, value_name = "COUNT")]
    pub max_missed: Option<usize>,
    /// The most turns that may end without a usable answer
    #[arg(long, value_name = "COUNT")]
    pub max_failed: Option<usize>,
}

/// Plays all conversations, prints the score, writes the report.
///
/// # Errors
/// A file that cannot be read or written, a model that cannot be asked at all, and [`Failure::Floor`] where the score
/// is worse than the options allow.
pub async fn run(options: &Options, settings: &Settings) -> Result<(), Failure> {
    let mut conversations = Vec::new();
    for path in &options.files {
        conversations.extend(read(path)?);
    }
    let (name, mind) = mind(settings)?;
    let mut score = Score::default();
    for (at, conversation) in conversations.iter().enumerate() {
        terminal::progress(at, conversations.len(), &conversation.id);
        evaluation::play(&mind, conversation, &mut score).await;
    }
    terminal::progress(conversations.len(), conversations.len(), "");
    terminal::say(&evaluation::as_text(&score));
    if let Some(path) = &options.report {
        fs::write(path, report(path, &score, &name)).map_err(Failure::file(path))?;
    }
    let broken = broken_floors(options, &score);
    if broken.is_empty() { Ok(()) } else { Err(Failure::Floor(broken.join("; "))) }
}

fn read(path: &Path) -> Result<Vec<Conversation>, Failure> {
    let text = fs::read_to_string(path).map_err(Failure::file(path))?;
    evaluation::read(&text)
        .map_err(|error| Failure::Conversations { path: path.to_owned(), reason: error.to_string() })
}

/// The configured model, else the stand-in.
fn mind(settings: &Settings) -> Result<(String, Mind), Failure> {
    let Some(model) = wiring::configured_model(settings)? else {
        return Ok((standin::MODEL.to_owned(), Mind::Standin));
    };
    let name = model.model.clone();
    let agent = Agent::new(model).map_err(|fault| Failure::Model(fault.to_string()))?;
    Ok((name, Mind::Model(Box::new(agent))))
}

fn report(path: &Path, score: &Score, model: &str) -> String {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
        return format!("{:#}\n", evaluation::as_json(score, model));
    }
    evaluation::as_markdown(score, model)
}

fn broken_floors(options: &Options, score: &Score) -> Vec<String> {
    let floor = options.min_held.map(f64::from).filter(|floor| score.accuracy() * 100.0 < *floor);
    let held =
        floor.map(|floor| format!("{:.1} % of the fields held, not {floor} %", score.accuracy() * 100.0));
    let ceilings = [
        ("facts lost", score.facts_lost, options.max_lost),
        ("salaries invented", score.salaries_invented, options.max_invented),
        ("accidental completions", score.accidental_completions, options.max_accidental),
        ("missed completions", score.missed_completions, options.max_missed),
        ("turns that failed", score.failed_turns, options.max_failed),
    ];
    let above = ceilings.into_iter().filter_map(|(name, found, most)| {
        most.filter(|most| found > *most).map(|most| format!("{name}: {found}, at most {most}"))
    });
    held.into_iter().chain(above).collect()
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::{Cli, Command};

    const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../testing/data/conversations-sample.jsonl");

    async fn evaluate(arguments: &[&str]) -> Result<(), Failure> {
        let cli = Cli::parse_from([&["postwright", "eval"], arguments].concat());
        let Some(Command::Eval(options)) = cli.command else { panic!("another command") };
        run(&options, &cli.settings).await
    }

    #[tokio::test]
    async fn the_samples_pass_and_are_reported() {
        let path = std::env::temp_dir().join(format!("postwright-eval-{}.json", std::process::id()));
        let report = path.to_str().unwrap();
        let floors = ["--min-held=100", "--max-lost=0", "--max-invented=0", "--max-accidental=0"];
        evaluate(&[&[SAMPLES, "--report", report], &floors[..]].concat()).await.unwrap();
        let written = fs::read_to_string(&path).unwrap();
        fs::remove_file(&path).unwrap();
        let read: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert_eq!((&read["conversations"], &read["accuracy"]), (&10.into(), &1.0.into()));
        assert_eq!(read["fields"]["title"]["precision"], 1.0);
    }

    #[tokio::test]
    async fn a_broken_floor_is_a_failure() {
        let path = std::env::temp_dir().join(format!("postwright-floor-{}.jsonl", std::process::id()));
        let line =
            r#"{"id": "x", "turns": [{"user": "a cook in Oslo", "expect": {"location": {"empty": true}}}]}"#;
        fs::write(&path, line).unwrap();
        let failed = evaluate(&[path.to_str().unwrap(), "--min-held=1"]).await;
        fs::remove_file(&path).unwrap();
        assert!(matches!(failed, Err(Failure::Floor(_))), "{failed:?}");
    }

    #[tokio::test]
    async fn files_that_are_none_are_named() {
        let missing = evaluate(&["nowhere.jsonl"]).await.unwrap_err().to_string();
        assert!(missing.contains("nowhere.jsonl"), "{missing}");
        let wrong = evaluate(&[concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")]).await.unwrap_err();
        assert!(wrong.to_string().contains("line 1"), "{wrong}");
    }
}
