//! What a run showed, for people.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::checks::{Check, Material, Rollout, reclaims};
use crate::fleet::Kind;
use crate::journal::Entry;
use crate::tally::Tally;

/// Shown of each check that does not hold.
const EXAMPLES: usize = 5;

pub struct Outcome {
    pub checks: Vec<Check>,
    /// Names and values.
    pub figures: Vec<(&'static str, String)>,
}

impl Outcome {
    #[must_use]
    pub fn of(material: &Material, checks: Vec<Check>, tally: &Tally, seconds: f64, talking: f64) -> Self {
        let reclaims = reclaims(material);
        let place =
            |share: f64| reclaims.get((reclaims.len() as f64 * share) as usize).copied().unwrap_or_default();
        let kills = material.blows.iter().filter(|blow| blow.is_kill).count();
        let mut figures = vec![
            ("turns accepted", tally.accepted().to_string()),
            ("how they ended", ends(material)),
            ("calls of the model", material.calls.len().to_string()),
            (
                "turns a second while the clients talked",
                format!("{:.0}", tally.done() as f64 / talking.max(0.1)),
            ),
            ("kill -9 of workers", kills.to_string()),
            ("kill -9 of APIs", (tally.kills() - kills).to_string()),
            ("workers frozen for longer than their lease", (material.blows.len() - kills).to_string()),
            ("immediate restarts of PostgreSQL", restarts(material)),
            ("turns taken up from killed workers", reclaims.len().to_string()),
            (
                "seconds from the kill until they ran again (p50, p99, most)",
                format!(
                    "{:.2}, {:.2}, {:.2}",
                    place(0.5),
                    place(0.99),
                    reclaims.last().copied().unwrap_or_default()
                ),
            ),
            ("requests sent again by clients", tally.retries().to_string()),
            ("answers with status 500", tally.internal_errors().to_string()),
            ("seconds of a lease", material.lease_seconds.to_string()),
            ("times the machine stood still for a third of a lease", material.stalls.len().to_string()),
            ("sessions touched in their last moment", material.edges.extended.to_string()),
            (
                "one answer per key",
                if material.has_keys { "demanded" } else { "not demanded: the server has no keys" }
                    .to_owned(),
            ),
            ("seconds in all", format!("{seconds:.0}")),
        ];
        if let Some(rollout) = &material.rollout {
            figures.push(("SIGTERMs of workers, and seconds until they ended", stops(rollout, Kind::Worker)));
            figures.push(("SIGTERMs of APIs, and seconds until they ended", stops(rollout, Kind::Api)));
            figures.push(("requests of clients", rollout.requests.to_string()));
        }
        Self { checks, figures }
    }

    #[must_use]
    pub fn holds(&self) -> bool {
        self.checks.iter().all(|check| check.violations.is_empty())
    }

    /// Whether this promise was broken.
    #[must_use]
    pub fn breaks(&self, promise: &str) -> bool {
        self.checks.iter().any(|check| check.promise == promise && !check.violations.is_empty())
    }

    /// A table of the checks and the figures, as Markdown.
    #[must_use]
    pub fn table(&self) -> String {
        let mut table = String::from("| promise | looked at | broken |\n|---|---:|---:|\n");
        for Check { promise, examined, violations } in &self.checks {
            let _ = writeln!(table, "| {promise} | {examined} | {} |", violations.len());
        }
        table.push_str("\n| figure | |\n|---|---:|\n");
        for (name, value) in &self.figures {
            let _ = writeln!(table, "| {name} | {value} |");
        }
        table
    }

    /// Examples of what does not hold.
    #[must_use]
    pub fn complaints(&self) -> String {
        let mut complaints = String::new();
        for check in &self.checks {
            for violation in check.violations.iter().take(EXAMPLES) {
                let shown: String = violation.chars().take(400).collect();
                let _ = writeln!(complaints, "  {}: {shown}", check.promise);
            }
        }
        complaints
    }
}

fn ends(material: &Material) -> String {
    let mut ends = BTreeMap::<&str, usize>::new();
    for turn in
        material.sessions.iter().flat_map(|session| &session.turns).filter(|turn| turn.label().is_some())
    {
        *ends.entry(turn.error_code.as_deref().unwrap_or(&turn.status)).or_default() += 1;
    }
    ends.into_iter().map(|(end, count)| format!("{count} {end}")).collect::<Vec<_>>().join(", ")
}

fn stops(rollout: &Rollout, kind: Kind) -> String {
    let mut seconds: Vec<f64> =
        rollout.stops.iter().filter(|stop| stop.kind == kind).map(|stop| stop.seconds).collect();
    seconds.sort_by(f64::total_cmp);
    let place =
        |share: f64| seconds.get((seconds.len() as f64 * share) as usize).copied().unwrap_or_default();
    let most = seconds.last().copied().unwrap_or_default();
    format!("{}; p50 {:.1}, at most {most:.1}", seconds.len(), place(0.5))
}

/// How many, and how long it took from each until a message was accepted again.
fn restarts(material: &Material) -> String {
    let accepted = |since: f64| {
        let mut later = material
            .entries
            .iter()
            .filter(|(at, entry)| *at > since && matches!(entry, Entry::Accepted { .. }));
        later.next().map_or(f64::INFINITY, |(at, _)| *at)
    };
    let times = material
        .outages
        .iter()
        .map(|outage| format!("{:.1} + {:.1}", outage.seconds(), accepted(outage.to) - outage.to));
    let times = times.collect::<Vec<_>>().join(", ");
    match material.outages.len() {
        0 => "0".to_owned(),
        count => format!("{count}; away for, and then until a message was accepted: {times} s"),
    }
}

#[expect(clippy::print_stdout, reason = "a program whose answer is its output")]
pub fn say(text: &str) {
    println!("{text}");
}

#[expect(clippy::print_stderr, reason = "the last words of a run that failed")]
pub fn complain(text: &str) {
    eprintln!("{text}");
}
