//! From a message to its turn running, with a worker that has nothing else to do: one turn at a time.
//!
//! What is measured ends when the model is asked, which is after the claim's commit; so it is a little more than what
//! the goals are about, and it is measured by one clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::conversations::{Conversation, PickUp};
use crate::figures::Durations;
use crate::installation::Installation;
use crate::report::{Report, Row};
use crate::{Options, Result};

const PICK_UPS: usize = 2_000;
/// Of one conversation: a long one would measure its history too.
const TURNS: usize = 20;
/// Between two turns, in milliseconds: no beat that a timer of the worker could keep.
const PAUSES: [u64; 7] = [0, 3, 7, 11, 17, 23, 31];

pub async fn measure(options: &Options, report: &mut Report) -> Result<()> {
    let installation = Installation::start().await?;
    let count = if options.quick { PICK_UPS / 10 } else { PICK_UPS };
    pick_up(&installation, 100).await?;
    let idle = pick_up(&installation, count).await?;
    let seen = Seen::of(&idle);
    let (p50, p99) = (seen.from_the_message.quantile(0.5), seen.from_the_message.quantile(0.99));
    report.add(Row {
        what: format!("pick-up: message → model asked, idle worker, {count} turns"),
        figure: seen.from_the_message.told_to_the_last(),
        limit: format!("of it after the 202: {}", seen.from_the_202.told_to_the_last()),
        goal: "p50 ≤ 25 ms, p99 ≤ 150 ms",
        met: Some(p50 <= Duration::from_millis(25) && p99 <= Duration::from_millis(150)),
    });
    let busy = {
        let _burning = Burners::light();
        pick_up(&installation, count).await?
    };
    let seen = Seen::of(&busy);
    report.add(Row {
        what: format!("pick-up: the same while a thread burns each core, {count} turns"),
        figure: seen.from_the_message.told_to_the_last(),
        limit: format!("of it after the 202: {}", seen.from_the_202.told_to_the_last()),
        goal: "none above 1 s",
        met: Some(seen.from_the_message.quantile(1.0) <= Duration::from_secs(1)),
    });
    Ok(())
}

struct Seen {
    from_the_message: Durations,
    /// Zero where the worker was faster than the answer to the client.
    from_the_202: Durations,
}

impl Seen {
    fn of(all: &[PickUp]) -> Self {
        let from = |moment: fn(&PickUp) -> std::time::Instant| {
            Durations::of(all.iter().map(|one| one.asked.saturating_duration_since(moment(one))).collect())
        };
        Self { from_the_message: from(|one| one.said), from_the_202: from(|one| one.accepted) }
    }
}

async fn pick_up(installation: &Installation, count: usize) -> Result<Vec<PickUp>> {
    let people = installation.people(1).await?;
    let mut all = Vec::with_capacity(count);
    while all.len() < count {
        let mut conversation = Conversation::begin(installation.address, &people[0]).await?;
        for _ in 0..TURNS.min(count - all.len()) {
            tokio::time::sleep(Duration::from_millis(PAUSES[all.len() % PAUSES.len()])).await;
            all.push(conversation.hand_in(&installation.model).await?);
        }
    }
    Ok(all)
}

/// A thread for each core that does nothing useful, until it is dropped.
struct Burners(Arc<AtomicBool>);

impl Burners {
    fn light() -> Self {
        let out = Arc::<AtomicBool>::default();
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            let out = out.clone();
            std::thread::spawn(move || while !out.load(Ordering::Relaxed) {});
        }
        Self(out)
    }
}

impl Drop for Burners {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
