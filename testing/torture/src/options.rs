//! The command line.

use std::path::PathBuf;

use clap::Parser;

use crate::mutations::Mutation;

/// Tortures the real binary: kills it, freezes it, takes its database away, and then looks whether a turn was lost,
/// doubled or left hanging.
///
/// Exits with 0 when all holds, 1 when something does not, 2 when the run itself failed. With a mutation it is the other
/// way round: 0 when the missing guard was noticed, 1 when not.
#[derive(Clone, Debug, Parser)]
pub struct Options {
    /// Messages of all clients together
    #[arg(long, default_value_t = 10_000)]
    pub turns: usize,
    /// Sessions that are talked in at once
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
    /// Workers that stand still for longer than their lease
    #[arg(long, default_value_t = 10)]
    pub freezes: usize,
    /// Decides what happens, though not exactly when
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The form for every change: about a minute
    #[arg(long, conflicts_with_all = ["turns", "kills", "restarts", "api_kills"])]
    pub short: bool,
    /// SIGTERMs to so many processes instead, one after another as in a deployment: no client may notice
    #[arg(long, conflicts_with_all = ["turns", "kills", "restarts", "api_kills", "short", "mutation", "all_mutations"],
          num_args = 0..=1, default_missing_value = "20")]
    pub rolling: Option<usize>,
    /// Take this guard away and see whether that is noticed
    #[arg(long, value_enum)]
    pub mutation: Option<Mutation>,
    /// Take each guard away, one after the other
    #[arg(long, conflicts_with = "mutation")]
    pub all_mutations: bool,
    /// Write docs/evidence/torture.md, or the page of the form that this is
    #[arg(long)]
    pub evidence: bool,
    /// Torture this postwright instead of the one built from here
    #[arg(long)]
    pub binary: Option<PathBuf>,
}

/// How much of everything.
#[derive(Clone, Debug)]
pub struct Load {
    pub turns: usize,
    pub sessions: usize,
    pub kills: usize,
    pub restarts: usize,
    pub api_kills: usize,
    pub freezes: usize,
    /// SIGTERMs; when there are any the clients talk until the last is done.
    pub stops: usize,
    pub lease_seconds: u32,
}

impl Options {
    #[must_use]
    pub fn load(&self) -> Load {
        let lease_seconds = 2;
        if let Some(stops) = self.rolling {
            let (turns, sessions) = (50_000, 40);
            return Load {
                turns,
                sessions,
                kills: 0,
                restarts: 0,
                api_kills: 0,
                freezes: 0,
                stops,
                lease_seconds,
            };
        }
        if self.mutation.is_some() || self.all_mutations {
            let (turns, sessions) = (300, 30);
            return Load {
                turns,
                sessions,
                kills: 2,
                restarts: 0,
                api_kills: 2,
                freezes: 5,
                stops: 0,
                lease_seconds,
            };
        }
        if self.short {
            // Not optimised and maybe beside a build: then two seconds may be over before they are renewed.
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

    /// The name of its page of evidence.
    #[must_use]
    pub fn form(&self) -> &'static str {
        match (self.rolling, self.mutations().as_slice()) {
            (Some(_), _) => "rolling",
            (None, [None]) => "torture",
            _ => "mutations",
        }
    }

    /// The mutations to run; one run without when there is none.
    #[must_use]
    pub fn mutations(&self) -> Vec<Option<Mutation>> {
        if self.all_mutations { Mutation::ALL.map(Some).to_vec() } else { vec![self.mutation] }
    }
}
