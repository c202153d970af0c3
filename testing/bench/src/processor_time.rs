//! The processor time of a workload: on a busy machine the only figure that is reproducible.

use std::time::Duration;

use crate::Result;
use crate::installation::Installation;

/// /proc counts in hundredths of a second, whatever the clock of the kernel.
const TICK: Duration = Duration::from_millis(10);

/// Processor time used so far, or between two measurements.
#[derive(Clone, Copy, Debug, Default)]
pub struct ProcessorTime {
    api: Duration,
    worker: Duration,
    postgres: Duration,
    /// This process, which runs the load and the model.
    load: Duration,
}

impl ProcessorTime {
    pub async fn now(installation: &Installation) -> Result<Self> {
        let postmaster = "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint";
        let postmaster: i64 = sqlx::query_scalar(postmaster).fetch_one(&installation.superuser).await?;
        let postmaster = u32::try_from(postmaster)?;
        let of = |pid: Option<u32>| pid.and_then(Usage::of).unwrap_or_default().own;
        Ok(Self {
            api: of(installation.api.id()),
            worker: of(installation.worker.as_ref().and_then(|worker| worker.id())),
            postgres: time_of_tree(postmaster),
            load: of(Some(std::process::id())),
        })
    }

    pub fn since(self, before: Self) -> Self {
        Self {
            api: self.api.saturating_sub(before.api),
            worker: self.worker.saturating_sub(before.worker),
            postgres: self.postgres.saturating_sub(before.postgres),
            load: self.load.saturating_sub(before.load),
        }
    }

    /// The time of everything but the load and the model, in milliseconds for each of `count` operations.
    pub fn each_of_ours(self, count: usize) -> f64 {
        (self.api + self.worker + self.postgres).as_secs_f64() * 1_000.0 / count.max(1) as f64
    }

    /// The time of each of `count` operations, and how many per second all cores could do at most.
    pub fn each(self, count: usize) -> String {
        let each = |time: Duration| time.as_secs_f64() * 1_000.0 / count.max(1) as f64;
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let all = each(self.api + self.worker + self.postgres + self.load);
        format!(
            "{all:.2} ms: API {:.2}, worker {:.2}, PostgreSQL {:.2}, load and model {:.2}; \
             so at most {:.0}/s on {cores} cores",
            each(self.api),
            each(self.worker),
            each(self.postgres),
            each(self.load),
            cores as f64 * 1_000.0 / all.max(f64::EPSILON),
        )
    }

    /// The shares of one core during this time.
    pub fn shares(self, during: Duration) -> String {
        let share = |time: Duration| 100.0 * time.as_secs_f64() / during.as_secs_f64();
        format!(
            "of one core API {:.1} %, worker {:.1} %, PostgreSQL {:.1} %, load {:.1} %",
            share(self.api),
            share(self.worker),
            share(self.postgres),
            share(self.load),
        )
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Usage {
    parent: u32,
    own: Duration,
    /// The time of children that have exited.
    ended: Duration,
}

impl Usage {
    fn of(pid: u32) -> Option<Self> {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        // The name, which may contain spaces, ends at the last parenthesis.
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let ticks = |index: usize| fields.get(index)?.parse::<u32>().ok();
        Some(Self {
            parent: ticks(1)?,
            own: TICK * (ticks(11)? + ticks(12)?),
            ended: TICK * (ticks(13)? + ticks(14)?),
        })
    }
}

/// The time of a process and all its children, exited ones included.
fn time_of_tree(head: u32) -> Duration {
    let itself = Usage::of(head).unwrap_or_default();
    let all = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let children = all.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).filter_map(Usage::of);
    let living: Duration = children.filter(|child| child.parent == head).map(|child| child.own).sum();
    itself.own + itself.ended + living
}
