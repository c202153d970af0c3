//! What is done to the processes and the database while the clients talk: a seeded plan over the progress of the run.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::Result;
use crate::balancer::Balancer;
use crate::clock::{Span, now};
use crate::fleet::{APIS, Fleet, Kind, Stop, WORKERS};
use crate::journal::{Entry, Journal};
use crate::options::Load;
use crate::postgres::Postgres;
use crate::tally::Tally;

/// Where in the run mischief begins and ends, as shares of its turns.
const FROM: f64 = 0.03;
const TO: f64 = 0.92;

/// It says to nobody that it is ready; the others have the work meanwhile.
const WORKER_STARTS: Duration = Duration::from_secs(1);

#[derive(Clone, Copy, Debug)]
enum Act {
    Kill(Kind),
    /// A worker stands still for longer than its lease.
    Freeze,
    RestartPostgres,
}

pub struct Mischief {
    pub fleet: Arc<Fleet>,
    pub postgres: Arc<Postgres>,
    pub tally: Arc<Tally>,
    pub journal: Arc<Journal>,
    pub balancer: Arc<Balancer>,
    /// When PostgreSQL was away.
    pub outages: Arc<Mutex<Vec<Span>>>,
    /// Who was told to stop.
    pub stops: Mutex<Vec<Stop>>,
}

impl Mischief {
    /// Does what the plan says, each when its time has come.
    ///
    /// # Errors
    /// Something does not start again.
    pub async fn run(&self, seed: u64, load: &Load) -> Result<()> {
        if load.stops > 0 {
            let rolled = self.roll(load.stops).await;
            self.tally.end();
            return rolled;
        }
        let mut rng = StdRng::seed_from_u64(seed);
        for (share, act) in plan(&mut rng, load) {
            while self.tally.share_done() < share {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            match act {
                Act::Kill(kind) => self.kill(&mut rng, kind).await,
                Act::Freeze => self.freeze(&mut rng, load.lease_seconds).await,
                Act::RestartPostgres => self.restart(&mut rng).await?,
            }
        }
        Ok(())
    }

    /// Stops one process after another and starts it again, workers and APIs by turns.
    async fn roll(&self, stops: usize) -> Result<()> {
        for place in 0..stops {
            let round = place / 2;
            let (kind, number) = match place % 2 {
                0 => (Kind::Worker, round % WORKERS),
                _ => (Kind::Api, round % APIS),
            };
            self.note(format!("stop {kind:?} {number}"));
            let stop = self.fleet.stop(kind, number).await?;
            self.stops.lock().unwrap_or_else(PoisonError::into_inner).push(stop);
            self.fleet.revive(kind, number)?;
            match kind {
                Kind::Api => self.balancer.wait_for(number).await,
                Kind::Worker => tokio::time::sleep(WORKER_STARTS).await,
            }
        }
        Ok(())
    }

    /// Starts again what ended by itself. Goes on until it is aborted.
    ///
    /// # Errors
    /// Something does not start again.
    pub async fn look_after(self: Arc<Self>) -> Result<()> {
        loop {
            tokio::time::sleep(Duration::from_millis(300)).await;
            let outages = self.outages.lock().unwrap_or_else(PoisonError::into_inner).clone();
            self.fleet.look_after(&outages)?;
        }
    }

    async fn kill(&self, rng: &mut StdRng, kind: Kind) {
        let victim = self.victim(rng, kind).await;
        self.note(format!("kill {kind:?} {victim}"));
        self.fleet.kill(kind, victim).await;
        self.tally.count_kill();
        let pause = Duration::from_millis(rng.random_range(50..1_200));
        let fleet = self.fleet.clone();
        tokio::spawn(async move {
            tokio::time::sleep(pause).await;
            // If it does not start, nobody answers any more and the run fails.
            let _ = fleet.revive(kind, victim);
        });
    }

    async fn freeze(&self, rng: &mut StdRng, lease_seconds: u32) {
        let victim = self.victim(rng, Kind::Worker).await;
        let seconds = f64::from(lease_seconds) + rng.random_range(0.5..3.0);
        self.note(format!("freeze worker {victim} for {seconds:.1} s"));
        let fleet = self.fleet.clone();
        tokio::spawn(async move { fleet.freeze(victim, seconds).await });
    }

    async fn restart(&self, rng: &mut StdRng) -> Result<()> {
        self.note("restart PostgreSQL".to_owned());
        let pause = Duration::from_millis(rng.random_range(0..500));
        let outages = || self.outages.lock().unwrap_or_else(PoisonError::into_inner);
        // What ends meanwhile has a reason.
        outages().push(Span { from: now(), to: f64::MAX });
        let outage = self.postgres.restart(pause).await?;
        outages().pop();
        outages().push(outage);
        Ok(())
    }

    fn note(&self, act: String) {
        self.journal.write(Entry::Mischief { act });
    }

    /// Any one that is up; waits while there is none.
    async fn victim(&self, rng: &mut StdRng, kind: Kind) -> usize {
        loop {
            let alive = self.fleet.alive(kind);
            if !alive.is_empty() {
                return alive[rng.random_range(0..alive.len())];
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// Each kind evenly over the run, with some jitter.
fn plan(rng: &mut StdRng, load: &Load) -> Vec<(f64, Act)> {
    let kinds = [
        (Act::Kill(Kind::Worker), load.kills),
        (Act::Kill(Kind::Api), load.api_kills),
        (Act::Freeze, load.freezes),
        (Act::RestartPostgres, load.restarts),
    ];
    let mut plan = Vec::new();
    for (act, count) in kinds {
        let step = (TO - FROM) / count.max(1) as f64;
        plan.extend((0..count).map(|place| (FROM + step * (place as f64 + rng.random::<f64>()), act)));
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
