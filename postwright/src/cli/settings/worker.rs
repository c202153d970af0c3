//! Settings of the worker's turns.

use clap::Args;

use crate::cli::values::{count, seconds};

#[derive(Debug, Args)]
#[command(next_help_heading = "Turns")]
pub struct WorkerSettings {
    /// Name of the worker, which no other one has at the same time, such as that of its pod; a worker that starts again under its name
    /// resumes its turns at once [default: another one at each start]
    #[arg(long, value_name = "NAME", global = true, env = "POSTWRIGHT_WORKER_NAME")]
    pub worker_name: Option<String>,
    /// Maximum number of turns that one worker runs at once; a turn holds no database connection while it waits for the model
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_TURNS_AT_ONCE", default_value_t = 2_048,
          value_parser = count::<usize>())]
    pub turns_at_once: usize,
    /// Maximum number of turns of one organization at once in each mode, over all workers; an organization's own limit can only lower it
    #[arg(long, value_name = "NUMBER", global = true, env = "POSTWRIGHT_TURNS_PER_ORGANIZATION", default_value_t = 400,
          value_parser = count::<i32>())]
    pub turns_per_organization: i32,
    /// Lease of a claimed turn, in seconds; the turns of a dead worker run again when it expires
    #[arg(long, value_name = "SECONDS", global = true, env = "POSTWRIGHT_LEASE_SECONDS", default_value_t = 30, value_parser = seconds())]
    pub lease_seconds: u64,
}
