//! The parameters that an endpoint accepted last.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use tokio::time::Instant;

use super::parameters::Parameters;

/// How long fewer parameters are used before the first ones are tried again. What was refused may have been a passing fault.
const FORGOTTEN_AFTER: Duration = Duration::from_secs(10 * 60);

/// The accepted parameters, shared by all clones of an agent.
#[derive(Debug)]
pub(crate) struct KnownParameters {
    first: Parameters,
    accepted: Mutex<(Parameters, Instant)>,
}

impl KnownParameters {
    pub fn new(first: Parameters) -> KnownParameters {
        KnownParameters { first, accepted: Mutex::new((first, Instant::now())) }
    }

    /// The parameters that worked last, or the first ones before any did.
    pub fn accepted(&self) -> Parameters {
        self.accepted.lock().unwrap_or_else(PoisonError::into_inner).0
    }

    /// The parameters to send: those that worked last. After ten minutes one call tries the first ones again; the others
    /// still use those that work, so that not all of them are refused at once.
    pub fn next(&self, now: Instant) -> Parameters {
        let mut accepted = self.accepted.lock().unwrap_or_else(PoisonError::into_inner);
        let (parameters, since) = *accepted;
        if parameters == self.first || now.duration_since(since) < FORGOTTEN_AFTER {
            return parameters;
        }
        accepted.1 = now;
        self.first
    }

    /// Keeps parameters that were accepted. Returns whether they are new.
    pub fn keep(&self, parameters: Parameters, now: Instant) -> bool {
        let mut accepted = self.accepted.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = accepted.0 != parameters;
        if is_new {
            *accepted = (parameters, now);
        }
        is_new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_parameters_are_forgotten_after_ten_minutes() {
        let first = Parameters::IN_PROCESS;
        let fewer = Parameters { temperature: false, ..first };
        let known = KnownParameters::new(first);
        let start = Instant::now();
        let later = |minutes: u64| start + Duration::from_secs(60 * minutes);
        assert!(known.keep(fewer, start));
        assert_eq!(known.next(later(9)), fewer);
        assert_eq!(known.next(later(10)), first, "one call tries them");
        assert_eq!(known.next(later(11)), fewer, "the others do not");
        assert!(!known.keep(fewer, later(11)));
        assert_eq!(known.next(later(20)), first);
        assert!(known.keep(first, later(20)));
        assert_eq!(known.next(later(21)), first);
    }
}
