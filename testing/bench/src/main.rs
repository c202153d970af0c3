//! How fast the real binary is, measured beside what PostgreSQL alone can do on the same machine at the same time.

mod connection;
mod figures;
mod installation;
mod limits;
mod model;
mod person;
mod processes;
mod processor_time;
mod report;
mod workloads;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};

use crate::report::Report;

/// Whatever went wrong, in words: a bench that cannot measure ends.
type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Starts PostgreSQL, the API and a worker as processes, puts load on them and prints a table.
#[derive(Debug, Parser)]
pub struct Options {
    #[arg(value_enum, default_value = "all")]
    workload: Workload,
    /// Shorter runs and less data, to see whether it works
    #[arg(long)]
    quick: bool,
    /// A million stored sessions instead of 100,000
    #[arg(long)]
    full: bool,
    /// Write the table to docs/evidence/bench.md, or to bench-WORKLOAD.md
    #[arg(long)]
    evidence: bool,
    /// Measure this postwright instead of the one built from here
    #[arg(long)]
    binary: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Workload {
    /// Turns with a model that answers at once
    W1,
    /// Many conversations with a model that takes a second
    W2,
    /// Reads of a session
    W3,
    /// From the start of everything to the first answer
    W4,
    /// W1, W3 and claims with much in the database
    Growth,
    /// From accepting a message to asking the model, also while both cores are busy
    Pickup,
    /// One organization with thousands of queued turns beside another's single ones
    Fairness,
    /// Thousands of idle event streams
    Streams,
    All,
}

impl Workload {
    fn includes(self, other: Self) -> bool {
        self == other || self == Self::All
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let options = Options::parse();
    match measure(&options).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report::say(&format!("cannot measure: {error}"));
            ExitCode::FAILURE
        }
    }
}

async fn measure(options: &Options) -> Result<()> {
    if let Some(binary) = &options.binary {
        processes::measure_instead(binary)?;
    }
    let mut report = Report::begin(options);
    if options.workload.includes(Workload::W1) {
        workloads::turns::at_once(options, &mut report).await?;
    }
    if options.workload.includes(Workload::W2) {
        workloads::turns::waiting(options, &mut report).await?;
    }
    if options.workload.includes(Workload::W3) {
        workloads::reads::measure(options, &mut report).await?;
    }
    if options.workload.includes(Workload::W4) {
        workloads::starts::measure(&mut report).await?;
    }
    if options.workload.includes(Workload::Growth) {
        workloads::growth::measure(options, &mut report).await?;
    }
    if options.workload.includes(Workload::Pickup) {
        workloads::pickup::measure(options, &mut report).await?;
    }
    if options.workload.includes(Workload::Fairness) {
        workloads::fairness::measure(options, &mut report).await?;
    }
    if options.workload.includes(Workload::Streams) {
        workloads::streams::measure(options, &mut report).await?;
    }
    report.end(options)
}
