//! Throttles the guessing of passwords. An attempt is counted before its password is checked, so that attempts made at once
//! count as well; a success takes the failure back. Each process counts for itself.

use std::hash::{BuildHasher, RandomState};
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use entity::id::UserId;

use super::failures::Failures;
use super::network::Network;
use crate::error::{Error, Result};

/// Failures without delay per account and network; people seldom need more (OWASP ASVS 6.3.1).
const FREE_PER_ACCOUNT: u32 = 5;
/// Failures without delay per network, which many people may share.
const FREE_PER_NETWORK: u32 = 50;
/// An account with more failures is under attack from many networks; each network has one failure without delay then.
const MANY_PER_ACCOUNT: u32 = 100;

/// Recent failures by account and network, by account alone, and by network alone.
///
/// Guesses from one network do not lock the account's owner out of another network. Guesses at many accounts exhaust the
/// network: then an account is answered only if its password is right, so that nobody is locked out by what others do.
#[derive(Default)]
pub struct LoginThrottle {
    tables: Mutex<Tables>,
    /// Unknown e-mail addresses are counted by their hash, which needs less memory.
    hasher: RandomState,
}

#[derive(Default)]
struct Tables {
    /// Apart from [`Self::unknown`], so that made-up addresses do not make an account's failures forgotten.
    known: SubjectFailures,
    unknown: SubjectFailures,
    networks: Failures<Network>,
}

#[derive(Default)]
struct SubjectFailures {
    by_network: Failures<(Subject, Option<Network>)>,
    everywhere: Failures<Subject>,
}

/// What is guessed at. A known and an unknown account are counted by the same rules, so that they look the same.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Subject {
    Known(UserId),
    Unknown(u64),
}

impl Subject {
    fn is_known(self) -> bool {
        matches!(self, Self::Known(_))
    }
}

/// A counted attempt: a failure, unless it [succeeds](Self::succeeded).
pub struct Attempt<'a> {
    throttle: &'a LoginThrottle,
    subject: Subject,
    network: Option<Network>,
    /// Until the network may fail again; zero: this attempt is counted for it.
    network_wait: Duration,
    is_under_attack: bool,
    /// Whether a right password is accepted.
    is_admitted: bool,
}

impl LoginThrottle {
    /// Counts an attempt to sign in to `account`, or to an `email` that has none.
    ///
    /// # Errors
    /// [`Error::TooMany`] during the delay after the last failure of this account and network, unless the network has exhausted
    /// its failures: then see [`Attempt::is_admitted`].
    pub fn count(
        &self,
        account: Option<UserId>,
        email: &str,
        address: Option<IpAddr>,
    ) -> Result<Attempt<'_>> {
        let subject = account.map_or_else(|| Subject::Unknown(self.hasher.hash_one(email)), Subject::Known);
        self.count_at(subject, address.map(Network::from), Instant::now())
    }

    fn count_at(&self, subject: Subject, network: Option<Network>, now: Instant) -> Result<Attempt<'_>> {
        let mut tables = self.lock();
        let network_wait =
            network.map_or(Duration::ZERO, |network| tables.networks.wait(&network, FREE_PER_NETWORK, now));
        let failures = tables.of(subject);
        let is_under_attack = failures.everywhere.count(&subject, now) >= MANY_PER_ACCOUNT;
        let free = if is_under_attack { 1 } else { FREE_PER_ACCOUNT };
        let wait = failures.by_network.wait(&(subject, network), free, now);
        let (is_admitted, is_exhausted) = (wait.is_zero(), !network_wait.is_zero());
        if !is_admitted && !is_exhausted {
            return Err(Error::TooMany { retry_after: wait });
        }
        // Made-up addresses of an exhausted network cost no hash. They must not push others out of the table, and are answered
        // like an account that is not admitted.
        if is_admitted && (subject.is_known() || !is_exhausted) {
            failures.by_network.add((subject, network), now);
            failures.everywhere.add(subject, now);
        }
        if let Some(network) = network.filter(|_| !is_exhausted) {
            tables.networks.add(network, now);
        }
        Ok(Attempt { throttle: self, subject, network, network_wait, is_under_attack, is_admitted })
    }

    fn lock(&self) -> MutexGuard<'_, Tables> {
        self.tables.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Tables {
    fn of(&mut self, subject: Subject) -> &mut SubjectFailures {
        match subject {
            Subject::Known(_) => &mut self.known,
            Subject::Unknown(_) => &mut self.unknown,
        }
    }
}

impl Attempt<'_> {
    pub fn network(&self) -> Option<Network> {
        self.network
    }

    /// Whether many networks guess at this account.
    pub fn is_under_attack(&self) -> bool {
        self.is_under_attack
    }

    /// Whether a right password is accepted. If not, the network has exhausted its failures too, and the attempt must be
    /// answered like one at an unknown account.
    pub fn is_admitted(&self) -> bool {
        self.is_admitted
    }

    /// Checks that the network has not exhausted its failures.
    ///
    /// # Errors
    /// [`Error::TooMany`]: only a right password is accepted now, and a failure must be answered like this.
    pub fn check_network(&self) -> Result<()> {
        match self.network_wait.is_zero() {
            true => Ok(()),
            false => Err(Error::TooMany { retry_after: self.network_wait }),
        }
    }

    /// Forgets the failures of this account and network.
    pub fn succeeded(self) {
        let mut tables = self.throttle.lock();
        let failures = tables.of(self.subject);
        failures.by_network.clear(&(self.subject, self.network));
        failures.everywhere.take_back(&self.subject);
        if let Some(network) = self.network.filter(|_| self.network_wait.is_zero()) {
            tables.networks.take_back(&network);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1));
    const ELSEWHERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 2));

    /// Whether an attempt is allowed; it counts as a failure.
    fn fails(throttle: &LoginThrottle, account: UserId, address: IpAddr) -> bool {
        throttle.count(Some(account), "", Some(address)).is_ok()
    }

    #[test]
    fn of_attempts_at_once_only_the_free_ones_are_allowed() {
        let (throttle, ada) = (LoginThrottle::default(), UserId::new());
        let attempts: Vec<_> = (0..60).map(|_| throttle.count(Some(ada), "", Some(HERE))).collect();
        assert_eq!(attempts.iter().filter(|attempt| attempt.is_ok()).count(), 5);
        assert!(fails(&throttle, ada, ELSEWHERE));
    }

    #[test]
    fn a_success_forgets_the_failures_of_its_network() {
        let (throttle, ada) = (LoginThrottle::default(), UserId::new());
        (0..4).for_each(|_| assert!(fails(&throttle, ada, HERE)));
        throttle.count(Some(ada), "", Some(HERE)).unwrap().succeeded();
        (0..5).for_each(|_| assert!(fails(&throttle, ada, HERE)));
        assert!(!fails(&throttle, ada, HERE));
    }

    #[test]
    fn known_and_unknown_accounts_are_counted_alike() {
        let (throttle, ada) = (LoginThrottle::default(), UserId::new());
        let unknown = || throttle.count(None, "nobody@example.com", Some(HERE));
        for _ in 0..5 {
            assert!(unknown().is_ok() && fails(&throttle, ada, HERE));
        }
        assert!(unknown().is_err() && !fails(&throttle, ada, HERE));
        assert!(throttle.count(None, "another@example.com", Some(HERE)).is_ok());
    }

    #[test]
    fn failures_of_others_never_refuse_an_account() {
        let (throttle, ada) = (LoginThrottle::default(), UserId::new());
        for number in 0..1_000 {
            let attempt = throttle.count(None, &number.to_string(), Some(HERE)).unwrap();
            assert_eq!(attempt.check_network().is_ok(), number < 50, "{number}");
        }
        let attempt = throttle.count(Some(ada), "", Some(HERE)).unwrap();
        assert!(attempt.check_network().is_err(), "a failure must look like those of unknown accounts");
        attempt.succeeded();
        let elsewhere = throttle.count(Some(ada), "", Some(ELSEWHERE)).unwrap();
        assert!(elsewhere.check_network().is_ok());
    }

    #[test]
    fn an_exhausted_network_sees_no_difference_and_makes_nothing_forgotten() {
        let (throttle, ada) = (LoginThrottle::default(), UserId::new());
        let unknown = |email: &str| throttle.count(None, email, Some(HERE));
        for _ in 0..5 {
            assert!(unknown("nobody@example.com").is_ok() && fails(&throttle, ada, HERE));
        }
        (0..50).for_each(|number| drop(unknown(&number.to_string())));
        let attempts =
            [throttle.count(Some(ada), "", Some(HERE)).unwrap(), unknown("nobody@example.com").unwrap()];
        assert!(attempts.iter().all(|attempt| attempt.check_network().is_err() && !attempt.is_admitted()));
        let elsewhere = || throttle.count(None, "nobody@example.com", Some(ELSEWHERE));
        while elsewhere().is_ok() {}
        (0..200_000).for_each(|number| assert!(unknown(&number.to_string()).is_ok()));
        assert!(!throttle.count(Some(ada), "", Some(HERE)).unwrap().is_admitted());
        assert!(elsewhere().is_err());
    }

    #[test]
    fn right_passwords_do_not_exhaust_a_network() {
        let throttle = LoginThrottle::default();
        for _ in 0..1_000 {
            let attempt = throttle.count(Some(UserId::new()), "", Some(HERE)).unwrap();
            assert!(attempt.check_network().is_ok());
            attempt.succeeded();
        }
    }

    #[test]
    fn without_an_address_no_network_is_counted() {
        let throttle = LoginThrottle::default();
        for number in 0..1_000 {
            assert!(throttle.count(None, &number.to_string(), None).unwrap().check_network().is_ok());
        }
    }

    #[test]
    fn an_account_guessed_at_from_many_networks_has_one_free_failure_for_each() {
        let (throttle, ada) = (LoginThrottle::default(), UserId::new());
        let network = |number: u8| IpAddr::from([198, 51, 100, number]);
        for number in 0..20 {
            (0..5).for_each(|_| assert!(fails(&throttle, ada, network(number))));
        }
        assert!(throttle.count(Some(ada), "", Some(HERE)).unwrap().is_under_attack());
        assert!(!fails(&throttle, ada, HERE));
        throttle.count(Some(ada), "", Some(ELSEWHERE)).unwrap().succeeded();
        assert!(fails(&throttle, ada, ELSEWHERE), "the owner is not locked out elsewhere");
    }
}
