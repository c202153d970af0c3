//! The bench: measures the real binary, and what PostgreSQL alone does on the same machine at the same time.

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

/// An error ends the bench; it is printed.
type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Starts PostgreSQL, the API and a worker as processes, puts load on them and prints a table.
#[derive(Debug, Parser)]
pub struct Options {
    #[arg(value_enum, default_value = "all")]
    workload: Workload,
    /// Shorter runs and less data, to try the bench itself
    #[arg(long)]
    quick: bool,
    /// A million stored sessions instead of 100,000
    #[arg(long)]
    full: bool,
    /// Write the table to docs/evidence/bench.md, or to bench-WORKLOAD.md
    #[arg(long)]
    evidence: bool,
    /// Measure this binary instead of the one built from this workspace
    #[arg(long)]
    binary: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Workload {
    /// Turns with a model that responds at once
    W1,
    /// Many conversations with a model that takes a second
    W2,
    /// Reads of a session
    W3,
    /// From the start of PostgreSQL, API and worker to the first reply
    W4,
    /// W1, W3 and claims with many stored sessions
    Growth,
    /// From accepting a message to calling the model, also while all cores are busy
    Pickup,
    /// Single turns of one organization while another has thousands queued
    Fairness,
    /// Thousands of idle event streams
    Streams,
    /// Sign-ins of known people while others guess passwords
    Guessing,
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
            report::print(&format!("cannot measure: {error}"));
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
        workloads::turns::streaming(options, &mut report).await?;
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
    if options.workload.includes(Workload::Guessing) {
        workloads::guessing::measure(options, &mut report).await?;
    }
    report.end(options)
}
