//! Throttles brute-force attacks: after several failures in a row, each further attempt is delayed, longer each time.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::error::{Error, Result};

/// Failures without delay per account and address; people seldom need more (OWASP ASVS 6.3.1).
const FREE_PER_ACCOUNT: u32 = 5;
/// Failures without delay per address, which many people may share.
const FREE_PER_ADDRESS: u32 = 50;
const LONGEST_DELAY: Duration = Duration::from_secs(300);
const FORGOTTEN_AFTER: Duration = Duration::from_secs(900);
/// Above this many entries, forgotten ones are removed.
const CLEANUP_ABOVE: usize = 100_000;

/// Recent failures by account and address, and by address alone.
///
/// An attacker at another address does not lock the owner of an account out, and one password tried on many accounts is
/// throttled by address. A success clears the failures of its account and address. Each process counts for itself.
pub struct LoginThrottle {
    failures: Mutex<HashMap<String, Failures>>,
    free_per_address: Option<u32>,
}

struct Failures {
    count: u32,
    last: Instant,
}

impl LoginThrottle {
    /// For sign-ins with passwords.
    #[must_use]
    pub fn for_passwords() -> Self {
        Self { failures: Mutex::default(), free_per_address: Some(FREE_PER_ADDRESS) }
    }

    /// For API keys. Their random secrets cannot be guessed, so failures are counted per key and address only: a program
    /// with an ended key does not delay others at its address.
    #[must_use]
    pub fn for_keys() -> Self {
        Self { failures: Mutex::default(), free_per_address: None }
    }

    /// Checks that an attempt is allowed now.
    ///
    /// # Errors
    /// [`Error::TooMany`] during the delay after the last failure.
    pub fn check(&self, account: &str, address: &str) -> Result<()> {
        let failures = self.lock();
        let wait = |key: String, free| {
            let failed = failures.get(&key)?;
            Some(delay_after(failed.count, free).saturating_sub(failed.last.elapsed()))
        };
        let of_account = wait(key(account, address), FREE_PER_ACCOUNT);
        let of_address = self.free_per_address.and_then(|free| wait(address.to_owned(), free));
        match of_account.max(of_address) {
            Some(wait) if !wait.is_zero() => Err(Error::TooMany { retry_after: wait }),
            _ => Ok(()),
        }
    }

    /// Counts a failure.
    pub fn failed(&self, account: &str, address: &str) {
        let mut failures = self.lock();
        if failures.len() >= CLEANUP_ABOVE {
            failures.retain(|_, failed| failed.last.elapsed() < FORGOTTEN_AFTER);
        }
        let of_address = self.free_per_address.map(|_| address.to_owned());
        for entry_key in std::iter::once(key(account, address)).chain(of_address) {
            let entry = failures.entry(entry_key).or_insert(Failures { count: 0, last: Instant::now() });
            if entry.last.elapsed() > FORGOTTEN_AFTER {
                entry.count = 0;
            }
            entry.count += 1;
            entry.last = Instant::now();
        }
    }

    /// Clears the failures of this account and address.
    pub fn succeeded(&self, account: &str, address: &str) {
        self.lock().remove(&key(account, address));
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Failures>> {
        self.failures.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

fn key(account: &str, address: &str) -> String {
    format!("{}\n{address}", account.to_lowercase())
}

fn delay_after(failures: u32, free: u32) -> Duration {
    match failures.checked_sub(free) {
        None => Duration::ZERO,
        Some(more) => Duration::from_secs(1 << more.min(16)).min(LONGEST_DELAY),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_grow_with_failures_and_success_forgets_them() {
        let throttle = LoginThrottle::for_passwords();
        for _ in 0..FREE_PER_ACCOUNT - 1 {
            throttle.failed("ada", "here");
        }
        assert!(throttle.check("ada", "here").is_ok());
        throttle.failed("ADA", "here");
        assert!(matches!(throttle.check("ada", "here"), Err(Error::TooMany { .. })));
        assert!(throttle.check("ada", "elsewhere").is_ok());
        throttle.succeeded("ada", "here");
        assert!(throttle.check("ada", "here").is_ok());
        assert!(delay_after(7, 5) > delay_after(6, 5));
        assert_eq!(delay_after(99, 5), LONGEST_DELAY);
    }

    #[test]
    fn one_password_tried_on_many_accounts_is_throttled() {
        let throttle = LoginThrottle::for_passwords();
        (0..FREE_PER_ADDRESS).for_each(|number| throttle.failed(&number.to_string(), "here"));
        assert!(throttle.check("another", "here").is_err());
        assert!(throttle.check("another", "elsewhere").is_ok());
    }

    #[test]
    fn wrong_api_keys_delay_no_other_client_at_their_address() {
        let throttle = LoginThrottle::for_keys();
        (0..FREE_PER_ADDRESS).for_each(|number| throttle.failed(&number.to_string(), "here"));
        (0..FREE_PER_ACCOUNT).for_each(|_| throttle.failed("one", "here"));
        assert!(throttle.check("one", "here").is_err());
        assert!(throttle.check("another", "here").is_ok());
    }
}
