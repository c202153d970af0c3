//! `postwright eval`: plays conversation files against a model and prints the score.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::DateTime;
use clap::{Args, builder::RangedU64ValueParser};
use evaluation::{Conversation, Model, Score};
use job_post::{Content, exports::Posting};
use serde_json::json;

use uuid::Uuid;

use crate::{cli::Settings, failure::Failure, models, terminal};

#[derive(Debug, Clone, PartialEq, Args)]
pub struct Options {
    /// Conversation files, with one JSON object per line
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// File to write the full report to, as JSON if its name ends in .json, else as Markdown
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// File to write the job posts to: as Markdown if its name ends in .md, else as one JSON object per line
    #[arg(long, value_name = "FILE")]
    pub posts: Option<PathBuf>,
    /// Fail if a smaller share of the expectations about fields holds
    #[arg(long, value_name = "PERCENT", value_parser = RangedU64ValueParser::<u32>::new().range(..=100))]
    pub min_held: Option<u32>,
    /// Fail if more facts are lost
    #[arg(long, value_name = "COUNT")]
    pub max_lost: Option<usize>,
    /// Fail if more salary amounts are invented
    #[arg(long, value_name = "COUNT")]
    pub max_invented: Option<usize>,
    /// Fail if more conversations are completed without a confirmation
    #[arg(long, value_name = "COUNT")]
    pub max_accidental: Option<usize>,
    /// Fail if more conversations are not completed in spite of a confirmation
    #[arg(long, value_name = "COUNT")]
    pub max_missed: Option<usize>,
    /// Fail if more turns end without a usable completion
    #[arg(long, value_name = "COUNT")]
    pub max_failed: Option<usize>,
}

/// Plays all conversations, prints the score and writes the report.
///
/// # Errors
/// A file that cannot be read or written, an endpoint that cannot be used, and [`Failure::Threshold`] for a score worse
/// than the options allow.
pub async fn run(options: &Options, settings: &Settings) -> Result<(), Failure> {
    let mut conversations = Vec::new();
    for path in &options.files {
        conversations.extend(read(path)?);
    }
    let (name, model) = model(settings)?;
    let (mut score, mut posts) = (Score::default(), Vec::new());
    for (at, conversation) in conversations.iter().enumerate() {
        terminal::progress(at, conversations.len(), &conversation.id);
        posts.push(evaluation::play(&model, conversation, &mut score).await);
    }
    terminal::progress(conversations.len(), conversations.len(), "");
    terminal::say(&evaluation::as_text(&score));
    if let Some(path) = &options.report {
        fs::write(path, report(path, &score, &name)).map_err(Failure::file(path))?;
    }
    if let Some(path) = &options.posts {
        let all = conversations.iter().zip(&posts);
        let texts: String = all.map(|(conversation, post)| shown(path, conversation, post)).collect();
        fs::write(path, texts).map_err(Failure::file(path))?;
    }
    let missed = missed_thresholds(options, &score);
    if missed.is_empty() { Ok(()) } else { Err(Failure::Threshold(missed.join("; "))) }
}

fn read(path: &Path) -> Result<Vec<Conversation>, Failure> {
    let text = fs::read_to_string(path).map_err(Failure::file(path))?;
    evaluation::read(&text)
        .map_err(|error| Failure::Conversations { path: path.to_owned(), reason: error.to_string() })
}

/// The configured model, else the stand-in.
fn model(settings: &Settings) -> Result<(String, Model), Failure> {
    let Some(endpoint) = models::configured(&settings.model)? else {
        return Ok((standin::MODEL.to_owned(), Model::Standin));
    };
    let name = endpoint.model.clone();
    let agent = models::agent(endpoint, "LLM_BASE_URL")?;
    Ok((name, Model::Llm(Box::new(agent))))
}

/// One job post in the form of the file.
fn shown(path: &Path, conversation: &Conversation, content: &Content) -> String {
    let Conversation { id, company: company_name, .. } = conversation;
    if has_ending(path, "md") {
        // As candidates would read it, if the user had asked for a description and taken it.
        let mut content = content.clone();
        let offered = || job_post::offered_description(&content, company_name);
        content.description = content.description.clone().or_else(offered);
        let posting =
            Posting { id: Uuid::nil(), company_name, content: &content, posted_at: DateTime::UNIX_EPOCH };
        return format!("<!-- {id} -->\n\n{}\n", posting.markdown());
    }
    format!("{}\n", json!({ "id": id, "company_name": company_name, "content": content }))
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

fn report(path: &Path, score: &Score, model: &str) -> String {
    if has_ending(path, "json") {
        return format!("{:#}\n", evaluation::as_json(score, model));
    }
    evaluation::as_markdown(score, model)
}

fn missed_thresholds(options: &Options, score: &Score) -> Vec<String> {
    let accuracy = score.accuracy() * 100.0;
    let least = options.min_held.map(f64::from).filter(|least| accuracy < *least);
    let held = least.map(|least| format!("{accuracy:.1} % of the fields held, not {least} %"));
    let counts = [
        ("facts lost", score.facts_lost, options.max_lost),
        ("salaries invented", score.salaries_invented, options.max_invented),
        ("accidental completions", score.accidental_completions, options.max_accidental),
        ("missed completions", score.missed_completions, options.max_missed),
        ("turns that failed", score.failed_turns, options.max_failed),
    ];
    let above = counts.into_iter().filter_map(|(name, found, most)| {
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
        let thresholds = ["--min-held=100", "--max-lost=0", "--max-invented=0", "--max-accidental=0"];
        evaluate(&[&[SAMPLES, "--report", report], &thresholds[..]].concat()).await.unwrap();
        let written = fs::read_to_string(&path).unwrap();
        fs::remove_file(&path).unwrap();
        let read: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert_eq!((&read["conversations"], &read["accuracy"]), (&10.into(), &1.0.into()));
        assert_eq!(read["fields"]["title"]["precision"], 1.0);
    }

    #[tokio::test]
    async fn a_missed_threshold_is_a_failure() {
        let path = std::env::temp_dir().join(format!("postwright-threshold-{}.jsonl", std::process::id()));
        let line =
            r#"{"id": "x", "turns": [{"user": "a cook in Oslo", "expect": {"location": {"empty": true}}}]}"#;
        fs::write(&path, line).unwrap();
        let failed = evaluate(&[path.to_str().unwrap(), "--min-held=1"]).await;
        fs::remove_file(&path).unwrap();
        assert!(matches!(failed, Err(Failure::Threshold(_))), "{failed:?}");
    }

    #[tokio::test]
    async fn a_file_that_cannot_be_read_is_named() {
        let missing = evaluate(&["nowhere.jsonl"]).await.unwrap_err().to_string();
        assert!(missing.contains("nowhere.jsonl"), "{missing}");
        let wrong = evaluate(&[concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")]).await.unwrap_err();
        assert!(wrong.to_string().contains("line 1"), "{wrong}");
    }
}
