//! Quantiles and rates of many measurements.

use std::time::Duration;

/// Sorted durations.
#[derive(Clone, Debug, Default)]
pub struct Durations(Vec<Duration>);

impl Durations {
    pub fn of(mut all: Vec<Duration>) -> Self {
        all.sort_unstable();
        Self(all)
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The duration that `share` (0 to 1) of all do not exceed; zero when there are none.
    pub fn quantile(&self, share: f64) -> Duration {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an index")]
        let index = (share * self.0.len().saturating_sub(1) as f64).round() as usize;
        self.0.get(index).copied().unwrap_or_default()
    }

    /// `p50 12.3 ms, p99 45.6 ms`.
    pub fn summary(&self) -> String {
        format!("p50 {}, p99 {}", milliseconds(self.quantile(0.5)), milliseconds(self.quantile(0.99)))
    }

    /// `p50 12.3 ms, p99 45.6 ms, at most 78.9 ms`.
    pub fn with_maximum(&self) -> String {
        format!("{}, at most {}", self.summary(), milliseconds(self.quantile(1.0)))
    }

    /// Each duration less `floor`.
    pub fn over(&self, floor: Duration) -> Self {
        Self(self.0.iter().map(|duration| duration.saturating_sub(floor)).collect())
    }
}

pub fn milliseconds(duration: Duration) -> String {
    format!("{:.1} ms", duration.as_secs_f64() * 1_000.0)
}

/// The number per second.
pub fn rate(count: usize, took: Duration) -> f64 {
    count as f64 / took.as_secs_f64().max(f64::EPSILON)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_elements_of_the_sorted_list() {
        let durations = Durations::of((1..=101).rev().map(Duration::from_millis).collect());
        assert_eq!(durations.quantile(0.5), Duration::from_millis(51));
        assert_eq!(durations.quantile(0.99), Duration::from_millis(100));
        assert_eq!(durations.over(Duration::from_millis(50)).quantile(0.0), Duration::ZERO);
        assert_eq!(Durations::default().quantile(0.5), Duration::ZERO);
    }
}
