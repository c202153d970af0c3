//! Passwords: checked at sign-in, judged and hashed when they are new, on threads of their own.

mod common;
mod hashing;
mod queue;
mod rule;

use std::net::IpAddr;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use secrecy::{ExposeSecret, SecretString};
use tokio::time::{sleep_until, timeout_at};

use self::hashing::{DUMMY_HASH, compare, hash};
use self::queue::{Rank, WorkQueue};
use self::rule::check_password;
use super::login_throttle::Attempt;
use super::network::Network;
use crate::error::Result;

pub use self::hashing::PasswordCheck;

/// How many passwords are checked at a time; each takes a core and 19 MiB.
const THREADS: std::ops::RangeInclusive<usize> = 2..=4;
/// Attackers try the name of the service first.
const PRODUCT: &str = "Postwright";
/// When a sign-in is refused that a right password of a known account would pass. Long enough to find that out.
const REFUSED_AFTER: Duration = Duration::from_secs(1);
/// Added to the time of every failure, as timers are exact to a millisecond.
const FAILED_AFTER: Duration = Duration::from_millis(3);

/// Checks and hashes passwords on threads of its own. Known accounts come first, then unknown ones, then new passwords.
pub struct PasswordHasher {
    queue: WorkQueue,
}

impl Default for PasswordHasher {
    fn default() -> Self {
        let cores = available_parallelism().map_or(1, usize::from);
        Self { queue: WorkQueue::new(cores.clamp(*THREADS.start(), *THREADS.end())) }
    }
}

/// When a comparison came up, and how long it took.
struct Timing {
    came_up: Instant,
    took: Duration,
}

impl PasswordHasher {
    /// Checks that a new password is not easily guessed, and hashes it. `known_words` are what an attacker knows about the
    /// person: names, the e-mail address, the organization. Returns the PHC string of a salted hash.
    ///
    /// Check first whether the caller may set a password at all: this work is expensive.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) for `/password`, with advice; [`Error::TooMany`](crate::Error::TooMany) when
    /// too many passwords are waiting.
    pub async fn new_hash(
        &self,
        password: SecretString,
        known_words: &[&str],
        address: Option<IpAddr>,
    ) -> Result<String> {
        let known_words: Vec<String> =
            known_words.iter().chain(&[PRODUCT]).map(|word| (*word).to_owned()).collect();
        let work = move || {
            check_password(password.expose_secret(), &known_words)?;
            hash(&password)
        };
        self.queue.submit(Rank::NewPassword, address.map(Network::from), work)?.await?
    }

    /// Hashes a password again that was right, with the current parameters.
    ///
    /// # Errors
    /// [`Error::TooMany`](crate::Error::TooMany) when too many passwords are waiting.
    pub async fn rehash(&self, password: SecretString, address: Option<IpAddr>) -> Result<String> {
        let work = move || hash(&password);
        self.queue.submit(Rank::KnownAccount, address.map(Network::from), work)?.await?
    }

    /// Compares the password of a sign-in with the account's hash; `None`: there is no such account.
    ///
    /// A known account is served first. So that a failure does not show whether the account is known, it is answered at the
    /// time at which that of an unknown account would be.
    ///
    /// # Errors
    /// [`Error::TooMany`](crate::Error::TooMany) when too many passwords are waiting, and for a failure of a network that has
    /// exhausted its failures.
    pub async fn check(
        &self,
        password: SecretString,
        stored: Option<String>,
        attempt: &Attempt<'_>,
    ) -> Result<PasswordCheck> {
        let refused_at = Instant::now() + REFUSED_AFTER;
        let outcome = match stored.filter(|_| attempt.is_admitted()) {
            Some(stored) => self.check_known(password, stored, attempt, refused_at).await,
            None => self.check_unknown(password, attempt).await,
        };
        match outcome {
            Ok((PasswordCheck::Wrong, Timing { came_up, took })) => {
                sleep_until((came_up + took + FAILED_AFTER).into()).await;
                Ok(PasswordCheck::Wrong)
            }
            Ok((right, _)) => Ok(right),
            Err(refusal) => {
                sleep_until(refused_at.into()).await;
                Err(refusal)
            }
        }
    }

    async fn check_unknown(
        &self,
        password: SecretString,
        attempt: &Attempt<'_>,
    ) -> Result<(PasswordCheck, Timing)> {
        attempt.check_network()?;
        let work = timed(password, DUMMY_HASH.clone());
        let (_, timing) = self.queue.submit(Rank::UnknownAccount, attempt.network(), work)?.await?;
        Ok((PasswordCheck::Wrong, timing))
    }

    async fn check_known(
        &self,
        password: SecretString,
        stored: String,
        attempt: &Attempt<'_>,
        refused_at: Instant,
    ) -> Result<(PasswordCheck, Timing)> {
        let (network, work) = (attempt.network(), timed(password, stored));
        let has_room = self.queue.has_room(Rank::KnownAccount, network);
        let is_first = !attempt.is_under_attack() && has_room && !self.queue.is_idle();
        let rank = if is_first { Rank::KnownAccount } else { Rank::UnknownAccount };
        // The place that an unknown account would have in the queue, or why it would have none.
        let place = match attempt.check_network() {
            Ok(()) if !is_first => return self.queue.submit(rank, network, work)?.await,
            Ok(()) => self.queue.submit(Rank::UnknownAccount, network, Instant::now),
            Err(refusal) => Err(refusal),
        };
        let checked = self.queue.submit(rank, network, work)?;
        match place {
            Ok(place) => match checked.await? {
                (PasswordCheck::Wrong, timing) => {
                    let timing = self.as_if_last(&timing, place.await?);
                    Ok((PasswordCheck::Wrong, timing))
                }
                right => Ok(right),
            },
            Err(refusal) => match timeout_at(refused_at.into(), checked).await {
                Ok(Err(error)) => Err(error),
                Ok(Ok((PasswordCheck::Wrong, _))) | Err(_) => Err(refusal),
                Ok(Ok(right)) => Ok(right),
            },
        }
    }

    /// The timing of a comparison that was done first, had it been done at its place. Meanwhile it kept one of the threads
    /// from what stood before that place.
    fn as_if_last(&self, done: &Timing, place: Instant) -> Timing {
        let delay = place.saturating_duration_since(done.came_up).min(done.took);
        Timing { came_up: place - delay.div_f64(self.queue.threads() as f64), took: done.took }
    }
}

/// The work of comparing a password with a hash.
fn timed(password: SecretString, stored: String) -> impl FnOnce() -> (PasswordCheck, Timing) + Send {
    move || {
        let came_up = Instant::now();
        let check = compare(password.expose_secret(), &stored);
        (check, Timing { came_up, took: came_up.elapsed() })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use entity::id::UserId;
    use tokio::task::JoinSet;

    use super::*;
    use crate::auth::LoginThrottle;
    use crate::error::Error;

    const PASSWORD: &str = "tall ships at dawn";

    /// The names of sign-ins in the order in which they were answered.
    type Answered = Arc<Mutex<Vec<&'static str>>>;

    struct SignIns {
        hasher: Arc<PasswordHasher>,
        throttle: Arc<LoginThrottle>,
        stored: String,
        running: JoinSet<()>,
        answered: Answered,
    }

    impl SignIns {
        async fn new() -> Self {
            let hasher = PasswordHasher::default();
            let stored = hasher.new_hash(PASSWORD.into(), &[], None).await.unwrap();
            let (running, answered) = (JoinSet::new(), Answered::default());
            Self { hasher: hasher.into(), throttle: Arc::default(), stored, running, answered }
        }

        /// Starts a sign-in from a network; without a password it is that of an unknown account.
        fn start(&mut self, name: &'static str, password: Option<&'static str>, network: u8) {
            let (hasher, throttle) = (Arc::clone(&self.hasher), Arc::clone(&self.throttle));
            let (answered, stored) = (Arc::clone(&self.answered), password.map(|_| self.stored.clone()));
            self.running.spawn(async move {
                let user = password.map(|_| UserId::new());
                let address = Some(IpAddr::from([192, 0, 2, network]));
                let attempt = throttle.count(user, &network.to_string(), address).unwrap();
                let result = hasher.check(password.unwrap_or("anything").into(), stored, &attempt).await;
                assert_eq!(result.unwrap() == PasswordCheck::Right, password == Some(PASSWORD), "{name}");
                answered.lock().unwrap().push(name);
            });
        }

        async fn order(self) -> Vec<&'static str> {
            self.running.join_all().await;
            self.answered.lock().unwrap().clone()
        }
    }

    #[tokio::test]
    async fn a_right_password_is_first_and_a_wrong_one_is_answered_like_that_of_an_unknown_account() {
        let mut sign_ins = SignIns::new().await;
        (1..=16).for_each(|network| sign_ins.start("crowd", None, network));
        tokio::task::yield_now().await;
        sign_ins.start("right", Some(PASSWORD), 17);
        sign_ins.start("wrong", Some("another password"), 18);
        sign_ins.start("unknown", None, 19);
        let order = sign_ins.order().await;
        let place = |name| order.iter().position(|answered| *answered == name).unwrap();
        assert!(place("right") <= 6, "{order:?}");
        assert!(place("wrong") >= 12 && place("unknown") >= 12, "{order:?}");
    }

    #[tokio::test]
    async fn an_exhausted_network_gets_refusals_for_failures_only() {
        let (hasher, throttle) = (PasswordHasher::default(), LoginThrottle::default());
        let stored = hasher.new_hash(PASSWORD.into(), &[], None).await.unwrap();
        let here = Some(IpAddr::from([192, 0, 2, 1]));
        for number in 0..50 {
            assert!(throttle.count(None, &number.to_string(), here).is_ok());
        }
        let check = async |password: &str, stored: Option<String>| {
            let begun = Instant::now();
            let attempt = throttle.count(Some(UserId::new()), "", here).unwrap();
            (hasher.check(password.into(), stored, &attempt).await, begun.elapsed())
        };
        // At once, because the first delay is only a second.
        let stored = Some(stored);
        let both = tokio::join!(check("another password", stored.clone()), check("another password", None));
        for (refused, took) in [both.0, both.1] {
            assert!(matches!(refused, Err(Error::TooMany { .. })), "{refused:?}");
            assert!(took >= REFUSED_AFTER, "{took:?}");
        }
        assert_eq!(check(PASSWORD, stored).await.0.unwrap(), PasswordCheck::Right);
    }
}
