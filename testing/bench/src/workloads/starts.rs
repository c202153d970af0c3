//! W4: from the start of the all-in-one process to the first reply.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use super::conversations::Conversation;
use crate::Result;
use crate::model::Model;
use crate::person::Person;
use crate::processes::{Process, command};
use crate::report::{Report, Row};

/// The number of warm starts; the median counts.
const WARM_STARTS: usize = 3;

pub async fn measure(report: &mut Report) -> Result<()> {
    let (directory, model) = (TempDir::new()?, Model::start().await?);
    let fresh = start(directory.path(), &model).await?;
    let mut warm = Vec::new();
    for _ in 0..WARM_STARTS {
        warm.push(start(directory.path(), &model).await?);
    }
    warm.sort_unstable();
    let row = |what: &str, took: Duration, goal, most| Row {
        what: format!("W4: start to first turn, {what}"),
        figure: format!("{:.2} s", took.as_secs_f64()),
        limit: String::new(),
        goal,
        met: Some(took <= Duration::from_millis(most)),
    };
    report.add(row("fresh data directory", fresh, "≤ 3 s", 3_000));
    report.add(row("warm", warm[WARM_STARTS / 2], "≤ 1.5 s", 1_500));
    Ok(())
}

async fn start(directory: &Path, model: &Model) -> Result<Duration> {
    let demo = directory.join("demo.json");
    if demo.exists() {
        std::fs::remove_file(&demo)?;
    }
    let mut command = command(&[])?;
    command.arg("--data-dir").arg(directory).args(["--listen", "127.0.0.1:0"]);
    command.env("LLM_BASE_URL", model.base_url()).env("LLM_MODEL", "bench");
    let begun = Instant::now();
    let mut process = Process::start("all-in-one", directory, command)?;
    let demo = loop {
        if let Some(found) =
            std::fs::read(&demo).ok().and_then(|text| serde_json::from_slice::<Value>(&text).ok())
        {
            break found;
        }
        process.check()?;
        tokio::time::sleep(Duration::from_millis(5)).await;
    };
    let text = |member: &str| demo[member].as_str().ok_or("an incomplete demo.json");
    let base_url = text("base_url")?;
    let address = base_url.trim_start_matches("http://").parse()?;
    let (token, organization) = (text("access_token")?.to_owned(), text("organization_id")?.to_owned());
    let person = Person::signed_in(base_url, token, organization)?;
    Conversation::begin(address, &person).await?.run_turn().await?;
    let took = begun.elapsed();
    process.stop().await?;
    Ok(took)
}
