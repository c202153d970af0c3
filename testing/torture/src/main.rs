//! The torture suite's command.

use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use torture::{Environment, Options, Result, print, print_error, run, write_evidence};

#[tokio::main]
async fn main() -> ExitCode {
    match torture(&Options::parse()).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            print_error(&format!("the run itself failed: {error}"));
            ExitCode::from(2)
        }
    }
}

/// Runs the suite once, or once for each mutation. Whether all results are as expected.
async fn torture(options: &Options) -> Result<bool> {
    let executable = std::env::current_exe()?;
    let directory = executable.parent().ok_or("no directory")?;
    let binary = match &options.binary {
        Some(binary) => binary.clone(),
        None => torture::build(directory)?,
    };
    let environment = Environment::prepare(directory.join("torture-data"), binary).await?;
    let (mut all_as_expected, mut outcomes) = (true, Vec::new());
    for mutation in options.mutations() {
        let name = mutation.and_then(|mutation| Some(mutation.to_possible_value()?.get_name().to_owned()));
        let title = name.map_or("Everything in place".to_owned(), |name| format!("Without {name}"));
        print(&format!("{title}, seed {}", options.seed));
        let outcome = run(&environment, &options.load(), options.seed, mutation).await?;
        print(&format!("\n{}\n{}", outcome.table(), outcome.examples()));
        let is_as_expected =
            mutation.map_or_else(|| outcome.holds(), |mutation| outcome.breaks(mutation.noticed_by()));
        print(match (mutation.is_some(), is_as_expected) {
            (false, true) => "All holds.",
            (false, false) => "NOT all holds.",
            (true, true) => "Noticed.",
            (true, false) => "NOT noticed.",
        });
        all_as_expected &= is_as_expected;
        outcomes.push((title, outcome));
    }
    if options.evidence {
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let command = format!("cargo run -p torture -- {}", arguments.join(" "));
        write_evidence(options.page(), &command, &outcomes)?;
    }
    Ok(all_as_expected)
}
