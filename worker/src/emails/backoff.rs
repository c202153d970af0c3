//! The delays between attempts to send an e-mail. Its lifetime ends them: an hour for the reset of a password, days for others.

use std::time::Duration;

/// After a failure of the mail server or the way to it, in seconds. The last delay repeats.
const TEMPORARY: [u64; 8] = [10, 30, 120, 600, 1_800, 3_600, 7_200, 14_400];
/// After the mail server refused the e-mail. Then it is given up.
const REFUSED: [u64; 2] = [600, 3_600];
/// Delays vary by this share, so that e-mails do not all return at once.
const JITTER: f64 = 0.2;

/// The delay after this many attempts, counted from 1; `None` to give up.
pub fn next(attempts: i32, is_refused: bool) -> Option<Duration> {
    let number = usize::try_from(attempts.saturating_sub(1)).unwrap_or_default();
    let seconds = match is_refused {
        true => REFUSED.get(number)?,
        false => TEMPORARY.get(number).or(TEMPORARY.last())?,
    };
    Some(Duration::from_secs(*seconds).mul_f64(rand::random_range(1.0 - JITTER..=1.0 + JITTER)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_server_that_is_down_is_tried_for_ever_and_a_refusal_three_times() {
        assert!(next(1, false).unwrap() <= Duration::from_secs(12));
        assert!(
            (1..100).all(|attempts| next(attempts, false).is_some_and(|delay| delay.as_secs() < 5 * 3_600))
        );
        assert!(next(1, true).unwrap() >= Duration::from_secs(480));
        assert!(next(2, true).is_some() && next(3, true).is_none());
    }
}
