//! Password hashing: Argon2id with OWASP's parameters, with limited concurrency.

use std::net::IpAddr;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use secrecy::{ExposeSecret, SecretString};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Semaphore;

use super::password_rule::check_password;
use crate::error::{Error, Result};

/// 19 MiB, two passes, one lane: the second of the equivalent settings in OWASP's Password Storage Cheat Sheet.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// How many hashes are computed at a time; each takes a core and 19 MiB.
const CONCURRENCY: usize = 2;
const MAX_WAITING: usize = 64;

static ARGON2: LazyLock<Argon2<'static>> = LazyLock::new(|| {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
});

/// Compared with when there is no account, so that an unknown e-mail address takes as long as a known one.
static DUMMY_HASH: LazyLock<String> = LazyLock::new(|| {
    ARGON2.hash_password(b"nobody signs in with this").map(|hash| hash.to_string()).unwrap_or_default()
});

/// The result of comparing a password with a stored hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordCheck {
    Wrong,
    Right,
    /// Right, but hashed with weaker parameters than the current ones; the caller should hash it again.
    RightButWeak,
}

/// Dedicated threads. Each thread that has hashed keeps its 19 MiB; on the main runtime, any blocking thread might.
static THREADS: LazyLock<Runtime> = LazyLock::new(|| {
    let threads =
        Builder::new_current_thread().max_blocking_threads(CONCURRENCY).thread_name("passwords").build();
    threads.expect("a runtime without any driver asks nothing of the system")
});

/// Hashes and verifies passwords on dedicated threads.
#[derive(Clone)]
pub struct PasswordHasher {
    /// Limits running and waiting hashes.
    queue: Arc<Semaphore>,
    /// Limits running hashes.
    running: Arc<Semaphore>,
}

impl Default for PasswordHasher {
    fn default() -> Self {
        Self {
            queue: Arc::new(Semaphore::new(CONCURRENCY + MAX_WAITING)),
            running: Arc::new(Semaphore::new(CONCURRENCY)),
        }
    }
}

impl PasswordHasher {
    /// Checks that a new password is not easily guessed, and hashes it. `known_words` are what an attacker knows about the
    /// person: names, the e-mail address, the organization. Returns the PHC string of a salted hash.
    ///
    /// # Errors
    /// [`Error::Invalid`] for `/password`, with advice; [`Error::TooMany`] when too many passwords are waiting already.
    pub async fn new_hash(
        &self,
        password: SecretString,
        known_words: &[&str],
        _address: Option<IpAddr>,
    ) -> Result<String> {
        let known_words: Vec<String> = known_words.iter().map(|word| (*word).to_owned()).collect();
        self.run(move || {
            check_password(&password, &known_words.iter().map(String::as_str).collect::<Vec<_>>())?;
            hash(&password)
        })
        .await?
    }

    /// Hashes a password again that was right, with the current parameters.
    ///
    /// # Errors
    /// [`Error::TooMany`] when too many passwords are waiting already.
    pub async fn rehash(&self, password: SecretString) -> Result<String> {
        self.run(move || hash(&password)).await?
    }

    /// Compares a password with a stored hash. Without one, returns [`PasswordCheck::Wrong`] after the same time.
    ///
    /// # Errors
    /// [`Error::TooMany`] when too many hashes are waiting already.
    pub async fn verify(&self, password: SecretString, stored: Option<String>) -> Result<PasswordCheck> {
        self.run(move || {
            let known = stored.is_some();
            let stored = stored.unwrap_or_else(|| DUMMY_HASH.clone());
            let check = compare(password.expose_secret(), &stored);
            if known { check } else { PasswordCheck::Wrong }
        })
        .await
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let _queued =
            self.queue.try_acquire().map_err(|_| Error::TooMany { retry_after: Duration::from_secs(2) })?;
        let _running = self.running.acquire().await.map_err(Error::internal)?;
        THREADS.spawn_blocking(work).await.map_err(Error::internal)
    }
}

fn hash(password: &SecretString) -> Result<String> {
    let hash = ARGON2.hash_password(password.expose_secret().as_bytes()).map_err(Error::internal)?;
    Ok(hash.to_string())
}

fn compare(password: &str, stored: &str) -> PasswordCheck {
    let Ok(hash) = PasswordHash::new(stored) else {
        return PasswordCheck::Wrong;
    };
    if ARGON2.verify_password(password.as_bytes(), &hash).is_err() {
        return PasswordCheck::Wrong;
    }
    let is_weak = Params::try_from(&hash)
        .map_or(true, |params| params.m_cost() < MEMORY_KIB || params.t_cost() < PASSES);
    if is_weak { PasswordCheck::RightButWeak } else { PasswordCheck::Right }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> SecretString {
        SecretString::from(text)
    }

    #[tokio::test]
    async fn only_the_right_password_is_right() {
        let hasher = PasswordHasher::default();
        let stored = hasher.new_hash(secret("tall ships at dawn"), &[], None).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        let verify = async |password: &str, stored: Option<String>| {
            hasher.verify(secret(password), stored).await.unwrap()
        };
        assert_eq!(verify("tall ships at dawn", Some(stored.clone())).await, PasswordCheck::Right);
        assert_eq!(verify("tall ships at dusk", Some(stored)).await, PasswordCheck::Wrong);
        assert_eq!(verify("nobody signs in with this", None).await, PasswordCheck::Wrong);
        assert_eq!(verify("anything", Some("not a hash".into())).await, PasswordCheck::Wrong);
    }

    #[tokio::test]
    async fn a_weaker_hash_is_detected() {
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8_192, 1, 1, None).unwrap());
        let stored = weak.hash_password(b"tall ships at dawn").unwrap().to_string();
        let check =
            PasswordHasher::default().verify(secret("tall ships at dawn"), Some(stored)).await.unwrap();
        assert_eq!(check, PasswordCheck::RightButWeak);
    }
}
