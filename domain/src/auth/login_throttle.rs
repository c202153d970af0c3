//! Slows down guessing: after a few failures in a row each further attempt has to wait, and waits longer.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::error::{Error, Result};

/// OWASP ASVS 6.3.1: a handful of failures is a person, more is a machine.
const FREE_PER_ACCOUNT: u32 = 5;
/// Many people may share an address, but not many who forget their passwords within minutes.
const FREE_PER_ADDRESS: u32 = 50;
const LONGEST_DELAY: Duration = Duration::from_secs(300);
const FORGOTTEN_AFTER: Duration = Duration::from_secs(900);
const REMEMBERED_AT_MOST: usize = 100_000;

/// Failures of late, by account and address, and by address alone: whoever login_throttle from elsewhere does not lock the
/// owner out, and trying one password on many accounts is slowed down too. Only failures count; success forgets those
/// of the account. Each process counts for itself.
pub struct LoginThrottle {
    failures: Mutex<HashMap<String, Failures>>,
    free_per_address: Option<u32>,
}

struct Failures {
    count: u32,
    last: Instant,
}

impl LoginThrottle {
    /// Of people's passwords.
    #[must_use]
    pub fn of_passwords() -> Self {
        Self { failures: Mutex::default(), free_per_address: Some(FREE_PER_ADDRESS) }
    }

    /// Of secrets that are drawn by lot and so are not worth a guess: a machine with one that has ended is slowed down, but
    /// nobody else at its address.
    #[must_use]
    pub fn of_keys() -> Self {
        Self { failures: Mutex::default(), free_per_address: None }
    }

    /// # Errors
    /// [`Error::TooMany`] while the delay after the last failure has not passed.
    pub fn check(&self, account: &str, address: &str) -> Result<()> {
        let failures = self.lock();
        let wait = |who: String, free| {
            let failed = failures.get(&who)?;
            Some(delay_after(failed.count, free).saturating_sub(failed.last.elapsed()))
        };
        let of_account = wait(both(account, address), FREE_PER_ACCOUNT);
        let of_address = self.free_per_address.and_then(|free| wait(address.to_owned(), free));
        match of_account.max(of_address) {
            Some(wait) if !wait.is_zero() => Err(Error::TooMany { retry_after: wait }),
            _ => Ok(()),
        }
    }

    pub fn failed(&self, account: &str, address: &str) {
        let mut failures = self.lock();
        if failures.len() >= REMEMBERED_AT_MOST {
            failures.retain(|_, failed| failed.last.elapsed() < FORGOTTEN_AFTER);
        }
        let of_address = self.free_per_address.map(|_| address.to_owned());
        for who in std::iter::once(both(account, address)).chain(of_address) {
            let entry = failures.entry(who).or_insert(Failures { count: 0, last: Instant::now() });
            if entry.last.elapsed() > FORGOTTEN_AFTER {
                entry.count = 0;
            }
            entry.count += 1;
            entry.last = Instant::now();
        }
    }

    pub fn succeeded(&self, account: &str, address: &str) {
        self.lock().remove(&both(account, address));
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Failures>> {
        self.failures.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

fn both(account: &str, address: &str) -> String {
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
        let login_throttle = LoginThrottle::of_passwords();
        for _ in 0..FREE_PER_ACCOUNT - 1 {
            login_throttle.failed("ada", "here");
        }
        assert!(login_throttle.check("ada", "here").is_ok());
        login_throttle.failed("ADA", "here");
        assert!(matches!(login_throttle.check("ada", "here"), Err(Error::TooMany { .. })));
        assert!(login_throttle.check("ada", "elsewhere").is_ok());
        login_throttle.succeeded("ada", "here");
        assert!(login_throttle.check("ada", "here").is_ok());
        assert!(delay_after(7, 5) > delay_after(6, 5));
        assert_eq!(delay_after(99, 5), LONGEST_DELAY);
    }

    #[test]
    fn one_password_tried_on_many_accounts_is_slowed_down() {
        let login_throttle = LoginThrottle::of_passwords();
        (0..FREE_PER_ADDRESS).for_each(|number| login_throttle.failed(&number.to_string(), "here"));
        assert!(login_throttle.check("another", "here").is_err());
        assert!(login_throttle.check("another", "elsewhere").is_ok());
    }

    #[test]
    fn machines_with_wrong_keys_slow_nobody_else_at_their_address_down() {
        let login_throttle = LoginThrottle::of_keys();
        (0..FREE_PER_ADDRESS).for_each(|number| login_throttle.failed(&number.to_string(), "here"));
        (0..FREE_PER_ACCOUNT).for_each(|_| login_throttle.failed("one", "here"));
        assert!(login_throttle.check("one", "here").is_err());
        assert!(login_throttle.check("another", "here").is_ok());
    }
}
