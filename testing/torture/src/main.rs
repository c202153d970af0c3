//! The torture suite's command.

use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use torture::{Ground, Options, Result, complain, run, say, write_evidence};

#[tokio::main]
async fn main() -> ExitCode {
    match torture(&Options::parse()).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            complain(&format!("the run itself failed: {error}"));
            ExitCode::from(2)
        }
    }
}

/// Whether everything is as it should be.
async fn torture(options: &Options) -> Result<bool> {
    let executable = std::env::current_exe()?;
    let beside = executable.parent().ok_or("no directory")?;
    let binary = match &options.binary {
        Some(binary) => binary.clone(),
        None => torture::build(beside)?,
    };
    let ground = Ground::prepare(beside.join("torture-data"), binary).await?;
    let (mut all_well, mut outcomes) = (true, Vec::new());
    for mutation in options.mutations() {
        let name = mutation.and_then(|mutation| Some(mutation.to_possible_value()?.get_name().to_owned()));
        let title = name.map_or("Everything in place".to_owned(), |name| format!("Without {name}"));
        say(&format!("{title}, seed {}", options.seed));
        let outcome = run(&ground, &options.load(), options.seed, mutation).await?;
        say(&format!("\n{}\n{}", outcome.table(), outcome.complaints()));
        let is_well =
            mutation.map_or_else(|| outcome.holds(), |mutation| outcome.breaks(mutation.noticed_by()));
        say(match (mutation.is_some(), is_well) {
            (false, true) => "All holds.",
            (false, false) => "NOT all holds.",
            (true, true) => "Noticed.",
            (true, false) => "NOT noticed.",
        });
        all_well &= is_well;
        outcomes.push((title, outcome));
    }
    if options.evidence {
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let command = format!("cargo run -p torture -- {}", arguments.join(" "));
        write_evidence(options.form(), &command, &outcomes)?;
    }
    Ok(all_well)
}
