//! The time between the beginnings of two batches.

use std::time::Duration;

use tokio::time::Instant;

/// Where several writes come together, the next batch waits a moment for more of them. Otherwise batches stay small: each
/// would begin as soon as the one before it has ended, with what came in that time.
#[derive(Default)]
pub(super) struct Pace {
    last: Option<Batch>,
}

struct Batch {
    begun: Instant,
    is_single: bool,
    duration: Duration,
}

impl Pace {
    pub fn begin(&mut self, size: usize) {
        let duration = self.last.as_ref().map_or(Duration::ZERO, |last| last.duration);
        self.last = Some(Batch { begun: Instant::now(), is_single: size == 1, duration });
    }

    pub fn end(&mut self, duration: Duration) {
        if let Some(last) = &mut self.last {
            last.duration = duration;
        }
    }

    /// Until when the next batch waits for more writes, at most for `max_gap` after the begin of the last one; `None`: it may
    /// begin at once.
    pub fn next_begin(&self, max_gap: Duration) -> Option<Instant> {
        let last = self.last.as_ref().filter(|last| !last.is_single)?;
        let next_begin = last.begun + max_gap.min(last.duration * 2);
        (next_begin > Instant::now()).then_some(next_begin)
    }
}
