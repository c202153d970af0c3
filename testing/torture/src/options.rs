//! The command line.

use std::path::PathBuf;

use clap::Parser;

use crate::mutations::Mutation;

/// Tortures the real binary: kills and freezes processes, restarts PostgreSQL, and then checks that no turn was lost,
/// duplicated or left unfinished.
///
/// Exits with 0 when all checks hold, with 1 when one does not, and with 2 when the run itself failed. With a mutation it
/// exits with 0 when the missing guard was noticed, and with 1 when not.
#[derive(Clone, Debug, Parser)]
pub struct Options {
    /// Messages of all clients together
    #[arg(long, default_value_t = 10_000)]
    pub turns: usize,
    /// Concurrent sessions
    #[arg(long, default_value_t = 120)]
    pub sessions: usize,
    /// SIGKILLs of workers
    #[arg(long, default_value_t = 100)]
    pub kills: usize,
    /// Immediate restarts of PostgreSQL
    #[arg(long, default_value_t = 5)]
    pub restarts: usize,
    /// SIGKILLs of APIs
    #[arg(long, default_value_t = 50)]
    pub api_kills: usize,
    /// Workers that are frozen for longer than their lease
    #[arg(long, default_value_t = 10)]
    pub freezes: usize,
    /// Seed of the chaos plan; exact times still vary
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// A small load for every change: about a minute
    #[arg(long, conflicts_with_all = ["turns", "kills", "restarts", "api_kills"])]
    pub short: bool,
    /// Instead stop this many processes by SIGTERM, one after another as in a deployment: no client may notice
    #[arg(long, conflicts_with_all = ["turns", "kills", "restarts", "api_kills", "short", "mutation", "all_mutations"],
          num_args = 0..=1, default_missing_value = "20")]
    pub rolling: Option<usize>,
    /// Remove this guard and check that it is noticed
    #[arg(long, value_enum)]
    pub mutation: Option<Mutation>,
    /// Remove each guard, one after the other
    #[arg(long, conflicts_with = "mutation")]
    pub all_mutations: bool,
    /// Write docs/evidence/torture.md, rolling.md or mutations.md
    #[arg(long)]
    pub evidence: bool,
    /// Test this binary instead of the one built from this workspace
    #[arg(long)]
    pub binary: Option<PathBuf>,
}

/// The size of a run.
#[derive(Clone, Debug, Default)]
pub struct Load {
    pub turns: usize,
    pub sessions: usize,
    pub kills: usize,
    pub restarts: usize,
    pub api_kills: usize,
    pub freezes: usize,
    /// SIGTERMs. When there are any, the clients run until the last one is done.
    pub stops: usize,
    pub lease_seconds: u32,
}

impl Options {
    #[must_use]
    pub fn load(&self) -> Load {
        let lease_seconds = 2;
        if let Some(stops) = self.rolling {
            return Load { turns: 50_000, sessions: 40, stops, lease_seconds, ..Load::default() };
        }
        if self.mutation.is_some() || self.all_mutations {
            let (turns, sessions) = (400, 80);
            return Load {
                turns,
                sessions,
                kills: 2,
                api_kills: 2,
                freezes: 5,
                lease_seconds,
                ..Load::default()
            };
        }
        if self.short {
            // A longer lease, because an unoptimised build on a busy machine may not renew one of two seconds in time.
            let (turns, sessions, lease_seconds) = (600, 40, 4);
            return Load {
                turns,
                sessions,
                kills: 8,
                restarts: 1,
                api_kills: 4,
                freezes: 2,
                stops: 0,
                lease_seconds,
            };
        }
        let Self { turns, sessions, kills, restarts, api_kills, freezes, .. } = *self;
        let sessions = sessions.min(turns);
        Load { turns, sessions, kills, restarts, api_kills, freezes, stops: 0, lease_seconds }
    }

    /// The name of its page in docs/evidence.
    #[must_use]
    pub fn page(&self) -> &'static str {
        match (self.rolling, self.mutations().as_slice()) {
            (Some(_), _) => "rolling",
            (None, [None]) => "torture",
            _ => "mutations",
        }
    }

    /// The mutations to run; `None` is a run without one.
    #[must_use]
    pub fn mutations(&self) -> Vec<Option<Mutation>> {
        if self.all_mutations { Mutation::ALL.map(Some).to_vec() } else { vec![self.mutation] }
    }
}
