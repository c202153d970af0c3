//! Password hashing: Argon2id with OWASP's parameters, a few at a time.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use secrecy::{ExposeSecret, SecretString};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Semaphore;

use crate::error::{Error, Result};

/// 19 MiB, two passes, one lane: OWASP's Password Storage Cheat Sheet, second of its equivalent settings.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// Each hash takes a core and 19 MiB.
const AT_ONCE: usize = 2;
const WAITING_AT_MOST: usize = 64;

static ARGON2: LazyLock<Argon2<'static>> = LazyLock::new(|| {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
});

/// What the password of nobody is compared with, so that an unknown e-mail takes as long as a known one.
static HASH_OF_NOBODY: LazyLock<String> = LazyLock::new(|| {
    ARGON2.hash_password(b"nobody signs in with this").map(|hash| hash.to_string()).unwrap_or_default()
});

/// What came of comparing a password with a stored hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Wrong,
    Right,
    /// Right, but hashed with weaker parameters than today's: hash it again.
    RightButWeak,
}

/// Threads of their own: each that ever hashed keeps its 19 MiB for the next hash, and any of the runtime's blocking
/// threads might be the one.
static THREADS: LazyLock<Runtime> = LazyLock::new(|| {
    let threads =
        Builder::new_current_thread().max_blocking_threads(AT_ONCE).thread_name("passwords").build();
    threads.expect("a runtime without any driver asks nothing of the system")
});

#[derive(Clone)]
pub struct PasswordHasher {
    queue: Arc<Semaphore>,
    turns: Arc<Semaphore>,
}

impl Default for PasswordHasher {
    fn default() -> Self {
        Self {
            queue: Arc::new(Semaphore::new(AT_ONCE + WAITING_AT_MOST)),
            turns: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

impl PasswordHasher {
    /// The PHC string of a new salted hash.
    ///
    /// # Errors
    /// [`Error::TooMany`] when too many hashes are waiting already.
    pub async fn hash(&self, password: SecretString) -> Result<String> {
        self.run(move || {
            ARGON2.hash_password(password.expose_secret().as_bytes()).map(|hash| hash.to_string())
        })
        .await?
        .map_err(Error::internal)
    }

    /// Compares with a stored hash, or, without one, takes the same time to say no.
    ///
    /// # Errors
    /// [`Error::TooMany`] when too many hashes are waiting already.
    pub async fn verify(&self, password: SecretString, stored: Option<String>) -> Result<Verdict> {
        self.run(move || {
            let known = stored.is_some();
            let stored = stored.unwrap_or_else(|| HASH_OF_NOBODY.clone());
            let verdict = compare(password.expose_secret(), &stored);
            if known { verdict } else { Verdict::Wrong }
        })
        .await
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let _place =
            self.queue.try_acquire().map_err(|_| Error::TooMany { retry_after: Duration::from_secs(2) })?;
        let _turn = self.turns.acquire().await.map_err(Error::internal)?;
        THREADS.spawn_blocking(work).await.map_err(Error::internal)
    }
}

fn compare(password: &str, stored: &str) -> Verdict {
    let Ok(hash) = PasswordHash::new(stored) else {
        return Verdict::Wrong;
    };
    if ARGON2.verify_password(password.as_bytes(), &hash).is_err() {
        return Verdict::Wrong;
    }
    let weak = Params::try_from(&hash)
        .map_or(true, |params| params.m_cost() < MEMORY_KIB || params.t_cost() < PASSES);
    if weak { Verdict::RightButWeak } else { Verdict::Right }
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
        let stored = hasher.hash(secret("tall ships at dawn")).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        let verify = async |password: &str, stored: Option<String>| {
            hasher.verify(secret(password), stored).await.unwrap()
        };
        assert_eq!(verify("tall ships at dawn", Some(stored.clone())).await, Verdict::Right);
        assert_eq!(verify("tall ships at dusk", Some(stored)).await, Verdict::Wrong);
        assert_eq!(verify("nobody signs in with this", None).await, Verdict::Wrong);
        assert_eq!(verify("anything", Some("not a hash".into())).await, Verdict::Wrong);
    }

    #[tokio::test]
    async fn a_weaker_hash_is_noticed() {
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8_192, 1, 1, None).unwrap());
        let stored = weak.hash_password(b"tall ships at dawn").unwrap().to_string();
        let verdict =
            PasswordHasher::default().verify(secret("tall ships at dawn"), Some(stored)).await.unwrap();
        assert_eq!(verdict, Verdict::RightButWeak);
    }
}
