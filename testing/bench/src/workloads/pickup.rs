//! The time from a message until its turn runs, one turn at a time on an idle worker.
//!
//! The measurement ends when the model is called, slightly after the commit of the claim, so that one clock measures both
//! ends.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::conversations::{Conversation, PickUp};
use crate::figures::Durations;
use crate::installation::Installation;
use crate::report::{Report, Row};
use crate::{Options, Result};

const PICK_UPS: usize = 2_000;
/// The turns of one session. A long session would measure its history too.
const TURNS: usize = 20;
/// The pauses between turns in milliseconds, irregular so that they do not match a timer of the worker.
const PAUSES: [u64; 7] = [0, 3, 7, 11, 17, 23, 31];

pub async fn measure(options: &Options, report: &mut Report) -> Result<()> {
    let installation = Installation::start().await?;
    let count = if options.quick { PICK_UPS / 10 } else { PICK_UPS };
    pick_up(&installation, 100).await?;
    let idle = pick_up(&installation, count).await?;
    let delays = Delays::of(&idle);
    let (p50, p99) = (delays.from_the_message.quantile(0.5), delays.from_the_message.quantile(0.99));
    report.add(Row {
        what: format!("pick-up: message → model asked, idle worker, {count} turns"),
        figure: delays.from_the_message.with_maximum(),
        limit: format!("of it after the 202: {}", delays.from_the_202.with_maximum()),
        goal: "p50 ≤ 25 ms, p99 ≤ 150 ms",
        met: Some(p50 <= Duration::from_millis(25) && p99 <= Duration::from_millis(150)),
    });
    let busy = {
        let _load = BusyCores::start();
        pick_up(&installation, count).await?
    };
    let delays = Delays::of(&busy);
    report.add(Row {
        what: format!("pick-up: the same while a thread burns each core, {count} turns"),
        figure: delays.from_the_message.with_maximum(),
        limit: format!("of it after the 202: {}", delays.from_the_202.with_maximum()),
        goal: "none above 1 s",
        met: Some(delays.from_the_message.quantile(1.0) <= Duration::from_secs(1)),
    });
    Ok(())
}

struct Delays {
    from_the_message: Durations,
    /// Zero where the worker was faster than the response to the client.
    from_the_202: Durations,
}

impl Delays {
    fn of(all: &[PickUp]) -> Self {
        let from = |moment: fn(&PickUp) -> std::time::Instant| {
            Durations::of(all.iter().map(|one| one.called.saturating_duration_since(moment(one))).collect())
        };
        Self { from_the_message: from(|one| one.sent), from_the_202: from(|one| one.accepted) }
    }
}

async fn pick_up(installation: &Installation, count: usize) -> Result<Vec<PickUp>> {
    let people = installation.people(1).await?;
    let mut all = Vec::with_capacity(count);
    while all.len() < count {
        let mut conversation = Conversation::begin(installation.address, &people[0]).await?;
        for _ in 0..TURNS.min(count - all.len()) {
            tokio::time::sleep(Duration::from_millis(PAUSES[all.len() % PAUSES.len()])).await;
            all.push(conversation.start_turn(&installation.model).await?);
        }
    }
    Ok(all)
}

/// Keeps each core busy with a thread until it is dropped.
struct BusyCores(Arc<AtomicBool>);

impl BusyCores {
    fn start() -> Self {
        let stop = Arc::<AtomicBool>::default();
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            let stop = stop.clone();
            std::thread::spawn(move || while !stop.load(Ordering::Relaxed) {});
        }
        Self(stop)
    }
}

impl Drop for BusyCores {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
