//! Counts events over a sliding window of time, all and marked ones.

use std::{collections::VecDeque, time::Duration};

use tokio::time::Instant;

/// The number of slots of a window.
const STEPS: u32 = 30;

#[derive(Debug)]
pub(super) struct SlidingWindow {
    span: Duration,
    slots: VecDeque<Slot>,
}

#[derive(Debug)]
struct Slot {
    since: Instant,
    all: u32,
    marked: u32,
}

/// The sums of a window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub all: u32,
    pub marked: u32,
}

impl SlidingWindow {
    pub fn new(span: Duration) -> SlidingWindow {
        SlidingWindow { span, slots: VecDeque::new() }
    }

    pub fn add(&mut self, now: Instant, marked: bool) {
        self.expire(now);
        let step = self.span / STEPS;
        if self.slots.back().is_none_or(|slot| now.duration_since(slot.since) >= step) {
            self.slots.push_back(Slot { since: now, all: 0, marked: 0 });
        }
        if let Some(slot) = self.slots.back_mut() {
            slot.all += 1;
            slot.marked += u32::from(marked);
        }
    }

    pub fn counts(&mut self, now: Instant) -> Counts {
        self.expire(now);
        self.slots.iter().fold(Counts::default(), |sum, slot| Counts {
            all: sum.all + slot.all,
            marked: sum.marked + slot.marked,
        })
    }

    fn expire(&mut self, now: Instant) {
        while self.slots.front().is_some_and(|slot| now.duration_since(slot.since) >= self.span) {
            self.slots.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_counts_expire() {
        let start = Instant::now();
        let at = |ms: u64| start + Duration::from_millis(ms);
        let mut window = SlidingWindow::new(Duration::from_secs(3));
        window.add(at(0), true);
        window.add(at(50), false);
        window.add(at(2_000), false);
        assert_eq!(window.counts(at(2_900)), Counts { all: 3, marked: 1 });
        assert_eq!(window.counts(at(3_000)), Counts { all: 1, marked: 0 });
        assert_eq!(window.counts(at(9_000)), Counts::default());
        for ms in 0..30_000 {
            window.add(at(10_000 + ms), false);
        }
        assert!(window.slots.len() <= STEPS as usize + 1, "memory does not grow with the calls");
    }
}
