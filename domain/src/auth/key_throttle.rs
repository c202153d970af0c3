//! Throttles the guessing of API keys. Their random secrets cannot be guessed, so failures are counted per key and network
//! only: a program with an ended key does not delay others in its network.

use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use entity::id::ApiKeyId;

use super::failures::Failures;
use super::network::Network;
use crate::error::{Error, Result};

/// Failures without delay.
const FREE: u32 = 5;

#[derive(Default)]
pub struct KeyThrottle(Mutex<Failures<(ApiKeyId, Option<Network>)>>);

/// A counted attempt: a failure, unless it succeeds or is taken back.
pub struct KeyAttempt<'a> {
    throttle: &'a KeyThrottle,
    counted: (ApiKeyId, Option<Network>),
}

impl KeyThrottle {
    /// Counts an attempt.
    ///
    /// # Errors
    /// [`Error::TooMany`] during the delay after the last failure.
    pub fn count(&self, key: ApiKeyId, address: Option<IpAddr>) -> Result<KeyAttempt<'_>> {
        let (counted, now) = ((key, address.map(Network::from)), Instant::now());
        let mut failures = self.lock();
        let wait = failures.wait(&counted, FREE, now);
        if !wait.is_zero() {
            return Err(Error::TooMany { retry_after: wait });
        }
        failures.add(counted, now);
        Ok(KeyAttempt { throttle: self, counted })
    }

    fn lock(&self) -> MutexGuard<'_, Failures<(ApiKeyId, Option<Network>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl KeyAttempt<'_> {
    /// Forgets the failures of this key and network.
    pub fn succeeded(self) {
        self.throttle.lock().clear(&self.counted);
    }

    /// The key was not checked.
    pub fn take_back(self) {
        self.throttle.lock().take_back(&self.counted);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_api_keys_delay_no_other_client_of_their_network() {
        let (throttle, key, here) =
            (KeyThrottle::default(), ApiKeyId::new(), Some(IpAddr::from([192, 0, 2, 1])));
        throttle.count(key, here).unwrap().take_back();
        for _ in 0..FREE {
            assert!(throttle.count(key, here).is_ok());
        }
        assert!(throttle.count(key, here).is_err());
        assert!(throttle.count(ApiKeyId::new(), here).is_ok());
        assert!(throttle.count(key, None).is_ok());
    }
}
