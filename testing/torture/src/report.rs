//! The outcome of a run as tables, and output to the terminal.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::checks::{Check, Observations, Rollout, reclaims};
use crate::journal::Entry;
use crate::processes::Kind;
use crate::progress::Progress;

/// The number of violations that are printed for each check.
const EXAMPLES: usize = 5;

pub struct Outcome {
    pub checks: Vec<Check>,
    /// Names and values.
    pub figures: Vec<(&'static str, String)>,
}

impl Outcome {
    #[must_use]
    pub fn of(
        observations: &Observations,
        checks: Vec<Check>,
        progress: &Progress,
        seconds: f64,
        client_seconds: f64,
    ) -> Self {
        let reclaims = reclaims(observations);
        let quantile =
            |share: f64| reclaims.get((reclaims.len() as f64 * share) as usize).copied().unwrap_or_default();
        let kills = observations.interruptions.iter().filter(|interruption| interruption.is_kill).count();
        let mut figures = vec![
            ("turns accepted", progress.accepted.get().to_string()),
            ("how they ended", ends(observations)),
            ("calls of the model", observations.calls.len().to_string()),
            (
                "turns a second while the clients ran",
                format!("{:.0}", progress.done.get() as f64 / client_seconds.max(0.1)),
            ),
            ("kill -9 of workers", kills.to_string()),
            ("kill -9 of APIs", (progress.kills.get() - kills).to_string()),
            (
                "of these kills between the send and the answer of a batch",
                progress.kills_in_batches.get().to_string(),
            ),
            (
                "workers frozen for longer than their lease",
                (observations.interruptions.len() - kills).to_string(),
            ),
            ("immediate restarts of PostgreSQL", restarts(observations)),
            ("turns of killed workers that ran again", reclaims.len().to_string()),
            (
                "seconds from the kill until they ran again (p50, p99, most)",
                format!(
                    "{:.2}, {:.2}, {:.2}",
                    quantile(0.5),
                    quantile(0.99),
                    reclaims.last().copied().unwrap_or_default()
                ),
            ),
            ("requests sent again by clients", progress.retries.get().to_string()),
            ("responses with status 500", progress.internal_errors.get().to_string()),
            ("seconds of a lease", observations.lease_seconds.to_string()),
            ("stalls of the machine for a third of a lease", observations.stalls.len().to_string()),
            (
                "messages accepted at the last moment of a session",
                observations.expiry_edges.extended.to_string(),
            ),
            (
                "idempotency keys",
                if observations.has_keys {
                    "checked"
                } else {
                    "not checked: the server does not honour them"
                }
                .to_owned(),
            ),
            ("seconds in all", format!("{seconds:.0}")),
        ];
        if let Some(rollout) = &observations.rollout {
            figures
                .push(("SIGTERMs of workers, and seconds until they exited", stops(rollout, Kind::Worker)));
            figures.push(("SIGTERMs of APIs, and seconds until they exited", stops(rollout, Kind::Api)));
            figures.push(("requests of clients", rollout.requests.to_string()));
        }
        Self { checks, figures }
    }

    #[must_use]
    pub fn holds(&self) -> bool {
        self.checks.iter().all(|check| check.violations.is_empty())
    }

    /// Whether this check has failed.
    #[must_use]
    pub fn breaks(&self, promise: &str) -> bool {
        self.checks.iter().any(|check| check.promise == promise && !check.violations.is_empty())
    }

    /// A table of the checks and the figures, as Markdown.
    #[must_use]
    pub fn table(&self) -> String {
        let mut table = String::from("| promise | examined | broken |\n|---|---:|---:|\n");
        for Check { promise, examined, violations } in &self.checks {
            let _ = writeln!(table, "| {promise} | {examined} | {} |", violations.len());
        }
        table.push_str("\n| figure | |\n|---|---:|\n");
        for (name, value) in &self.figures {
            let _ = writeln!(table, "| {name} | {value} |");
        }
        table
    }

    /// Examples of violations.
    #[must_use]
    pub fn examples(&self) -> String {
        let mut examples = String::new();
        for check in &self.checks {
            for violation in check.violations.iter().take(EXAMPLES) {
                let shown: String = violation.chars().take(400).collect();
                let _ = writeln!(examples, "  {}: {shown}", check.promise);
            }
        }
        examples
    }
}

fn ends(observations: &Observations) -> String {
    let mut ends = BTreeMap::<&str, usize>::new();
    for turn in
        observations.sessions.iter().flat_map(|session| &session.turns).filter(|turn| turn.label().is_some())
    {
        *ends.entry(turn.error_code.as_deref().unwrap_or(&turn.status)).or_default() += 1;
    }
    ends.into_iter().map(|(end, count)| format!("{count} {end}")).collect::<Vec<_>>().join(", ")
}

fn stops(rollout: &Rollout, kind: Kind) -> String {
    let mut seconds: Vec<f64> =
        rollout.stops.iter().filter(|stop| stop.kind == kind).map(|stop| stop.seconds).collect();
    seconds.sort_by(f64::total_cmp);
    let quantile =
        |share: f64| seconds.get((seconds.len() as f64 * share) as usize).copied().unwrap_or_default();
    let most = seconds.last().copied().unwrap_or_default();
    format!("{}; p50 {:.1}, at most {most:.1}", seconds.len(), quantile(0.5))
}

/// The number of restarts, their length, and the time until a message was accepted again.
fn restarts(observations: &Observations) -> String {
    let accepted = |since: f64| {
        let mut later = observations
            .entries
            .iter()
            .filter(|(at, entry)| *at > since && matches!(entry, Entry::Accepted { .. }));
        later.next().map_or(f64::INFINITY, |(at, _)| *at)
    };
    let times = observations
        .outages
        .iter()
        .map(|outage| format!("{:.1} + {:.1}", outage.seconds(), accepted(outage.to) - outage.to));
    let times = times.collect::<Vec<_>>().join(", ");
    match observations.outages.len() {
        0 => "0".to_owned(),
        count => format!("{count}; down for, and then until a message was accepted: {times} s"),
    }
}

#[expect(clippy::print_stdout, reason = "the output of this program")]
pub fn print(text: &str) {
    println!("{text}");
}

#[expect(clippy::print_stderr, reason = "the error of a failed run")]
pub fn print_error(text: &str) {
    eprintln!("{text}");
}
