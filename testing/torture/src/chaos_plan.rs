//! The chaos plan: a seeded list of kills, freezes and restarts, spread over the progress of a run.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sqlx::{Connection, PgConnection};

use crate::Result;
use crate::balancer::Balancer;
use crate::clock::{Span, now};
use crate::journal::{Entry, Journal};
use crate::options::Load;
use crate::postgres::Postgres;
use crate::processes::{APIS, Kind, Processes, Stop, WORKERS};
use crate::progress::Progress;

/// The first and last moment of an act, as shares of the turns of the run.
const FIRST: f64 = 0.03;
const LAST: f64 = 0.92;

/// How long a kill waits for a batch, in seconds.
const BATCH_WAIT: f64 = 1.0;

/// The time that a worker gets to start, because it has no readiness check.
const WORKER_START: Duration = Duration::from_secs(1);

#[derive(Clone, Copy, Debug)]
enum Act {
    Kill(Kind),
    /// Stops a worker for longer than its lease.
    Freeze,
    RestartPostgres,
}

pub struct ChaosPlan {
    pub processes: Arc<Processes>,
    pub postgres: Arc<Postgres>,
    pub progress: Arc<Progress>,
    pub journal: Arc<Journal>,
    pub balancer: Arc<Balancer>,
    /// The URL at which a kill sees what PostgreSQL carries out.
    pub superuser: String,
    /// The times in which PostgreSQL was down.
    pub outages: Arc<Mutex<Vec<Span>>>,
    /// The processes that were stopped by SIGTERM.
    pub stops: Mutex<Vec<Stop>>,
}

impl ChaosPlan {
    /// Carries out the plan, each act at its share of the progress.
    ///
    /// # Errors
    /// A process or PostgreSQL does not start again.
    pub async fn run(&self, seed: u64, load: &Load) -> Result<()> {
        if load.stops > 0 {
            let rolled = self.roll_over(load.stops).await;
            self.progress.end();
            return rolled;
        }
        let mut rng = StdRng::seed_from_u64(seed);
        for (share, act) in plan(&mut rng, load) {
            while self.progress.share_done() < share {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            match act {
                Act::Kill(kind) => self.kill(&mut rng, kind).await,
                Act::Freeze => self.freeze(&mut rng, load.lease_seconds).await,
                Act::RestartPostgres => self.restart_postgres(&mut rng).await?,
            }
        }
        Ok(())
    }

    /// Stops and restarts one process after another, workers and APIs alternately, as a rolling deployment does.
    async fn roll_over(&self, stops: usize) -> Result<()> {
        for index in 0..stops {
            let round = index / 2;
            let (kind, number) = match index % 2 {
                0 => (Kind::Worker, round % WORKERS),
                _ => (Kind::Api, round % APIS),
            };
            self.note(format!("stop {kind:?} {number}"));
            let stop = self.processes.stop(kind, number).await?;
            self.stops.lock().unwrap_or_else(PoisonError::into_inner).push(stop);
            self.processes.restart(kind, number)?;
            match kind {
                Kind::Api => self.balancer.wait_for(number).await,
                Kind::Worker => tokio::time::sleep(WORKER_START).await,
            }
        }
        Ok(())
    }

    /// Restarts processes that have exited by themselves. Runs until it is aborted.
    ///
    /// # Errors
    /// A process or PostgreSQL does not start again.
    pub async fn restart_exited(self: Arc<Self>) -> Result<()> {
        loop {
            tokio::time::sleep(Duration::from_millis(300)).await;
            let outages = self.outages.lock().unwrap_or_else(PoisonError::into_inner).clone();
            self.processes.restart_exited(&outages)?;
        }
    }

    async fn kill(&self, rng: &mut StdRng, kind: Kind) {
        let target = self.pick_target(rng, kind).await;
        self.note(format!("kill {kind:?} {target}"));
        let has_batch = self.wait_for_batch(kind).await.unwrap_or_default();
        self.processes.kill(kind, target).await;
        self.progress.kills.increment();
        if has_batch {
            self.progress.kills_in_batches.increment();
        }
        let pause = Duration::from_millis(rng.random_range(50..1_200));
        let processes = self.processes.clone();
        tokio::spawn(async move {
            tokio::time::sleep(pause).await;
            // If it does not start, the clients get no responses and the run fails.
            let _ = processes.restart(kind, target);
        });
    }

    /// Waits until PostgreSQL carries out a batch that this kind of process has sent; returns whether it does.
    async fn wait_for_batch(&self, kind: Kind) -> Result<bool> {
        let calls = match kind {
            Kind::Api => "accept_turns\\(",
            Kind::Worker => "(complete_turns|append_turn_texts)\\(",
        };
        let query = "select exists (select from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and query ~ $1)";
        let mut connection = PgConnection::connect(&self.superuser).await?;
        let begun = now();
        while now() - begun < BATCH_WAIT {
            if sqlx::query_scalar(query).bind(calls).fetch_one(&mut connection).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn freeze(&self, rng: &mut StdRng, lease_seconds: u32) {
        let target = self.pick_target(rng, Kind::Worker).await;
        let seconds = f64::from(lease_seconds) + rng.random_range(0.5..3.0);
        self.note(format!("freeze worker {target} for {seconds:.1} s"));
        let processes = self.processes.clone();
        tokio::spawn(async move { processes.freeze(target, seconds).await });
    }

    async fn restart_postgres(&self, rng: &mut StdRng) -> Result<()> {
        self.note("restart PostgreSQL".to_owned());
        let pause = Duration::from_millis(rng.random_range(0..500));
        let outages = || self.outages.lock().unwrap_or_else(PoisonError::into_inner);
        // An open-ended outage: processes that exit during it do so for a known reason.
        outages().push(Span { from: now(), to: f64::MAX });
        let outage = self.postgres.restart(pause).await?;
        outages().pop();
        outages().push(outage);
        Ok(())
    }

    fn note(&self, act: String) {
        self.journal.write(Entry::Chaos { act });
    }

    /// Picks a running process; waits while there is none.
    async fn pick_target(&self, rng: &mut StdRng, kind: Kind) -> usize {
        loop {
            let alive = self.processes.alive(kind);
            if !alive.is_empty() {
                return alive[rng.random_range(0..alive.len())];
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// Spreads each kind of act evenly over the run, with jitter.
fn plan(rng: &mut StdRng, load: &Load) -> Vec<(f64, Act)> {
    let kinds = [
        (Act::Kill(Kind::Worker), load.kills),
        (Act::Kill(Kind::Api), load.api_kills),
        (Act::Freeze, load.freezes),
        (Act::RestartPostgres, load.restarts),
    ];
    let mut plan = Vec::new();
    for (act, count) in kinds {
        let step = (LAST - FIRST) / count.max(1) as f64;
        plan.extend((0..count).map(|index| (FIRST + step * (index as f64 + rng.random::<f64>()), act)));
    }
    plan.sort_by(|one, other| one.0.total_cmp(&other.0));
    plan
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_makes_one_plan() {
        let (turns, sessions) = (100, 10);
        let load = Load {
            turns,
            sessions,
            kills: 7,
            restarts: 2,
            api_kills: 3,
            freezes: 1,
            stops: 0,
            lease_seconds: 2,
        };
        let made = |seed| format!("{:?}", plan(&mut StdRng::seed_from_u64(seed), &load));
        assert_eq!(made(1), made(1));
        assert_ne!(made(1), made(2));
        assert_eq!(plan(&mut StdRng::seed_from_u64(1), &load).len(), 13);
    }
}
