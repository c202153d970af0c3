//! The claim loop with a claimer that has no database.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use tokio::sync::Notify;

use super::*;

const LIMITS: Limits = Limits {
    slots: 4,
    batch: 3,
    min_claim_interval: Duration::from_millis(20),
    busy_claim_interval: Duration::from_millis(60),
    poll_interval: Duration::from_secs(600),
    grace: Duration::from_secs(600),
};
const MOMENT: Duration = Duration::from_millis(100);

#[derive(Default)]
struct Fake {
    /// Work that can be claimed.
    queued: AtomicUsize,
    /// How long each piece of work runs.
    length: Duration,
    running: AtomicUsize,
    most_running: AtomicUsize,
    done: AtomicUsize,
    claimed_at: Mutex<Vec<Instant>>,
    /// Something changed that a test may wait for.
    progress: Notify,
    wake: Notify,
    is_always_woken: bool,
}

impl Claimer for Fake {
    type Claim = ();

    async fn claim(&self, limit: usize) -> Batch<()> {
        assert!(limit <= LIMITS.batch && limit <= LIMITS.slots - self.running.load(SeqCst));
        self.claimed_at.lock().unwrap().push(Instant::now());
        let found = limit.min(self.queued.load(SeqCst));
        self.queued.fetch_sub(found, SeqCst);
        self.progress.notify_one();
        Batch { claims: vec![(); found], is_full: found == limit }
    }

    async fn run(&self, (): ()) {
        self.most_running.fetch_max(self.running.fetch_add(1, SeqCst) + 1, SeqCst);
        self.progress.notify_one();
        sleep(self.length).await;
        self.running.fetch_sub(1, SeqCst);
        self.done.fetch_add(1, SeqCst);
        self.progress.notify_one();
    }

    async fn woken(&self) {
        if !self.is_always_woken {
            self.wake.notified().await;
        }
    }
}

impl Fake {
    fn new(queued: usize, length: Duration) -> Arc<Self> {
        Arc::new(Self { queued: queued.into(), length, ..Self::default() })
    }

    fn claims(&self) -> usize {
        self.claimed_at.lock().unwrap().len()
    }

    fn done(&self) -> usize {
        self.done.load(SeqCst)
    }

    async fn until(&self, holds: impl Fn(&Self) -> bool) {
        let waiting = async {
            while !holds(self) {
                self.progress.notified().await;
            }
        };
        timeout(Duration::from_secs(30), waiting).await.expect("it holds in time");
    }
}

/// Runs the loop until `test` ends; whether all work ended within the grace period.
async fn run_beside(fake: &Arc<Fake>, limits: Limits, test: impl Future<Output = ()>) -> bool {
    let shutdown = CancellationToken::new();
    let test = async {
        test.await;
        shutdown.cancel();
    };
    tokio::join!(run(fake, limits, &shutdown), test).0
}

#[tokio::test]
async fn all_slots_are_used_and_none_is_exceeded() {
    let fake = Fake::new(40, MOMENT);
    assert!(run_beside(&fake, LIMITS, fake.until(|fake| fake.done() == 40)).await);
    assert_eq!(fake.most_running.load(SeqCst), LIMITS.slots);
}

#[tokio::test]
async fn a_freed_slot_is_claimed_without_a_wake_up() {
    let fake = Fake::new(2 * LIMITS.slots, MOMENT);
    assert!(run_beside(&fake, LIMITS, fake.until(|fake| fake.done() == 2 * LIMITS.slots)).await);
}

#[tokio::test]
async fn claims_keep_their_minimum_interval_however_often_the_loop_is_woken() {
    let fake = Arc::new(Fake { is_always_woken: true, ..Fake::default() });
    run_beside(&fake, LIMITS, fake.until(|fake| fake.claims() == 20)).await;
    let claimed_at = fake.claimed_at.lock().unwrap();
    assert!(claimed_at.is_sorted_by(|one, next| *next - *one >= LIMITS.min_claim_interval));
}

#[tokio::test]
async fn a_single_claim_delays_the_next_call_by_the_short_interval() {
    let fake = Arc::new(Fake { queued: 1.into(), is_always_woken: true, ..Fake::default() });
    run_beside(&fake, LIMITS, fake.until(|fake| fake.claims() == 2)).await;
    let claimed_at = fake.claimed_at.lock().unwrap();
    assert!(claimed_at[1] - claimed_at[0] < LIMITS.busy_claim_interval);
}

#[tokio::test]
async fn after_several_claims_the_loop_waits_longer() {
    let fake = Arc::new(Fake { queued: 9.into(), is_always_woken: true, ..Fake::default() });
    run_beside(&fake, LIMITS, fake.until(|fake| fake.done() == 9)).await;
    let claimed_at = fake.claimed_at.lock().unwrap();
    assert!(claimed_at[..3].is_sorted_by(|one, next| *next - *one >= LIMITS.busy_claim_interval));
}

#[tokio::test]
async fn a_full_batch_is_followed_by_another_claim_without_a_wake_up() {
    let fake = Fake::new(LIMITS.slots, Duration::from_secs(2));
    let claimed = fake.until(|fake| fake.running.load(SeqCst) == LIMITS.slots);
    assert!(run_beside(&fake, LIMITS, claimed).await);
    assert_eq!(fake.claims(), 2);
}

#[tokio::test]
async fn without_work_nothing_is_claimed_until_a_wake_up() {
    let fake = Fake::new(0, MOMENT);
    let test = async {
        fake.until(|fake| fake.claims() == 1).await;
        sleep(MOMENT).await;
        assert_eq!(fake.claims(), 1);
        fake.wake.notify_one();
        fake.until(|fake| fake.claims() == 2).await;
    };
    run_beside(&fake, LIMITS, test).await;
}

#[tokio::test]
async fn a_lost_wake_up_costs_one_poll_interval() {
    let fake = Fake::new(0, MOMENT);
    let limits = Limits { poll_interval: MOMENT, ..LIMITS };
    run_beside(&fake, limits, fake.until(|fake| fake.claims() == 3)).await;
    let claimed_at = fake.claimed_at.lock().unwrap();
    assert!(claimed_at.is_sorted_by(|one, next| *next - *one >= MOMENT));
}

#[tokio::test]
async fn after_shutdown_nothing_is_claimed_and_running_work_ends() {
    let fake = Fake::new(100, MOMENT);
    assert!(run_beside(&fake, LIMITS, fake.until(|fake| fake.running.load(SeqCst) == LIMITS.slots)).await);
    assert_eq!(fake.running.load(SeqCst), 0);
    assert_eq!(fake.done() + fake.queued.load(SeqCst), 100);
    assert!(fake.done() <= 2 * LIMITS.slots);
}

#[tokio::test]
async fn work_that_outlasts_the_grace_period_is_left_running() {
    let fake = Fake::new(1, 10 * MOMENT);
    let limits = Limits { grace: MOMENT, ..LIMITS };
    assert!(!run_beside(&fake, limits, fake.until(|fake| fake.running.load(SeqCst) == 1)).await);
    assert_eq!(fake.done(), 0);
    fake.until(|fake| fake.done() == 1).await;
}
