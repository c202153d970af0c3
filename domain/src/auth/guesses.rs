//! Slows down guessing: after a few failures in a row each further attempt has to wait, and waits longer.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::error::{Error, Result};

/// OWASP ASVS 6.3.1: a handful of failures is a person, more is a machine.
const FREE_FAILURES: u32 = 5;
const LONGEST_DELAY: Duration = Duration::from_secs(300);
const FORGOTTEN_AFTER: Duration = Duration::from_secs(900);
const REMEMBERED_AT_MOST: usize = 100_000;

/// Failures of late, by account and address: whoever guesses from elsewhere does not lock the owner out. Success
/// forgets them, and only failures count. Each process counts for itself.
#[derive(Default)]
pub struct Guesses(Mutex<HashMap<String, Failures>>);

struct Failures {
    count: u32,
    last: Instant,
}

impl Guesses {
    /// # Errors
    /// [`Error::TooMany`] while the delay after the last failure has not passed.
    pub fn check(&self, who: &str) -> Result<()> {
        let failures = self.lock();
        let Some(failed) = failures.get(who) else {
            return Ok(());
        };
        let wait = delay_after(failed.count).saturating_sub(failed.last.elapsed());
        if wait.is_zero() { Ok(()) } else { Err(Error::TooMany { retry_after: wait }) }
    }

    pub fn failed(&self, who: &str) {
        let mut failures = self.lock();
        if failures.len() >= REMEMBERED_AT_MOST {
            failures.retain(|_, failed| failed.last.elapsed() < FORGOTTEN_AFTER);
        }
        let entry = failures.entry(who.to_owned()).or_insert(Failures { count: 0, last: Instant::now() });
        if entry.last.elapsed() > FORGOTTEN_AFTER {
            entry.count = 0;
        }
        entry.count += 1;
        entry.last = Instant::now();
    }

    pub fn succeeded(&self, who: &str) {
        self.lock().remove(who);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Failures>> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

fn delay_after(failures: u32) -> Duration {
    match failures.checked_sub(FREE_FAILURES) {
        None => Duration::ZERO,
        Some(more) => Duration::from_secs(1 << more.min(16)).min(LONGEST_DELAY),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_grow_with_failures_and_success_forgets_them() {
        let guesses = Guesses::default();
        for _ in 0..FREE_FAILURES - 1 {
            guesses.failed("ada");
        }
        assert!(guesses.check("ada").is_ok());
        guesses.failed("ada");
        assert!(matches!(guesses.check("ada"), Err(Error::TooMany { .. })));
        assert!(guesses.check("ada from elsewhere").is_ok());
        guesses.succeeded("ada");
        assert!(guesses.check("ada").is_ok());
        assert!(delay_after(7) > delay_after(6));
        assert_eq!(delay_after(99), LONGEST_DELAY);
    }
}
